"""The data set described to machines: DCAT-AP and VoID, derived from the tree at each build.

Source: DCAT-AP 3.0; Describing Linked Datasets with the VoID Vocabulary (W3C, 2011).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from organograaf.build.tree import Tree
from organograaf.graphs import Triple
from organograaf.model import Literal, Value
from organograaf.register import Listing, Row
from organograaf.vocab import BASE, DATASET, DCT, FOAF, GRAAF, ID, ORG, PREFIXES, PROV, RDF, XSD, Namespace

DESCRIPTION: Final = BASE + "graph/derived/dataset"
LICENCE: Final = "http://creativecommons.org/licenses/by/4.0/"
MEDIA_TYPES: Final = {
    "trig": "application/trig",
    "nq": "application/n-quads",
    "ttl": "text/turtle",
    "jsonld": "application/ld+json",
}

_DCAT, _VOID = Namespace(PREFIXES["dcat"]), Namespace(PREFIXES["void"])
_SPDX = Namespace("http://spdx.org/rdf/terms#")
_IANA = "http://www.iana.org/assignments/media-types/"
TITLE = {"nl": "Organograaf Antwerpen", "en": "Organograaf Antwerp"}
_ABSTRACT = {
    "nl": "Wie doet wat in de stad en het OCMW Antwerpen, op elke dag, met eerlijke data en de bron erbij.",
    "en": "Who does what in the city and the OCMW of Antwerp, on any day, with honest dates and the source.",
}
_COUNTED = (
    GRAAF.Fact, FOAF.Document, FOAF.Person, ORG.ChangeEvent, PREFIXES["qb"] + "Observation",
)  # fmt: skip


def describe(tree: Tree, registers: Iterable[Listing], triples: int) -> Iterator[Triple]:
    """Yield the description of a tree that takes `triples` triples in the store.

    The description itself is not among those it counts. The same tree gives the same.
    """
    counts = _Counts()
    for row in tree.rows():
        counts.add(row)
    yield from _about(tree.version, counts.modified)
    yield (DATASET, _VOID.triples, _number(triples))
    yield (DATASET, _VOID.entities, _number(len(counts.things)))
    for class_ in _COUNTED:
        yield from _partition(class_, len(counts.of_class[class_]))
    for vocabulary in sorted(counts.vocabularies()):
        yield (DATASET, _VOID.vocabulary, vocabulary)
    for file in (*tree.facts, *tree.ontology):
        yield (DATASET, DCT.hasPart, file.iri)
    for register in registers:
        yield from _subset(register)
    yield (DATASET, _VOID.sparqlEndpoint, BASE + "sparql")
    for suffix, media_type in MEDIA_TYPES.items():
        yield from _distribution(suffix, media_type)


def released(version: str, sizes: Mapping[str, tuple[int, str]]) -> Iterator[Triple]:
    """Yield the files of a release as distributions, with their size in bytes and their SHA-256.

    Source: DCAT-AP 3.0, class Distribution and class Checksum.
    """
    place = f"{DATASET}/{version}"
    for name, (size, digest) in sizes.items():
        file = f"{place}/{name}"
        yield (DATASET, _DCAT.distribution, file)
        yield (file, RDF.type, _DCAT.Distribution)
        yield (file, DCT.title, Literal(name))
        yield (file, _DCAT.accessURL, place)
        yield (file, _DCAT.downloadURL, file)
        yield (file, _DCAT.byteSize, Literal(str(size), None, XSD.nonNegativeInteger))
        yield (file, DCT.license, LICENCE)
        yield (file, _SPDX.checksum, f"{file}#sha256")
        yield (f"{file}#sha256", RDF.type, _SPDX.Checksum)
        yield (f"{file}#sha256", _SPDX.algorithm, _SPDX.checksumAlgorithm_sha256)
        yield (f"{file}#sha256", _SPDX.checksumValue, Literal(digest, None, XSD.hexBinary))


def modified(description: Iterable[Triple]) -> str | None:
    """Return when the newest graph was recorded, as its author wrote it, from the description itself."""
    said = [value for s, p, value in description if (s, p) == (DATASET, DCT.modified)]
    return next((value.value for value in said if isinstance(value, Literal)), None)


def citation(version: str, recorded: str | None) -> str:
    """Return how to cite the data set: title, version, day recorded, address."""
    day = f", {recorded[:10]}" if recorded else ""
    return f"{TITLE['en']}. Version {version}{day}. {DATASET}. CC BY 4.0."


def _subset(register: Listing) -> Iterator[Triple]:
    """Yield what a store needs to find a register and all that it is made of. Source: VoID, 4.5."""
    subset = f"{DATASET}#{register.slug}"
    yield (DATASET, _VOID.subset, subset)
    yield (subset, RDF.type, _VOID.Dataset)
    yield (subset, FOAF.primaryTopic, register.topic)
    for title in register.titles:
        yield (subset, DCT.title, title)
    for name in register.others:
        yield (subset, DCT.alternative, name)
    for graph in register.graphs:
        yield (subset, DCT.hasPart, graph)
    for graph in register.neighbours:
        yield (subset, DCT.references, graph)


def _about(version: str, recorded: str | None) -> Iterator[Triple]:
    yield (DATASET, RDF.type, _DCAT.Dataset)
    yield (DATASET, RDF.type, _VOID.Dataset)
    for lang in ("nl", "en"):
        yield (DATASET, DCT.title, Literal(TITLE[lang], lang))
        yield (DATASET, DCT.description, Literal(_ABSTRACT[lang], lang))
    yield (DATASET, DCT.identifier, Literal(DATASET))
    yield (DATASET, DCT.license, LICENCE)
    yield (DATASET, _DCAT.version, Literal(version))
    yield (DATASET, DCT.bibliographicCitation, Literal(citation(version, recorded)))
    yield (DATASET, _VOID.uriSpace, Literal(ID))
    if recorded:
        yield (DATASET, DCT.modified, Literal(recorded, None, XSD.dateTime))


@dataclass(slots=True)
class _Counts:
    """What a pass over all rows counts."""

    modified: str | None = None
    things: set[str] = field(default_factory=set)
    of_class: dict[str, set[str]] = field(default_factory=lambda: {class_: set() for class_ in _COUNTED})
    used: set[Value] = field(default_factory=set)

    def add(self, row: Row) -> None:
        graph, subject, predicate, value = row
        if subject.startswith(ID):
            self.things.add(subject)
        self.used.add(predicate)
        if predicate == RDF.type and value in self.of_class:
            self.of_class[str(value)].add(subject)
        if predicate in (RDF.type, RDF.predicate):
            self.used.add(value)
        elif predicate == PROV.generatedAtTime and subject == graph and isinstance(value, Literal):
            self.modified = max(self.modified or value.value, value.value)

    def vocabularies(self) -> set[str]:
        """Return the namespaces, ours of things left out, from which a predicate or class comes."""
        bases = [base for base in PREFIXES.values() if not base.startswith(ID)]
        return {base for base in bases if any(str(term).startswith(base) for term in self.used)}


def _partition(class_: str, number: int) -> Iterator[Triple]:
    part = f"{DATASET}/{class_.rsplit('/', 1)[-1].rsplit('#', 1)[-1]}"
    yield (DATASET, _VOID.classPartition, part)
    yield (part, _VOID["class"], class_)
    yield (part, _VOID.entities, _number(number))


def _distribution(suffix: str, media_type: str) -> Iterator[Triple]:
    file = f"{DATASET}.{suffix}"
    yield (DATASET, _DCAT.distribution, file)
    yield (file, RDF.type, _DCAT.Distribution)
    yield (file, _DCAT.accessURL, DATASET)
    yield (file, _DCAT.downloadURL, file)
    yield (file, _DCAT.mediaType, _IANA + media_type)
    yield (file, DCT.license, LICENCE)
    yield (DATASET, _VOID.dataDump, file)


def _number(value: int) -> Literal:
    return Literal(str(value), None, XSD.integer)
