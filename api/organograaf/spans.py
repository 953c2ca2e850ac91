"""The values of lifelines: bars on an axis of time, with what passed between them."""

from dataclasses import dataclass
from datetime import date

from organograaf.changes import EventLine, Transfer
from organograaf.model import Basis
from organograaf.period import Period
from organograaf.view import Named

Worded = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """An unbroken stretch of time, with its uncertain ends, and on what basis."""

    period: Period
    basis: Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class Lifeline:
    """A thing, or one thing said of it, over time.

    `thing` is None for what has no page; `group` is the heading it stands under; `behind` are
    the legal persons behind it.
    """

    label: Worded
    thing: Named | None
    group: Worded
    behind: tuple[Named, ...]
    bars: tuple[Bar, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lifelines:
    """Lines in order of drawing, within the days from `since` until `until` (not included).

    `transfers` have both ends among the lines and a day that is known at least roughly;
    `undated` ones cannot be drawn. `events` lie within the days, in order of time.
    """

    title: Worded
    since: date
    until: date
    known: date | None
    dataset: str
    lines: tuple[Lifeline, ...]
    transfers: tuple[Transfer, ...]
    undated: tuple[Transfer, ...]
    events: tuple[EventLine, ...]

    @property
    def sources(self) -> tuple[str, ...]:
        """The numbers of the sources of all that is drawn, each once."""
        found = {number for line in self.lines for number in line.sources}
        found |= {line.source for one in self.transfers for line in one.evidence}
        return tuple(sorted(found | {number for event in self.events for number in event.sources}))
