"""Bars on an axis of time, as plain shapes."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from organograaf.model import Basis
from organograaf.period import Moment
from organograaf.render.lifelines.segments import Segment, Sort, segments
from organograaf.render.marks import Area, Drawn, Path, Rect
from organograaf.render.ribbons import blend, stripes
from organograaf.render.tone import COLOURS, Tone
from organograaf.spans import Bar

HIGH: Final = 8.0
OPEN: Final = 13.0
_SQUARES: Final = ((3.4, 3.2), (7.2, 2.6), (10.6, 2.0))
_NARROWEST: Final = 1.2


@dataclass(frozen=True, slots=True)
class Axis:
    """Days to places: from `since` at `left` to `until` at `right`."""

    left: float
    right: float
    since: date
    until: date

    def at(self, day: date) -> float:
        """Return the place of a day, within the axis."""
        within = min(max(day, self.since), self.until)
        share = (within - self.since).days / max((self.until - self.since).days, 1)
        return self.left + share * (self.right - self.left)

    def middle(self, moment: Moment) -> float:
        """Return the place of the middle of an uncertain day."""
        return (self.at(moment.earliest) + self.at(moment.latest)) / 2

    def years(self) -> list[tuple[date, bool]]:
        """Return the first days of years to draw a line at, and whether it gets its number."""
        count = self.until.year - self.since.year + 1
        room = (self.right - self.left) / count
        step = next((n for n in (1, 2, 5, 10, 20, 50, 100) if n * room >= 24), 200)
        days = (date(year, 1, 1) for year in range(self.since.year, self.until.year + 1))
        return [(day, day.year % step == 0) for day in days if self.since <= day <= self.until]


def bar_marks(bar: Bar, axis: Axis, middle: float, tone: Tone) -> list[Drawn]:
    """Return what to draw for a bar whose middle is at this height."""
    found: list[Drawn] = []
    for one in segments(bar.period, axis.since, axis.until):
        found += _segment(one, bar.basis, axis, middle, COLOURS[tone].strong)
    return found


def _segment(one: Segment, basis: Basis, axis: Axis, middle: float, strong: str) -> list[Drawn]:
    x0, x1, top = axis.at(one.start), axis.at(one.end), middle - HIGH / 2
    if one.sort is Sort.CERTAIN:
        wide = max(x1 - x0, _NARROWEST)
        if basis is Basis.STATED:
            return [Rect(x=x0, y=top, width=wide, height=HIGH, fill=strong)]
        tint = blend(strong, 0.35)
        return [Rect(x=x0, y=top, width=wide, height=HIGH, fill=tint, stroke=strong, stroke_width=0.8)]
    if one.sort is Sort.POSSIBLE:
        return hatched(x0, x1, top, strong)
    sign = -1 if one.sort is Sort.OPEN_BEFORE else 1
    return [
        Rect(x=x0 + sign * far - size / 2, y=middle - size / 2, width=size, height=size, fill=strong)
        for far, size in _SQUARES
    ]


def hatched(x0: float, x1: float, top: float, strong: str) -> list[Drawn]:
    """Return a hatched stretch."""
    wide = max(x1 - x0, _NARROWEST)
    ground = Rect(x=x0, y=top, width=wide, height=HIGH, fill=blend(strong, 0.16))
    lines = [Area(stripe, blend(strong, 0.62)) for stripe in stripes(x0, x0 + wide, lambda _: top, HIGH)]
    edges = [
        Path(points=((x0, y), (x0 + wide, y)), stroke=strong, stroke_width=0.5) for y in (top, top + HIGH)
    ]
    return [ground, *lines, *edges]
