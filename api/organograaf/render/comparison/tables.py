"""Comparisons as rows: differences, crosswalks and events."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from organograaf.changes import Change, ChangeKind, Crosswalk, Difference, EventLine, Pair, Transition
from organograaf.period import Moment
from organograaf.render.comparison.words import kind, title, word
from organograaf.render.csvtable import csv_of
from organograaf.render.table import Cell, plain
from organograaf.render.words import bounds
from organograaf.render.xlsx import xlsx_of
from organograaf.view import Named
from organograaf.words import day

Rows = list[tuple[Cell, ...]]

_DIFFERENCE: Final = {
    "nl": ("wat", "eenheid", "code", "van", "naar", "datum (EDTF)", "vroegst", "laatst", "gebeurtenis",
           "besluit", "grond", "bronnen", "zin"),
    "en": ("kind", "unit", "code", "from", "to", "date (EDTF)", "earliest", "latest", "event",
           "act", "basis", "sources", "sentence"),
}  # fmt: skip
_CROSSWALK: Final = {
    "nl": ("oude code", "oude naam", "oud op", "nieuwe code", "nieuwe naam", "nieuw op", "verband", "aandeel",
           "datum (EDTF)", "vroegst", "laatst", "gebeurtenis", "besluit", "zekerheid oud", "zekerheid nieuw",
           "grond", "bronnen"),
    "en": ("old code", "old name", "old on", "new code", "new name", "new on", "relation", "share",
           "date (EDTF)", "earliest", "latest", "event", "act", "certainty old", "certainty new",
           "basis", "sources"),
}  # fmt: skip
_EVENTS: Final = {
    "nl": (
        "datum (EDTF)",
        "gebeurtenis",
        "soort",
        "code",
        "besluit",
        "besloten op (EDTF)",
        "vroegere",
        "nieuwe",
        "bronnen",
    ),
    "en": (
        "date (EDTF)",
        "event",
        "kind",
        "code",
        "act",
        "decided on (EDTF)",
        "original",
        "resulting",
        "sources",
    ),
}


def difference_rows(view: Difference, lang: str) -> Rows:
    """Return the headings, then a row per change; corrections say so in their first cell."""
    corrected = [(f"{word('correction', lang)}: ", one) for one in view.corrections]
    told = [*(("", one) for one in view.changes), *corrected]
    return [_DIFFERENCE[lang], *(_change(before + kind(one, lang), one, lang) for before, one in told)]


def difference_csv(view: Difference, lang: str = "nl") -> bytes:
    """Write a difference as CSV for Belgian Excel."""
    return csv_of(difference_rows(view, lang))


def difference_xlsx(view: Difference, lang: str = "nl") -> bytes:
    """Write a difference as a workbook."""
    return xlsx_of(difference_rows(view, lang), word("changes", lang), title(view, lang), view.until)


def crosswalk_rows(view: Crosswalk, lang: str) -> Rows:
    """Return the headings, then a row per pair of codes."""
    return pair_rows(view, view.pairs, lang)


def pair_rows(view: Crosswalk | Transition, pairs: Sequence[Pair], lang: str) -> Rows:
    """Return the headings, then a row per pair, between the two days of a view."""
    return [_CROSSWALK[lang], *(_pair(view, one, lang) for one in pairs)]


def crosswalk_csv(view: Crosswalk, lang: str = "nl") -> bytes:
    """Write a crosswalk as CSV for Belgian Excel."""
    return csv_of(crosswalk_rows(view, lang))


def crosswalk_xlsx(view: Crosswalk, lang: str = "nl") -> bytes:
    """Write a crosswalk as a workbook."""
    told = word("crosswalk", lang, day(view.since, lang), day(view.until, lang))
    return xlsx_of(crosswalk_rows(view, lang), word("crosswalk", lang, "", "").split()[0], told, view.until)


def event_rows(lines: Sequence[EventLine], lang: str) -> Rows:
    """Return the headings, then a row per event."""
    return [_EVENTS[lang], *(_event(one, lang) for one in lines)]


def names(found: Sequence[Named]) -> str:
    """Return names in one cell."""
    return plain("; ".join(one.label for one in found))


def _change(told: str, one: Change, lang: str) -> tuple[Cell, ...]:
    lost = one.kind is ChangeKind.DISAPPEARED and not one.after and not one.explained
    return (
        told,
        plain(one.thing.label),
        one.thing.slug,
        names(one.before),
        word("no source", lang) if lost else names(one.after),
        *_when(one.moment),
        plain(one.event.label) if one.event else "",
        one.act or "",
        word(one.basis.value, lang),
        ", ".join(one.sources) or word("no source", lang),
        plain(one.told(lang)),
    )


def _pair(view: Crosswalk | Transition, one: Pair, lang: str) -> tuple[Cell, ...]:
    acts = [event.act for event in one.events if event.act]
    return (
        one.old.slug,
        plain(one.old.label),
        view.since,
        one.new.slug if one.new else "",
        plain(one.new.label) if one.new else "",
        view.until if one.new else None,
        word(f"relation {one.relation}", lang),
        word(one.share, lang) if one.share else "",
        *_when(one.moment),
        plain("; ".join(event.label for event in one.events)),
        ", ".join(acts),
        word(one.certainty[0].value, lang),
        word(one.certainty[1].value, lang),
        word(one.basis.value, lang),
        ", ".join(one.sources) or word("no source", lang),
    )


def _event(one: EventLine, lang: str) -> tuple[Cell, ...]:
    told = f"{one.label} ({word('planned', lang)})" if one.planned else one.label
    return (
        one.moment.edtf if one.moment else word("undated", lang),
        plain(told),
        dict(one.kind).get(lang, ""),
        one.slug,
        one.act or "",
        one.decided.edtf if one.decided else "",
        names(one.original),
        names(one.resulting),
        ", ".join(one.sources),
    )


def _when(moment: Moment | None) -> tuple[str, date | None, date | None]:
    return (moment.edtf if moment else "", *bounds(moment))
