"""`/sparql` as the SPARQL 1.1 Protocol says it, and what it says when something is not right."""

import csv
import io
import re
from collections.abc import Iterator

import httpx
import pytest
from rdflib import RDF, Graph, Namespace, URIRef

from organograaf.queries.outline import LONGEST

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
UNITS = "SELECT ?unit { ?unit a org:OrganizationalUnit } ORDER BY ?unit"
GRAPH = "CONSTRUCT { ?unit a org:OrganizationalUnit } WHERE { ?unit a org:OrganizationalUnit }"


@pytest.fixture(scope="module")
def client(town_server: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=town_server, timeout=60) as opened:
        yield opened


def ask(client: httpx.Client, query: str, accept: str = "*/*", **params: str) -> httpx.Response:
    return client.get("/sparql", params={"query": query, **params}, headers={"Accept": accept})


def test_get_form_and_direct_post_give_the_same(client: httpx.Client) -> None:
    got = ask(client, UNITS)
    form = client.post("/sparql", data={"query": UNITS})
    direct = client.post(
        "/sparql", content=UNITS, headers={"Content-Type": "application/sparql-query; charset=UTF-8"}
    )
    assert got.status_code == form.status_code == direct.status_code == 200
    assert got.json()["results"]["bindings"]
    assert got.content == form.content == direct.content


@pytest.mark.parametrize(
    ("query", "asked", "given"),
    [
        (UNITS, "*/*", "application/sparql-results+json"),
        (UNITS, "application/sparql-results+xml", "application/sparql-results+xml"),
        (UNITS, "application/xml", "application/sparql-results+xml"),
        (UNITS, "text/csv", "text/csv; charset=utf-8"),
        (UNITS, "text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        (UNITS, "text/csv;q=0.5, application/json;q=0.9", "application/sparql-results+json"),
        (UNITS, "text/turtle, */*;q=0.1", "application/sparql-results+json"),
        ("ASK {}", "application/sparql-results+xml;q=0.3", "application/sparql-results+xml"),
        (GRAPH, "*/*", "text/turtle; charset=utf-8"),
        (GRAPH, "application/n-triples", "application/n-triples"),
        (GRAPH, "application/ld+json", "application/ld+json"),
        (GRAPH, "application/rdf+xml", "application/rdf+xml"),
        (GRAPH, "application/sparql-results+json, application/rdf+xml;q=0.2", "application/rdf+xml"),
    ],
)
def test_the_answer_comes_in_the_format_that_is_liked_best(
    client: httpx.Client, query: str, asked: str, given: str
) -> None:
    response = ask(client, query, asked)
    assert (response.status_code, response.headers["content-type"]) == (200, given)
    assert "Accept" in response.headers["vary"]


@pytest.mark.parametrize("name", ["format", "output"])
@pytest.mark.parametrize(
    ("query", "said", "given"),
    [
        (UNITS, "csv", "text/csv"),
        (UNITS, "xml", "application/sparql-results+xml"),
        (UNITS, "application/sparql-results+json", "application/sparql-results+json"),
        (GRAPH, "xml", "application/rdf+xml"),
        (GRAPH, "json", "application/ld+json"),
        (GRAPH, "ntriples", "application/n-triples"),
    ],
)
def test_a_format_by_name_goes_before_the_accept_header(
    client: httpx.Client, name: str, query: str, said: str, given: str
) -> None:
    response = ask(client, query, "text/turtle, text/tab-separated-values", **{name: said})
    assert response.headers["content-type"].partition(";")[0] == given


def test_every_format_of_a_graph_says_the_same(client: httpx.Client) -> None:
    formats = {"text/turtle": "turtle", "application/n-triples": "nt", "application/rdf+xml": "xml"}
    formats |= {"application/ld+json": "json-ld"}
    graphs = [Graph().parse(data=ask(client, GRAPH, a).text, format=f) for a, f in formats.items()]
    assert len(graphs[0]) > 3
    assert all(set(graph) == set(graphs[0]) for graph in graphs)


def test_a_table_has_a_row_per_solution_in_csv(client: httpx.Client) -> None:
    rows = list(csv.reader(io.StringIO(ask(client, UNITS, "text/csv").text)))
    json = ask(client, UNITS).json()["results"]["bindings"]
    assert rows == [["unit"], *([one["unit"]["value"]] for one in json)]


@pytest.mark.parametrize(
    ("query", "accept"), [(UNITS, "text/turtle"), (GRAPH, "text/csv"), (UNITS, "image/png"), (GRAPH, "a/b")]
)
def test_what_cannot_be_in_that_format_is_not_acceptable(
    client: httpx.Client, query: str, accept: str
) -> None:
    assert_problem(ask(client, query, accept), 406, "Turtle|JSON|turtle")


def test_head_says_what_get_would_without_the_body(client: httpx.Client) -> None:
    head = client.head("/sparql", params={"query": UNITS})
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-length"] == ask(client, UNITS).headers["content-length"]


def test_options_and_every_answer_let_other_sites_read(client: httpx.Client) -> None:
    asked = {"Origin": "https://example.org", "Access-Control-Request-Method": "POST"}
    options = client.options("/sparql", headers=asked)
    assert options.is_success
    assert {"GET", "HEAD", "POST"} <= set(re.split(r",\s*", options.headers["access-control-allow-methods"]))
    for response in (ask(client, UNITS), ask(client, "SELECT"), ask(client, UNITS, "image/png")):
        assert response.headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize("accept", ["text/turtle", "application/rdf+xml", "*/*"])
def test_a_bare_get_describes_the_service(client: httpx.Client, town_server: str, accept: str) -> None:
    response = client.get("/sparql", headers={"Accept": accept})
    graph = Graph().parse(data=response.text, format="xml" if "xml" in accept else "turtle")
    here = URIRef(f"{town_server}/sparql")
    assert list(graph.subjects(RDF.type, SD.Service)) == [here]
    assert list(graph.objects(here, SD.endpoint)) == [here]
    named = {str(name) for name in graph.objects(None, SD.name)}
    counted = ask(client, "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }").json()["results"]["bindings"]
    assert named == {one["g"]["value"] for one in counted} != set()


def test_a_browser_gets_a_form_and_the_answer_as_a_table(client: httpx.Client) -> None:
    accept = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
    form = client.get("/sparql", headers={"Accept": accept})
    assert form.headers["content-type"].startswith("text/html")
    assert "<textarea" in form.text
    assert '<form class="ask query" action="/sparql" method="get"' in form.text
    assert not re.search(r"<script(?![^>]* src=)", form.text)
    answered = ask(client, 'SELECT ("<b>x</b>" AS ?y) {}', accept).text
    assert "&lt;b&gt;x&lt;/b&gt;</td>" in answered
    wrong = ask(client, "SELECT * { ?s ?p }", accept, lang="en")
    assert wrong.status_code == 400
    assert "not right at line 1, column" in wrong.text


def assert_problem(response: httpx.Response, status: int, says: str) -> None:
    """Hold a response to be a problem document with a sentence in two languages."""
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    problem = response.json()
    assert problem["status"] == status
    assert set(problem["messages"]) == {"nl", "en"}
    assert re.search(says, problem["detail"]), problem["detail"]
    assert "Traceback" not in response.text


def test_a_syntax_error_names_its_place(client: httpx.Client) -> None:
    assert_problem(ask(client, "SELECT *\n{ ?s ?p }"), 400, r"regel 2, kolom \d+")
    assert_problem(ask(client, "SELECT *\n{ ?s ?p }", lang="en"), 400, r"line 2, column \d+")


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "LOAD <http://127.0.0.1:1/>",
        "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
        "PREFIX a: <urn:a> CLEAR ALL",
    ],
)
def test_what_reaches_out_or_changes_is_refused(client: httpx.Client, query: str) -> None:
    assert_problem(ask(client, query), 400, "geweigerd")


