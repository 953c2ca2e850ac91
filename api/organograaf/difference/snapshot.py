"""What holds on a day as an immutable value, and the exact difference of two of those.

A delta can be applied, reversed and composed; the tests hold these to their laws.
"""

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date

from organograaf.changes import Aspect, Held, Shift
from organograaf.model import Literal, Spell
from organograaf.period import Certainty
from organograaf.register import Register
from organograaf.vocab import GRAAF, ORG, RDF, SKOS, kind

Snapshot = frozenset[tuple[Held, Certainty]]
Delta = frozenset[Shift]

PARENTS = (ORG.unitOf, ORG.subOrganizationOf, ORG.memberOf)
POSTS = (ORG.postIn, GRAAF.leads)
TASKS = (GRAAF.responsibleFor, GRAAF.carriesOut, GRAAF.contributesTo)
_Found = list[tuple[Spell, Certainty]]


def predicates(held: Held) -> tuple[str, ...]:
    """Return the properties that can say a statement."""
    if held.aspect is Aspect.PLACE:
        return POSTS if kind(held.thing) == "post" else PARENTS
    return {
        Aspect.EXISTENCE: (RDF.type,),
        Aspect.NAME: (SKOS.prefLabel,),
        Aspect.CARRIER: (GRAAF.legalCarrier,),
        Aspect.TASK: TASKS,
        Aspect.HOLDER: (ORG.heldBy,),
    }[held.aspect]


def snapshot(register: Register, day: date, things: Iterable[str]) -> Snapshot:
    """Return what is possible on a day of some things: existence, place, name, carriers, tasks, holders.

    Of parents and of names, of which a unit has one at a time, a certain one leaves the
    merely possible ones out, as in the organogram. What does not exist says nothing.
    """
    return frozenset(pair for thing in things for pair in _of(register, day, thing))


def shifts(register: Register, since: date, until: date, things: Iterable[str]) -> Delta:
    """Return what turns the snapshot of one day into that of another.

    Cost: one look at each thing; only of those that may have changed is read what is said.
    """
    changed = [one for one in things if _stretch(register, since, one) != _stretch(register, until, one)]
    return delta(snapshot(register, since, changed), snapshot(register, until, changed))


def _stretch(register: Register, day: date, thing: str) -> int:
    return bisect_right(register.turns(thing), day)


def _of(register: Register, day: date, thing: str) -> tuple[tuple[Held, Certainty], ...]:
    """Return what a snapshot holds of one thing, kept for all days until something said of it changes."""
    key = ("snapshot", thing, _stretch(register, day, thing))
    return register.memo.get(key, lambda: tuple(_read(register, day, thing)))


def _read(register: Register, day: date, thing: str) -> Iterable[tuple[Held, Certainty]]:
    if not register.on(day, thing, RDF.type):
        return ()
    best: dict[Held, Certainty] = {}
    for aspect in Aspect:
        found = [p for name in predicates(Held(thing, aspect)) for p in register.on(day, thing, name)]
        for spell, certainty in _shown(found, thing, aspect):
            held = Held(thing, aspect, "" if aspect is Aspect.EXISTENCE else value(spell))
            if best.get(held) is not Certainty.CERTAIN:
                best[held] = certainty
    return best.items()


def _shown(found: _Found, thing: str, aspect: Aspect) -> _Found:
    if aspect is Aspect.NAME:
        found = [(s, c) for s, c in found if isinstance(s.object, Literal) and s.object.lang in ("nl", None)]
    if aspect is Aspect.TASK:
        return [(s, c) for s, c in found if isinstance(s.object, str) and kind(s.object) == "task"]
    if aspect not in (Aspect.PLACE, Aspect.NAME) or kind(thing) == "post":
        return found
    certain = [(s, c) for s, c in found if c is Certainty.CERTAIN and s.predicate != ORG.memberOf]
    return [p for p in found if p in certain or p[0].predicate == ORG.memberOf] if certain else found


def value(spell: Spell) -> str:
    """Return the IRI or the text that a spell points to."""
    return spell.object.value if isinstance(spell.object, Literal) else spell.object


def delta(before: Snapshot, after: Snapshot) -> Delta:
    """Return what turns one snapshot into the other."""
    then, now = dict(before), dict(after)
    return frozenset(
        Shift(held, then.get(held, Certainty.NO), now.get(held, Certainty.NO))
        for held in then.keys() | now.keys()
        if then.get(held) is not now.get(held)
    )


def apply(shifts: Delta, before: Snapshot) -> Snapshot:
    """Return the snapshot after the shifts. Raises ValueError when it is not the one they start from."""
    state = dict(before)
    for shift in shifts:
        if state.pop(shift.held, Certainty.NO) is not shift.before:
            raise ValueError(f"{shift.held} was not {shift.before.value} before")
        if shift.after is not Certainty.NO:
            state[shift.held] = shift.after
    return frozenset(state.items())


def compose(first: Delta, second: Delta) -> Delta:
    """Return the shifts of `first` and then `second` as one; what returns to what it was falls out."""
    one, two = {s.held: s for s in first}, {s.held: s for s in second}
    both = (
        Shift(
            held,
            one[held].before if held in one else two[held].before,
            two[held].after if held in two else one[held].after,
        )
        for held in one.keys() | two.keys()
    )
    return frozenset(shift for shift in both if shift.before is not shift.after)


def reverse(shifts: Delta) -> Delta:
    """Return the shifts that undo these."""
    return frozenset(Shift(s.held, s.after, s.before) for s in shifts)
