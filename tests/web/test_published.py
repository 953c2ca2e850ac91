"""Snapshots, named graphs, the words and the rules: each at its own address."""

from datetime import date

import pytest
from rdflib import Graph, URIRef
from rdflib.compare import isomorphic
from starlette.testclient import TestClient

from organograaf import share
from organograaf.graphs import files_in, snapshot, term
from organograaf.register import Register
from organograaf.vocab import BASE, GRAAF, NS, ORG, PREFIXES, RDF
from organograaf.web.representations import MEDIA
from tests.conftest import TOWN
from tests.web.test_linked import BROWSER, PARSERS, graph_of

ALL = (
    "/op/2016-01-01", "/op/2016-01-01/certain", "/ns", "/shapes", "/shapes/fact-evidence",
    "/graph/voorbeeldstad/01-organisatienota-2010", "/graph/derived/bounds", "/dataset",
)  # fmt: skip
DAY = date(2018, 6, 1)


def as_graph(triples: list[tuple[str, str, object]]) -> Graph:
    graph = Graph()
    for subject, predicate, value in triples:
        graph.add((URIRef(subject), URIRef(predicate), term(value)))  # type: ignore[arg-type]
    return graph


@pytest.mark.parametrize("address", ALL)
def test_every_address_gives_every_representation_each_with_its_tag(client: TestClient, address: str) -> None:
    tags, sizes = set(), set()
    for suffix, media_type in MEDIA.items():
        answer = client.get(address, headers={"Accept": media_type})
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith(media_type)
        assert "Accept" in answer.headers["vary"]
        again = client.get(address, headers={"Accept": media_type, "If-None-Match": answer.headers["etag"]})
        assert again.status_code == 304
        head = client.head(address, headers={"Accept": media_type})
        assert (head.content, head.headers["content-length"]) == (b"", str(len(answer.content)))
        tags.add(answer.headers["etag"])
        if suffix in PARSERS:
            by_suffix = client.get(answer.headers["content-location"])
            assert by_suffix.content == answer.content
            sizes.add(len(Graph().parse(data=answer.text, format=PARSERS[suffix])))
    assert len(tags) == len(MEDIA)
    assert len(sizes) == 1
    assert sizes != {0}


@pytest.mark.parametrize("address", ALL)
def test_every_page_is_in_two_languages_and_links_to_its_files(client: TestClient, address: str) -> None:
    nl, en = (client.get(f"{address}{query}", headers=BROWSER).text for query in ("", "?lang=en"))
    assert '<html lang="nl">' in nl
    assert '<html lang="en">' in en
    assert all(f".{suffix}" in nl for suffix in PARSERS)


def test_a_snapshot_is_that_of_the_day(client: TestClient, town: Register) -> None:
    expected = snapshot(town, DAY)
    assert set(graph_of(client, f"/op/{DAY}.ttl")) == set(as_graph(expected))  # type: ignore[arg-type]


def test_the_certain_part_of_a_snapshot_has_nothing_that_is_only_possible(
    client: TestClient, town: Register
) -> None:
    whole, certain = (
        graph_of(client, address) for address in ("/op/2012-02-01.ttl", "/op/2012-02-01/certain.ttl")
    )
    assert set(certain) < set(whole)
    assert URIRef(GRAAF.Possible) in set(whole.objects())
    assert URIRef(GRAAF.Possible) not in set(certain.objects())


def test_a_snapshot_as_it_was_known_earlier_differs(client: TestClient) -> None:
    now, then = (graph_of(client, f"/op/2017-01-01.ttl{query}") for query in ("", "?known=2021-09-09"))
    unit = (URIRef(f"{BASE}id/unit/warm-nest"), URIRef(RDF.type), URIRef(ORG.OrganizationalUnit))
    assert (unit in now, unit in then) == (False, True)


@pytest.mark.parametrize("part", ["", "/certain"])
def test_the_name_that_sparql_has_for_what_was_known_leads_to_it(client: TestClient, part: str) -> None:
    answer = client.get(f"/op/2017-01-01{part}/known/2021-09-09", follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/op/2017-01-01{part}?known=2021-09-09"


@pytest.mark.parametrize(("said", "meant"), [("2018", "2018-01-01"), ("2018-06.ttl", "2018-06-01.ttl")])
def test_a_shorter_date_leads_to_the_day_itself(client: TestClient, said: str, meant: str) -> None:
    answer = client.get(f"/op/{said}?known=2022-01-01", follow_redirects=False)
    assert answer.status_code == 308
    assert answer.headers["location"] == f"/op/{meant}?known=2022-01-01"


@pytest.mark.parametrize("bad", ["2018-13-01", "gisteren", "2018-02-30.ttl", "%00", "2018-06-01/zeker"])
def test_what_is_no_day_is_told_in_a_sentence(client: TestClient, bad: str) -> None:
    answer = client.get(f"/op/{bad}")
    assert answer.status_code in (404, 422)
    assert answer.json()["detail"]


def test_a_named_graph_is_the_file_itself(client: TestClient) -> None:
    for path in sorted(TOWN.glob("*.ttl"))[:3]:
        served = graph_of(client, f"/graph/voorbeeldstad/{path.stem}.ttl")
        assert isomorphic(served, Graph().parse(path))


@pytest.mark.parametrize(
    "bad", ["voorbeeldstad/01-organisatienota", "x", "", "a%20b<>", "%0a", "..%2f..%2fetc%2fpasswd"]
)
def test_an_unknown_graph_is_told_with_those_like_it(client: TestClient, bad: str) -> None:
    answer = client.get(f"/graph/{bad}")
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"


def test_every_term_has_an_anchor_and_a_meaning(client: TestClient) -> None:
    page, graph = client.get("/ns.html").text, graph_of(client, "/ns.ttl")
    ours = {str(s) for s in graph.subjects() if str(s).startswith(NS)}
    assert len(ours) > 60
    missing = [iri for iri in ours if f'id="{iri.removeprefix(NS)}"' not in page]
    assert missing == []
    assert "De bron zegt dat het zo was." in page
    assert "waarnemend" in page
    assert "acting" in client.get("/ns.html?lang=en").text


def test_the_ontology_is_that_of_the_files(client: TestClient) -> None:
    expected = Graph()
    for path in files_in(share.folder("ontology")):
        expected.parse(path)
    assert isomorphic(graph_of(client, "/ns.ttl"), expected)


def test_the_shapes_are_those_of_the_files(client: TestClient) -> None:
    expected = Graph()
    for path in files_in(share.folder("shacl")):
        expected.parse(path)
    assert isomorphic(graph_of(client, "/shapes.ttl"), expected)


def test_each_shape_has_its_own_address_with_all_of_it(client: TestClient) -> None:
    graph = graph_of(client, "/shapes/term-label.ttl")
    shape = URIRef(PREFIXES["shape"] + "term-label")
    assert (shape, URIRef(PREFIXES["sh"] + "message"), None) in graph
    page = client.get("/shapes.html").text
    names = {part.split('"')[0] for part in page.split('href="/shapes/')[1:]}
    assert len(names) > 80
    assert client.get("/shapes/term-labl").status_code == 404
    assert "term-label" in client.get("/shapes/term-labl").json()["detail"]


def test_the_description_leads_to_its_own_files_and_not_to_the_data(client: TestClient) -> None:
    answer = client.get("/dataset", headers={"Accept": "text/turtle"})
    assert "</dataset/description.rdf>" in answer.headers["link"]
    assert client.get("/dataset/description.docx").status_code == 404
    assert client.get("/.well-known/void", headers=BROWSER).headers["content-type"].startswith("text/html")
