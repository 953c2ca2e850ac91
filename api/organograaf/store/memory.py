"""A data set in memory that a worker answers from, each query over the graphs it asks of."""

import io
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from organograaf.errors import BadQuery, NotAcceptable
from organograaf.queries.outline import Outline, outline
from organograaf.store.wire import Answered, Ask, Supply
from organograaf.vocab import PREFIXES

if TYPE_CHECKING:
    from typing_extensions import Buffer

SOLUTIONS: Final = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}
TRIPLES: Final = {
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdf": ox.RdfFormat.RDF_XML,
}
_MERGED: Final = "urn:x-organograaf:merged:"
_SHOWN: Final = 240
_PLACE: Final = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_Graph = ox.NamedNode | ox.BlankNode | ox.DefaultGraph
_Result = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


class Memory:
    """Quads, and the derived graphs that queries asked for since.

    `derived` are the beginnings of the IRIs of graphs that are made on demand.
    """

    def __init__(self, quads: bytes, *, derived: tuple[str, ...] = (), largest: int) -> None:
        self._store = ox.Store()
        self._store.load(quads, format=ox.RdfFormat.N_QUADS)
        self._derived = derived
        self._largest = largest
        self._named = [graph.value for graph in self._store.named_graphs() if not _blank(graph)]
        self._extra: dict[str, None] = {}
        self._merged: dict[frozenset[str], str] = {}

    @property
    def extra(self) -> int:
        """The number of graphs that were not there at first."""
        return len(self._extra) + len(self._merged)

    def merge(self, graphs: Iterable[str]) -> None:
        """Add the triples of named graphs to the default graph."""
        self._gather(graphs, ox.DefaultGraph())

    def lacks(self, ask: Ask) -> tuple[str, ...]:
        """Return the derived graphs that a query speaks of and that are not there yet."""
        said = {*_outline(ask).iris, *(ask.default or ()), *(ask.named or ()), *(ask.usual_default or ())}
        return tuple(sorted(i for i in said if i.startswith(self._derived) and i not in self._extra))

    def add(self, supply: Supply) -> None:
        """Add a derived graph."""
        name = ox.NamedNode(supply.graph)
        self._store.load(supply.triples, format=ox.RdfFormat.N_TRIPLES, to_graph=name)
        self._gather(supply.gathers, name)
        self._extra[supply.graph] = None

    def answer(self, ask: Ask) -> Answered:
        """Answer a query. Raises BadQuery, NotAcceptable."""
        said = _outline(ask)
        default, named = self._dataset(ask, said)
        try:
            result = self._store.query(
                ask.query,
                base_iri=ask.base,
                prefixes=_prefixes(ask.query),
                default_graph=default,
                named_graphs=named,
            )
            return self._written(result, ask, said.prefixes)
        except SyntaxError as error:
            raise _syntax(ask.query, str(error)) from error
        except (ValueError, RuntimeError, OSError) as error:
            raise BadQuery(
                f"Deze vraag kan niet beantwoord worden: {_cut(str(error))}. Pas de vraag aan.",
                f"This query cannot be answered: {_cut(str(error))}. Change the query.",
            ) from error

    def _dataset(
        self, ask: Ask, said: Outline
    ) -> tuple[list[_Graph] | None, list[ox.NamedNode | ox.BlankNode] | None]:
        """Return the graphs of a query; None is what the store has at first."""
        default, named = ask.default, ask.named
        if default is None and named is None and (said.default or said.named):
            default, named = said.default, said.named
        if default is not None or named is not None:
            return self._default(default or ()), [ox.NamedNode(iri) for iri in named or ()]
        # A derived graph is there for a query that speaks of it, and for no other.
        spoken = [iri for iri in self._extra if iri in said.iris]
        names: list[ox.NamedNode | ox.BlankNode] = [
            ox.NamedNode(iri) for iri in (*(ask.usual_named or self._named), *spoken)
        ]
        if ask.usual_default is not None:
            return self._default(ask.usual_default), names
        return None, names if self.extra else None

    def _default(self, graphs: tuple[str, ...]) -> list[_Graph]:
        """Return one graph with each triple of several once: the engine would give it twice."""
        if len(set(graphs)) < 2:
            return [ox.NamedNode(iri) for iri in graphs[:1]]
        key = frozenset(graphs)
        if key not in self._merged:
            self._merged[key] = f"{_MERGED}{len(self._merged)}"
            self._gather(graphs, ox.NamedNode(self._merged[key]))
        return [ox.NamedNode(self._merged[key])]

    def _gather(self, graphs: Iterable[str], into: _Graph) -> None:
        for graph in graphs:
            found = self._store.quads_for_pattern(None, None, None, ox.NamedNode(graph))
            self._store.extend([ox.Quad(q.subject, q.predicate, q.object, into) for q in found])

    def _written(self, result: _Result, ask: Ask, prefixes: Mapping[str, str]) -> Answered:
        most = min(self._largest, ask.most or self._largest)
        out = _Bounded(most)
        triples = isinstance(result, ox.QueryTriples)
        wanted = ask.triples if triples else ask.solutions
        if wanted is None:
            raise _unacceptable(triples)
        try:
            if isinstance(result, ox.QueryTriples):
                ox.serialize(result, out, format=TRIPLES[wanted], prefixes=dict(prefixes))
            else:
                result.serialize(out, format=SOLUTIONS[wanted])
        except _Full as error:
            raise BadQuery(
                f"Het antwoord is groter dan {most >> 20} MiB en wordt niet gegeven, ook niet half. "
                "Vraag minder kolommen, of neem het in delen met ORDER BY, LIMIT en OFFSET.",
                f"The answer is larger than {most >> 20} MiB and is not given, not in part either. "
                "Ask fewer columns, or take it in parts with ORDER BY, LIMIT and OFFSET.",
            ) from error
        return Answered(format=wanted, body=out.getvalue())


