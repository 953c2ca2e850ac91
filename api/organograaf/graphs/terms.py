"""Between rdflib's terms and the values of the model."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import rdflib
from rdflib import Graph, URIRef
from rdflib import Literal as RdfLiteral
from rdflib.term import Node

from organograaf.errors import BadData
from organograaf.model import Literal, Value
from organograaf.vocab import XSD


@contextmanager
def as_written() -> Iterator[None]:
    """Keep literals as their text has them («…T09:00:00Z») while the block parses.

    rdflib's switch is global, and pySHACL turns it on again after each run.
    """
    before, rdflib.NORMALIZE_LITERALS = rdflib.NORMALIZE_LITERALS, False
    try:
        yield
    finally:
        rdflib.NORMALIZE_LITERALS = before


def value(term: Node, where: str = "") -> Value:
    """Return the value of an rdflib term. Raises BadData for a blank node."""
    if isinstance(term, RdfLiteral):
        datatype = None if term.datatype is None or str(term.datatype) == XSD.string else str(term.datatype)
        return Literal(str(term), term.language, datatype)
    if isinstance(term, URIRef):
        return str(term)
    raise BadData(
        f"{where}: er staat een naamloos knooppunt («[ ]» of «_:x») in. Geef het een IRI.",
        f"{where}: there is a blank node (“[ ]” or “_:x”) in it. Give it an IRI.",
    )


def term(value_: Value) -> URIRef | RdfLiteral:
    """Return the rdflib term of a value."""
    if isinstance(value_, str):
        return URIRef(value_)
    if value_.lang:
        return RdfLiteral(value_.value, lang=value_.lang)
    return RdfLiteral(value_.value, datatype=URIRef(value_.datatype) if value_.datatype else None)


def graph_of(triples: Iterable[tuple[str, str, Value]]) -> Graph:
    """Return triples as an rdflib graph, literals as they are written."""
    graph = Graph(bind_namespaces="none")
    with as_written():
        for subject, predicate, value_ in triples:
            graph.add((URIRef(subject), URIRef(predicate), term(value_)))
    return graph
