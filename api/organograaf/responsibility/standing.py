"""Where a unit stands on a day: its path from the top, its carriers, whom it serves."""

from dataclasses import dataclass
from datetime import date

from organograaf.organogram.detail import named
from organograaf.organogram.tree import Tree
from organograaf.organogram.unit import path
from organograaf.register import Register
from organograaf.view import Named
from organograaf.vocab import GRAAF, ORG, RDF, slug


@dataclass(frozen=True, slots=True)
class Standing:
    """A unit as it is called on a day, and the legal persons behind it."""

    unit: Named
    path: tuple[Named, ...]
    carriers: tuple[Named, ...]
    serves: tuple[Named, ...]


def standing(register: Register, iri: str, on: date) -> Standing:
    """Return where a unit stands on a day.

    Its carriers are those a source names, else itself when it is a legal person, else those
    of the nearest thing it stands under that has some.
    """
    above = path(Tree(register, on), iri)
    lineage = (iri, *(one.iri for one in reversed(above)))
    carriers = next((found for one in lineage if (found := _carriers(register, one, on))), ())
    return Standing(
        unit=Named(iri, slug(iri), register.label(iri, on)),
        path=above,
        carriers=carriers,
        serves=named(register, on, iri, GRAAF.serves),
    )


def _carriers(register: Register, iri: str, on: date) -> tuple[Named, ...]:
    if said := named(register, on, iri, GRAAF.legalCarrier):
        return said
    existence = register.on(on, iri, RDF.type)
    if any(spell.object == ORG.FormalOrganization for spell, _ in existence):
        return (Named(iri, slug(iri), register.label(iri, on)),)
    return ()
