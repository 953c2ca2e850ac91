"""The query page: questions that are ready, the answer as a table, and what to take away."""

import re
from html import unescape
from urllib.parse import urlsplit

import pytest
from httpx import Response
from starlette.testclient import TestClient

from organograaf.queries.library import library

HTML = {"Accept": "text/html"}
TYPES = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv; charset=utf-8",
    "tsv": "text/tab-separated-values; charset=utf-8",
}
UNDER = {"question": "15-onder-mi", "on": "2016-06-01", "unit": "thuiszorg"}


def ask(client: TestClient, **fields: str) -> Response:
    answer: Response = client.get("/sparql", params=fields, headers=HTML)
    return answer


def cells(page: str) -> list[str]:
    return [
        " ".join(unescape(re.sub("<[^>]+>", "", cell)).split()) for cell in re.findall("<td>(.*?)</td>", page)
    ]


@pytest.mark.parametrize(("lang", "title"), [("nl", "Voor onderzoekers"), ("en", "For researchers")])
def test_every_question_of_the_library_can_be_chosen(client: TestClient, lang: str, title: str) -> None:
    page = client.get("/sparql", params={"lang": lang}, headers=HTML).text
    assert title in page
    assert {one.name for one in library()} == set(re.findall(r'href="/sparql\?question=([\w-]+)', page))


def test_a_ready_question_is_asked_about_the_day_and_the_unit_that_are_filled_in(client: TestClient) -> None:
    page = ask(client, **UNDER).text
    assert "Welke diensten vielen op 1 juni 2016 onder Thuiszorg?" in page
    assert "FROM &lt;https://w3id.org/organograaf/op/2016-06-01&gt;" in page
    assert 'value="01/06/2016"' in page
    assert '<option value="thuiszorg" selected>' in page
    assert "unit:warme-maaltijden Warme Maaltijden" in cells(page)
    assert 'href="/doc/unit/warme-maaltijden"' in page


def test_a_ready_question_answers_programs_too(client: TestClient) -> None:
    answer = client.get("/sparql", params={**UNDER, "format": "csv"})
    assert answer.headers["content-type"].startswith("text/csv")
    assert "https://w3id.org/organograaf/id/unit/warme-maaltijden" in answer.text.split()


@pytest.mark.parametrize(
    ("field", "value"),
    [("unit", "x } SELECT * { ?s ?p ?o"), ("on", "31/02/2018"), ("question", "nergens")],
)
def test_what_cannot_be_filled_in_is_told_on_the_page(client: TestClient, field: str, value: str) -> None:
    answer = ask(client, **{**UNDER, field: value})
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text
    assert client.get("/sparql", params={**UNDER, field: value}).headers["content-type"] == (
        "application/problem+json"
    )


def test_values_show_their_language_their_type_and_days_in_words(client: TestClient) -> None:
    query = """SELECT ("huis"@nl AS ?a) ("2015-03-05"^^xsd:date AS ?b) (3 AS ?c)
        ("9999-12-31"^^xsd:date AS ?d) (org:Post AS ?e) ("<b>" AS ?f) {}"""
    page = ask(client, query=query).text
    assert cells(page) == [
        "huis nl",
        "5 maart 2015 xsd:date",
        "3 xsd:integer",
        "geen grens bekend xsd:date",
        "org:Post",
        "<b>",
    ]
    assert '<time datetime="2015-03-05"' in page
    assert "<td>&lt;b&gt;</td>" in page
    assert "5 March 2015 xsd:date" in cells(ask(client, query=query, lang="en").text)


def test_an_error_shows_its_line_and_marks_its_place(client: TestClient) -> None:
    answer = ask(client, query="SELECT ?x\n{ ?x rdf:type }\nLIMIT 5")
    assert answer.status_code == 400
    assert "regel 2, kolom" in answer.text
    assert "  2  { ?x rdf:type <mark>}</mark>" in answer.text
    assert 'aria-invalid="true"' in answer.text


def test_an_answer_can_be_taken_away_in_every_format(client: TestClient) -> None:
    page = ask(client, **UNDER).text
    links = re.findall(r'class="button" href="([^"]+)"', page)
    found = {unescape(link).rpartition("=")[2]: client.get(unescape(link)) for link in links}
    assert {name: answer.headers["content-type"] for name, answer in found.items()} == TYPES
    graph = ask(client, query="CONSTRUCT { ?s ?p ?o } { ?s ?p ?o } LIMIT 1").text
    assert [name for name in ("Turtle", "N-Triples", "JSON-LD", "RDF/XML") if f">{name}</a>" in graph] == [
        "Turtle",
        "N-Triples",
        "JSON-LD",
        "RDF/XML",
    ]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("SELECT ?s { ?s ?p ?o } LIMIT 1", ["curl", "pandas", "wrapper", "r"]),
        ("ASK {}", ["curl"]),
        ("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o } LIMIT 1", ["curl"]),
    ],
)
def test_there_is_code_for_what_can_take_the_answer(client: TestClient, query: str, names: list[str]) -> None:
    assert re.findall(r'id="code-(\w+)"', ask(client, query=query).text) == names


def test_the_address_to_share_gives_the_same_page(client: TestClient) -> None:
    for fields in (UNDER, {"query": 'SELECT ("a&b" AS ?x) {}', "known": "2023-01-01"}):
        page = ask(client, **fields).text
        shared = re.search(r'id="share"[^>]*value="([^"]+)"', page)
        assert shared
        address = urlsplit(unescape(shared[1]))
        again = client.get(f"{address.path}?{address.query}", headers=HTML).text
        assert cells(again) == cells(page) != []


def test_the_prefixes_the_days_and_certainty_are_explained_with_examples(client: TestClient) -> None:
    page = client.get("/sparql", headers=HTML).text
    for example in ("/op/2018-06-01&gt;", "/op/2018-06-01/certain&gt;", "/known/2026-11-01&gt;"):
        assert example in page
