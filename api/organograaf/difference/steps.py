"""The days on which something dated began or ended: the steps of a walk through time."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date

from organograaf.period import MAX, MIN
from organograaf.register import Register
from organograaf.vocab import kind

Days = tuple[date, date]
_WALKED = ("organisation", "unit", "organ", "post")


def steps(register: Register) -> tuple[date, ...]:
    """Return those days in order; what merely grows more or less certain is no step.

    Cost: one pass over the spells.
    """
    ends = (
        day
        for spell in register.spells
        if kind(spell.subject) in _WALKED
        for moment, day in ((spell.start, spell.period.latest_start), (spell.end, spell.period.latest_end))
        if moment and MIN < day < MAX
    )
    return tuple(sorted({day for day in ends if day <= register.latest_day}))


def around(
    days: Sequence[date], since: date, until: date
) -> tuple[tuple[date, date] | None, tuple[date, date] | None]:
    """Return the two days of the step before a comparison, and of the one after it."""
    before, after = bisect_left(days, since), bisect_right(days, until)
    earlier = (days[before - 1], since) if before else None
    later = (until, days[after]) if after < len(days) else None
    return earlier, later
