"""How a box is painted: as rectangles and dots that any format can draw."""

from dataclasses import dataclass
from typing import Final

from organograaf.render.pieces import BAR
from organograaf.render.shapes import Box, Kind
from organograaf.render.tone import COLOURS, HAIR, LINE, PAPER, Tone

GROUND: Final = "#f5f6f8"
ROOT: Final = "#2b333d"
CONNECTOR: Final = LINE
CONNECTOR_WIDTH: Final = 0.9
DASH: Final = (3.2, 2.2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rect:
    """A rectangle to draw; fill and stroke are colours or "" for none."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    stroke: str = ""
    stroke_width: float = 0.0
    radius: float = 0.0
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Dot:
    """The bullet of a task."""

    x: float
    y: float
    radius: float
    fill: str


def paint(box: Box) -> tuple[Rect | Dot, ...]:
    """Return what to draw for a box, in order, without its text."""
    if box.kind is Kind.TASK:
        return (_bullet(box),)
    fill, stroke = _colours(box)
    if not fill and not stroke:
        return ()
    thick = (0.5 if box.kind is Kind.ROW and not box.dashed else 1.0) * min(1.0, box.scale)
    outline = Rect(
        x=box.x,
        y=box.y,
        width=box.width,
        height=box.height,
        fill=fill,
        stroke=stroke,
        stroke_width=thick,
        radius=(0.8 if box.kind is Kind.ROW else 2.0) * box.scale,
        dashed=box.dashed,
    )
    return (outline, *_bar(box))


def _colours(box: Box) -> tuple[str, str]:
    colours = COLOURS[box.tone]
    strong = ROOT if box.kind is Kind.ROOT and box.tone is Tone.UNKNOWN else colours.strong
    if box.kind in (Kind.COUNT, Kind.CAPTION):
        return "", ""
    if box.kind is Kind.PANEL:
        return GROUND, ""
    if box.kind in (Kind.HEAD, Kind.ROOT):
        return (colours.tint if box.dashed else strong), strong
    if box.kind is Kind.ROW:
        return PAPER, strong if box.dashed else HAIR
    return (PAPER if box.kind in (Kind.LEAF, Kind.PERSON) else colours.tint), strong


def _bar(box: Box) -> tuple[Rect, ...]:
    strong, wide = COLOURS[box.tone].strong, BAR * box.scale
    if box.kind is Kind.HEAD and not box.dashed:
        strong = PAPER
    if box.bar == "solid":
        return (Rect(x=box.x, y=box.y, width=wide, height=box.height, fill=strong),)
    if box.bar == "hollow":
        edge = 0.7 * box.scale
        return (
            Rect(
                x=box.x, y=box.y, width=wide, height=box.height, fill=PAPER, stroke=strong, stroke_width=edge
            ),
        )
    if box.bar == "dashed":
        count = max(2, round(box.height / (6 * box.scale)))
        step = box.height / (count - 0.4)
        return tuple(
            Rect(x=box.x, y=box.y + i * step, width=wide, height=step * 0.6, fill=strong)
            for i in range(count)
        )
    return ()


def _bullet(box: Box) -> Dot:
    size = 10 * box.scale
    middle = box.texts[0].y - 0.3 * size if box.texts else box.y + box.height / 2
    return Dot(box.x + 0.38 * size, middle, 0.14 * size, COLOURS[Tone.UNKNOWN].strong)
