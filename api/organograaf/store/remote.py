"""One version of a data set in a SPARQL server, read graph by graph.

The server is asked which graphs name a thing, and for graphs whole; no other query is put to it.
Engines differ in their answers (Virtuoso 7.2 compares dates wrongly, without an error, and cuts long
results), and the graphs stand there under other names (see `server`). So the embedded engine answers,
over the graphs that matter where that is known, and else over a copy of the version that is fetched
when the first such query comes: in memory, or on disk when it is large.
"""

import tempfile
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Lock
from typing import Final

import pyoxigraph as ox

from organograaf.errors import Unreachable
from organograaf.model import Value
from organograaf.register import Row
from organograaf.store.answer import Answer
from organograaf.store.contents import Contents
from organograaf.store.graph_store import GraphStore
from organograaf.store.oxigraph import DERIVED_GRAPHS, Oxigraph
from organograaf.store.pieces import size
from organograaf.store.terms import cell, value_of

IN_MEMORY: Final = 1_000_000
_AT_ONCE: Final = 4


class Remote:
    """A version in a server. Every method raises Unreachable. Safe to use from threads."""

    def __init__(self, graphs: GraphStore, contents: Contents, *, in_memory: int = IN_MEMORY) -> None:
        self._server = graphs
        self._contents = contents.graphs
        self._pieces = {name: graph for graph, names in contents.graphs.items() for name in names}
        self._in_memory = in_memory
        self._lock = Lock()
        self._copy: Oxigraph | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def __len__(self) -> int:
        return sum(size(name) for names in self._contents.values() for name in names)

    def rows(self, graphs: Iterable[str] | None = None) -> Iterator[Row]:
        named = graphs
        if named is None:
            named = [graph for graph in self._contents if not graph.startswith(DERIVED_GRAPHS)]
        # One string per term, however often it is said: a register of it takes a third less.
        terms: dict[str, str] = {}
        for graph, triple in self._triples(named):
            subject, predicate, value = cell(triple.subject), triple.predicate.value, value_of(triple.object)
            if isinstance(value, str):
                value = terms.setdefault(value, value)
            yield graph, terms.setdefault(subject, subject), terms.setdefault(predicate, predicate), value

    def quads(self, graph: str | None = None) -> Iterator[Row]:
        """Yield all quads, derived ones too, or those of one graph; in no fixed order."""
        for name, triple in self._triples(self._contents if graph is None else [graph]):
            yield name, cell(triple.subject), triple.predicate.value, value_of(triple.object)

    def graphs(self) -> list[str]:
        """Return the names of all graphs, sorted. Cost: none, they were read with the version."""
        return sorted(self._contents)

    def n_quads(self) -> bytes:
        """Return all quads as N-Quads, in no fixed order."""
        return ox.serialize(self._engine_quads(self._contents), format=ox.RdfFormat.N_QUADS) or b""

    def naming(self, things: Iterable[str]) -> list[str]:
        """Return the names of the graphs that name one of these things, derived ones left out, sorted."""
        wanted = list(things)
        found = self._server.naming(wanted)
        if found is None:
            return self._whole().naming(wanted)
        return sorted({graph for name in found if (graph := self._graph_of(name))})

    def query(
        self,
        text: str,
        *,
        graph: Iterable[tuple[str, str, Value]] | None = None,
        of: Iterable[str] | None = None,
    ) -> Answer:
        """Answer a query by the embedded engine. Cost: to read the graphs, or the first time the whole."""
        if graph is not None:
            return Oxigraph.create().query(text, graph=graph)
        if of is None or self._copy:
            return self._whole().query(text)
        some = Oxigraph.create()
        some.extend(self._engine_quads(of))
        return some.query(text)

    def _graph_of(self, piece: str) -> str | None:
        graph = self._pieces.get(piece, "")
        return graph if graph and not graph.startswith(DERIVED_GRAPHS) else None

    def _whole(self) -> Oxigraph:
        with self._lock:
            if self._copy is None:
                self._copy = self._copied()
            return self._copy

    def _copied(self) -> Oxigraph:
        folder = None
        if len(self) > self._in_memory:
            self._folder = tempfile.TemporaryDirectory(prefix="organograaf-", ignore_cleanup_errors=True)
            folder = Path(self._folder.name)
        copy = Oxigraph.create(folder)
        copy.extend(self._engine_quads(self._contents))
        return copy

    def _engine_quads(self, graphs: Iterable[str]) -> Iterator[ox.Quad]:
        for graph, triple in self._triples(graphs):
            yield ox.Quad(triple.subject, triple.predicate, triple.object, ox.NamedNode(graph))

    def _triples(self, graphs: Iterable[str]) -> Iterator[tuple[str, ox.Triple]]:
        pieces = [(graph, name) for graph in graphs for name in self._contents.get(graph, ())]
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            # No more at a time than can be in memory, whatever the size of the whole.
            for start in range(0, len(pieces), _AT_ONCE):
                some = pieces[start : start + _AT_ONCE]
                for (graph, _), triples in zip(some, pool.map(self._piece, some), strict=True):
                    for triple in triples:
                        yield graph, triple

    def _piece(self, piece: tuple[str, str]) -> list[ox.Triple]:
        graph, name = piece
        triples = self._server.get(name)
        if triples is None:
            raise Unreachable(
                f"De graaf {graph} staat niet meer ongeschonden op de server: er is wellicht een nieuwere "
                "versie. Probeer het opnieuw; helpt dat niet, draai dan «organograaf build».",
                f"The graph {graph} is not whole on the server any more: there may be a newer version. "
                "Try again; if that does not help, run “organograaf build”.",
            )
        return triples
