"""The figures as rows: one per year, certain and possible each in a column."""

from collections.abc import Iterator

from organograaf.figures import Analysis, Extent, Shape, Year
from organograaf.render.analysis.words import kind, title, word
from organograaf.render.csvtable import csv_of
from organograaf.render.table import Cell, plain
from organograaf.render.xlsx import xlsx_of

Rows = list[tuple[Cell, ...]]
CHURN = ("appeared", "disappeared", "renamed", "moved")


def analysis_rows(view: Analysis, lang: str) -> Rows:
    """Return the headings, then a row per year."""
    return [tuple(_columns(view, lang)), *(tuple(_row(view, year)) for year in view.years)]


def analysis_csv(view: Analysis, lang: str = "nl") -> bytes:
    """Write the figures as CSV for Belgian Excel."""
    return csv_of(analysis_rows(view, lang))


def analysis_xlsx(view: Analysis, lang: str = "nl") -> bytes:
    """Write the figures as a workbook."""
    return xlsx_of(analysis_rows(view, lang), word("sheet", lang), title(view, lang), view.years[-1].on)


def share(year: Year) -> int | None:
    """Return the percentage of units for several organisations, of those of which it is known."""
    told = year.told.certain + year.told.possible
    return round(100 * (year.shared.certain + year.shared.possible) / told) if told else None


def _columns(view: Analysis, lang: str) -> Iterator[str]:
    yield word("year", lang)
    yield word("sources", lang)
    for name in (word("units", lang), *(kind(one, lang) for one in view.kinds)):
        yield from (f"{plain(name)}, {word(grade, lang)}" for grade in ("certain", "possible"))
    for name in ("depth", "mean", "most"):
        yield from (f"{word(name, lang)}, {word(grade, lang)}" for grade in ("certain", "with possible"))
    for name in ("shared", "told"):
        yield from (f"{word(name, lang)}, {word(grade, lang)}" for grade in ("certain", "possible"))
    yield f"{word('share', lang)} (%)"
    for name in CHURN:
        yield from (f"{word(name, lang)}, {word(grade, lang)}" for grade in ("certain", "possible"))


def _row(view: Analysis, year: Year) -> Iterator[Cell]:
    kinds = dict(year.kinds)
    yield year.year
    yield year.sources
    for extent in (year.units, *(kinds.get(name, Extent()) for name in view.kinds)):
        yield from (extent.certain, extent.possible)
    yield from _forms(year.certain, year.drawn)
    for extent in (year.shared, year.told):
        yield from (extent.certain, extent.possible)
    yield share(year)
    for extent in (getattr(year.churn, name) for name in CHURN):
        yield from (extent.certain, extent.possible)


def _forms(certain: Shape, drawn: Shape) -> Iterator[Cell]:
    yield from (certain.depth, drawn.depth, certain.mean, drawn.mean, certain.most, drawn.most)
