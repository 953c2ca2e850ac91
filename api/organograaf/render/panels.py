"""Blocks, bands and shelves: stacks of boxes set beside one another."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final, NamedTuple

from organograaf.render.pieces import Above, Group, group, own_groups, unit_box
from organograaf.render.shapes import Box, Kind
from organograaf.render.tone import Tone
from organograaf.view import Node

COLUMN_GAP: Final = 8.0
BLOCK_GAP: Final = 14.0
BAND_GAP: Final = 18.0
BAND_PAD: Final = 9.0
UNDER_HEAD: Final = 8.0
MOST_COLUMNS: Final = 4


class Placed(NamedTuple):
    """A box and how far it is moved: hundreds of layouts are tried, and only one is drawn."""

    box: Box
    x: float = 0.0
    y: float = 0.0

    def at(self, x: float, y: float) -> "Placed":
        """Return it moved by x and y."""
        return Placed(self.box, self.x + x, self.y + y)


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """Boxes with a place among themselves; `columns` columns of text wide.

    `linked` tells whether a connector from the root ends on its top.
    """

    width: float
    height: float
    columns: int
    placed: tuple[Placed, ...]
    linked: bool = True
    dashed: bool = False

    def at(self, x: float, y: float) -> tuple[Box, ...]:
        """Return its boxes, moved by x and y."""
        return tuple(box.at(left + x, top + y) for box, left, top in self.placed)


def beside(panels: Sequence[Panel], gap: float) -> Panel:
    """Set panels beside one another, their tops in line."""
    x = 0.0
    placed: list[Placed] = []
    for panel in panels:
        placed.extend(one.at(x, 0) for one in panel.placed)
        x += panel.width + gap
    return Panel(
        width=x - gap,
        height=max(panel.height for panel in panels),
        columns=sum(panel.columns for panel in panels),
        placed=tuple(placed),
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
    return next((box for box, _, _ in panel.placed[:2] if box.kind in (Kind.HEAD, Kind.BAND)), None)


def _grown(panel: Panel, head: Box, by: float) -> Panel:
    def moved(one: Placed) -> Placed:
        if one.box is head:
            texts = tuple(text.scaled(1, 0, by / 2) for text in head.texts)
            return one._replace(box=replace(head, height=head.height + by, texts=texts))
        if one.box.kind is Kind.PANEL:
            return one._replace(box=replace(one.box, height=one.box.height + by))
        return one.at(0, by)

    return replace(panel, height=panel.height + by, placed=tuple(map(moved, panel.placed)))


def stack(groups: Sequence[Group]) -> tuple[tuple[Placed, ...], float]:
    """Set groups under one another; return the boxes and the height.

    The first box takes no air above it, so that columns begin in line.
    """
    y = 0.0
    placed: list[Placed] = []
    for one in groups:
        for box in one.boxes:
            y += box.above if placed else 0.0
            placed.append(Placed(box, 0, y))
            y += box.height
    return tuple(placed), y


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
    placed, height = [Placed(head)] if head else [], top
    for number, column in enumerate(shared_out(groups, columns)):
        stacked, tall = stack(column)
        placed.extend(one.at(number * (room + COLUMN_GAP), top) for one in stacked)
        height = max(height, top + tall)
    return Panel(
        width=columns * room + (columns - 1) * COLUMN_GAP,
        height=height,
        columns=columns,
        placed=tuple(placed),
        linked=head is not None,
        dashed=dashed,
    )


def band(header: Box, rows: Sequence[Sequence[Panel]], dashed: bool = False) -> Panel:
    """Set rows of blocks under the header of their legal person, on one ground."""
    y = header.height + BAND_PAD
    blocks: list[Placed] = []
    width = header.width
    for row in rows:
        panel = beside(levelled(row), BLOCK_GAP)
        blocks.extend(one.at(BAND_PAD, y) for one in panel.placed)
        y += panel.height + BAND_GAP
    height = y - BAND_GAP + BAND_PAD
    ground = Box(kind=Kind.PANEL, x=0, y=0, width=width, height=height, tone=Tone.UNKNOWN)
    columns = max(sum(panel.columns for panel in row) for row in rows)
    placed = (Placed(ground), Placed(header), *blocks)
    return Panel(width=width, height=height, columns=columns, placed=placed, dashed=dashed)
