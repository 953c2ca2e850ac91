"""What a SPARQL server makes of the literals that are written to it."""

from typing import Final

import pyoxigraph as ox

from organograaf.store.graph_store import GraphStore
from organograaf.store.pieces import cut
from organograaf.vocab import XSD

_SAID: Final = ox.NamedNode("urn:x-organograaf:says")
_LITERALS: Final = (
    ox.Literal("2015", datatype=ox.NamedNode(XSD.gYear)),
    ox.Literal("2015-03", datatype=ox.NamedNode(XSD.gYearMonth)),
    ox.Literal("2015-03-01", datatype=ox.NamedNode(XSD.date)),
    ox.Literal("2015-03-01T10:00:00+01:00", datatype=ox.NamedNode(XSD.dateTime)),
    ox.Literal("true", datatype=ox.NamedNode(XSD.boolean)),
    ox.Literal("12", datatype=ox.NamedNode(XSD.integer)),
    ox.Literal("12", datatype=ox.NamedNode(XSD.nonNegativeInteger)),
    ox.Literal("12.50", datatype=ox.NamedNode(XSD.decimal)),
    ox.Literal("P1Y", datatype=ox.NamedNode(XSD.duration)),
    ox.Literal("https://example.org/", datatype=ox.NamedNode(XSD.anyURI)),
    ox.Literal("d2hv", datatype=ox.NamedNode(XSD.base64Binary)),
)


def faithful(server: GraphStore) -> bool:
    """Tell whether a server gives literals back as they were written, by trying. Raises Unreachable."""
    subject = ox.NamedNode(f"{server.prefix}probe")
    (piece,) = cut((ox.Triple(subject, _SAID, one) for one in _LITERALS), server.prefix, veil=False)
    server.put(piece)
    try:
        return server.get(piece.name) is not None
    finally:
        server.drop(piece.name)
