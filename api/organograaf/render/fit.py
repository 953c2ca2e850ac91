"""One organogram on one page: the largest scale at which all of it fits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from organograaf.render import words
from organograaf.render.fonts import Face
from organograaf.render.fonts import width as measured
from organograaf.render.items import Branch, Item, Measure, Part, branches, item, persons
from organograaf.render.panels import BAND_GAP, BLOCK_GAP, Panel, levelled
from organograaf.render.pieces import SMALL, STYLES, Above, text_box, unit_box
from organograaf.render.shapes import Box, Kind, Stroke
from organograaf.render.tone import Tone
from organograaf.view import Organogram

SMALLEST_POINTS: Final = 7.0
SCALES: Final = (1.2, 1.15, 1.1, 1.05, 1.0, 0.95, 0.9, 0.86, 0.82, SMALLEST_POINTS / SMALL)
TARGETS: Final = (0.16, 0.22, 0.3, 0.4, 0.55, 0.8)
SHELVES: Final = 3
COLUMNS: Final = range(2, 11)
NARROWEST, WIDEST = 96.0, 230.0
SHELF_GAP, LOOSEST_GAP = 30.0, 46.0
SPINE: Final = 10.0


@dataclass(frozen=True, slots=True)
class Body:
    """What is drawn between the title and the footer, and at which scale (1: 10 pt)."""

    boxes: tuple[Box, ...]
    strokes: tuple[Stroke, ...]
    scale: float


@dataclass(frozen=True, slots=True)
class _Top:
    """The root and the legal persons beside its connector, which runs down at `middle`."""

    boxes: tuple[Box, ...]
    start: float
    height: float
    middle: float


def fit(
    view: Organogram, width: float, height: float, lang: str, pages: Mapping[str, int] | None = None
) -> Body | None:
    """Lay out the whole organogram in `width` by `height` points, or return None.

    Tries one to three shelves, several widths of column and heights of block, and keeps
    the largest scale; no text gets smaller than 7 points.
    """
    found = branches(view, lang, pages or {})
    measure: Measure = lru_cache(maxsize=None)(Part.groups)

    def fits(scale: float) -> bool:
        return _at(view, found, width, height, scale, lang, measure, hasty=True) is not None

    if not fits(SCALES[-1]):
        return None
    low, high = 0, len(SCALES) - 1
    while low < high:
        middle = (low + high) // 2
        if fits(SCALES[middle]):
            high = middle
        else:
            low = middle + 1
    return _at(view, found, width, height, SCALES[low], lang, measure, hasty=False)


def _at(
    view: Organogram,
    found: Sequence[Branch],
    width: float,
    height: float,
    scale: float,
    lang: str,
    measure: Measure,
    *,
    hasty: bool,
) -> Body | None:
    across, down = width / scale - SPINE, height / scale
    top = _top(view, across, lang)
    if top.height > down:
        return None
    if not found:
        return _scaled(top.boxes, (), scale)
    fitting: list[tuple[float, list[list[Panel]]]] = []
    for columns in COLUMNS:
        room = round((across - (columns - 1) * BLOCK_GAP - BAND_GAP) / columns, 2)
        if not NARROWEST <= room <= max(WIDEST, across / 3.2):
            continue
        if _hopeless(found, room, measure, columns * (down - top.height)):
            continue
        tried: set[tuple[object, ...]] = set()
        for share in TARGETS:
            items = [item(branch, room, share * down, columns, measure) for branch in found]
            same = tuple(one.rows for one in items)
            if same in tried:
                continue
            tried.add(same)
            shelves = _shelved(items, across, room)
            if sum(any(not one.branch.apart for one in shelf) for shelf in shelves) > SHELVES:
                continue
            panels = [_justified(shelf, across, room, measure) for shelf in shelves]
            if top.height + sum(_tall(row) + SHELF_GAP for row in panels) <= down:
                fitting.append((_worth(panels, across), panels))
        if fitting and hasty:
            break
    if not fitting:
        return None
    return _placed(top, max(fitting, key=lambda pair: pair[0])[1], across, down, scale)


def _hopeless(found: Sequence[Branch], room: float, measure: Measure, length: float) -> bool:
    if sum(not branch.banded for branch in found) > SHELVES * max(COLUMNS):
        return True
    parts = [part for branch in found for part in branch.parts]
    return sum(one.height for part in parts for one in measure(part, room)) > length


def _worth(shelves: Sequence[Sequence[Panel]], across: float) -> float:
    """Tell how good shelves look: wide, of even blocks, few, with few words broken."""
    filled = min(_wide(row) for row in shelves) / across
    uneven = sum(_tall(row) - panel.height for row in shelves for panel in row)
    boxes = (one.box for row in shelves for panel in row for one in panel.placed)
    lines = [text.text for box in boxes for text in box.texts]
    broken = sum(line.endswith("-") for line in lines)
    return filled - len(shelves) * 0.2 - uneven / across / 4 - broken * 0.02


def _shelved(items: Sequence[Item], across: float, room: float) -> list[list[Item]]:
    shelves: list[list[Item]] = []
    used = across + 1
    for one in items:
        wide = one.columns * room + one.overhead
        if used + _gap(one) + wide > across:
            shelves.append([])
            used = -_gap(one)
        shelves[-1].append(one)
        used += _gap(one) + wide
    return shelves


def _gap(one: Item) -> float:
    return BAND_GAP if one.branch.banded else BLOCK_GAP


def _justified(shelf: Sequence[Item], across: float, room: float, measure: Measure) -> list[Panel]:
    spare = across - sum(one.overhead for one in shelf) - _gap(shelf[0]) * (len(shelf) - 1)
    stretched = min(spare / sum(one.columns for one in shelf), max(room, min(room * 1.75, WIDEST)))
    return levelled([one.panel(round(stretched, 2), measure) for one in shelf])


def _tall(row: Sequence[Panel]) -> float:
    return max(panel.height for panel in row)


def _wide(row: Sequence[Panel]) -> float:
    return sum(panel.width for panel in row) + BLOCK_GAP * (len(row) - 1)


def _top(view: Organogram, across: float, lang: str) -> _Top:
    above = Above(lang=lang)
    middle = across / 2
    head = unit_box(view.root, Kind.ROOT, min(across, 280.0), above)
    boxes = [head.at(middle - head.width / 2, 0)]
    y = head.height
    named = persons(view)
    if named:
        room = min(150.0, (across - 2 * BLOCK_GAP) / 4)
        plain = [unit_box(person, Kind.PERSON, room, above.under(view.root)) for person in named]
        caption = words.word("persons", lang)
        wide = STYLES[Kind.CAPTION].side * 2 + measured(caption, Face.SEMIBOLD, 10) + 0.1
        label = text_box(Kind.CAPTION, caption, [], wide, Tone.UNKNOWN)
        y += 10
        side = max(1, int((middle - BLOCK_GAP) // (room + COLUMN)))
        rows = [plain[i : i + 2 * side] for i in range(0, len(plain), 2 * side)]
        for row in rows:
            boxes.extend(_flanking(row, middle, y))
            y += max(box.height for box in row) + 6
        first = min(boxes[1:], key=lambda box: (box.y, box.x))
        if first.x >= label.width + COLUMN:
            boxes.append(label.at(first.x - label.width - COLUMN + 4, first.y + 2))
    return _Top(tuple(boxes), head.height, y, middle)


COLUMN: Final = 8.0


def _flanking(row: Sequence[Box], middle: float, y: float) -> list[Box]:
    half = (len(row) + 1) // 2
    left, right = row[:half], row[half:]
    x = middle - BLOCK_GAP - sum(box.width + COLUMN for box in left) + COLUMN
    placed = []
    for box in left:
        placed.append(box.at(x, y))
        x += box.width + COLUMN
    x = middle + BLOCK_GAP
    for box in right:
        placed.append(box.at(x, y))
        x += box.width + COLUMN
    return placed


def _placed(top: _Top, shelves: Sequence[Sequence[Panel]], across: float, down: float, scale: float) -> Body:
    used = top.height + sum(_tall(row) + SHELF_GAP for row in shelves)
    gap = min(LOOSEST_GAP, SHELF_GAP + (down - used) / (len(shelves) + 1))
    boxes, strokes = list(top.boxes), []
    rails: list[tuple[float, list[float]]] = []
    y = top.height
    for row in shelves:
        y += gap
        between = BAND_GAP if row[0].placed and row[0].placed[0].box.kind is Kind.PANEL else BLOCK_GAP
        x = (across - sum(panel.width for panel in row) - between * (len(row) - 1)) / 2
        anchors = []
        for panel in row:
            boxes.extend(panel.at(x, y))
            if panel.linked:
                anchors.append(x + panel.width / 2)
                strokes.append(Stroke(((anchors[-1], y - gap / 2), (anchors[-1], y)), panel.dashed))
            x += panel.width + between
        rails.append((y - gap / 2, anchors))
        y += _tall(row)
    strokes.extend(_rails(top, rails))
    return _scaled(boxes, strokes, scale)


def _rails(top: _Top, rails: Sequence[tuple[float, list[float]]]) -> list[Stroke]:
    """Draw the root's line, a rail over each shelf, and the spine left of all of them."""
    while rails and not rails[-1][1]:
        rails = rails[:-1]
    if not rails:
        return []
    first = rails[0][0]
    strokes = [Stroke(((top.middle, top.start), (top.middle, first)))]
    if len(rails) > 1:
        strokes.append(Stroke(((-SPINE, first), (-SPINE, rails[-1][0]))))
    for number, (y, anchors) in enumerate(rails):
        ends = [*anchors, *([top.middle] if number == 0 else []), *([-SPINE] if len(rails) > 1 else [])]
        if (anchors or number == 0) and max(ends) - min(ends) > 0.5:
            strokes.append(Stroke(((min(ends), y), (max(ends), y))))
    return strokes


def _scaled(boxes: Sequence[Box], strokes: Sequence[Stroke], scale: float) -> Body:
    dx = SPINE * scale
    return Body(
        tuple(box.scaled(scale, dx, 0) for box in boxes),
        tuple(stroke.scaled(scale, dx, 0) for stroke in strokes),
        scale,
    )
