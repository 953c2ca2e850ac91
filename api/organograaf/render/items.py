"""What stands on a shelf: blocks and bands whose columns can still be given a width."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from organograaf.render import words
from organograaf.render.panels import (
    BAND_PAD,
    BLOCK_GAP,
    COLUMN_GAP,
    Panel,
    band,
    block,
    columns_for,
    headed,
    unit_groups,
)
from organograaf.render.pieces import Above, Group, bare, has_content, own_groups, text_box, unit_box
from organograaf.render.shapes import Box, Kind
from organograaf.render.tone import CHANGES, Tone, tone
from organograaf.view import Compared, Gone, Mark, Named, Node, Organogram
from organograaf.words import day


@dataclass(frozen=True, eq=False, kw_only=True)
class Part:
    """One block to be: a unit, or what its owner has of its own when `node` is None."""

    owner: Node
    node: Node | None
    above: Above

    def groups(self, room: float) -> tuple[Group, ...]:
        """Measure what goes into its columns of width `room`."""
        if self.node:
            return unit_groups(self.node, room, self.above)
        return own_groups(self.owner, room, self.above, named=True)

    def panel(self, room: float, columns: int, groups: tuple[Group, ...]) -> Panel:
        """Set it in columns of width `room`."""
        if self.node:
            return block(self.node, groups, room, columns, self.above)
        return headed(None, groups, room, columns)


Measure = Callable[[Part, float], tuple[Group, ...]]


@dataclass(frozen=True, eq=False, kw_only=True)
class Branch:
    """What hangs from the root by one connector: a block, or a band of blocks.

    A band has a `head` (its unit) or a `caption`; `loose` are units without a place,
    `gone` those that no longer exist.
    """

    parts: tuple[Part, ...] = ()
    head: Node | None = None
    caption: str = ""
    loose: tuple[Named, ...] = ()
    gone: tuple[Gone, ...] = ()
    compared: Compared | None = None
    above: Above
    tone: Tone = Tone.UNKNOWN

    @property
    def banded(self) -> bool:
        """Whether it is a band rather than one block."""
        return bool(self.head or self.caption)

    @property
    def apart(self) -> int:
        """How many units it has that stand in no tree."""
        return len(self.loose) + len(self.gone)


@dataclass(frozen=True, eq=False, kw_only=True)
class Item:
    """A branch whose blocks have their numbers of columns, in rows of blocks."""

    branch: Branch
    rows: tuple[tuple[tuple[Part, int], ...], ...]
    columns: int

    @property
    def overhead(self) -> float:
        """The width it takes besides its columns."""
        widest = max(self.rows, key=lambda row: (_columns(row), len(row)), default=())
        blocks = len(widest) or 1
        gaps = (blocks - 1) * BLOCK_GAP + (self.columns - blocks) * COLUMN_GAP
        return gaps + (2 * BAND_PAD if self.branch.banded else 0)

    def panel(self, room: float, measure: Measure) -> Panel:
        """Set it with columns of width `room`."""
        branch = self.branch
        if branch.apart:
            return self._apart(room)
        rows = [
            [part.panel(room, columns, measure(part, room)) for part, columns in row] for row in self.rows
        ]
        if not branch.banded:
            return rows[0][0]
        span = self.columns * room + self.overhead
        if branch.head:
            header = unit_box(branch.head, Kind.BAND, span, branch.above)
            return band(header, rows, branch.head.inferred_place)
        return band(text_box(Kind.BAND, branch.caption, [], span, branch.tone), rows)

    def _apart(self, room: float) -> Panel:
        span = self.columns * room + self.overhead
        branch = self.branch
        header = replace(text_box(Kind.BAND, branch.caption, [], span, branch.tone), dashed=True)
        groups = gone_groups(branch.gone, room, branch.above.lang) or loose_groups(
            branch.loose, room, branch.compared, branch.above.lang
        )
        inner = headed(None, groups, room, self.columns)
        return replace(band(header, [[inner]]), linked=False)


def _columns(row: tuple[tuple[Part, int], ...]) -> int:
    return sum(columns for _, columns in row)


def loose_groups(
    loose: tuple[Named, ...], room: float, compared: Compared | None, lang: str
) -> tuple[Group, ...]:
    """Measure units without a place, each as a plain box; in a comparison with its mark."""
    marks = dict(compared.loose) if compared else {}
    boxes = (
        replace(
            _loose(one, room, marks.get(one.iri), lang),
            slug=one.slug,
            name=one.label,
            bar="solid" if compared else "hollow",
        )
        for one in loose
    )
    return tuple(Group((box,), None) for box in boxes)


def _loose(one: Named, room: float, mark: Mark | None, lang: str) -> Box:
    own = Tone(mark.kind) if mark else Tone.UNKNOWN
    lines = [dict(line)[lang] for line in mark.lines] if mark else []
    sign = own if own in CHANGES else None
    return text_box(Kind.LEAF, one.label.strip() or one.slug, lines, room, own, sign=sign)


def gone_groups(gone: tuple[Gone, ...], room: float, lang: str) -> tuple[Group, ...]:
    """Measure units that no longer exist, each with what became of it."""
    boxes = (
        text_box(Kind.LEAF, one.label, [dict(one.fate)[lang]], room, Tone.GONE, dashed=True, sign=Tone.GONE)
        for one in gone
    )
    return tuple(Group((box,), None) for box in boxes)


def item(branch: Branch, room: float, target: float, most: int, measure: Measure) -> Item:
    """Choose the columns of a branch's blocks, and its rows of at most `most` columns."""
    if branch.apart:
        return Item(branch=branch, rows=(), columns=min(most, branch.apart))
    sized = [(part, min(most, columns_for(measure(part, room), target))) for part in branch.parts]
    rows: list[list[tuple[Part, int]]] = [[]]
    for part, columns in sized:
        if rows[-1] and sum(taken for _, taken in rows[-1]) + columns > most:
            rows.append([])
        rows[-1].append((part, columns))
    frozen = tuple(tuple(row) for row in rows)
    return Item(branch=branch, rows=frozen, columns=max(_columns(row) for row in frozen))


