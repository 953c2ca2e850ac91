"""How many sources speak of some units in a year."""

from collections.abc import Iterator
from datetime import date

from organograaf.model import Fact, Modality
from organograaf.period import MAX, MIN, ONE_DAY, UNKNOWN, Moment
from organograaf.register import Register, claim

_YEAR = 366


class Speaking:
    """The sources of facts about some units, by the days they speak of.

    A source speaks of the period that it describes, and of the starts and ends that it dates to
    within a year.
    """

    def __init__(self, register: Register, things: frozenset[str]) -> None:
        facts = (f for f in register.facts if f.subject in things or f.object in things)
        self._days = [
            (source, *days)
            for fact in facts
            if fact.modality is Modality.ASSERTED
            for days in _days(register, fact)
            for source in _sources(register, fact)
        ]

    def in_year(self, year: int) -> int:
        """Return how many sources speak of a year."""
        first, last = date(year, 1, 1), date(year, 12, 31)
        return len({source for source, since, until in self._days if since <= last and first <= until})


def _days(register: Register, fact: Fact) -> Iterator[tuple[date, date]]:
    said = claim(fact, register.events, register.graphs, register.sources)
    for moment in (said.start, said.end):
        if moment and moment is not UNKNOWN and _narrow(moment):
            yield moment.earliest, moment.latest
    if said.attested:
        first, last = said.attested[0].earliest, said.attested[1].latest - ONE_DAY
        if first > MIN and last < MAX:
            yield first, last


def _narrow(moment: Moment) -> bool:
    return (moment.latest - moment.earliest).days <= _YEAR


def _sources(register: Register, fact: Fact) -> set[str]:
    passages = (register.passages.get(place) for place in fact.evidence)
    return {passage.source for passage in passages if passage}
