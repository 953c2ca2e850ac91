"""When a thing existed: its lives, whatever it was said to be."""

from datetime import date

from organograaf.period import MAX, MIN, ONE_DAY, Period
from organograaf.register import Register
from organograaf.vocab import RDF


def lives(register: Register, iri: str) -> tuple[Period, ...]:
    """Return the stretches of time in which a thing existed, in order of time.

    Statements of two kinds («an organisation», «a legal person») about one stretch are one life.
    """
    found: list[Period] = []
    for spell in sorted(register.about(iri, RDF.type), key=lambda one: one.period):
        for at, known in enumerate(found):
            both = known.meet(spell.period)
            if both.consistent:
                found[at] = both
                break
        else:
            found.append(spell.period)
    return tuple(sorted(found))


def some_day(period: Period) -> date:
    """Return a day of a period: its last certain one, else one that is known of it."""
    known = (period.earliest_end, period.latest_start, period.latest_end, period.earliest_start)
    first = next((day for day in known if MIN < day < MAX), None)
    if first is None:
        return date(2000, 1, 1)
    return first - ONE_DAY if first in (period.earliest_end, period.latest_end) else first
