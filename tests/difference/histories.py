"""Small made-up histories: facts over a few years, with certain and uncertain dates."""

from datetime import date, timedelta
from random import Random

from hypothesis import strategies as st

from organograaf.model import Basis, Event, Fact, Literal, Spell, Value
from organograaf.period import MAX, MIN, Moment, between
from organograaf.register import Register
from organograaf.register.records import Records
from organograaf.register.spells import spells
from organograaf.vocab import GRAAF, ORG, RDF, SKOS, iri

ROOT = iri("organisation", "stad")
UNITS = tuple(iri("unit", name) for name in "abcde")
POSTS = tuple(iri("post", name) for name in "pq")
TASKS = tuple(iri("task", name) for name in "tuv")
PEOPLE = tuple(iri("person", name) for name in "xy")
CARRIERS = (ROOT, iri("organisation", "ocmw"))
EVENTS = {
    name: Event(
        iri=name, label=f"Gebeurtenis {number}", moment=between(day, day + timedelta(days=40 * number))
    )
    for number, (name, day) in enumerate((iri("event", f"e{i}"), date(2012 + 2 * i, 3, 1)) for i in range(3))
}
FIRST, LAST = date(2008, 1, 1), date(2022, 12, 31)

days = st.dates(FIRST, LAST)


def _moment(random: Random) -> Moment:
    first = _day(random)
    return between(first, first + timedelta(days=random.choice((0, 0, 30, 400))))


def _day(random: Random) -> date:
    return FIRST + timedelta(days=random.randrange((LAST - FIRST).days))


def _times(random: Random) -> dict[str, object]:
    """Make up what a fact says of time: dates, events, an attested period, or nothing."""
    said: dict[str, object] = {}
    for own, shared in (("start", "started_by"), ("end", "ended_by")):
        how = random.choice(("own", "shared", "none", "none"))
        if how == "own":
            said[own] = _moment(random)
        elif how == "shared":
            said[shared] = random.choice(sorted(EVENTS))
    if random.random() < 0.5:
        first = _day(random)
        last = first + timedelta(days=300)
        said["attested"] = (between(first, first), between(last, last))
    return said


def _statement(random: Random) -> tuple[str, str, Value]:
    """Make up a statement; a parent always comes earlier than its child, so that no ring forms."""
    at = random.randrange(len(UNITS))
    unit, post = UNITS[at], random.choice(POSTS)
    exists = (unit, RDF.type, ORG.OrganizationalUnit)
    placed = (unit, ORG.subOrganizationOf, random.choice((ROOT, *UNITS[:at])))
    said: tuple[tuple[str, str, Value], ...] = (
        exists,
        *(placed,) * 3,
        (unit, SKOS.prefLabel, Literal(random.choice(("Loket", "Balie")), "nl")),
        (unit, GRAAF.legalCarrier, random.choice(CARRIERS)),
        (unit, GRAAF.responsibleFor, random.choice(TASKS)),
        (unit, GRAAF.transferredTo, random.choice(UNITS)),
        (post, RDF.type, ORG.Post),
        (post, ORG.postIn, unit),
        (post, ORG.heldBy, random.choice(PEOPLE)),
    )
    return random.choice(said)


def history(seed: int, size: int) -> Register:
    """Make up a register in which one organisation always exists and units come and go."""
    random = Random(seed)
    root = _fact(0, (ROOT, RDF.type, ORG.FormalOrganization), {"start": between(MIN, MIN)})
    lives = [(unit, RDF.type, ORG.OrganizationalUnit) for unit in UNITS]
    said = [*lives, *(_statement(random) for _ in range(size))]
    made = (
        _fact(number, statement, _times(random), random.choice(tuple(Basis)))
        for number, statement in enumerate(said, start=1)
    )
    return register_of((root, *made))


# Drawn as a seed: a hundred times faster than fact by fact, and still repeatable.
histories = st.builds(history, st.integers(0, 2**40), st.integers(1, 14))


def register_of(facts: tuple[Fact, ...], known: date | None = None) -> Register:
    """Build a register of facts, as rows would give it."""
    read = Records(facts=facts, events=EVENTS)
    found: tuple[Spell, ...] = spells(read, EVENTS)
    return Register(
        dataset="test",
        known=known,
        facts=facts,
        spells=found,
        graphs={},
        sources={},
        passages={},
        events=EVENTS,
        nodes={},
        plain={},
    )


def _fact(
    number: int, statement: tuple[str, str, Value], said: dict[str, object], basis: Basis = Basis.STATED
) -> Fact:
    subject, predicate, value = statement
    fact = Fact(
        iri=iri("fact", f"f{number}"),
        graph="g",
        subject=subject,
        predicate=predicate,
        object=value,
        basis=basis,
        **said,  # type: ignore[arg-type]
    )
    assert fact.end is None or fact.end.latest < MAX
    return fact
