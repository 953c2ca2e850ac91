"""A unit as boxes: its name, posts and doubt measured, before it has a place."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import Final

from organograaf.period import Certainty
from organograaf.render import words
from organograaf.render.fonts import Face
from organograaf.render.shapes import Box, Kind, Text
from organograaf.render.text import balanced, wrap
from organograaf.render.tone import CHANGES, COLOURS, INK, PAPER, QUIET, Tone, tone
from organograaf.view import Mark, Node, TaskLine

SMALL: Final = 9.0
LEADING: Final = 1.22
BASELINE: Final = 0.94
BAR: Final = 4.0
POSTS: Final = 6
POST_LETTERS: Final = 300
REPEATED: Final = 60
SIGN: Final = 12.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a kind of box is set, in units of which ten are the height of plain text."""

    face: Face
    size: float
    pad: float
    side: float
    above: float
    centred: bool = False
    reversed: bool = False
    bar: bool = False


STYLES: Final = {
    Kind.ROOT: Style(face=Face.BOLD, size=12, pad=7, side=14, above=0, centred=True, reversed=True),
    Kind.BAND: Style(face=Face.BOLD, size=11.5, pad=5, side=10, above=0, centred=True),
    Kind.PERSON: Style(face=Face.SEMIBOLD, size=10, pad=4, side=8, above=6, centred=True),
    Kind.HEAD: Style(face=Face.BOLD, size=11, pad=7, side=8, above=0, centred=True, reversed=True),
    Kind.SUB: Style(face=Face.SEMIBOLD, size=10, pad=4, side=7, above=9, bar=True),
    Kind.LEAF: Style(face=Face.REGULAR, size=10, pad=3.6, side=7, above=6, bar=True),
    Kind.ROW: Style(face=Face.REGULAR, size=10, pad=2, side=6, above=2, bar=True),
    Kind.TASK: Style(face=Face.REGULAR, size=10, pad=0.6, side=9, above=2.2),
    Kind.COUNT: Style(face=Face.ITALIC, size=10, pad=1, side=2, above=5),
    Kind.SUBJECT: Style(face=Face.BOLD, size=11, pad=6, side=9, above=0, reversed=True),
    Kind.LABEL: Style(face=Face.REGULAR, size=9.5, pad=1, side=2, above=0),
    Kind.CAPTION: Style(face=Face.SEMIBOLD, size=10, pad=2, side=2, above=6),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Above:
    """What a unit takes from what stands above it.

    `person` is the tone it has when it names nobody itself, `tone` that of the unit above,
    `doubt` the doubt already told there. `pages` says which units have a page of their own.
    """

    lang: str
    person: Tone = Tone.UNKNOWN
    tone: Tone | None = None
    doubt: str = ""
    pages: Mapping[str, int] = field(default_factory=dict)

    def under(self, node: Node) -> "Above":
        """Return what the units under `node` take from it."""
        own = tone(node, self.person)
        return replace(
            self,
            tone=own,
            person=own,
            doubt=(node.doubt_in(self.lang) or words.word("unsure", self.lang))
            if node.certainty is Certainty.POSSIBLE
            else "",
        )


@dataclass(frozen=True, slots=True)
class Group:
    """Boxes that belong together in a column: the first one leads the others.

    `again` is a caption that repeats its name where it goes on in a next column;
    `height` is that of its stack, air included.
    """

    boxes: tuple[Box, ...]
    again: Box | None
    height: float = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "height", sum(box.above + box.height for box in self.boxes))


def indent(depth: int) -> float:
    """Return how far a unit `depth` levels down is set in: ever less, at most 60."""
    return 60 * (1 - (5 / 6) ** depth)


