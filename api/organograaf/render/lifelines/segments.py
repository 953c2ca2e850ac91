"""What of a period is certain, what is not, and where nothing is known, within some days."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from organograaf.period import MAX, MIN, Period


class Sort(Enum):
    """How a stretch is drawn; the open ones are a sign at one day, not a stretch."""

    CERTAIN = "certain"
    POSSIBLE = "possible"
    OPEN_BEFORE = "open before"
    OPEN_AFTER = "open after"


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch from `start` until `end`, not included; of an open sign both are its day."""

    start: date
    end: date
    sort: Sort


def segments(period: Period, since: date, until: date) -> tuple[Segment, ...]:
    """Return the stretches of a period within the days from `since` until `until`.

    Certain ones are exactly the certain days. Possible ones have a known bound; where it has
    none, an open sign says so at the edge of what is known.
    """
    p = period
    sure = p.latest_start < p.earliest_end
    known = sorted(day for day in (p.earliest_end, p.latest_start) if MIN < day < MAX)
    if not sure and not known:
        return _unsure(p, since, until)
    first, last = (p.latest_start, p.earliest_end) if sure else _mentioned(p, known)
    found = [Segment(first, last, Sort.CERTAIN if sure else Sort.POSSIBLE)]
    if p.earliest_start > MIN:
        found.append(Segment(p.earliest_start, first, Sort.POSSIBLE))
    elif first > MIN:
        found.append(Segment(first, first, Sort.OPEN_BEFORE))
    if p.latest_end < MAX:
        found.append(Segment(last, p.latest_end, Sort.POSSIBLE))
    elif last < MAX:
        found.append(Segment(last, last, Sort.OPEN_AFTER))
    return _within(found, since, until)


def _mentioned(p: Period, known: list[date]) -> tuple[date, date]:
    """Return the days between which a period without a certain day is mentioned."""
    first = min(max(known[0], p.earliest_start), p.latest_end)
    return first, max(first, min(known[-1], p.latest_end))


def _unsure(p: Period, since: date, until: date) -> tuple[Segment, ...]:
    """Return the stretches of a period without a certain day, nor any mention."""
    first = p.earliest_start if p.earliest_start > MIN else None
    last = p.latest_end if p.latest_end < MAX else None
    if first and last:
        return _within([Segment(first, last, Sort.POSSIBLE)], since, until)
    found = [Segment(first, first, Sort.OPEN_AFTER)] if first else []
    return _within([*found, Segment(last, last, Sort.OPEN_BEFORE)] if last else found, since, until)


def _within(found: list[Segment], since: date, until: date) -> tuple[Segment, ...]:
    """Cut stretches to the days; what is not known within them begins at their edge."""
    kept = []
    for one in found:
        start, end = max(one.start, since), min(one.end, until)
        if one.sort is Sort.OPEN_AFTER and one.start <= until:
            kept.append(Segment(start, start, one.sort))
        elif one.sort is Sort.OPEN_BEFORE and one.start >= since:
            kept.append(Segment(end, end, one.sort))
        elif one.sort in (Sort.CERTAIN, Sort.POSSIBLE) and start < end:
            kept.append(Segment(start, end, one.sort))
    return tuple(sorted(kept, key=lambda one: (one.start, one.end)))
