"""What a right answer is: the same immutable value from every engine."""

from collections.abc import Iterable

from organograaf.difference.snapshot import Delta
from organograaf.vocab import GRAAF, ORG, RDF, SKOS, kind

Edges = frozenset[tuple[str, str]]
Things = frozenset[str]
Said = tuple[str, str, str, bool]
Turned = frozenset[tuple[str, str, str, str, str]]
Doers = frozenset[tuple[str, str, bool]]
Counts = frozenset[tuple[str, str, int]]

NAMES = {
    RDF.type: "type",
    ORG.unitOf: "unitOf",
    ORG.subOrganizationOf: "subOrganizationOf",
    ORG.memberOf: "memberOf",
    SKOS.prefLabel: "prefLabel",
    GRAAF.legalCarrier: "legalCarrier",
    GRAAF.responsibleFor: "responsibleFor",
    GRAAF.carriesOut: "carriesOut",
    GRAAF.contributesTo: "contributesTo",
}
_ASPECTS = {
    "type": "existence",
    "unitOf": "place",
    "subOrganizationOf": "place",
    "memberOf": "place",
    "prefLabel": "name",
    "legalCarrier": "carrier",
}


def state(rows: Iterable[Said]) -> dict[tuple[str, str, str], str]:
    """Return what a day says of some things, from rows (thing, predicate, value, certain).

    As in a snapshot: of places and names a certain one leaves the possible ones out, and what
    does not exist says nothing.
    """
    every = list(rows)
    living = {thing for thing, predicate, _, _ in every if predicate == "type"}
    sure = {
        (thing, _ASPECTS[predicate])
        for thing, predicate, _, certain in every
        if certain and predicate in ("unitOf", "subOrganizationOf", "prefLabel")
    }
    found: dict[tuple[str, str, str], str] = {}
    for thing, predicate, value, certain in every:
        aspect = _ASPECTS.get(predicate, "task")
        if thing not in living or (aspect == "task" and kind(value) != "task"):
            continue
        if not certain and (thing, aspect) in sure and predicate != "memberOf":
            continue
        key = (thing, aspect, "" if aspect == "existence" else value)
        if certain or key not in found:
            found[key] = "certain" if certain else "possible"
    return found


def turned(before: dict[tuple[str, str, str], str], after: dict[tuple[str, str, str], str]) -> Turned:
    """Return every statement whose certainty is another on the second day."""
    return frozenset(
        (*key, before.get(key, "no"), after.get(key, "no"))
        for key in before.keys() | after.keys()
        if before.get(key) != after.get(key)
    )


def of_delta(shifts: Delta) -> Turned:
    """Return the same from what turns one snapshot of a register into another."""
    return frozenset(
        (s.held.thing, s.held.aspect.value, s.held.value, s.before.value, s.after.value) for s in shifts
    )