class _Full(OSError):
    pass


class _Bounded(io.BytesIO):
    """A file in memory that takes no more than `most` bytes."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def write(self, part: "Buffer", /) -> int:
        if self.tell() + memoryview(part).nbytes > self._most:
            raise _Full
        return super().write(part)


def _outline(ask: Ask) -> Outline:
    return _read(ask.query, ask.base)


@lru_cache(maxsize=1)
def _read(query: str, base: str) -> Outline:
    return outline(query, prefixes=_prefixes(query), base=base)


def _prefixes(query: str) -> dict[str, str]:
    """Return the common prefixes that a query can mean: the engine reads all it is given anew."""
    return {name: base for name, base in PREFIXES.items() if f"{name}:" in query}


def _blank(graph: ox.NamedNode | ox.BlankNode) -> bool:
    return isinstance(graph, ox.BlankNode)


def _cut(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= _SHOWN else one_line[: _SHOWN - 1] + "…"


def _syntax(query: str, message: str) -> BadQuery:
    found = _PLACE.match(message)
    if not found:
        return BadQuery(
            f"Deze SPARQL klopt niet: {_cut(message)}. Verbeter de vraag.",
            f"This SPARQL is not right: {_cut(message)}. Mend the query.",
        )
    # «[_]» is «any character» in the engine's own words.
    line, column, why = int(found[1]), int(found[2]), _cut(found[3].replace(", [_]", ""))
    lines = query.split("\n")
    text = lines[line - 1] if line <= len(lines) else ""
    around = _cut(text[max(0, column - 41) : column + 39].strip())
    return BadQuery(
        f"De SPARQL klopt niet op regel {line}, kolom {column}, bij «{around}»: {why}. "
        "Verbeter de vraag op die plaats.",
        f"The SPARQL is not right at line {line}, column {column}, near “{around}”: {why}. "
        "Mend the query at that place.",
        place=(line, column),
    )


def _unacceptable(triples: bool) -> NotAcceptable:
    if triples:
        return NotAcceptable(
            "CONSTRUCT en DESCRIBE geven een graaf: vraag Turtle, N-Triples, JSON-LD of RDF/XML.",
            "CONSTRUCT and DESCRIBE give a graph: ask for Turtle, N-Triples, JSON-LD or RDF/XML.",
        )
    return NotAcceptable(
        "SELECT en ASK geven een tabel: vraag JSON, XML, CSV of TSV.",
        "SELECT and ASK give a table: ask for JSON, XML, CSV or TSV.",
    )
