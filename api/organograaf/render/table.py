"""The organogram as rows: what CSV and XLSX write."""

import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import Final

from organograaf.period import Moment
from organograaf.render import words
from organograaf.view import Named, Node, Organogram, TaskLine

Cell = str | int | float | date | None

COLUMNS: Final = {
    "nl": (
        "niveau",
        "eenheid",
        "afkorting",
        "soort",
        "bovenliggende eenheid",
        "drager(s)",
        "werkt voor",
        "zekerheid",
        "toelichting",
        "sinds (EDTF)",
        "sinds, vroegst",
        "sinds, laatst",
        "tot (EDTF)",
        "tot, vroegst",
        "tot, laatst",
        "leiding",
        "taken",
        "bronnen",
    ),
    "en": (
        "level",
        "unit",
        "abbreviation",
        "kind",
        "parent unit",
        "carrier(s)",
        "works for",
        "certainty",
        "remark",
        "from (EDTF)",
        "from, earliest",
        "from, latest",
        "until (EDTF)",
        "until, earliest",
        "until, latest",
        "leadership",
        "tasks",
        "sources",
    ),
}


def columns(lang: str) -> tuple[str, ...]:
    """Return the headings in `lang`."""
    return COLUMNS.get(lang, COLUMNS["nl"])


def rows(view: Organogram, lang: str) -> Iterator[tuple[Cell, ...]]:
    """Yield one row per unit in order of reading, then the units without a place.

    «tot» is the first day on which it no longer is, as everywhere in the data.
    """
    yield from _rows(view.root, None, 0, lang)
    for one in view.unplaced:
        told = words.word("unplaced", lang)
        blank: tuple[Cell, ...] = (None,) * len(columns(lang))
        yield (None, plain(one.label), *blank[2:8], told, *blank[9:])


def plain(text: str) -> str:
    """Drop control and direction characters and what UTF-8 cannot hold."""
    spaced = "".join(" " if char in "\n\v\f" else char for char in text)
    kept = (c for c in spaced if c in "\t\r" or unicodedata.category(c) not in ("Cc", "Cf", "Cs"))
    return "".join(kept)


def _rows(unit: Node, parent: Node | None, level: int, lang: str) -> Iterator[tuple[Cell, ...]]:
    yield (
        level,
        plain(unit.label),
        plain(unit.abbreviation or ""),
        plain(unit.type or ""),
        plain(parent.label) if parent else "",
        _names(unit.carriers),
        _names(unit.serves),
        words.word(unit.certainty.value, lang),
        plain("; ".join(_remarks(unit, lang))),
        *_when(unit.start),
        *_when(unit.end),
        plain("; ".join(words.post(post, lang) for post in unit.posts)),
        plain("; ".join(_tasks(unit.tasks, lang))),
        ", ".join(sorted({line.source for line in unit.evidence})),
    )
    for child in unit.units:
        yield from _rows(child, unit, level + 1, lang)


def _remarks(unit: Node, lang: str) -> Iterator[str]:
    if unit.doubt_in(lang):
        yield unit.doubt_in(lang)
    if unit.inferred_place:
        yield words.word("inferred", lang)
    for stated in unit.counts:
        yield words.count(stated, lang)


def _when(moment: Moment | None) -> tuple[str, date | None, date | None]:
    return (moment.edtf if moment else "", *words.bounds(moment))


def _names(named: tuple[Named, ...]) -> str:
    return plain("; ".join(one.label for one in named))


def _tasks(lines: tuple[TaskLine, ...], lang: str) -> Iterator[str]:
    for line in lines:
        yield words.task(line, lang)
        yield from _tasks(line.tasks, lang)
