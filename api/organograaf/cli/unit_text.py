"""A unit and its history as plain text for a terminal."""

from organograaf import words
from organograaf.view import Node, Statement, UnitView

_WORDS = {
    "absent": {"nl": "Bestond niet op {day}.", "en": "Did not exist on {day}."},
    "place": {"nl": "Plaats", "en": "Place"},
    "carriers": {"nl": "Drager", "en": "Carried by"},
    "serves": {"nl": "Werkt voor", "en": "Works for"},
    "tasks": {"nl": "Taken", "en": "Tasks"},
    "known": {"nl": "Wat bekend is", "en": "What is known"},
    "open": {"nl": "Wat onze bronnen open laten", "en": "What our sources leave open"},
    "inferred": {"nl": "afgeleid", "en": "inferred"},
    "planned": {"nl": "plan", "en": "plan"},
    "disputed": {"nl": "tegengesproken", "en": "disputed"},
    "source": {"nl": "bron", "en": "source"},
}  # fmt: skip


def unit_text(view: UnitView, lang: str) -> str:
    """Return the unit on its day, then every statement with its sources."""
    lines = [view.label, "=" * len(view.label)]
    lines += (
        _now(view.node, lang) if view.node else [_word("absent", lang).format(day=words.day(view.on, lang))]
    )
    if view.path:
        lines.append(f"{_word('place', lang)}: " + " › ".join(named.label for named in view.path))
    lines += ["", _word("known", lang)]
    lines += [line for statement in view.statements for line in _statement(statement, lang)]
    if view.questions:
        lines += ["", _word("open", lang), *(f"  ? {question}" for question in view.questions)]
    return "\n".join(lines)


def _now(node: Node, lang: str) -> list[str]:
    lines = [f"{node.type or ''} ({node.abbreviation})" if node.abbreviation else node.type or ""]
    lines += [node.doubt_in(lang)] if node.doubt else []
    for key, things in (("carriers", node.carriers), ("serves", node.serves)):
        if things:
            lines.append(f"{_word(key, lang)}: " + ", ".join(thing.label for thing in things))
    if node.tasks:
        lines.append(f"{_word('tasks', lang)}: " + "; ".join(task.label for task in node.tasks))
    return [line for line in lines if line]


def _statement(statement: Statement, lang: str) -> list[str]:
    marks = [_word(statement.standing, lang)] if statement.standing != "so" else []
    marks += [_word("inferred", lang)] if statement.basis.value == "inferred" else []
    mark = f" [{', '.join(marks)}]" if marks else ""
    lines = [f"  {dict(statement.about)[lang]} {statement.value} — {dict(statement.when)[lang]}{mark}"]
    for line in statement.evidence:
        lines.append(f"      {_word('source', lang)} {line.source}, {line.locator}: «{line.phrase}»")
    reasons = {line.reasoning for line in statement.evidence if line.reasoning}
    return lines + [f"      {reason}" for reason in sorted(reasons)]


def _word(key: str, lang: str) -> str:
    return _WORDS[key][lang]
