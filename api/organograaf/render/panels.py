"""Blocks, bands and shelves: stacks of boxes set beside one another."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from organograaf.render.pieces import Above, Group, group, own_groups, unit_box
from organograaf.render.shapes import Box, Kind, Stroke
from organograaf.render.tone import Tone
from organograaf.view import Node

COLUMN_GAP: Final = 8.0
BLOCK_GAP: Final = 14.0
BAND_GAP: Final = 18.0
BAND_PAD: Final = 9.0
UNDER_HEAD: Final = 8.0
MOST_COLUMNS: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """Boxes with a place among themselves; `columns` columns of text wide.

    `linked` tells whether a connector from the root ends on its top.
    """

    width: float
    height: float
    columns: int
    boxes: tuple[Box, ...]
    strokes: tuple[Stroke, ...] = ()
    linked: bool = True
    dashed: bool = False

    def at(self, x: float, y: float) -> "Panel":
        """Return it moved by x and y."""
        return replace(
            self,
            boxes=tuple(box.at(x, y) for box in self.boxes),
            strokes=tuple(stroke.scaled(1, x, y) for stroke in self.strokes),
        )


def beside(panels: Sequence[Panel], gap: float) -> Panel:
    """Set panels beside one another, their tops in line."""
    x = 0.0
    boxes: list[Box] = []
    for panel in panels:
        boxes.extend(panel.at(x, 0).boxes)
        x += panel.width + gap
    return Panel(
        width=x - gap,
        height=max(panel.height for panel in panels),
        columns=sum(panel.columns for panel in panels),
        boxes=tuple(boxes),
    )


def levelled(panels: Sequence[Panel]) -> list[Panel]:
    """Give the heads of panels beside one another the same height."""
    heads = [_head(panel) for panel in panels]
    tallest = max((head.height for head in heads if head), default=0.0)
    return [
        _grown(panel, head, tallest - head.height) if head else panel
        for panel, head in zip(panels, heads, strict=True)
    ]


def _head(panel: Panel) -> Box | None:
    return next((box for box in panel.boxes[:2] if box.kind in (Kind.HEAD, Kind.BAND)), None)


def _grown(panel: Panel, head: Box, by: float) -> Panel:
    def moved(box: Box) -> Box:
        if box is head:
            texts = tuple(text.scaled(1, 0, by / 2) for text in box.texts)
            return replace(box, height=box.height + by, texts=texts)
        return replace(box, height=box.height + by) if box.kind is Kind.PANEL else box.at(0, by)

    return replace(panel, height=panel.height + by, boxes=tuple(moved(box) for box in panel.boxes))


def stack(groups: Sequence[Group]) -> tuple[tuple[Box, ...], float]:
    """Set groups under one another; return the boxes and the height.

    The first box takes no air above it, so that columns begin in line.
    """
    y = 0.0
    boxes: list[Box] = []
    for one in groups:
        for box in one.boxes:
            y += box.above if boxes else 0.0
            boxes.append(box.at(0, y))
            y += box.height
    return tuple(boxes), y


def shared_out(groups: Sequence[Group], columns: int) -> tuple[tuple[Group, ...], ...]:
    """Share groups in their order over columns, the tallest as low as can be."""
    if not groups:
        return ()
    heights = [one.height for one in groups]
    low, high = max(max(heights), sum(heights) / columns), sum(heights)
    while high - low > 1.0:
        middle = (low + high) / 2
        if len(_ends(heights, middle)) <= columns:
            high = middle
        else:
            low = middle
    ends = _ends(heights, high + 0.01)
    return tuple(tuple(groups[start:end]) for start, end in pairwise((0, *ends)))


def _ends(heights: Sequence[float], most: float) -> list[int]:
    """Say where each column of at most `most` high ends, filling them in order."""
    ends: list[int] = []
    used = 0.0
    for number, height in enumerate(heights):
        if used and used + height > most:
            ends.append(number)
            used = 0.0
        used += height
    return [*ends, len(heights)]


def unit_groups(node: Node, room: float, above: Above) -> tuple[Group, ...]:
    """Measure all that goes under the head of a block."""
    under = above.under(node)
    return own_groups(node, room, under) + tuple(group(unit, room, under) for unit in node.units)


def columns_for(groups: Sequence[Group], target: float) -> int:
    """Return the fewest of one to four columns in which groups stay within `target`."""
    for columns in range(1, MOST_COLUMNS):
        shared = shared_out(groups, columns)
        if all(sum(one.height for one in column) <= target for column in shared):
            return max(1, len(shared))
    return max(1, len(shared_out(groups, MOST_COLUMNS)))


def block(node: Node, groups: Sequence[Group], room: float, columns: int, above: Above) -> Panel:
    """Set a unit's head over its groups in columns `room` wide."""
    span = columns * room + (columns - 1) * COLUMN_GAP
    head = unit_box(node, Kind.HEAD, span, above)
    return headed(head, groups, room, columns, node.inferred_place)


def headed(
    head: Box | None, groups: Sequence[Group], room: float, columns: int, dashed: bool = False
) -> Panel:
    """Set groups in columns under a head, or under none."""
    top = head.height + UNDER_HEAD if head else 0.0
    boxes, height = [head] if head else [], top
    for number, column in enumerate(shared_out(groups, columns)):
        placed, tall = stack(column)
        boxes.extend(box.at(number * (room + COLUMN_GAP), top) for box in placed)
        height = max(height, top + tall)
    return Panel(
        width=columns * room + (columns - 1) * COLUMN_GAP,
        height=height,
        columns=columns,
        boxes=tuple(boxes),
        linked=head is not None,
        dashed=dashed,
    )


def band(header: Box, rows: Sequence[Sequence[Panel]], dashed: bool = False) -> Panel:
    """Set rows of blocks under the header of their legal person, on one ground."""
    y = header.height + BAND_PAD
    boxes: list[Box] = []
    width = header.width
    for row in rows:
        panel = beside(levelled(row), BLOCK_GAP)
        boxes.extend(panel.at(BAND_PAD, y).boxes)
        y += panel.height + BAND_GAP
    height = y - BAND_GAP + BAND_PAD
    ground = Box(kind=Kind.PANEL, x=0, y=0, width=width, height=height, tone=Tone.UNKNOWN)
    columns = max(sum(panel.columns for panel in row) for row in rows)
    return Panel(width=width, height=height, columns=columns, boxes=(ground, header, *boxes), dashed=dashed)
