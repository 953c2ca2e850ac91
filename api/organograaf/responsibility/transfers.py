"""What went over between bodies, by the names they had then."""

from dataclasses import replace
from datetime import date

from organograaf.changes import Transfer
from organograaf.difference.events import named, transfers
from organograaf.period import MAX, MIN, ONE_DAY
from organograaf.register import Register


def of_body(register: Register, iri: str) -> tuple[Transfer, ...]:
    """Return what ever went over to a body, and then what went out of it."""
    return tuple(
        then_called(register, one)
        for into in (True, False)
        for one in transfers(register, iri, MIN, MAX, into=into)
    )


def then_called(register: Register, one: Transfer) -> Transfer:
    """Return a transfer with both sides called as they were at the time."""
    if one.moment is None:
        return replace(one, old=named(register, one.old.iri), new=named(register, one.new.iri))
    before: date = max(one.moment.earliest, MIN + ONE_DAY) - ONE_DAY
    return replace(
        one, old=named(register, one.old.iri, before), new=named(register, one.new.iri, one.moment.latest)
    )