def test_an_update_is_refused_in_every_form(client: httpx.Client) -> None:
    assert_problem(client.get("/sparql", params={"update": "CLEAR ALL"}), 400, "update")
    assert_problem(client.post("/sparql", data={"update": "CLEAR ALL"}), 400, "update")
    direct = {"Content-Type": "application/sparql-update"}
    assert_problem(client.post("/sparql", content="CLEAR ALL", headers=direct), 415, "updates")


def test_bad_requests_say_what_is_wrong(client: httpx.Client) -> None:
    twice = "/sparql?query=ASK%20%7B%7D&query=ASK%20%7B%7D"
    assert_problem(client.get(twice), 400, "meer dan eens")
    assert_problem(client.post("/sparql", data={}), 415, "neem ik niet aan")
    assert_problem(client.post("/sparql", data={"a": "b"}), 400, "geen vraag")
    assert_problem(client.post("/sparql", content="ASK {}", headers={"Content-Type": "text/plain"}), 415, "")
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    assert_problem(client.post("/sparql", content=b"query=ASK%20%7B%FF%7D", headers=form), 400, "UTF-8")
    assert_problem(client.get("/sparql?query=%FF"), 400, "UTF-8")
    assert_problem(ask(client, "ASK {}", timeout="soon"), 400, "timeout")
    assert_problem(ask(client, "ASK {}", known="2018-13-01"), 400, "2018-13-01")
    assert_problem(ask(client, "ASK {}", format="docx"), 406, "docx")


def test_a_query_is_at_most_64_kib_and_a_body_is_not_read_to_its_end(client: httpx.Client) -> None:
    fits = "ASK {} #" + "x" * (LONGEST - 8)
    assert client.post("/sparql", data={"query": fits}).status_code == 200
    assert_problem(client.post("/sparql", data={"query": fits + "x"}), 413, "64 KiB")

    def endless() -> Iterator[bytes]:
        yield b"query="
        for _ in range(64):
            yield b"x" * LONGEST

    form = {"Content-Type": "application/x-www-form-urlencoded"}
    try:
        response = client.post("/sparql", content=endless(), headers=form)
    except httpx.TransportError:
        return  # answered and closed while we were still sending
    assert_problem(response, 413, "64 KiB")


def test_parameters_of_other_endpoints_do_no_harm(client: httpx.Client) -> None:
    assert ask(client, "ASK {}", results="json", debug="on").json()["boolean"] is True


def test_the_figures_count_how_queries_ended(client: httpx.Client) -> None:
    ask(client, "ASK {}")
    ask(client, "SELECT")
    text = client.get("/metrics").text
    counted = dict(re.findall(r'^organograaf_sparql_queries_total\{end="(\w+)"\} ([\d.]+)$', text, re.M))
    assert float(counted["answered"]) >= 1
    assert float(counted["BadQuery"]) >= 1
    assert re.search(r"^organograaf_sparql_workers [1-9]", text, re.M)
