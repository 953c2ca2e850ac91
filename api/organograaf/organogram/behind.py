"""The legal persons behind a thing on a day: who carries it, or for whom it works."""

from collections.abc import Iterator
from datetime import date

from organograaf.organogram.detail import named
from organograaf.organogram.tree import Tree
from organograaf.register import Register
from organograaf.view import Named
from organograaf.vocab import GRAAF, ORG, kind, slug


def behind(register: Register, iri: str, day: date) -> tuple[Named, ...]:
    """Return the carriers of the nearest thing upwards that has some, else whom such a thing serves.

    An office has those of what it stands in. Empty when our sources name none.
    """
    if kind(iri) == "post":
        found = {
            one for place in named(register, day, iri, ORG.postIn) for one in _of(register, place.iri, day)
        }
        return tuple(sorted(found, key=lambda one: one.label))
    return _of(register, iri, day)


def _of(register: Register, iri: str, day: date) -> tuple[Named, ...]:
    tree = Tree(register, day)
    ways = list(_upwards(tree, iri))
    for one in ways:
        existence = tree.existence(one)
        if existence and existence[0].object == ORG.FormalOrganization:
            return (Named(one, slug(one), register.label(one, day)),)
        if carriers := named(register, day, one, GRAAF.legalCarrier):
            return carriers
    return next((found for one in ways if (found := named(register, day, one, GRAAF.serves))), ())


def _upwards(tree: Tree, iri: str) -> Iterator[str]:
    seen: set[str] = set()
    while iri not in seen:
        yield iri
        seen.add(iri)
        place = tree.place(iri)
        if place is None or not isinstance(place[0].object, str):
            return
        iri = place[0].object
