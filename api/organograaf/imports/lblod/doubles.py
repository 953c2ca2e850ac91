"""What units of the register share and should not: a number, or kind and name; and who stands under two."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from organograaf.imports.lblod.codes import short
from organograaf.imports.lblod.export import Unit
from organograaf.imports.lblod.places import Place
from organograaf.vocab import ORG

_RANK: Final = ("gemeente", "ocmw", "provincie")


@dataclass(frozen=True, slots=True)
class Double:
    """What several units share, in words, and those units."""

    what: str
    units: tuple[str, ...]


def doubles(units: Iterable[Unit]) -> Iterator[Double]:
    """Yield each number that more than one unit has, and each name that several of one kind have."""
    shared: dict[str, list[str]] = {}
    for unit in units:
        name = f"de naam en de soort van «{unit.name}» ({short(unit.kinds[0])})"
        shared.setdefault(name, []).append(unit.iri)
        for agency, number in unit.numbers:
            shared.setdefault(f"{agency}-nummer {number}", []).append(unit.iri)
    yield from (Double(what, tuple(sorted(same))) for what, same in sorted(shared.items()) if len(same) > 1)


def rivals(places: Iterable[Place], units: Mapping[str, Unit]) -> dict[str, tuple[Place, ...]]:
    """Return the places of units that stand under more than one thing; the one to follow first."""
    found: dict[str, list[Place]] = {}
    for place in places:
        if place.property == ORG.subOrganizationOf:
            found.setdefault(place.unit, []).append(place)

    def order(place: Place) -> tuple[int, str]:
        kind = short(units[place.other].kinds[0])
        return (_RANK.index(kind) if kind in _RANK else len(_RANK), place.other)

    return {unit: tuple(sorted(same, key=order)) for unit, same in found.items() if len(same) > 1}