def unit_box(node: Node, kind: Kind, room: float, above: Above, depth: int = 0) -> Box:
    """Measure one unit as a box `room` wide, set in by its depth."""
    own = tone(node, above.person)
    possible = node.certainty is Certainty.POSSIBLE
    page = above.pages.get(node.slug, 0)
    if node.mark:
        return _marked(node, node.mark, kind, room, above, depth)
    told = posts_in_box(node)
    small = [words.post(line, above.lang, not possible) for line in node.posts[:told]]
    if kind in (Kind.ROOT, Kind.PERSON) and bare(node):
        small += [words.count(stated, above.lang) for stated in node.counts]
    small += [dict(line)[above.lang] for line in node.notes]
    doubt = node.doubt_in(above.lang) or words.word("unsure", above.lang)
    if possible and doubt != above.doubt:
        small.append(doubt)
    if page:
        small.append(words.word("page", above.lang, str(page)))
    neutral = kind is Kind.ROOT and own is Tone.UNKNOWN
    mark = COLOURS[own].mark if own is not above.tone and not neutral else ""
    box = text_box(kind, words.name(node), small, room, own, mark=mark, depth=depth, dashed=possible)
    plain = "" if not STYLES[kind].bar else "hollow" if own is Tone.UNKNOWN else "solid"
    inferred = node.inferred_place and kind is not Kind.ROOT
    return replace(
        box, bar="dashed" if inferred else plain, slug=node.slug, name=words.name(node), target=page
    )


def _marked(node: Node, mark: Mark, kind: Kind, room: float, above: Above, depth: int) -> Box:
    """Measure a unit in a comparison: its name, a sign of what changed, and whence."""
    own = tone(node, above.person)
    small = [dict(line)[above.lang] for line in mark.lines]
    page = above.pages.get(node.slug, 0)
    if page:
        small.append(words.word("page", above.lang, str(page)))
    possible = node.certainty is Certainty.POSSIBLE
    sign = own if own in CHANGES else None
    box = text_box(kind, words.name(node), small, room, own, depth=depth, dashed=possible, sign=sign)
    bar = "solid" if STYLES[kind].bar else ""
    return replace(box, bar=bar, slug=node.slug, name=words.name(node), target=page)


def text_box(
    kind: Kind,
    name: str,
    small: list[str],
    room: float,
    own: Tone,
    *,
    mark: str = "",
    depth: int = 0,
    dashed: bool = False,
    sign: Tone | None = None,
) -> Box:
    """Measure a box with a name, smaller lines under it and a letter mark at its right."""
    style = STYLES[kind]
    light = style.reversed and not dashed
    left = indent(depth)
    span = room - left
    side = style.side + (BAR if style.bar else 0)
    inner = span - side - style.side - (0 if sign is None else SIGN * (1 + style.centred))
    ink, quiet = (PAPER, PAPER) if light else (INK, QUIET)
    break_ = balanced if style.centred else wrap
    lines = [(line, style.face, style.size, ink) for line in break_(name, style.face, style.size, inner)]
    for entry in small:
        lines += [(line, Face.ITALIC, SMALL, quiet) for line in break_(entry, Face.ITALIC, SMALL, inner)]
    x = left + span / 2 if style.centred else left + side
    texts, y = [], style.pad
    for line, face, size, colour in lines:
        anchor = "middle" if style.centred else "start"
        texts.append(
            Text(x=x, y=y + BASELINE * size, text=line, face=face, size=size, ink=colour, anchor=anchor)
        )
        y += LEADING * size
    if mark:
        letters = Text(
            x=left + span - 4,
            y=0,
            text=mark,
            face=Face.BOLD,
            size=SMALL,
            ink=PAPER if light else COLOURS[own].strong,
            anchor="end",
        )
        free = next((text.y for text in texts if text.left + text.width + 4 <= letters.left), None)
        texts.append(replace(letters, y=y + BASELINE * SMALL if free is None else free))
        y += LEADING * SMALL if free is None else 0
    return Box(
        kind=kind,
        x=left,
        y=0,
        width=span,
        height=y + style.pad,
        tone=own,
        texts=tuple(texts),
        above=style.above,
        dashed=dashed,
        sign=sign,
    )


