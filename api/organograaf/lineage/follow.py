"""Transfers followed from thing to thing, as far as their days allow."""

from dataclasses import dataclass
from datetime import date

from organograaf.changes import Transfer
from organograaf.difference.events import transfers
from organograaf.period import MAX, MIN, UNKNOWN
from organograaf.register import Register


@dataclass(frozen=True, slots=True)
class Followed:
    """The things reached, nearest first, and the transfers on the way."""

    things: tuple[str, ...]
    steps: tuple[Transfer, ...]


def follow(register: Register, iri: str, *, back: bool) -> Followed:
    """Follow transfers out of a thing, or `back` into it, as far as they go.

    What came to a unit in 2010 cannot have gone on from it in 2005: a transfer is followed
    only when its days allow it to come next. A thing once reached is followed again only
    when more transfers become possible, so that a ring ends. The thing itself is not reached.
    """
    bound = {iri: MAX if back else MIN}
    steps: dict[Transfer, None] = {}
    waiting = [iri]
    while waiting:
        here = waiting.pop(0)
        for one in transfers(register, here, into=back):
            there = _passed(one, bound[here], back)
            if there is None:
                continue
            steps[one] = None
            other = one.old.iri if back else one.new.iri
            known = bound.get(other)
            if known is None or (there > known if back else there < known):
                bound[other] = there
                waiting.append(other)
    ordered = sorted(steps, key=lambda one: (*_days(one), one.old.label.casefold(), one.new.iri))
    return Followed(tuple(thing for thing in bound if thing != iri), tuple(ordered))


def _passed(one: Transfer, bound: date, back: bool) -> date | None:
    """Return the bound on the next transfer, or None when this one cannot come next."""
    earliest, latest = _days(one)
    if back:
        return min(bound, latest) if earliest <= bound else None
    return max(bound, earliest) if latest >= bound else None


def _days(one: Transfer) -> tuple[date, date]:
    moment = one.moment or UNKNOWN
    return moment.earliest, moment.latest
