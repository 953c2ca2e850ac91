"""Terms and triples between the model, the engine and text."""

from collections.abc import Iterable

import pyoxigraph as ox

from organograaf.model import Literal, Value
from organograaf.vocab import XSD


def n_triples(triples: Iterable[tuple[str, str, Value]]) -> bytes:
    """Return triples as N-Triples, in their order."""
    terms = (ox.Triple(ox.NamedNode(s), ox.NamedNode(p), term_of(o)) for s, p, o in triples)
    return ox.serialize(terms, format=ox.RdfFormat.N_TRIPLES) or b""


def cell(term: object) -> str:
    """Return a term as text: its value, unbound as ""."""
    value = getattr(term, "value", None)
    return value if isinstance(value, str) else "" if term is None else str(term)


def value_of(term: object) -> Value:
    """Return an object in the terms of the model."""
    if not isinstance(term, ox.Literal):
        return cell(term)
    datatype = None if term.language or term.datatype.value == XSD.string else term.datatype.value
    return Literal(term.value, term.language, datatype)


def term_of(value: Value) -> ox.NamedNode | ox.Literal:
    """Return an object in the terms of the engine."""
    if isinstance(value, str):
        return ox.NamedNode(value)
    if value.lang:
        return ox.Literal(value.value, language=value.lang)
    return ox.Literal(value.value, datatype=ox.NamedNode(value.datatype) if value.datatype else None)
