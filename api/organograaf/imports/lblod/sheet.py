"""One file of facts while it is written: its head, its source, passages, facts and what they leave open."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from rdflib import Graph, URIRef

from organograaf.graphs import Triple, term
from organograaf.graphs.terms import as_written
from organograaf.model import Literal, Value
from organograaf.period import ONE_DAY
from organograaf.vocab import DCT, FOAF, GRAAF, OA, PREFIXES, PROV, RDF, SKOS, XSD, iri

PUBLISHER: Final = "Agentschap Binnenlands Bestuur (LBLOD)"
ADDRESS: Final = "https://github.com/lblod/app-organization-portal"
LICENCE: Final = "https://opensource.org/license/mit"

_EDTF: Final = PREFIXES["edtf"] + "EDTF"
_PERIOD: Final = "De uitvoer draagt zelf geen dag; wie ze inlas, gaf {on} op als de dag die ze beschrijft."
_NOTE: Final = (
    "Ingelezen met «organograaf import lblod». Het register overschrijft: vroegere namen staan er niet in."
)


def edtf(text: str | date) -> Literal:
    """Return a date as the model writes it."""
    return Literal(str(text), None, _EDTF)


def dutch(text: str) -> Literal:
    """Return a Dutch text."""
    return Literal(text, "nl")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The triples of one file, which tells of the state of the register on the day `on`."""

    name: str
    title: str
    graph: str
    on: date
    recorded: date
    triples: set[Triple] = field(default_factory=set)

    @property
    def source(self) -> str:
        """The source that the file follows: the part of the register on these units."""
        return iri("source", f"lblod-{self.name}")

    def say(self, subject: str, properties: Mapping[str, Value | Iterable[Value] | None]) -> str:
        """Write a node, and return it. None is left out."""
        for predicate, said in properties.items():
            values = () if said is None else (said,) if isinstance(said, str | Literal) else said
            self.triples.update((subject, predicate, value) for value in values)
        return subject

    def passage(self, slug: str, section: str, address: str) -> str:
        """Write where in the register something stands, and return the passage."""
        quote = self.say(
            iri("quote", f"lblod-{slug}"), {RDF.type: OA.TextQuoteSelector, OA.exact: Literal(f"<{address}>")}
        )
        return self.say(
            iri("passage", f"lblod-{slug}"),
            {
                RDF.type: OA.SpecificResource,
                OA.hasSource: self.source,
                OA.hasSelector: quote,
                GRAAF.section: dutch(section),
            },
        )

    def fact(
        self,
        name: str,
        said: Triple,
        evidence: str | Iterable[str],
        more: Mapping[str, Value] | None = None,
        *,
        why: str | None = None,
    ) -> str:
        """Write a fact, and return it: stated, or with `why` inferred. `more` are its time and qualifiers."""
        subject, predicate, value = said
        return self.say(
            iri("fact", f"lblod-{name}"),
            {
                RDF.type: GRAAF.Fact,
                RDF.subject: subject,
                RDF.predicate: predicate,
                RDF.object: value,
                GRAAF.basis: GRAAF.Inferred if why else GRAAF.Stated,
                GRAAF.reasoning: dutch(why) if why else None,
                GRAAF.evidence: evidence,
                **(more or {}),
            },
        )

    def contradiction(self, name: str, label: str, note: str, between: Iterable[str], evidence: str) -> None:
        """Write that two statements of the register do not go together, and how that was handled."""
        self.say(
            iri("discrepancy", f"lblod-{name}"),
            {
                RDF.type: GRAAF.Discrepancy,
                SKOS.prefLabel: dutch(label),
                SKOS.note: dutch(note),
                GRAAF.between: between,
                GRAAF.evidence: evidence,
            },
        )

    def question(self, name: str, label: str, about: str, evidence: str) -> None:
        """Write what the register leaves open."""
        self.say(
            iri("question", f"lblod-{name}"),
            {
                RDF.type: GRAAF.OpenQuestion,
                SKOS.prefLabel: dutch(label),
                GRAAF.concerns: about,
                GRAAF.evidence: evidence,
            },
        )

    def whole(self) -> Graph:
        """Return the file as a graph, with its head, its source and what the source is expected to yield."""
        self._head()
        graph = Graph(bind_namespaces="none")
        with as_written():
            for subject, predicate, value in self.triples:
                graph.add((URIRef(subject), URIRef(predicate), term(value)))
        return graph

    def _head(self) -> None:
        expected = [self._expects(*one) for one in _EXPECTED]
        self.say(
            self.graph,
            {
                RDF.type: PROV.Entity,
                DCT.source: self.source,
                PROV.generatedAtTime: Literal(f"{self.recorded}T00:00:00Z", None, XSD.dateTime),
                GRAAF.expects: expected,
            },
        )
        period = self.say(
            iri("period", f"source-lblod-{self.name}"),
            {
                RDF.type: DCT.PeriodOfTime,
                GRAAF["from"]: edtf(self.on),
                GRAAF.until: edtf(self.on + ONE_DAY),
                GRAAF.basis: GRAAF.Inferred,
                GRAAF.reasoning: dutch(_PERIOD.format(on=self.on)),
            },
        )
        self.say(
            self.source,
            {
                RDF.type: FOAF.Document,
                DCT.identifier: Literal(f"lblod-{self.name}"),
                DCT.title: dutch(f"Register van bestuurseenheden (LBLOD): {self.title}"),
                DCT.publisher: dutch(PUBLISHER),
                DCT.source: ADDRESS,
                DCT.license: LICENCE,
                DCT.temporal: period,
                SKOS.editorialNote: dutch(_NOTE),
            },
        )

    def _expects(self, what: str, property_: str, class_: str, among: str) -> str:
        count = sum(1 for _, predicate, value in self.triples if (predicate, value) == (among, class_))
        return self.say(
            iri("expectation", f"lblod-{self.name}-{what}"),
            {
                RDF.type: GRAAF.Expectation,
                property_: class_,
                GRAAF.count: Literal(str(count), None, XSD.integer),
            },
        )


_EXPECTED: Final = (
    ("events", GRAAF.ofClass, PREFIXES["org"] + "ChangeEvent", RDF.type),
    ("identifiers", GRAAF.ofClass, PREFIXES["adms"] + "Identifier", RDF.type),
    ("transfers", GRAAF.ofPredicate, GRAAF.transferredTo, RDF.predicate),
)
