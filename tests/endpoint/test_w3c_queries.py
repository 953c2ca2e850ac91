"""The query and syntax tests of W3C (SPARQL 1.0, 1.1, 1.2), over HTTP.

The data of a test is what its query is asked of, named in the request: workers ask for it
as they ask for the snapshot of a day.
"""

from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest
from rdflib import URIRef

from organograaf.endpoint import Content, Limits
from organograaf.queries.outline import outline
from organograaf.store.wire import Supply
from tests.endpoint.results import read, read_file, same
from tests.endpoint.server import app_over, serving
from tests.endpoint.w3c import MF, QT, Case, cases, unexpected

SUITES = {
    "sparql10": ("manifest-evaluation.ttl", "manifest-syntax.ttl"),
    "sparql11": ("manifest-sparql11-query.ttl", "manifest-sparql11-results.ttl", "syntax-fed/manifest.ttl"),
    "sparql12": ("manifest.ttl",),
}
POSITIVE = ("PositiveSyntaxTest", "PositiveSyntaxTest11")
NEGATIVE = ("NegativeSyntaxTest", "NegativeSyntaxTest11")
EVALUATED = ("QueryEvaluationTest", "CSVResultFormatTest")
ACCEPT = {".csv": "text/csv", ".tsv": "text/tab-separated-values", ".srx": "application/sparql-results+xml"}
SUFFIXES = {
    "application/sparql-results+json": ".srj",
    "application/sparql-results+xml": ".srx",
    "text/csv": ".csv",
    "text/tab-separated-values": ".tsv",
    "application/n-triples": ".nt",
}


class Queries:
    """The endpoint, with the query of the test at hand as base, and its data set when it is one."""

    base = "urn:x"
    dataset: Path | None = None

    def content(self) -> Content:
        """Return an empty data set to which any file can be added, or one file of graphs."""
        if self.dataset is None:
            return Content(version="files", base=self.base, quads=bytes, derived=("file://",), supply=_supply)
        return Content(version=str(self.dataset), base=self.base, quads=self._quads)

    def _quads(self) -> bytes:
        assert self.dataset is not None
        parsed = ox.parse(self.dataset.read_bytes(), format=ox.RdfFormat.TRIG, base_iri=self.dataset.as_uri())
        return ox.serialize(parsed, format=ox.RdfFormat.N_QUADS) or b""


def _supply(iri: str) -> Supply:
    file = Path(iri.removeprefix("file://"))
    format_ = ox.RdfFormat.from_extension(file.suffix.removeprefix("."))
    if format_ is None or not file.is_file():
        return Supply(iri)
    triples = (quad.triple for quad in ox.parse(file.read_bytes(), format=format_, base_iri=iri))
    return Supply(iri, ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b"")


def _all(shared: Path, suite: str) -> list[Case]:
    root = shared / "suites" / "w3c-rdf-tests" / "sparql" / suite
    found = {case.name: case for manifest in SUITES[suite] for case in cases(root / manifest)}
    return [case for case in found.values() if case.kind in (*POSITIVE, *NEGATIVE, *EVALUATED)]


def _wrong(client: httpx.Client, queries: Queries, case: Case) -> str | None:
    action = case.graph.value(case.node, MF.action)
    assert action is not None
    syntax = case.kind not in EVALUATED
    query = Path(str(action).removeprefix("file://")) if syntax else case.file(action, QT.query)
    result = case.file(case.node, MF.result)
    assert query is not None
    queries.base = query.as_uri()
    said = outline(query.read_text(encoding="utf-8", errors="replace"), prefixes={}, base=queries.base)
    data = [str(one) for one in case.graph.objects(action, QT.data)]
    named = [str(one) for one in case.graph.objects(action, QT.graphData) if isinstance(one, URIRef)]
    queries.dataset = next((Path(d.removeprefix("file://")) for d in data if d.endswith(".trig")), None)
    params: dict[str, list[str]] = {}
    if queries.dataset is None and not said.default and not said.named:
        params = {"default-graph-uri": data, "named-graph-uri": named}
    accept = ACCEPT.get(result.suffix if result else "", "application/sparql-results+json")
    headers = {"Content-Type": "application/sparql-query", "Accept": f"{accept}, application/n-triples"}
    response = client.post("/sparql", params=params, content=query.read_bytes(), headers=headers)
    if syntax:
        accepted = response.status_code != 400
        return (
            None if accepted == (case.kind in POSITIVE) else f"{response.status_code} {response.text[:160]}"
        )
    if response.status_code != 200:
        return f"{response.status_code} {response.text[:160]}"
    assert result is not None
    given = read(response.content, SUFFIXES[response.headers["content-type"].partition(";")[0]])
    reduced = case.name.startswith("reduced/")
    return None if same(read_file(result), given, reduced=reduced) else "another answer"


def _run(shared: Path, suite: str, chosen: list[Case]) -> list[str]:
    queries, failed = Queries(), dict[str, str]()
    app = app_over(queries.content, Limits(workers=1, budget=10_000))
    with serving(app) as address, httpx.Client(base_url=address, timeout=60) as client:
        for case in chosen:
            if wrong := _wrong(client, queries, case):
                failed[case.name] = wrong
    print(f"{suite}: {len(chosen) - len(failed)} of {len(chosen)}")
    return unexpected(suite, {case.name for case in chosen}, failed)


@pytest.mark.parametrize(("suite", "number"), [("sparql10", 482), ("sparql11", 341), ("sparql12", 246)])
def test_all_tests_pass_but_for_those_known(shared: Path, suite: str, number: int) -> None:
    everything = _all(shared, suite)
    assert len(everything) == number
    assert _run(shared, suite, everything) == []
