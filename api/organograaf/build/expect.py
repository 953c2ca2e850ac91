"""Expectations: what a file says its source should yield, counted."""

from collections.abc import Iterator

from rdflib import Literal, URIRef
from rdflib.namespace import RDF

from organograaf.graphs import TurtleFile
from organograaf.validate import Finding, Severity
from organograaf.vocab import DCT, GRAAF, PROV, curie

_SHAPE = "https://w3id.org/organograaf/shapes/expectation-met"


def unmet(file: TurtleFile) -> Iterator[Finding]:
    """Yield a violation for each expectation whose count differs from what is in the file.

    A statement that several facts make, with other dates or places, counts once.
    """
    graph = file.graph
    for node in sorted(graph.subjects(RDF.type, URIRef(GRAAF.Expectation)), key=str):
        expected = graph.value(node, URIRef(GRAAF["count"]))
        if not isinstance(expected, Literal):
            continue
        found = _count(file, URIRef(str(node)))
        if found != int(expected):
            name = curie(str(node))
            yield Finding(
                severity=Severity.VIOLATION,
                shape=_SHAPE,
                focus=str(node),
                path=GRAAF["count"],
                value=str(found),
                nl=f"{name} verwacht {expected}, maar er staan er {found} in het bestand. Vul de feiten aan, "
                "of verbeter de telling na de bron opnieuw te lezen.",
                en=f"{name} expects {expected}, but the file holds {found}. Complete the facts, or mend the "
                "count after reading the source again.",
                graph=str(file.path),
            )


def _count(file: TurtleFile, expectation: URIRef) -> int:
    graph = file.graph
    of_class = graph.value(expectation, URIRef(GRAAF.ofClass))
    if of_class is not None:
        return len(set(graph.subjects(RDF.type, of_class)))
    predicate = graph.value(expectation, URIRef(GRAAF.ofPredicate))
    value = graph.value(expectation, URIRef(GRAAF.ofObject))
    facts = set(graph.subjects(RDF.predicate, predicate))
    if value is not None:
        facts &= set(graph.subjects(RDF.object, value))
    return len({(graph.value(fact, RDF.subject), graph.value(fact, RDF.object)) for fact in facts})


def headless(file: TurtleFile) -> Iterator[Finding]:
    """Yield a violation when a file does not say which source it is from and when it was recorded."""
    head = URIRef(file.iri)
    missing = [p for p in (DCT.source, PROV.generatedAtTime) if (head, URIRef(p), None) not in file.graph]
    if missing:
        names = " en ".join(curie(p) for p in missing)
        yield Finding(
            severity=Severity.VIOLATION,
            shape="https://w3id.org/organograaf/shapes/file-head",
            focus=file.iri,
            path=missing[0],
            nl=f"Dit bestand mist zijn hoofd ({names}). Beschrijf bovenaan de graaf {curie(file.iri)}.",
            en=f"This file lacks its head ({names}). Describe the graph {curie(file.iri)} at its top.",
            graph=str(file.path),
        )