def persons(view: Organogram) -> tuple[Node, ...]:
    """Return the legal persons under the root that have nothing under them."""
    return tuple(unit for unit in view.root.units if unit.legal_person and bare(unit))


def branches(view: Organogram, lang: str, pages: Mapping[str, int]) -> tuple[Branch, ...]:
    """Return what hangs from the root: bands when legal persons have units, else blocks.

    `pages` are the pages of units that have one of their own.
    """
    root = view.root
    above = Above(lang=lang, pages=pages).under(root)
    bands = tuple(unit for unit in root.units if unit.legal_person and not bare(unit))
    direct = tuple(unit for unit in root.units if not unit.legal_person)
    own = (Part(owner=root, node=None, above=above),) if owns(root) else ()
    found = [_band(unit, above) for unit in bands]
    parts = own + tuple(Part(owner=root, node=unit, above=above) for unit in direct)
    if bands and parts:
        key = "direct" if root.legal_person else "shared"
        tones = {tone(unit, above.person) for unit in direct}
        shared = tones.pop() if len(tones) == 1 else Tone.UNKNOWN
        caption = words.word(key, lang, root.label)
        found.append(Branch(parts=parts, caption=caption, above=above, tone=shared))
    elif parts:
        found.extend(Branch(parts=(part,), above=above) for part in parts)
    if view.unplaced:
        caption = words.word("unplaced", lang)
        found.append(Branch(loose=view.unplaced, caption=caption, above=above, compared=view.compared))
    if view.compared and view.compared.gone:
        caption = words.word("gone", lang, day(view.on, lang))
        found.append(Branch(gone=view.compared.gone, caption=caption, above=above, tone=Tone.GONE))
    return tuple(found)


def _band(unit: Node, above: Above) -> Branch:
    under = above.under(unit)
    own = (Part(owner=unit, node=None, above=under),) if owns(unit) else ()
    parts = own + tuple(Part(owner=unit, node=child, above=under) for child in unit.units)
    return Branch(parts=parts, head=unit, above=above)


def owns(node: Node) -> bool:
    """Tell whether a unit has counts, tasks or many posts: content under no unit."""
    return has_content(replace(node, units=()))
