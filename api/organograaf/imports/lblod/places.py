"""What stands in, belongs to or works with what: the ties of the register in the terms of our model."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from organograaf.imports.lblod.codes import short
from organograaf.imports.lblod.export import Export
from organograaf.imports.report import Leaving
from organograaf.vocab import ORG

_OWN_COMPANY: Final = {"autonoom-gemeentebedrijf": "gemeente", "autonoom-provinciebedrijf": "provincie"}
_BY_AREA: Final = "Zo'n bedrijf is van één bestuur; dit heeft hetzelfde werkingsgebied als «{name}»."
_FOLLOWS: Final = (
    "band van een OCMW met de provincie: ze volgt uit die van zijn gemeente",
    "tie of an OCMW with the province: it follows from that of its municipality",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """That `unit` is tied to `other` by a property; `role` as the register words it, `why` when inferred."""

    unit: str
    property: str
    other: str
    role: str | None = None
    why: str | None = None


def places(export: Export, leaving: Leaving) -> tuple[Place, ...]:
    """Return the ties of an export, each pair and property once, in a stable order.

    A municipality is a member of its province and an OCMW of its municipality, as their memberships in the
    register say: they are legal persons of their own, not parts. Districts and agencies stand under theirs.
    """
    roles = {(tie.unit, tie.other): tie.role for tie in export.members}
    stated = (*_beside(export), *_under(export), *_joined(export))
    placed = {place.unit for place in stated if place.property == ORG.subOrganizationOf}
    inferred = (place for place in _by_area(export) if place.unit not in placed)
    found: dict[tuple[str, str], Place] = {}
    for place in (*stated, *inferred):
        pair = (place.unit, place.other)
        role = roles.get(pair) if place.property != ORG.linkedTo else None
        found.setdefault(pair, replace(place, role=role))
    settled = {place.unit for place in _beside(export) if place.property == ORG.memberOf}
    double = [p for p in found if p[0] in settled and short(export.units[p[1]].kinds[0]) == "provincie"]
    leaving.out(_FOLLOWS, [unit for unit, _ in double])
    return tuple(place for pair, place in sorted(found.items()) if pair not in double)


def by_area(export: Export) -> dict[str, str]:
    """Return for each other unit the municipality or province that alone has the same area."""
    holders: dict[str, list[str]] = {}
    for iri, unit in export.units.items():
        if unit.area and short(unit.kinds[0]) in _OWN_COMPANY.values():
            holders.setdefault(unit.area, []).append(iri)
    return {
        iri: holders[unit.area][0]
        for iri, unit in export.units.items()
        if unit.area and len(holders.get(unit.area, ())) == 1 and holders[unit.area] != [iri]
    }


def _beside(export: Export) -> Iterator[Place]:
    for tie in export.beside:
        pair = {short(export.units[one].kinds[0]): one for one in (tie.unit, tie.other)}
        if set(pair) == {"ocmw", "gemeente"}:
            yield Place(unit=pair["ocmw"], property=ORG.memberOf, other=pair["gemeente"])
        else:
            yield Place(unit=tie.unit, property=ORG.linkedTo, other=tie.other)


def _under(export: Export) -> Iterator[Place]:
    for tie in export.under:
        own = short(export.units[tie.unit].kinds[0]) not in ("gemeente", "ocmw")
        yield Place(unit=tie.unit, property=ORG.subOrganizationOf if own else ORG.memberOf, other=tie.other)


def _joined(export: Export) -> Iterator[Place]:
    for tie in export.members:
        yield Place(unit=tie.unit, property=ORG.memberOf, other=tie.other)


def _by_area(export: Export) -> Iterator[Place]:
    for iri, over in by_area(export).items():
        kind, name = short(export.units[iri].kinds[0]), export.units[over].name
        if _OWN_COMPANY.get(kind) == short(export.units[over].kinds[0]):
            yield Place(unit=iri, property=ORG.subOrganizationOf, other=over, why=_BY_AREA.format(name=name))
