"""The days between which nothing changes, so that what holds on one of them holds on all."""

from collections.abc import Iterable
from datetime import date
from itertools import combinations

from organograaf.model import Spell
from organograaf.period import MAX, MIN, ONE_DAY
from organograaf.vocab import ORG, SKOS

_NEAREST = {
    SKOS.prefLabel: "name",
    ORG.unitOf: "place",
    ORG.subOrganizationOf: "place",
    ORG.memberOf: "place",
}


def turns(spells: Iterable[Spell]) -> frozenset[date]:
    """Return the days on which what some spells say may be otherwise than on the day before.

    On all days from one up to the next the same is possible, as certain; and of several names or
    places of one thing the same is nearest to the day.
    """
    found: set[date] = set()
    rivals: dict[tuple[str, str], list[tuple[date, date]]] = {}
    for spell in spells:
        period = spell.period
        found |= {period.earliest_start, period.latest_start, period.earliest_end, period.latest_end}
        if one_of := _NEAREST.get(spell.predicate):
            rivals.setdefault((spell.subject, one_of), []).append(spell.mentioned)
    for mentioned in rivals.values():
        for one, other in combinations(mentioned, 2):
            found |= _flips(one, other)
    return frozenset(found - {MIN, MAX})


def _flips(one: tuple[date, date], other: tuple[date, date]) -> set[date]:
    """Return the days on which another of two spells, or both, may become the nearest."""
    known = [mentioned for mentioned in (one, other) if mentioned[0] <= mentioned[1]]
    found = {day for first, last in known for day in (first, last + ONE_DAY)}
    if len(known) == 2:
        (_, last), (first, _) = sorted(known)
        middle = last.toordinal() + first.toordinal()
        found |= {date.fromordinal((middle + 1) // 2), date.fromordinal(middle // 2 + 1)}
    return found
