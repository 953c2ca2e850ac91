"""The radar as plain text, for a terminal."""

from collections.abc import Iterable, Iterator

from organograaf.period import Certainty
from organograaf.render.radar.words import beyond, title, word
from organograaf.render.table import plain
from organograaf.signals import Radar, Signal
from organograaf.words import began, day


def radar_text(view: Radar, lang: str = "nl") -> bytes:
    """Write a radar as text in UTF-8, by kind; those put aside come last."""
    lines = [title(view, lang), *_head(view, lang), ""]
    for _, found in view.kinds():
        lines += [f"{_first(dict(found[0].label)[lang])} ({len(found)})", *_signals(found, lang), ""]
    if view.silenced:
        lines += [word("silenced", lang), *_signals(view.silenced, lang), ""]
    notes = [word("known", lang, day(view.known, lang))] if view.known else []
    lines += [" · ".join([*notes, word("dataset", lang, view.dataset)])]
    return ("\n".join(lines) + "\n").encode("utf-8", "replace")


def _head(view: Radar, lang: str) -> Iterator[str]:
    if view.root:
        yield word("under", lang, plain(view.root.label))
    yield word("count", lang, len(view.signals), len(view.silenced))
    if told := beyond(view, lang):
        yield told


def _signals(found: Iterable[Signal], lang: str) -> Iterator[str]:
    for one in found:
        notes = [word("possible", lang)] if one.certainty is Certainty.POSSIBLE else []
        notes += [began(one.since, lang)] if one.since else []
        yield f"  • {plain(one.thing.label)}{' (' + ', '.join(notes) + ')' if notes else ''}"
        sources = one.sources
        told = word("source" if len(sources) == 1 else "sources", lang, ", ".join(sources)) if sources else ""
        yield f"      {plain(dict(one.known)[lang])}{' (' + told + ')' if told else ''}"
        if one.reason:
            yield f"      {word('reason', lang, plain(one.reason))}"
            continue
        yield f"      {word('settle', lang, dict(one.settle)[lang])}"
        yield from (f"      {word('question', lang, plain(question))}" for question in one.questions)


def _first(text: str) -> str:
    return text[:1].upper() + text[1:]
