"""The 34 protocol tests of W3C, over HTTP."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pyoxigraph as ox
from rdflib import RDFS, Graph, Literal
from rdflib.collection import Collection
from rdflib.term import Node

from organograaf.endpoint import Content, Limits
from tests.endpoint.server import app_over, serving
from tests.endpoint.w3c import CNT, HT, MF, UT, Case, cases, quads, unexpected

FORMATS = {
    "boolean": ("application/sparql-results+json", "application/sparql-results+xml"),
    "tabular": (
        "application/sparql-results+json",
        "application/sparql-results+xml",
        "text/csv",
        "text/tab-separated-values",
    ),
    "RDF": ("text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json"),
}


class Server:
    """The endpoint over the data of the test at hand."""

    def __init__(self) -> None:
        self.case: Case | None = None

    def content(self) -> Content:
        """Return the data that the test at hand names."""
        case = self.case
        assert case is not None
        return Content(
            version=case.name, base="http://www.example/sparql/", quads=lambda: b"".join(_data(case))
        )


def _data(case: Case) -> Iterator[bytes]:
    for given in case.graph.objects(case.node, UT.graphData):
        file = case.file(given, UT.graph)
        assert file is not None
        yield quads(file, str(case.graph.value(given, RDFS.label)))


def _one(graph: Graph, node: Node, predicate: Node) -> str | None:
    value = graph.value(node, predicate)
    return None if value is None else str(value)


def _send(client: httpx.Client, graph: Graph, request: Node) -> httpx.Response:
    path = (_one(graph, request, HT.absolutePath) or "").replace("/sparql/", "/sparql", 1)
    headers = {}
    if listed := graph.value(request, HT.headers):
        for header in Collection(graph, listed):
            headers[str(graph.value(header, HT.fieldName))] = str(graph.value(header, HT.fieldValue))
    content = None
    if body := graph.value(request, HT.body):
        encoding = _one(graph, body, CNT.characterEncoding) or "UTF-8"
        content = str(graph.value(body, CNT.chars)).encode(encoding)
    return client.request(str(graph.value(request, HT.methodName)), path, headers=headers, content=content)


def _wrong(graph: Graph, request: Node, response: httpx.Response) -> str | None:
    expected = graph.value(request, HT.resp)
    assert expected is not None
    statuses = {
        str(status).rsplit("StatusCode", 1)[-1] for status in graph.objects(expected, MF.expectedStatus)
    }
    if not any(str(response.status_code)[0] == status[0] for status in statuses):
        return f"status {response.status_code}, expected {sorted(statuses)}"
    kind = _one(graph, expected, MF.expectedFormat)
    if kind and response.headers["content-type"].partition(";")[0] not in FORMATS[kind]:
        return f"{response.headers['content-type']} is not {kind}"
    wanted = graph.value(expected, MF.expectedBoolean)
    if isinstance(wanted, Literal):
        answer = ox.parse_query_results(response.content, format=ox.QueryResultsFormat.JSON)
        if not isinstance(answer, ox.QueryBoolean) or bool(answer) != bool(wanted.toPython()):
            return f"{response.text} is not {wanted}"
    return None


def test_the_protocol_tests_of_w3c_pass_but_for_updates(shared: Path) -> None:
    manifest = shared / "suites" / "w3c-rdf-tests" / "sparql" / "sparql11" / "protocol" / "manifest.ttl"
    server, ran, failed = Server(), set[str](), dict[str, str]()
    limits = Limits(workers=1)
    with serving(app_over(server.content, limits)) as address, httpx.Client(base_url=address) as client:
        for case in cases(manifest):
            server.case = case
            action = case.graph.value(case.node, MF.action)
            requests = case.graph.value(action, HT.requests)
            assert requests is not None
            for number, request in enumerate(Collection(case.graph, requests)):
                wrong = _wrong(case.graph, request, _send(client, case.graph, request))
                if case.name.startswith("protocol/update_") and not number:
                    assert wrong
                    assert wrong.startswith("status 4"), wrong
                if wrong:
                    failed[case.name] = f"request {number}: {wrong}"
            ran.add(case.name)
    print(f"W3C protocol: {len(ran) - len(failed)} of {len(ran)}")
    assert len(ran) == 34
    assert unexpected("sparql11", ran, failed) == []
