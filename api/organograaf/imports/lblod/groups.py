"""Which units share a file: a municipality with all that is its own, and those that it merged with."""

from collections.abc import Iterable, Mapping

from organograaf.imports.lblod.codes import short
from organograaf.imports.lblod.export import Export, Status
from organograaf.imports.lblod.places import Place, by_area
from organograaf.vocab import ORG

_LEADS = ("gemeente", "provincie", "ocmw")


def groups(export: Export, places: Iterable[Place], slugs: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Return the units of each file, under the slug of the one that it is called after.

    Together are: what stands under something and that; an OCMW and its municipality; what has just the area
    of a municipality or province; and those that took part in one event.
    """
    # Not with the module: all commands start without.
    from networkx.utils import UnionFind

    sets = UnionFind(export.units)
    kind = {iri: short(unit.kinds[0]) for iri, unit in export.units.items()}
    for event in export.events:
        sets.union(*event.original, *event.resulting)
    for place in places:
        pair = (kind[place.unit], kind[place.other])
        if place.property == ORG.subOrganizationOf or pair == ("ocmw", "gemeente"):
            sets.union(place.unit, place.other)
    for unit, over in by_area(export).items():
        sets.union(unit, over)

    def order(iri: str) -> tuple[int, bool, str]:
        rank = _LEADS.index(kind[iri]) if kind[iri] in _LEADS else len(_LEADS)
        return (rank, export.units[iri].status is not Status.ACTIVE, slugs[iri])

    members = sorted((sorted(found, key=order) for found in sets.to_sets()), key=lambda m: slugs[m[0]])
    return {slugs[found[0]]: tuple(found) for found in members}
