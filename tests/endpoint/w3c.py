"""The W3C SPARQL tests as manifests have them, and what of them fails for a known reason."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyoxigraph as ox
from rdflib import RDF, Graph, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
QT = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
UT = Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
HT = Namespace("http://www.w3.org/2011/http#")
CNT = Namespace("http://www.w3.org/2011/content#")
KNOWN = Path(__file__).parent / "known_failures.tsv"


@dataclass(frozen=True, slots=True)
class Case:
    """One test: `name` is folder/name, `node` where the manifest tells of it."""

    name: str
    kind: str
    graph: Graph
    node: Node

    def file(self, about: Node, predicate: URIRef) -> Path | None:
        """Return the file that a property points to."""
        value = self.graph.value(about, predicate)
        return Path(str(value).removeprefix("file://")) if isinstance(value, URIRef) else None


def cases(manifest: Path) -> Iterator[Case]:
    """Yield the tests of a manifest and of those it includes, in their order."""
    graph = Graph().parse(manifest, format="turtle")
    for included in graph.objects(None, MF.include):
        for one in Collection(graph, included):
            yield from cases(Path(str(one).removeprefix("file://")))
    for entries in graph.objects(None, MF.entries):
        for node in Collection(graph, entries):
            kind = str(graph.value(node, RDF.type)).rsplit("#", 1)[-1]
            yield Case(f"{manifest.parent.name}/{str(node).rsplit('#', 1)[-1]}", kind, graph, node)


@cache
def known_failures() -> Mapping[str, str]:
    """Return the reason of each failure that is known, by suite and name."""
    lines = (line for line in KNOWN.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return dict(line.split("\t", 1) for line in lines if line)


def quads(file: Path, graph: str | None = None) -> bytes:
    """Return the triples of a file as N-Quads, in a graph when one is named."""
    format_ = ox.RdfFormat.from_extension(file.suffix.removeprefix("."))
    name = ox.NamedNode(graph) if graph else ox.DefaultGraph()
    parsed = ox.parse(file.read_bytes(), format=format_, base_iri=file.as_uri(), rename_blank_nodes=True)
    return (
        ox.serialize(
            (ox.Quad(q.subject, q.predicate, q.object, name) for q in parsed), format=ox.RdfFormat.N_QUADS
        )
        or b""
    )


def unexpected(suite: str, ran: set[str], failed: Mapping[str, str]) -> list[str]:
    """Return what fails without being known, and what is known to fail and does not."""
    known = {n.removeprefix(f"{suite}/"): why for n, why in known_failures().items() if n.startswith(suite)}
    new = [f"fails: {name}: {why}" for name, why in failed.items() if name not in known]
    passing = [
        f"passes, take it off the list: {name}" for name in known if name in ran and name not in failed
    ]
    return sorted(new + passing)
