"""How a register is called, and how the description of the data set tells of it.

Source: Describing Linked Datasets with the VoID Vocabulary (W3C, 2011), subsets.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from organograaf.graphs import Triple
from organograaf.model import Literal
from organograaf.register import OWN, Part, Register
from organograaf.vocab import DATASET, DCT, FOAF, ORG, PREFIXES, RDF, SKOS, Namespace, kind, slug

VOID: Final = Namespace(PREFIXES["void"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A register by name: the thing at its top, what that is called, and its members' names."""

    part: Part
    topic: str
    titles: tuple[Literal, ...]
    others: tuple[Literal, ...] = ()

    @property
    def iri(self) -> str:
        """The IRI of the register as a part of the data set."""
        return f"{DATASET}#{slug(self.topic)}"

    def triples(self) -> Iterator[Triple]:
        """Yield what a store needs to find the register and all that it is made of."""
        yield (DATASET, VOID.subset, self.iri)
        yield (self.iri, RDF.type, VOID.Dataset)
        yield (self.iri, FOAF.primaryTopic, self.topic)
        for title in self.titles:
            yield (self.iri, DCT.title, title)
        for name in self.others:
            yield (self.iri, DCT.alternative, name)
        for graph in self.part.graphs:
            yield (self.iri, DCT.hasPart, graph)
        for graph in self.part.neighbours:
            yield (self.iri, DCT.references, graph)


def named(part: Part, register: Register) -> Named:
    """Return how a register is called: after its top, else after the first thing that it tells of."""
    own = frozenset(part.graphs)
    told = sorted({f.subject for f in register.facts if f.graph in own}, key=_kind_order)
    topic = register.top or (told[0] if told else part.graphs[0])
    bodies = {topic, *(s.subject for held in (ORG.memberOf, ORG.unitOf) for s in register.to(topic, held))}
    names = [
        (spell.subject, spell.object)
        for body in bodies
        for spell in register.about(body, SKOS.prefLabel)
        if kind(body) == "organisation" and isinstance(spell.object, Literal)
    ]
    langs = {name.lang or "nl" for thing, name in names if thing == topic} or {"nl"}
    titles = tuple(Literal(register.label(topic, lang=lang), lang) for lang in sorted(langs))
    others = sorted({name for _, name in names} - set(titles), key=lambda name: (name.value, name.lang or ""))
    return Named(part=part, topic=topic, titles=titles, others=tuple(others))


def _kind_order(iri: str) -> tuple[int, str]:
    found = kind(iri)
    return (OWN.index(found) if found in OWN else len(OWN), iri)
