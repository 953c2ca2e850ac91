"""Events on an axis of time: numbers at its head, lines down, and the list of their names."""

from dataclasses import dataclass
from typing import Final

from organograaf.changes import EventLine
from organograaf.render.fonts import Face
from organograaf.render.lifelines import words
from organograaf.render.lifelines.bars import Axis
from organograaf.render.marks import Dot, Drawn, Path
from organograaf.render.pieces import BASELINE, LEADING
from organograaf.render.shapes import Text
from organograaf.render.text import wrap
from organograaf.render.tone import INK, PAPER
from organograaf.spans import Lifelines

COLOUR: Final = "#8a4b00"
_RADIUS: Final = 6.2
_LEVEL: Final = 14.0
_NAME: Final = 8.5
_COLUMN: Final = 330.0
_SHORT: Final = 45


@dataclass(frozen=True, slots=True)
class Badge:
    """The number of an event at its place; `span` is where its day lies when that is wide."""

    number: int
    x: float
    y: float
    span: tuple[float, float] | None

    def marks(self, bottom: float) -> list[Drawn]:
        """Return its line down to the foot of the rows, and its dot."""
        if self.span:
            ends = ((self.span[0], self.y), (self.span[1], self.y))
            line = Path(points=ends, stroke=COLOUR, stroke_width=1.6)
        else:
            line = Path(
                points=((self.x, self.y), (self.x, bottom)), stroke=COLOUR, stroke_width=0.7, dashed=True
            )
        return [line, Dot(self.x, self.y, _RADIUS, COLOUR)]

    @property
    def texts(self) -> list[Text]:
        """Return its number."""
        told = str(self.number)
        return [
            Text(x=self.x, y=self.y + 2.7, text=told, face=Face.BOLD, size=7.6, ink=PAPER, anchor="middle")
        ]


@dataclass(frozen=True, slots=True)
class Listed:
    """The names of the events in columns, and how high they stand."""

    texts: tuple[Text, ...]
    height: float


def event_marks(view: Lifelines, axis: Axis) -> tuple[list[Badge], dict[str, int], float]:
    """Return the badges of the events, their numbers, and the height that they take."""
    badges: list[Badge] = []
    taken: list[float] = []
    for number, event in enumerate(view.events, start=1):
        left, right, x = _place(event, axis)
        wide = right - left > _SHORT / 365.25 * (axis.right - axis.left) / _years(axis)
        first, last = (left, right) if wide else (x, x)
        low, high = min(first, x) - _RADIUS - 1.5, max(last, x) + _RADIUS + 1.5
        level = next((n for n, edge in enumerate(taken) if edge <= low), len(taken))
        taken[level : level + 1] = [high]
        badges.append(Badge(number, x, _LEVEL / 2 + level * _LEVEL, (first, last) if wide else None))
    numbers = {event.iri: number for number, event in enumerate(view.events, start=1)}
    return badges, numbers, len(taken) * _LEVEL + (4 if taken else 0)


def _place(event: EventLine, axis: Axis) -> tuple[float, float, float]:
    assert event.moment is not None
    left, right = axis.at(event.moment.earliest), axis.at(event.moment.latest)
    return left, right, (left + right) / 2


def _years(axis: Axis) -> float:
    return max((axis.until - axis.since).days / 365.25, 0.01)


def event_list(view: Lifelines, room: float, lang: str) -> Listed:
    """Set the names of the events in columns under their heading."""
    if not view.events:
        return Listed((), 0.0)
    columns = max(1, int(room // _COLUMN))
    wide = room / columns
    entries = [wrap(words.event(event, lang), Face.REGULAR, _NAME, wide - 34) for event in view.events]
    line = _NAME * LEADING
    target = sum(len(lines) * line + 2 for lines in entries) / columns
    heading = Text(x=0, y=10, text=words.word("events", lang), face=Face.SEMIBOLD, size=10, ink=INK)
    texts, x, y, tall = [heading], 0.0, 0.0, 0.0
    for number, lines in enumerate(entries, start=1):
        if y >= target and x + 1.5 * wide < room:
            x, y = x + wide, 0.0
        texts.append(_text(f"{number}", x + 14, y, Face.SEMIBOLD, "end"))
        for told in lines:
            texts.append(_text(told, x + 20, y, Face.REGULAR, "start"))
            y += line
        y += 2
        tall = max(tall, y)
    return Listed(tuple(texts), 16 + tall)


def _text(told: str, x: float, y: float, face: Face, anchor: str) -> Text:
    return Text(x=x, y=16 + y + BASELINE * _NAME, text=told, face=face, size=_NAME, ink=INK, anchor=anchor)
