"""Our own terms and code lists, in the order in which people look them up."""

from dataclasses import dataclass
from typing import Final

from organograaf.graphs import Triple
from organograaf.model import Literal, Value
from organograaf.register import Register
from organograaf.vocab import BASE, DCT, NS, PREFIXES, RDF, RDFS, SKOS, Namespace, curie, slug

ONTOLOGY: Final = BASE + "graph/ontology/"

_OWL: Final = Namespace(PREFIXES["owl"])
_SAID: Final = (
    RDF.type, RDFS.label, RDFS.isDefinedBy, SKOS.prefLabel, SKOS.definition, SKOS.example, DCT.source,
    SKOS.inScheme, SKOS.topConceptOf, SKOS.hasTopConcept,
)  # fmt: skip
_GROUPS: Final = {
    "classes": (_OWL.Class, RDFS.Class),
    "properties": (_OWL.ObjectProperty, _OWL.DatatypeProperty, RDF.Property),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A class, property or code: its name in nl and en, what it means, an example, and the rest.

    `anchor` is where it stands on the page: the end of its IRI.
    """

    iri: str
    anchor: str
    name: str
    labels: tuple[tuple[str, str], ...]
    definition: tuple[tuple[str, str], ...]
    example: tuple[tuple[str, str], ...]
    source: tuple[tuple[str, str], ...]
    rest: tuple[Triple, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Terms that belong together: "classes", "properties", or the codes of one list."""

    kind: str
    scheme: Term | None
    terms: tuple[Term, ...]


def terms(register: Register) -> tuple[Group, ...]:
    """Return all terms that our ontology defines, grouped."""
    ours = sorted(
        iri for iri, node in register.nodes.items() if BASE + "ns" in node.get(RDFS.isDefinedBy, ())
    )
    found = [
        Group(
            kind=kind,
            scheme=None,
            terms=tuple(_term(register, iri) for iri in ours if _is(register, iri, kind)),
        )
        for kind in ("classes", "properties")
    ]
    for scheme in (iri for iri in ours if SKOS.ConceptScheme in _values(register, iri, RDF.type)):
        codes = tuple(_term(register, iri) for iri in ours if scheme in _values(register, iri, SKOS.inScheme))
        found.append(Group(kind="codes", scheme=_term(register, scheme), terms=codes))
    return tuple(group for group in found if group.terms)


def _is(register: Register, iri: str, kind: str) -> bool:
    return any(type_ in _GROUPS[kind] for type_ in _values(register, iri, RDF.type))


def _values(register: Register, iri: str, predicate: str) -> tuple[Value, ...]:
    return register.nodes.get(iri, {}).get(predicate, ())


def _term(register: Register, iri: str) -> Term:
    return Term(
        iri=iri,
        anchor=iri.removeprefix(NS) if iri.startswith(NS) else slug(iri),
        name=curie(iri),
        labels=_said(register, iri, RDFS.label) or _said(register, iri, SKOS.prefLabel),
        definition=_said(register, iri, SKOS.definition),
        example=_said(register, iri, SKOS.example),
        source=_said(register, iri, DCT.source),
        rest=tuple(
            (iri, predicate, value)
            for predicate, values in register.nodes[iri].items()
            if predicate not in _SAID
            for value in values
        ),
    )


def _said(register: Register, iri: str, predicate: str) -> tuple[tuple[str, str], ...]:
    texts = (value for value in _values(register, iri, predicate) if isinstance(value, Literal))
    return tuple(sorted(((text.lang or "", text.value) for text in texts), reverse=True))
