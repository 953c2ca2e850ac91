"""What the vocabularies of others need to see in a snapshot, where our facts bear it out.

Nothing here is new knowledge: super-types, and the same name under another property.
Source: CPOV 2.1.2, CPSV-AP 3.2.0, OSLO besluit; docs/decisions/0007.
"""

from collections.abc import Iterator

from organograaf.model import Literal, Value
from organograaf.register import Register
from organograaf.vocab import BESLUIT, CV, DCT, ORG, PREFIXES, RDF, SKOS, kind, slug

Triple = tuple[str, str, Value]

PUBLIC = (BESLUIT.Bestuurseenheid, CV.PublicOrganisation)

_PUBLIC_KINDS = PREFIXES["codelist"] + "BestuurseenheidClassificatieCode/"
_SERVICE = PREFIXES["cpsv"] + "PublicService"
_BROADER_TYPES = {
    PREFIXES["eli"] + "LegalResourceSubdivision": PREFIXES["eli"] + "LegalResource",
}
_OF_A_SERVICE = {SKOS.prefLabel: DCT.title, SKOS.definition: DCT.description}


def public_bodies(register: Register) -> frozenset[str]:
    """Return the organisations that are public bodies by what the data says, on any day.

    An organ governs it (the range of `besluit:bestuurt` is a Bestuurseenheid), or its
    kind is one that Flanders' code list of public bodies has. A vzw is none.
    """
    governed = {spell.object for spell in register.spells if spell.predicate == BESLUIT.bestuurt}
    by_kind = {
        spell.subject
        for spell in register.spells
        if spell.predicate == ORG.classification and _public(register, spell.object)
    }
    return frozenset(str(body) for body in governed | by_kind if kind(str(body)) == "organisation")


def also(thing: str, predicate: str, value: Value, types: tuple[Value, ...]) -> Iterator[Triple]:
    """Yield what a plain triple of a thing says in the words of others; `types` are the thing's."""
    if predicate == RDF.type and isinstance(value, str):
        if value in _BROADER_TYPES:
            yield (thing, RDF.type, _BROADER_TYPES[value])
        if value == _SERVICE:
            yield (thing, DCT.identifier, Literal(slug(thing)))
    if predicate in _OF_A_SERVICE and _SERVICE in types:
        yield (thing, _OF_A_SERVICE[predicate], value)


def _public(register: Register, code: Value) -> bool:
    matches = register.plain.get(code, {}).get(SKOS.exactMatch, ()) if isinstance(code, str) else ()
    return any(isinstance(match, str) and match.startswith(_PUBLIC_KINDS) for match in matches)
