"""Groups in columns that run over as many pages as they need: always legible."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from organograaf.render.fit import Body
from organograaf.render.panels import BLOCK_GAP, UNDER_HEAD, shared_out, stack
from organograaf.render.pieces import Group
from organograaf.render.shapes import Box, Kind

SCALES: Final = (1.1, 1.0, 0.9, 0.82)
ROOM: Final = 165.0
_LEADS: Final = (Kind.SUB, Kind.CAPTION)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page to be: its name among the bookmarks and its body."""

    title: str
    body: Body


@dataclass(frozen=True, slots=True)
class Space:
    """The room on a page in points, and the language."""

    width: float
    height: float
    lang: str


def flow(
    head: Callable[[float], Box], groups: Callable[[float], Sequence[Group]], space: Space
) -> tuple[Body, ...]:
    """Set groups in columns under a head that comes back on every page.

    `head` measures for the width of the page, `groups` for that of a column. All on one
    page when it fits, as large as whole groups allow, else as broken ones do; else at
    8 points over several.
    """
    for scale in SCALES:
        across, down = space.width / scale, space.height / scale
        columns, room = _columns(across)
        top = head(across)
        shared = shared_out(groups(room), columns)
        tallest = max((stack(column)[1] for column in shared), default=0.0)
        if len(shared) <= columns and top.height + UNDER_HEAD + tallest <= down:
            return (_body(top, [_joined(column) for column in shared], room, scale),)
    for scale in SCALES:
        across, down = space.width / scale, space.height / scale
        columns, room = _columns(across)
        top = head(across)
        filled = _broken(groups(room), down - top.height - UNDER_HEAD)
        if len(filled) <= columns:
            break
    return tuple(
        _body(top, filled[start : start + columns], room, scale) for start in range(0, len(filled), columns)
    )


def _columns(across: float) -> tuple[int, float]:
    columns = max(1, int((across + BLOCK_GAP) // (ROOM + BLOCK_GAP)))
    return columns, (across - (columns - 1) * BLOCK_GAP) / columns


def _joined(column: Sequence[Group]) -> list[Box]:
    return [box for one in column for box in one.boxes]


def _body(top: Box, columns: Sequence[Sequence[Box]], room: float, scale: float) -> Body:
    boxes = [top]
    for number, column in enumerate(columns):
        placed, _ = stack([Group(tuple(column), None)])
        left, down = number * (room + BLOCK_GAP), top.height + UNDER_HEAD
        boxes.extend(box.at(left + x, down + y) for box, x, y in placed)
    return Body(tuple(box.scaled(scale, 0, 0) for box in boxes), (), scale)


def _broken(groups: Sequence[Group], tall: float) -> list[list[Box]]:
    """Fill columns in order; a group is broken only when no column holds it whole."""
    columns: list[list[Box]] = [[]]
    used = 0.0
    for one in groups:
        whole = one.height <= tall
        if columns[-1] and used + one.height > tall and (whole or used > tall / 2):
            columns.append([])
            used = 0.0
        for number, box in enumerate(one.boxes):
            after = one.boxes[number + 1] if box.kind in _LEADS and number + 1 < len(one.boxes) else None
            needed = box.above + box.height + (after.above + after.height if after else 0)
            if columns[-1] and used + needed > tall:
                again = one.again if number else None
                columns.append([again] if again else [])
                used = again.above + again.height if again else 0.0
            columns[-1].append(box)
            used += box.above + box.height
    return columns
