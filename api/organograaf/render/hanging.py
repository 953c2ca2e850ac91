"""The organogram as a hanging tree for the screen: a column per branch, to explore and fold."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from organograaf.render import words
from organograaf.render.fit import Body
from organograaf.render.fonts import Face
from organograaf.render.frame import MARGIN, frame, furnish
from organograaf.render.pieces import STYLES, Above, text_box, unit_box
from organograaf.render.shapes import Box, Kind, Page, Stroke, Text
from organograaf.render.tone import QUIET, Tone
from organograaf.view import Node, Organogram

ROOM: Final = 172.0
INDENT: Final = 15.0
GAP: Final = 7.0
COLUMN_GAP: Final = 26.0
RAIL: Final = 16.0
TOGGLE: Final = 18.0
NARROWEST: Final = 620.0


@dataclass(slots=True)
class _Drawing:
    """What is drawn so far; the only thing that changes while a tree is set."""

    lang: str
    folded: Collection[str]
    toggles: bool
    boxes: list[Box] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)


def hanging(
    view: Organogram,
    paper: str = "A3",
    lang: str = "nl",
    *,
    folded: Collection[str] = (),
    toggles: bool = False,
) -> tuple[Page, ...]:
    """Set an organogram as one sheet as large as it needs, whatever the paper.

    The units of `folded` (slugs) keep what is under them to themselves. With `toggles`
    every unit that has some gets a button to fold it.
    """
    drawing = _Drawing(lang, folded, toggles)
    above = Above(lang=lang).under(view.root)
    columns = _columns(view.root.units)
    left, down = 0.0, 0.0
    anchors = []
    wide = max(len(columns) * (ROOM + COLUMN_GAP + TOGGLE) - COLUMN_GAP, NARROWEST)
    head = unit_box(view.root, Kind.ROOT, 280.0, Above(lang=lang))
    top = head.height + 2 * RAIL
    for column in columns:
        y = top
        anchors.append(left + ROOM / 2)
        for number, unit in enumerate(column):
            if number:
                y += GAP
            y = _branch(drawing, unit, left, y, above, 0)
        down = max(down, y)
        left += ROOM + COLUMN_GAP + TOGGLE
    down = max(_unplaced(drawing, view, down, wide), top)
    drawing.boxes.insert(0, head.at((wide - head.width) / 2, 0))
    drawing.strokes += _rail(wide / 2, head.height, top, anchors)
    around = frame(view, wide + 2 * MARGIN, 10_000, lang)
    around = replace(around, height=around.top + down + 10_000 - around.bottom, bottom=around.top + down)
    body = Body(tuple(drawing.boxes), tuple(drawing.strokes), 1.0)
    return (furnish(around, body, words.title(view, lang), 1, 1),)


def _columns(units: Sequence[Node]) -> list[list[Node]]:
    """Give each unit with others under it a column; the bare ones share columns."""
    full = [[unit] for unit in units if unit.units]
    bare = [unit for unit in units if not unit.units]
    tallest = max((sum(1 for _ in column[0].walk()) for column in full), default=12)
    return full + [bare[start : start + tallest] for start in range(0, len(bare), tallest)]


def _branch(drawing: _Drawing, node: Node, x: float, y: float, above: Above, depth: int) -> float:
    """Draw a unit and all under it from `y` down; return where it ends."""
    kind = Kind.HEAD if depth == 0 and node.units else Kind.SUB if node.units else Kind.LEAF
    box = unit_box(node, kind, ROOM, above).at(x, y)
    drawing.boxes.append(box)
    bottom = y + box.height
    shut = node.slug in drawing.folded
    if node.units and drawing.toggles:
        drawing.boxes.append(_toggle(node, x + ROOM + 2, y + (box.height - TOGGLE) / 2, shut))
    if shut:
        return bottom
    spine = x + INDENT / 2
    for unit in node.units:
        start = bottom + GAP
        first = len(drawing.boxes)
        bottom = _branch(drawing, unit, x + INDENT, start, above.under(node), depth + 1)
        middle = start + drawing.boxes[first].height / 2
        drawing.strokes.append(Stroke(((spine, middle), (x + INDENT, middle)), unit.inferred_place))
    if node.units:
        drawing.strokes.append(Stroke(((spine, y + box.height), (spine, middle))))
    return bottom


def _toggle(node: Node, x: float, y: float, shut: bool) -> Box:
    told = f"+{sum(1 for _ in node.walk()) - 1}" if shut else "–"
    text = Text(x=x + TOGGLE / 2, y=y + 12.5, text=told, face=Face.BOLD, size=9.0, ink=QUIET, anchor="middle")
    return Box(
        kind=Kind.TOGGLE,
        x=x,
        y=y,
        width=TOGGLE,
        height=TOGGLE,
        tone=Tone.UNKNOWN,
        texts=(text,),
        fold=node.slug,
    )


def _unplaced(drawing: _Drawing, view: Organogram, y: float, wide: float) -> float:
    if not view.unplaced:
        return y
    y += 2 * GAP
    caption = text_box(Kind.CAPTION, words.word("unplaced", drawing.lang), [], wide, Tone.UNKNOWN)
    drawing.boxes.append(caption.at(0, y))
    y += caption.height + GAP
    across = max(1, int((wide + COLUMN_GAP) // (ROOM + COLUMN_GAP)))
    style = STYLES[Kind.LEAF]
    for start in range(0, len(view.unplaced), across):
        row = [
            replace(
                text_box(Kind.LEAF, one.label, [], ROOM, Tone.UNKNOWN),
                slug=one.slug,
                name=one.label,
                bar="hollow",
            )
            for one in view.unplaced[start : start + across]
        ]
        drawing.boxes += [box.at(number * (ROOM + COLUMN_GAP), y) for number, box in enumerate(row)]
        y += max(box.height for box in row) + style.above
    return y


def _rail(middle: float, top: float, bottom: float, anchors: Sequence[float]) -> list[Stroke]:
    """Draw the line under the root, and one down to each column."""
    if not anchors:
        return []
    y = (top + bottom) / 2
    ends = (min(*anchors, middle), max(*anchors, middle))
    return [
        Stroke(((middle, top), (middle, y))),
        Stroke(((ends[0], y), (ends[1], y))),
        *(Stroke(((anchor, y), (anchor, bottom))) for anchor in anchors),
    ]
