"""Results of queries as values that can be compared, whatever file or format they came in."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

RS = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"
TABLES = {
    ".srx": ox.QueryResultsFormat.XML,
    ".srj": ox.QueryResultsFormat.JSON,
    ".tsv": ox.QueryResultsFormat.TSV,
}
GRAPHS = (".ttl", ".rdf", ".nt")
_RESULT_SET = ox.NamedNode(RS + "ResultSet")
_ROW = ox.NamedNode("urn:x-row")
_INDEX = ox.NamedNode("urn:x-index")

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Row = Mapping[str, Term]


@dataclass(frozen=True)
class Result:
    """A yes or no, or rows (in order when that counts), or the triples of a graph."""

    boolean: bool | None = None
    rows: tuple[Row, ...] | None = None
    ordered: bool = False
    triples: frozenset[ox.Triple] | None = None


def read(body: bytes, suffix: str, base: str = "urn:x") -> Result:
    """Read a result file, or an answer as such a file."""
    if suffix == ".csv":
        return Result(rows=tuple(_csv(body)))
    if suffix in TABLES:
        return _table(ox.parse_query_results(body, format=TABLES[suffix]))
    format_ = ox.RdfFormat.from_extension(suffix.removeprefix("."))
    triples = frozenset(quad.triple for quad in ox.parse(body, format=format_, base_iri=base))
    return (
        _result_set(triples)
        if any(triple.object == _RESULT_SET for triple in triples)
        else Result(triples=triples)
    )


def same(one: Result, other: Result, *, reduced: bool = False) -> bool:
    """Whether two results say the same, blank nodes renamed, literals as the store has them.

    `reduced` leaves open how often a row comes.
    """
    if one.boolean is not None or other.boolean is not None:
        return one.boolean == other.boolean
    if one.triples is not None and other.triples is not None:
        return _canonical(one.triples) == _canonical(other.triples)
    if one.rows is None or other.rows is None:
        return False
    if reduced:
        return _facts(one.rows, False)[0].keys() == _facts(other.rows, False)[0].keys()
    ordered = one.ordered or other.ordered
    return _facts(one.rows, ordered) == _facts(other.rows, ordered)


def _facts(rows: Iterable[Row], ordered: bool) -> tuple[Counter[object], object]:
    """Return rows without blank nodes counted, and the others as a canonical graph."""
    named: Counter[object] = Counter()
    triples = set[ox.Triple]()
    for index, row in enumerate(rows):
        cells = {name: _normal(term) for name, term in row.items()}
        if not any("_:" in str(term) for term in cells.values() if not isinstance(term, ox.Literal)):
            named[(index if ordered else None, frozenset(cells.items()))] += 1
            continue
        node = ox.BlankNode()
        place = ox.Literal(index if ordered else 0)
        triples.add(ox.Triple(node, _INDEX, place))
        triples.update(ox.Triple(node, ox.NamedNode(f"urn:x-{name}"), term) for name, term in cells.items())
    return named, _canonical(triples)


def _canonical(triples: Iterable[ox.Triple]) -> set[ox.Quad]:
    store = ox.Store()
    store.extend(ox.Quad(t.subject, t.predicate, t.object) for t in triples)
    dataset = ox.Dataset(store)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return set(dataset)


def _normal(term: Term) -> Term:
    """Return a term as the store gives it back."""
    store = ox.Store()
    store.add(ox.Quad(_ROW, _ROW, term))
    found: Term = next(iter(store)).object
    return found


def _table(found: ox.QuerySolutions | ox.QueryBoolean) -> Result:
    if isinstance(found, ox.QueryBoolean):
        return Result(boolean=bool(found))
    names = [variable.value for variable in found.variables]
    rows = []
    for solution in found:
        rows.append({name: term for name, term in zip(names, solution, strict=True) if term is not None})
    return Result(rows=tuple(rows))


def _csv(body: bytes) -> Iterable[Row]:
    head, *rows = csv.reader(io.StringIO(body.decode("utf-8"), newline=""))
    for row in rows:
        yield {name: _cell(text) for name, text in zip(head, row, strict=True) if text}


def _cell(text: str) -> Term:
    # CSV does not tell an IRI from a text; blank nodes it does.
    return ox.BlankNode(text.removeprefix("_:")) if text.startswith("_:") else ox.Literal(text)


def _result_set(triples: frozenset[ox.Triple]) -> Result:
    """Read the vocabulary in which the oldest tests have their results."""
    found: dict[tuple[object, str], list[Term]] = {}
    for triple in triples:
        found.setdefault((triple.subject, triple.predicate.value), []).append(triple.object)
    for (_, name), values in found.items():
        if name == RS + "boolean":
            return Result(boolean=str(getattr(values[0], "value", "")) == "true")
    rows: list[tuple[int, Row]] = []
    ordered = False
    for (_, name), solutions in found.items():
        if name != RS + "solution":
            continue
        for solution in solutions:
            index = found.get((solution, RS + "index"))
            ordered = ordered or index is not None
            row = {}
            for binding in found.get((solution, RS + "binding"), []):
                variable = found[(binding, RS + "variable")][0]
                row[str(getattr(variable, "value", ""))] = found[(binding, RS + "value")][0]
            rows.append((int(str(getattr(index[0], "value", "0"))) if index else 0, row))
    rows.sort(key=lambda pair: pair[0])
    return Result(rows=tuple(row for _, row in rows), ordered=ordered)


def read_file(file: Path) -> Result:
    """Read the result file of a test."""
    return read(file.read_bytes(), file.suffix, file.as_uri())
