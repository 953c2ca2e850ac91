"""The places of a unit as facts; where it stands under two, one is followed and the other disputed."""

from collections.abc import Iterable, Mapping

from organograaf.imports.lblod.codes import BODIES, short
from organograaf.imports.lblod.doubles import rivals
from organograaf.imports.lblod.existence import write_lasting
from organograaf.imports.lblod.export import Unit
from organograaf.imports.lblod.known import Known, bounded
from organograaf.imports.lblod.lives import of_all
from organograaf.imports.lblod.names import named
from organograaf.imports.lblod.places import Place
from organograaf.imports.lblod.sheet import Sheet, dutch
from organograaf.model import Value
from organograaf.vocab import GRAAF

_FOR_LIFE = "Een gemeente hoort heel haar bestaan bij haar provincie, een OCMW of district bij zijn gemeente."


def write_places(sheet: Sheet, known: Known, unit: Unit, places: Iterable[Place], passage: str) -> None:
    """Write in what a unit stands, of what it is a member, and with what it works."""
    places = tuple(places)
    ranked = rivals(places, known.export.units).get(unit.iri, ())
    facts = {place: _fact(sheet, known, place, passage, ranked) for place in places}
    if ranked:
        names = " en ".join(f"«{named(known.export.units[place.other])}»" for place in ranked)
        sheet.contradiction(
            f"{known.slugs[unit.iri]}-places",
            f"«{named(unit)}» staat in het register onder {names}",
            "De gemeente gaat voor, dan het OCMW, dan de provincie; de andere plaats is betwist.",
            [facts[place] for place in ranked],
            passage,
        )


def _fact(sheet: Sheet, known: Known, place: Place, passage: str, ranked: tuple[Place, ...]) -> str:
    more: dict[str, Value] = bounded(known, of_all(known.lives, place.unit, place.other))
    if place.role:
        more[GRAAF.wording] = dutch(place.role)
    if place in ranked:
        more[GRAAF.rank] = GRAAF.Disputed if ranked.index(place) else GRAAF.Preferred
    said = (known.thing(place.unit), place.property, known.thing(place.other))
    name = f"{known.slugs[place.unit]}-in-{known.slugs[place.other]}"
    kinds = {short(known.export.units[one].kinds[0]) for one in (place.unit, place.other)}
    if kinds <= set(BODIES):
        life = known.lives[place.unit]
        write_lasting(sheet, known, life, (name, said, passage), (_FOR_LIFE, _FOR_LIFE))
    return sheet.fact(name, said, passage, more, why=place.why)


def by_unit(places: Iterable[Place]) -> Mapping[str, tuple[Place, ...]]:
    """Return the places of each unit."""
    found: dict[str, tuple[Place, ...]] = {}
    for place in places:
        found[place.unit] = (*found.get(place.unit, ()), place)
    return found
