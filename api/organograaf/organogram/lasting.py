"""How long a box stays as it is: the days on which it, or one under it, may change."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from organograaf.model import Spell
from organograaf.organogram.reach import days_of
from organograaf.register import Register, turns
from organograaf.vocab import GRAAF, ORG

UNDER = (ORG.unitOf, ORG.subOrganizationOf, ORG.memberOf)
_POSTS = (ORG.postIn, GRAAF.leads)
_NAMED = (GRAAF.legalCarrier, GRAAF.serves)


@dataclass(frozen=True, slots=True)
class Lasting:
    """What stands under a thing at any time, itself included, and the days on which its tree may change."""

    things: frozenset[str]
    turns: tuple[date, ...]

    def stretch(self, day: date) -> int:
        """Return the number of the stretch of days in which a day lies."""
        return bisect_right(self.turns, day)


def lasting(register: Register, iri: str, reach: int | None) -> Lasting:
    """Return how long the box of a thing, with all under it, stays as it is; kept with the register."""
    return register.memo.get(("lasting", iri, reach), lambda: _lasting(register, iri, reach))


def everything(register: Register, reach: int | None) -> Lasting:
    """Return how long nothing changes at all."""

    def made() -> Lasting:
        days = turns(register.spells) | _edges(register.spells, reach)
        return Lasting(frozenset(), tuple(sorted(days)))

    return register.memo.get(("lasting", None, reach), made)


def _lasting(register: Register, iri: str, reach: int | None) -> Lasting:
    things: dict[str, None] = {iri: None}
    waiting = [iri]
    while waiting:
        here = waiting.pop()
        below = {spell.subject for name in UNDER for spell in register.to(here, name)} - things.keys()
        things |= dict.fromkeys(below)
        waiting += below
    told = {other for thing in things for other in _told(register, thing)}
    days = frozenset[date]().union(*(_own(register, thing, reach) for thing in told))
    return Lasting(frozenset(things), tuple(sorted(days)))


def _own(register: Register, iri: str, reach: int | None) -> frozenset[date]:
    """Return the days on which what is said of a thing, or within reach of the day, may change."""

    def made() -> frozenset[date]:
        spells = register.said(iri)
        return turns(spells) | _edges(spells, reach)

    return register.memo.get(("own", iri, reach), made)


def _told(register: Register, iri: str) -> Iterator[str]:
    """Yield what a box tells of: the thing, its posts, its carriers, and what stands beside it."""
    yield iri
    yield from (spell.subject for name in _POSTS for spell in register.to(iri, name))
    yield from (str(spell.object) for name in _NAMED for spell in register.about(iri, name))
    for member in register.about(iri, ORG.memberOf):
        yield from (spell.subject for name in UNDER for spell in register.to(str(member.object), name))


def _edges(spells: Iterable[Spell], reach: int | None) -> frozenset[date]:
    """Return the days on which a spell comes, or is no longer, within reach of the day."""
    if reach is None:
        return frozenset()
    within = days_of(reach)
    known = [spell.mentioned for spell in spells if spell.mentioned[0] <= spell.mentioned[1]]
    edges = {first.toordinal() - within for first, _ in known} | {
        last.toordinal() + within + 1 for _, last in known
    }
    return frozenset(date.fromordinal(max(1, edge)) for edge in edges)
