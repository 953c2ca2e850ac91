"""The rows of lifelines: headings and labels, measured and shared over pages."""

from dataclasses import dataclass, replace
from typing import Final

from organograaf.render.pieces import text_box
from organograaf.render.shapes import Box, Kind
from organograaf.render.tone import COLOURS, Tone, tone_of
from organograaf.spans import Lifeline, Lifelines

LABEL: Final = 214.0
_HEADING: Final = 17.0
_ROW: Final = 15.5


@dataclass(frozen=True, slots=True)
class Row:
    """A line with its label, and its middle and top in the stack of rows; or only a heading."""

    line: Lifeline | None
    label: Box
    top: float
    height: float

    @property
    def middle(self) -> float:
        """The height of the middle of its bar."""
        return self.top + self.height / 2


def rows_of(view: Lifelines, lang: str) -> list[Row]:
    """Measure the lines, each heading before its own."""
    rows: list[Row] = []
    y, heading = 0.0, None
    for line in view.lines:
        if line.group != heading:
            heading = line.group
            made = text_box(Kind.CAPTION, dict(heading)[lang], [], LABEL, Tone.UNKNOWN)
            rows.append(Row(None, made, y, max(_HEADING, made.height)))
            y += rows[-1].height
        own = tone_of(line.behind)
        made = text_box(Kind.LABEL, dict(line.label)[lang], [], LABEL, own, mark=COLOURS[own].mark, depth=1)
        named = line.thing
        made = replace(made, slug=named.slug if named else "", name=named.label if named else "")
        rows.append(Row(line, made, y, max(_ROW, made.height)))
        y += rows[-1].height
    return rows


def bottom_of(rows: list[Row]) -> float:
    """Return how high the rows stand together."""
    return rows[-1].top + rows[-1].height if rows else 0.0


def shared_out(rows: list[Row], room: float) -> list[list[Row]]:
    """Share rows over pages; a heading leads its own on each of them, and never stands alone."""
    sheets: list[list[Row]] = [[]]
    start, heading = 0.0, None
    for number, row in enumerate(rows):
        lead = rows[number + 1].height if row.line is None and number + 1 < len(rows) else 0.0
        if sheets[-1] and row.top + row.height + lead - start > room:
            again: list[Row] = [replace(heading, top=0.0)] if heading and row.line else []
            sheets.append(again)
            start = row.top - sum(one.height for one in again)
        heading = row if row.line is None else heading
        sheets[-1].append(replace(row, top=row.top - start))
    return sheets
