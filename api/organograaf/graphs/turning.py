"""The snapshots of days that follow each other, each by what differs from the one before."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TypeVar

from organograaf.graphs.derive import plain, stated
from organograaf.graphs.outside import Triple, public_bodies
from organograaf.model import Spell
from organograaf.period import Certainty
from organograaf.register import Register

_T = TypeVar("_T")
_Stretch = tuple[Spell, Certainty]


@dataclass(frozen=True, slots=True)
class Turn:
    """What comes and what goes in the snapshot of a day."""

    day: date
    came: frozenset[Triple]
    went: frozenset[Triple]


def turning(register: Register, days: Sequence[date]) -> Iterator[Turn]:
    """Yield for each of these days, in order, what its `snapshot` has more and less than the day before.

    The first differs from nothing. Cost: one pass over the spells, and what changes.
    """
    public = public_bodies(register)
    starts, ends = _stretches(register.spells, days)
    triples: Counter[Triple] = Counter()
    named: Counter[str] = Counter()
    for number, day in enumerate(days):
        changes: Counter[Triple] = Counter()
        things: Counter[str] = Counter()
        for sign, stretches in ((1, starts[number]), (-1, ends[number])):
            for spell, certainty in stretches:
                for triple in set(stated(spell, certainty, public)):
                    changes[triple] += sign
                for thing in {spell.subject, spell.object}:
                    if isinstance(thing, str):
                        things[thing] += sign
        came, went = _turned(named, things)
        for sign, turned in ((1, came), (-1, went)):
            for thing in turned:
                for triple in set(plain(register, thing)):
                    changes[triple] += sign
        yield Turn(day, *_turned(triples, changes))


def _stretches(
    spells: Iterable[Spell], days: Sequence[date]
) -> tuple[list[list[_Stretch]], list[list[_Stretch]]]:
    """Return by number of day which spells begin, and end, to be so certain."""
    starts: list[list[_Stretch]] = [[] for _ in range(len(days) + 1)]
    ends: list[list[_Stretch]] = [[] for _ in range(len(days) + 1)]
    for spell in spells:
        period = spell.period
        bounds = (period.earliest_start, period.latest_start, period.earliest_end, period.latest_end)
        edges = sorted({0, len(days), *(bisect_left(days, bound) for bound in bounds)})
        for first, after in pairwise(edges):
            if (certainty := period.on(days[first])) is not Certainty.NO:
                starts[first].append((spell, certainty))
                ends[after].append((spell, certainty))
    return starts, ends


def _turned(counted: Counter[_T], changes: Counter[_T]) -> tuple[frozenset[_T], frozenset[_T]]:
    """Count on, and return what was not there and is, and what was there and is not."""
    before = {one: counted[one] > 0 for one in changes}
    counted.update(changes)
    after = {one: counted[one] > 0 for one in changes}
    return (
        frozenset(one for one in changes if after[one] and not before[one]),
        frozenset(one for one in changes if before[one] and not after[one]),
    )
