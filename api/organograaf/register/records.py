"""From rows (graph, subject, predicate, value) to the values of the model.

A row is a quad without an RDF library: the text files and every store give the same.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import TypeVar

from organograaf.errors import BadData, BadDate
from organograaf.model import Basis, Event, Fact, Graph, Literal, Modality, Passage, Rank, Source, Value
from organograaf.period import Moment, moment
from organograaf.vocab import DCT, FOAF, GRAAF, OA, ORG, PREFIXES, PROV, RDF, RDFS, SKOS, curie

Row = tuple[str, str, str, Value]
Properties = Mapping[str, tuple[Value, ...]]

_QUALIFIERS = (GRAAF.capacity, GRAAF.share, GRAAF.inEvent, GRAAF.ofKind, GRAAF.transferred, GRAAF.wording)
_LABELS = (
    SKOS.prefLabel, FOAF.name, RDFS.label, DCT.title,
    # A point of contact has no name but what it is reached by.
    PREFIXES["cv"] + "telephone", PREFIXES["cv"] + "email",
)  # fmt: skip
_Individual = TypeVar("_Individual", Basis, Modality, Rank)
_NOTHING: Mapping[str, tuple[Value, ...]] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """All that the rows of some graphs say, before any reasoning about time.

    `nodes` holds every node as written, facts too; `plain` those of what does not change: events,
    tasks, codes, laws.
    """

    facts: tuple[Fact, ...] = ()
    graphs: Mapping[str, Graph] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    passages: Mapping[str, Passage] = field(default_factory=dict)
    events: Mapping[str, Event] = field(default_factory=dict)
    nodes: Mapping[str, Properties] = field(default_factory=dict)
    plain: Mapping[str, Properties] = field(default_factory=dict)


def records(rows: Iterable[Row]) -> Records:
    """Read rows into records. Raises BadData that names the fact and what is wrong."""
    by_graph: dict[str, dict[str, dict[str, list[Value]]]] = {}
    for graph, subject, predicate, value in rows:
        by_graph.setdefault(graph, {}).setdefault(subject, {}).setdefault(predicate, []).append(value)
    said = {graph: {s: _sorted(node) for s, node in nodes.items()} for graph, nodes in by_graph.items()}
    nodes: dict[str, Properties] = {}
    for of_graph in said.values():
        for subject, node in of_graph.items():
            nodes[subject] = _merged(nodes[subject], node) if subject in nodes else node
    facts = tuple(
        _fact(subject, graph, node, nodes)
        for graph, of_graph in sorted(said.items())
        for subject, node in sorted(of_graph.items())
        if GRAAF.Fact in node.get(RDF.type, ())
    )
    return Records(
        facts=facts,
        graphs={s: _graph(s, nodes[s]) for s in by_graph if s in nodes},
        sources={s: _source(s, p, nodes) for s, p in _typed(nodes, FOAF.Document)},
        passages={s: _passage(s, p, nodes) for s, p in _typed(nodes, OA.SpecificResource)},
        events={s: _event(s, p) for s, p in _typed(nodes, ORG.ChangeEvent)},
        nodes=nodes,
        plain={s: p for s, p in nodes.items() if GRAAF.Fact not in p.get(RDF.type, ())},
    )


def label(properties: Properties, lang: str = "nl") -> str | None:
    """Return the name of a plain thing: in `lang`, else in whatever language there is."""
    for predicate in _LABELS:
        texts = [v for v in properties.get(predicate, ()) if isinstance(v, Literal)]
        for wanted in (lang, "nl", None):
            for text in texts:
                if text.lang == wanted:
                    return text.value
        if texts:
            return texts[0].value
    return None


def _sorted(node: Mapping[str, list[Value]]) -> Properties:
    return {p: tuple(sorted(v, key=_order) if len(v) > 1 else v) for p, v in node.items()}


def _merged(one: Properties, other: Properties) -> Properties:
    """Return what two graphs say of one node."""
    both = {p: [*one.get(p, ()), *other.get(p, ())] for p in (*one, *other)}
    return _sorted({p: list(dict.fromkeys(values)) for p, values in both.items()})


def _order(value: Value) -> tuple[bool, str, str]:
    if isinstance(value, Literal):
        return (True, value.value, value.lang or value.datatype or "")
    return (False, value, "")


def _typed(plain: Mapping[str, Properties], type_: str) -> Iterator[tuple[str, Properties]]:
    return ((s, p) for s, p in plain.items() if type_ in p.get(RDF.type, ()))


def _one(properties: Properties, predicate: str) -> Value | None:
    values = properties.get(predicate, ())
    return values[0] if values else None


def _text(properties: Properties, predicate: str) -> str | None:
    value = _one(properties, predicate)
    return value.value if isinstance(value, Literal) else value


def _iri(properties: Properties, predicate: str) -> str | None:
    value = _one(properties, predicate)
    return value if isinstance(value, str) else None


def _moment(node: str, properties: Properties, predicate: str, graph: str = "") -> Moment | None:
    text = _text(properties, predicate)
    if text is None:
        return None
    try:
        return moment(text)
    except BadDate as error:
        name = f"{graph}: {curie(node)}" if graph else curie(node)
        raise BadData(f"{name}: {error}", f"{name}: {error.text('en')}") from error


def _fact(iri: str, graph: str, properties: Properties, plain: Mapping[str, Properties]) -> Fact:
    subject, predicate = _iri(properties, RDF.subject), _iri(properties, RDF.predicate)
    value = _one(properties, RDF.object)
    if subject is None or predicate is None or value is None:
        name = f"{graph}: {curie(iri)}"
        raise BadData(
            f"{name}: rdf:subject, rdf:predicate of rdf:object ontbreekt. Vul alle drie in.",
            f"{name}: rdf:subject, rdf:predicate or rdf:object is missing. Give all three.",
        )
    temporal = _iri(properties, DCT.temporal)
    return Fact(
        iri=iri,
        graph=graph,
        subject=subject,
        predicate=predicate,
        object=value,
        start=_moment(iri, properties, GRAAF["from"], graph),
        end=_moment(iri, properties, GRAAF.until, graph),
        started_by=_iri(properties, GRAAF.startedBy),
        ended_by=_iri(properties, GRAAF.endedBy),
        attested=_span(temporal, plain.get(temporal, _NOTHING)) if temporal else None,
        basis=_basis(properties),
        modality=_individual(properties, GRAAF.modality, Modality.ASSERTED),
        rank=_individual(properties, GRAAF.rank, Rank.NORMAL),
        reasoning=_text(properties, GRAAF.reasoning),
        evidence=tuple(v for v in properties.get(GRAAF.evidence, ()) if isinstance(v, str)),
        qualifiers=tuple((q, v) for q in _QUALIFIERS for v in properties.get(q, ())),
    )


def _span(iri: str, properties: Properties) -> tuple[Moment, Moment] | None:
    since = _moment(iri, properties, GRAAF["from"])
    until = _moment(iri, properties, GRAAF.until)
    return (since, until) if since and until else None


def _basis(properties: Properties) -> Basis:
    return _individual(properties, GRAAF.basis, Basis.STATED)


def _individual(properties: Properties, predicate: str, default: _Individual) -> _Individual:
    found = _iri(properties, predicate)
    return type(default)(found.rsplit("#", 1)[-1].lower()) if found else default


def _graph(iri: str, properties: Properties) -> Graph:
    recorded = _text(properties, PROV.generatedAtTime)
    return Graph(
        iri=iri,
        source=_iri(properties, DCT.source),
        recorded=date.fromisoformat(recorded[:10]) if recorded else None,
        revises=tuple(v for v in properties.get(PROV.wasRevisionOf, ()) if isinstance(v, str)),
    )


def _source(iri: str, properties: Properties, plain: Mapping[str, Properties]) -> Source:
    period = plain.get(_iri(properties, DCT.temporal) or "", _NOTHING)
    return Source(
        iri=iri,
        number=_text(properties, DCT.identifier) or iri.rsplit("/", 1)[-1],
        title=label(properties) or iri,
        url=_iri(properties, DCT.source),
        publisher=_text(properties, DCT.publisher),
        since=_moment(iri, period, GRAAF["from"]),
        until=_moment(iri, period, GRAAF.until),
        period_basis=_basis(period),
        period_reasoning=_text(period, GRAAF.reasoning),
    )


def _passage(iri: str, properties: Properties, plain: Mapping[str, Properties]) -> Passage:
    quote = plain.get(_iri(properties, OA.hasSelector) or "", _NOTHING)
    return Passage(
        iri=iri,
        source=_iri(properties, OA.hasSource) or "",
        section=_text(properties, GRAAF.section) or "",
        phrase=_text(quote, OA.exact) or "",
    )


def _event(iri: str, properties: Properties) -> Event:
    return Event(
        iri=iri,
        label=label(properties) or iri,
        kind=_iri(properties, DCT.type),
        evidence=tuple(v for v in properties.get(GRAAF.evidence, ()) if isinstance(v, str)),
    )