def group(node: Node, room: float, above: Above) -> Group:
    """Measure a unit with all that stands under it, as a stack `room` wide."""
    kind = Kind.SUB if has_content(node) else Kind.LEAF
    first = unit_box(node, kind, room, above)
    label = node.label if len(node.label) <= REPEATED else node.label[:REPEATED] + "…"
    again = words.word("again", above.lang, label)
    caption = text_box(Kind.CAPTION, again, [], room, first.tone)
    return Group((first, *_contents(node, room, above.under(node), 1)), caption)


def own_groups(node: Node, room: float, above: Above, *, named: bool = False) -> tuple[Group, ...]:
    """Measure what a unit has of its own, under no unit: posts, stated counts and tasks.

    A task stays with its narrower ones; the tasks together get a caption, which tells
    whose they are when `named`.
    """
    sure = node.certainty is Certainty.CERTAIN and any(map(_has_certain, node.tasks))
    title = words.word("tasks of" if named else "tasks", above.lang, node.label)
    if node.certainty is Certainty.CERTAIN and not sure:
        title += f" ({words.word('possible', above.lang)})"
    again = text_box(Kind.CAPTION, words.word("again", above.lang, title), [], room, Tone.UNKNOWN)
    groups = [Group((box,), None) for box in _notes(node, room, above, 0)]
    for line in node.tasks:
        boxes = _tasks((line,), room, above.lang, sure, 0)
        if line is node.tasks[0]:
            boxes = (text_box(Kind.CAPTION, title, [], room, Tone.UNKNOWN), *boxes)
        groups.append(Group(boxes, again))
    return tuple(groups)


def has_content(node: Node) -> bool:
    """Tell whether anything stands under a unit."""
    return bool(node.counts) or not bare(node)


def posts_in_box(node: Node) -> int:
    """Return how many posts stand in a unit's box; the others stand under it."""
    letters = accumulate(len(words.post(line, "nl")) for line in node.posts[:POSTS])
    return sum(total <= POST_LETTERS for total in letters)


def bare(node: Node) -> bool:
    """Tell whether a unit is its name, a few posts and at most stated counts."""
    return not node.units and not node.tasks and len(node.posts) == posts_in_box(node)


def _contents(node: Node, room: float, above: Above, depth: int) -> tuple[Box, ...]:
    sure = node.certainty is Certainty.CERTAIN
    boxes = [*_notes(node, room, above, depth), *_tasks(node.tasks, room, above.lang, sure, depth)]
    for unit in node.units:
        boxes.append(unit_box(unit, Kind.ROW, room, above, depth))
        boxes.extend(_contents(unit, room, above.under(unit), depth + 1))
    return tuple(boxes)


def _notes(node: Node, room: float, above: Above, depth: int) -> tuple[Box, ...]:
    sure = node.certainty is Certainty.CERTAIN
    posts = [words.post(line, above.lang, sure) for line in node.posts[posts_in_box(node) :]]
    counts = [words.count(stated, above.lang) for stated in node.counts]
    return tuple(
        text_box(Kind.COUNT, told, [], room, Tone.UNKNOWN, depth=depth) for told in (*posts, *counts)
    )


def _has_certain(line: TaskLine) -> bool:
    return line.certainty is Certainty.CERTAIN or any(map(_has_certain, line.tasks))


def _tasks(lines: tuple[TaskLine, ...], room: float, lang: str, sure: bool, depth: int) -> tuple[Box, ...]:
    boxes: list[Box] = []
    for line in lines:
        boxes.append(text_box(Kind.TASK, words.task(line, lang, sure), [], room, Tone.UNKNOWN, depth=depth))
        boxes.extend(_tasks(line.tasks, room, lang, sure, depth + 1))
    return tuple(boxes)
