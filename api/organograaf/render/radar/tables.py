"""The radar as rows: a row per gap or overlap, those put aside last, with their reason."""

from typing import Final

from organograaf.render.csvtable import csv_of
from organograaf.render.radar.words import ground, title, word
from organograaf.render.table import Cell, plain
from organograaf.render.words import bounds
from organograaf.render.xlsx import xlsx_of
from organograaf.signals import Radar, Signal

Rows = list[tuple[Cell, ...]]

_COLUMNS: Final = {
    "nl": ("signaal", "wat", "code", "wie nog", "sinds (EDTF)", "sinds, vroegst", "sinds, laatst",
           "wat bekend is", "wat zou helpen", "open vragen", "zekerheid", "grond", "bronnen",
           "opzijgelegd omdat"),
    "en": ("signal", "thing", "code", "others", "since (EDTF)", "since, earliest", "since, latest",
           "what is known", "what would help", "open questions", "certainty", "ground", "sources",
           "put aside because"),
}  # fmt: skip


def radar_rows(view: Radar, lang: str) -> Rows:
    """Return the headings, then a row per signal."""
    return [_COLUMNS[lang], *(_row(one, lang) for one in (*view.signals, *view.silenced))]


def radar_csv(view: Radar, lang: str = "nl") -> bytes:
    """Write a radar as CSV for Belgian Excel."""
    return csv_of(radar_rows(view, lang))


def radar_xlsx(view: Radar, lang: str = "nl") -> bytes:
    """Write a radar as a workbook."""
    return xlsx_of(radar_rows(view, lang), word("sheet", lang), title(view, lang), view.on)


def _row(one: Signal, lang: str) -> tuple[Cell, ...]:
    return (
        dict(one.label)[lang],
        plain(one.thing.label),
        one.thing.slug,
        plain("; ".join(other.label for other in one.others)),
        one.since.edtf if one.since else "",
        *bounds(one.since),
        plain(dict(one.known)[lang]),
        dict(one.settle)[lang],
        plain(" ".join(one.questions)),
        word(one.certainty.value, lang),
        ground(one, lang),
        ", ".join(one.sources),
        plain(one.reason or ""),
    )
