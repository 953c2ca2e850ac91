"""A difference as plain text and as Markdown: sentences for a terminal, a letter or a note."""

from collections.abc import Iterator, Sequence

from organograaf.changes import Change, ChangeKind, Difference, EventLine, Told
from organograaf.render.comparison.tables import difference_rows
from organograaf.render.comparison.words import notes, title, word
from organograaf.render.table import Cell, plain
from organograaf.words import moment

_SHOWN = (0, 1, 3, 4, 5, 9, 11)


def sections(view: Difference) -> Iterator[tuple[str, Sequence[Change | Told]]]:
    """Yield what is told, in three parts: changes, certainty, corrections; empty ones left out."""
    parts: tuple[tuple[str, Sequence[Change | Told]], ...] = (
        ("changes", view.told),
        ("certainty", view.of(ChangeKind.CERTAINTY)),
        ("corrections", view.corrections),
    )
    yield from ((key, changes) for key, changes in parts if changes)


def difference_text(view: Difference, lang: str = "nl") -> bytes:
    """Write a difference as text in UTF-8: a sentence per line."""
    lines = [title(view, lang), ""]
    for key, changes in sections(view):
        lines += [word(key, lang), *(f"  • {_line(one.told(lang))}" for one in changes), ""]
    lines += _nothing(view, lang)
    if view.events:
        lines += [word("events", lang)]
        lines += [f"  • {_line(one.label)} ({_days(one, lang)})" for one in view.events] + [""]
    return ("\n".join([*lines, *notes(view, lang)]) + "\n").encode("utf-8", "replace")


def difference_markdown(view: Difference, lang: str = "nl") -> bytes:
    """Write a difference as Markdown in UTF-8: sentences, then the table."""
    lines = [f"# {_mark(title(view, lang))}", ""]
    for key, changes in sections(view):
        lines += [f"## {word(key, lang)}", "", *(f"- {_mark(one.told(lang))}" for one in changes), ""]
    lines += _nothing(view, lang)
    head, *rows = difference_rows(view, lang)
    if rows:
        lines += [_row(head), "|" + "---|" * len(_SHOWN), *(_row(row) for row in rows), ""]
    return ("\n".join([*lines, _mark(" · ".join(notes(view, lang)))]) + "\n").encode("utf-8", "replace")


def _nothing(view: Difference, lang: str) -> list[str]:
    return [] if view.changes or view.corrections else [word("nothing", lang), ""]


def _days(one: EventLine, lang: str) -> str:
    told = moment(one.moment, lang) if one.moment else word("undated", lang)
    return f"{told}; {word('decided', lang, moment(one.decided, lang))}" if one.decided else told


def _row(row: tuple[Cell, ...]) -> str:
    cells = ("" if row[at] is None else str(row[at]) for at in _SHOWN)
    return "| " + " | ".join(_mark(cell) for cell in cells) + " |"


def _line(text: str) -> str:
    return plain(text.replace("\t", " ").replace("\r", " "))


def _mark(text: str) -> str:
    """Escape what Markdown would read as markup."""
    return "".join(f"\\{char}" if char in "\\`*_[]<>|#" else char for char in _line(text))
