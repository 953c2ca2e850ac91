"""A thing as triples: what is said of it, the facts it takes part in, how it stood on a day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from organograaf.graphs import Triple, bounds, event_dates, snapshot
from organograaf.model import Fact, Literal
from organograaf.register import Register
from organograaf.vocab import BASE, DCT, FOAF, GRAAF, ID, OA, PREFIXES, PROV, RDF, RDFS, SNAPSHOT

LICENCE: Final = "http://creativecommons.org/licenses/by/4.0/"

_CITED: Final = (RDF.type, DCT.title, DCT.identifier, DCT.source, DCT.publisher)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What the graph holds of one thing, as it stands on the day `on`.

    `own` are its triples as written, `about` the facts of which it is the subject (or the fact it
    is), `naming` the facts that name it otherwise, `pointing` the other triples that name it,
    `snapshot` what was so that day; `triples` is all of it, with the evidence.
    """

    iri: str
    on: date
    own: tuple[Triple, ...]
    about: tuple[Fact, ...]
    naming: tuple[Fact, ...]
    pointing: tuple[Triple, ...]
    snapshot: tuple[Triple, ...]
    triples: tuple[Triple, ...]


def document(register: Register, iri: str, on: date) -> Document:
    """Return the document of a thing that is known. Cost: a pass over all facts."""
    mentions = register.mentions(iri)
    nodes = {node for node, _ in mentions}
    facts = [fact for fact in register.facts if fact.iri in nodes or fact.iri == iri]
    about = tuple(fact for fact in facts if iri in (fact.subject, fact.iri))
    naming = tuple(fact for fact in facts if iri not in (fact.subject, fact.iri))
    of_facts = {fact.iri for fact in facts}
    own = tuple(_node(register, iri))
    pointing = tuple((node, prop, iri) for node, prop in mentions if node not in of_facts)
    then = tuple(snapshot(register, on, about=iri))
    triples: set[Triple] = {*own, *pointing, *then, *_said_of_it(register, iri, on)}
    for fact in facts:
        triples.update(_node(register, fact.iri))
        triples.update(_evidence(register, fact.evidence))
    triples.update(_evidence(register, _cited(register, iri)))
    triples.update(bounds(register, of_facts | {iri}))
    triples.update(one for one in event_dates(register) if one[0] == iri)
    return Document(
        iri=iri,
        on=on,
        own=own,
        about=about,
        naming=naming,
        pointing=pointing,
        snapshot=then,
        triples=tuple(triples),
    )


def _said_of_it(register: Register, iri: str, on: date) -> Iterator[Triple]:
    """Yield what ties the document to its thing, to the data set and to the day; and a name."""
    about = BASE + "doc/" + iri.removeprefix(ID)
    yield (about, RDF.type, FOAF.Document)
    yield (about, FOAF.primaryTopic, iri)
    yield (about, DCT.license, LICENCE)
    yield (about, PREFIXES["void"] + "inDataset", BASE + "dataset")
    yield (about, PROV.wasDerivedFrom, f"{SNAPSHOT}{on}")
    yield (iri, RDFS.label, Literal(register.label(iri), "nl"))


def _node(register: Register, iri: str) -> Iterator[Triple]:
    for predicate, values in register.nodes.get(iri, {}).items():
        for value in values:
            yield (iri, predicate, value)


def _cited(register: Register, iri: str) -> Iterator[str]:
    if iri in register.passages:
        yield iri
    for value in register.nodes.get(iri, {}).get(GRAAF.evidence, ()):
        if isinstance(value, str):
            yield value


def _evidence(register: Register, passages: Iterable[str]) -> Iterator[Triple]:
    """Yield each passage with its phrase, and what names its source."""
    for passage in passages:
        yield from _node(register, passage)
        for phrase in register.nodes.get(passage, {}).get(OA.hasSelector, ()):
            yield from _node(register, str(phrase))
        for source in register.nodes.get(passage, {}).get(OA.hasSource, ()):
            yield from (one for one in _node(register, str(source)) if one[1] in _CITED)
