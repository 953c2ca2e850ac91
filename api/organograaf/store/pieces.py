"""Graphs cut into pieces that any engine holds faithfully, each named after what is in it.

Engines rewrite literals (Virtuoso has `"2015"^^xsd:gYear` become a date, and `"true"^^xsd:boolean` an
integer), cut long answers without a word (Virtuoso: ResultSetMaxRows, 10,000 by default, of the Graph
Store Protocol too), and write half of a long update. So a piece is small; its name holds its size and
the hash of its content, by which what comes back is checked; and where an engine does not give back
literals as they were, each goes under a datatype of our own, which engines leave alone.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

import pyoxigraph as ox

from organograaf.errors import BadData, Unreachable

LARGEST: Final = 4000
_AS: Final = "urn:x-organograaf:datatype:"
_STRING: Final = "http://www.w3.org/2001/XMLSchema#string"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a graph: its name in the server, and its triples as N-Triples."""

    name: str
    text: bytes


def cut(triples: Iterable[ox.Triple], prefix: str, *, veil: bool) -> Iterator[Piece]:
    """Cut triples into pieces; the same triples give the same pieces.

    Raises BadData for blank nodes, which no server gives back under the same name.
    """
    lines = iter(sorted(_line(triple) for triple in triples))
    while part := list(islice(lines, LARGEST)):
        text = _veiled(part) if veil else "".join(part).encode()
        yield Piece(f"{prefix}piece:{_mark(part)}", text)


def parse(body: bytes, media_type: str) -> list[ox.Triple]:
    """Read the triples that a server gave, as they were before they were veiled.

    Raises Unreachable when that is no RDF.
    """
    turtle = media_type in ("text/turtle", "application/x-turtle", "text/rdf+n3")
    format_ = ox.RdfFormat.TURTLE if turtle else ox.RdfFormat.N_TRIPLES
    try:
        return [unveiled(ox.Triple(q.subject, q.predicate, q.object)) for q in ox.parse(body, format=format_)]
    except (SyntaxError, ValueError) as error:
        raise Unreachable(
            f"De SPARQL-server geeft geen leesbare graaf terug ({media_type or 'zonder soort'}): {error}.",
            f"The SPARQL server returns no graph that can be read ({media_type or 'of no type'}): {error}.",
        ) from error


def intact(name: str, triples: Iterable[ox.Triple]) -> bool:
    """Tell whether triples are those that a piece is named after."""
    return name.endswith(_mark(sorted(_line(triple) for triple in triples)))


def size(name: str) -> int:
    """Return the number of triples of a piece, from its name."""
    return int(name.rpartition(":")[2])


def veiled(triple: ox.Triple) -> ox.Triple:
    """Return a triple with its literal under a datatype that no engine knows, so none rewrites it."""
    value = triple.object
    if not isinstance(value, ox.Literal):
        return triple
    if value.language or value.datatype.value == _STRING:
        return triple
    datatype = ox.NamedNode(_AS + value.datatype.value)
    return ox.Triple(triple.subject, triple.predicate, ox.Literal(value.value, datatype=datatype))


def unveiled(triple: ox.Triple) -> ox.Triple:
    """Return a triple as it was before it was veiled."""
    value = triple.object
    if not isinstance(value, ox.Literal) or not value.datatype.value.startswith(_AS):
        return triple
    datatype = ox.NamedNode(value.datatype.value.removeprefix(_AS))
    return ox.Triple(triple.subject, triple.predicate, ox.Literal(value.value, datatype=datatype))


def _veiled(lines: Iterable[str]) -> bytes:
    parsed = ox.parse("".join(lines), format=ox.RdfFormat.N_TRIPLES)
    return "".join(_line(veiled(ox.Triple(q.subject, q.predicate, q.object))) for q in parsed).encode()


def _mark(lines: Iterable[str]) -> str:
    digest, number = hashlib.sha256(), 0
    for line in lines:
        digest.update(line.encode())
        number += 1
    return f"{digest.hexdigest()[:40]}:{number}"


def _line(triple: ox.Triple) -> str:
    if isinstance(triple.subject, ox.BlankNode) or isinstance(triple.object, ox.BlankNode):
        raise BadData(
            f"Een knoop zonder naam kan niet op een server gepubliceerd worden: {triple}. Geef hem een IRI.",
            f"A node without a name cannot be published to a server: {triple}. Give it an IRI.",
        )
    return f"{triple} .\n"
