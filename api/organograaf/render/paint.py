"""How a box is painted: as rectangles and dots that any format can draw."""

from typing import Final

from organograaf.render.marks import Dot, Drawn, Path, Rect
from organograaf.render.pieces import BAR
from organograaf.render.shapes import Box, Kind
from organograaf.render.tone import CHANGES, COLOURS, HAIR, LINE, PAPER, Tone

GROUND: Final = "#f5f6f8"
ROOT: Final = "#2b333d"
CONNECTOR: Final = LINE
CONNECTOR_WIDTH: Final = 0.9
DASH: Final = (3.2, 2.2)


# In units of half the height of a sign, from its middle.
_SIGNS: Final = {
    Tone.NEW: (((-1, 0), (1, 0)), ((0, -1), (0, 1))),
    Tone.MOVED: (((-1, 0), (1, 0)), ((0.2, -0.8), (1, 0), (0.2, 0.8))),
    Tone.RENAMED: (((-1, 1), (-0.8, 0.3), (0.6, -1), (1, -0.6), (-0.4, 0.8), (-1, 1)),),
    Tone.CHANGED: (((-1, -0.5), (1, -0.5)), ((-1, 0.5), (1, 0.5)), ((-0.6, 1), (0.6, -1))),
    Tone.GONE: (((-1, 0), (1, 0)),),
}


def paint(box: Box) -> tuple[Drawn, ...]:
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
    return (outline, *_bar(box), *_sign(box))


def _colours(box: Box) -> tuple[str, str]:
    colours = COLOURS[box.tone]
    strong = ROOT if box.kind is Kind.ROOT and box.tone in (Tone.UNKNOWN, Tone.SAME) else colours.strong
    if box.kind in (Kind.COUNT, Kind.CAPTION, Kind.LABEL):
        return "", ""
    if box.kind is Kind.PANEL:
        return GROUND, ""
    if box.kind in (Kind.HEAD, Kind.ROOT, Kind.SUBJECT):
        return (colours.tint if box.dashed else strong), strong
    if box.tone in CHANGES:
        return colours.tint, strong
    if box.kind is Kind.ROW:
        return PAPER, strong if box.dashed else HAIR
    return (PAPER if box.kind in (Kind.LEAF, Kind.PERSON, Kind.TOGGLE) else colours.tint), strong


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


def _sign(box: Box) -> tuple[Path, ...]:
    if box.sign is None:
        return ()
    half = 3.6 * box.scale
    x, y = box.x + box.width - half - 5 * box.scale, box.y + half + 5 * box.scale
    if box.kind is Kind.SWATCH:
        x, y = box.x + box.width / 2, box.y + box.height / 2
    light = box.kind in (Kind.HEAD, Kind.ROOT) and not box.dashed
    stroke = PAPER if light else COLOURS[box.sign].strong
    return tuple(
        Path(
            points=tuple((x + dx * half, y + dy * half) for dx, dy in line),
            stroke=stroke,
            stroke_width=1.3 * box.scale,
        )
        for line in _SIGNS[box.sign]
    )


def _bullet(box: Box) -> Dot:
    size = 10 * box.scale
    middle = box.texts[0].y - 0.3 * size if box.texts else box.y + box.height / 2
    return Dot(box.x + 0.38 * size, middle, 0.14 * size, COLOURS[Tone.UNKNOWN].strong)
