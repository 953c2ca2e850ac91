"""The embedded engine: one Oxigraph store per dataset version, rebuilt at will.

Only this package opens a triple store. A built store is never written again.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from organograaf import queries
from organograaf.errors import BadQuestion, NoStore
from organograaf.model import Value
from organograaf.queries.outline import check
from organograaf.register import Row
from organograaf.store.answer import Answer
from organograaf.store.terms import cell, term_of, value_of
from organograaf.vocab import BASE, PREFIXES

DERIVED_GRAPHS = BASE + "graph/derived/"


class Oxigraph:
    """The embedded store. Opened read-only unless it is being built."""

    def __init__(self, store: ox.Store) -> None:
        self._store = store

    @classmethod
    def open(cls, folder: Path) -> "Oxigraph":
        """Open a built store. Raises NoStore when there is none or it cannot be read."""
        try:
            return cls(ox.Store.read_only(str(folder)))
        except (OSError, ValueError) as error:
            raise NoStore(
                f"De graaf in {folder} kan niet geopend worden ({error}). Draai «organograaf build».",
                f"The graph in {folder} cannot be opened ({error}). Run “organograaf build”.",
            ) from error

    @classmethod
    def create(cls, folder: Path | None = None) -> "Oxigraph":
        """Make an empty store to load into: on disk, or in memory when no folder is given."""
        return cls(ox.Store(str(folder)) if folder else ox.Store())

    def load(self, graphs: Iterable[tuple[str, str]]) -> None:
        """Load named graphs, each its IRI and Turtle, all at once: one load costs as much as one graph."""
        self._store.bulk_extend(
            ox.Quad(quad.subject, quad.predicate, quad.object, name)
            for graph, text in graphs
            for name in [ox.NamedNode(graph)]
            for quad in ox.parse(text, format=ox.RdfFormat.TURTLE)
        )

    def add(self, triples: Iterable[tuple[str, str, Value]], graph: str) -> None:
        """Add triples to a named graph."""
        name = ox.NamedNode(graph)
        self._store.bulk_extend(
            ox.Quad(ox.NamedNode(s), ox.NamedNode(p), term_of(o), name) for s, p, o in triples
        )

    def extend(self, quads: Iterable[ox.Quad]) -> None:
        """Add quads in the terms of the engine."""
        self._store.bulk_extend(quads)

    def triples(self, graph: str) -> Iterator[ox.Triple]:
        """Yield the triples of a named graph in the terms of the engine."""
        for quad in self._store.quads_for_pattern(None, None, None, ox.NamedNode(graph)):
            yield quad.triple

    def head(self, graph: str) -> Iterator[tuple[str, str, Value]]:
        """Yield what a graph says of itself."""
        name = ox.NamedNode(graph)
        for quad in self._store.quads_for_pattern(name, None, None, name):
            yield graph, quad.predicate.value, value_of(quad.object)

    def close(self) -> None:
        """Write everything to disk and compact it, after which it can be opened read-only."""
        self._store.flush()
        self._store.optimize()

    def __len__(self) -> int:
        return len(self._store)

    def rows(self, graphs: Iterable[str] | None = None) -> Iterator[Row]:
        named = [g for g in self.graphs() if not g.startswith(DERIVED_GRAPHS)] if graphs is None else graphs
        # One string per term, however often it is said: a register of it takes a third less.
        terms: dict[str, str] = {}
        for graph in named:
            for quad in self._store.quads_for_pattern(None, None, None, ox.NamedNode(graph)):
                subject, predicate = cell(quad.subject), quad.predicate.value
                value = value_of(quad.object)
                if isinstance(value, str):
                    value = terms.setdefault(value, value)
                yield (
                    graph,
                    terms.setdefault(subject, subject),
                    terms.setdefault(predicate, predicate),
                    value,
                )

    def naming(self, things: Iterable[str]) -> list[str]:
        """Return the names of the graphs that name one of these things, derived ones left out, sorted."""
        asked = queries.load("naming").about("thing", things)
        return sorted({graph for _, graph in self.query(asked).rows()})

    def query(
        self,
        text: str,
        *,
        graph: Iterable[tuple[str, str, Value]] | None = None,
        of: Iterable[str] | None = None,
    ) -> Answer:
        """Run a read query; common prefixes need no declaration.

        Raises BadQuestion on bad SPARQL, Refused on SERVICE and updates.
        """
        check(text)
        store = self._store
        if graph is not None:
            alone = Oxigraph.create()
            alone.add(graph, "urn:x-graph")
            store = alone._store
        try:
            return Answer(store.query(text, use_default_graph_as_union=True, prefixes=PREFIXES))
        except (SyntaxError, ValueError, OSError) as error:
            raise BadQuestion(
                f"De SPARQL-vraag is niet goed: {error}. Verbeter de vraag op die plaats.",
                f"The SPARQL query is not right: {error}. Mend the query at that place.",
            ) from error

    def quads(self, graph: str | None = None) -> Iterator[Row]:
        """Yield all quads, derived ones too, or those of one graph; in no fixed order."""
        name = ox.NamedNode(graph) if graph else None
        for quad in self._store.quads_for_pattern(None, None, None, name):
            yield (cell(quad.graph_name), cell(quad.subject), cell(quad.predicate), value_of(quad.object))

    def graphs(self) -> list[str]:
        """Return the names of all graphs, sorted."""
        return sorted(cell(name) for name in self._store.named_graphs())

    def n_quads(self) -> bytes:
        """Return all quads as N-Quads, in no fixed order."""
        return self._store.dump(format=ox.RdfFormat.N_QUADS) or b""
