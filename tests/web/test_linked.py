"""What an IRI of ours leads to, in every representation."""

import pytest
from rdflib import Graph, Literal, URIRef
from starlette.testclient import TestClient

from organograaf.vocab import FOAF, GRAAF, ORG, RDF, SKOS, iri
from organograaf.web.representations import MEDIA

UNIT = iri("unit", "buurtwerk")
PARSERS = {"ttl": "turtle", "jsonld": "json-ld", "rdf": "xml", "nt": "nt"}
BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
KINDS = (
    "fact/v01-buurtwerk-exists", "passage/v01-stad", "source/voorbeeldstad-v01",
    "event/2012-splitsing-groen-en-wegen", "task/rommelmarktvergunning", "unit-kind/dienst",
)  # fmt: skip


def graph_of(client: TestClient, address: str, suffix: str = "ttl") -> Graph:
    return Graph().parse(data=client.get(address).text, format=PARSERS[suffix])


def test_a_thing_leads_to_its_document(client: TestClient) -> None:
    answer = client.get("/id/unit/buurtwerk?on=2016", follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"] == "/doc/unit/buurtwerk?on=2016-01-01"
    assert "Accept" in answer.headers["vary"]


@pytest.mark.parametrize("suffix", PARSERS)
def test_every_representation_says_the_same(client: TestClient, suffix: str) -> None:
    by_suffix = client.get(f"/doc/unit/buurtwerk.{suffix}?on=2016")
    by_accept = client.get("/doc/unit/buurtwerk?on=2016", headers={"Accept": MEDIA[suffix]})
    assert by_suffix.headers["content-type"].startswith(MEDIA[suffix])
    assert by_accept.content == by_suffix.content
    assert by_accept.headers["content-location"] == f"/doc/unit/buurtwerk.{suffix}?on=2016"
    assert "Accept" in by_accept.headers["vary"]
    assert "Accept" not in by_suffix.headers.get("vary", "").split(", ")
    graph = graph_of(client, f"/doc/unit/buurtwerk.{suffix}?on=2016", suffix)
    assert set(graph) == set(graph_of(client, "/doc/unit/buurtwerk.ttl?on=2016"))


def test_a_document_has_its_facts_with_their_evidence_and_the_day_itself(client: TestClient) -> None:
    graph = graph_of(client, "/doc/unit/buurtwerk.ttl?on=2016")
    thing = URIRef(UNIT)
    assert (thing, URIRef(RDF.type), URIRef(ORG.OrganizationalUnit)) in graph
    assert (thing, URIRef(SKOS.prefLabel), Literal("Buurtwerk", lang="nl")) in graph
    assert (thing, URIRef(GRAAF.certainty), URIRef(GRAAF.Certain)) in graph
    facts = set(graph.subjects(URIRef(RDF.subject), thing))
    assert facts
    for fact in facts:
        assert graph.value(fact, URIRef(GRAAF.earliestStart))
        passage = graph.value(fact, URIRef(GRAAF.evidence))
        assert graph.value(passage, URIRef(GRAAF.section))
    assert thing in set(graph.objects(None, URIRef(FOAF.primaryTopic)))


def test_another_day_changes_the_state_and_not_the_facts(client: TestClient) -> None:
    def parts(on: str) -> tuple[set[object], bool]:
        graph = graph_of(client, f"/doc/unit/warm-nest.ttl?on={on}")
        exists = (URIRef(iri("unit", "warm-nest")), URIRef(GRAAF.certainty), None) in graph
        return set(graph.subjects(URIRef(RDF.predicate))), exists

    (facts, then), (same, later) = parts("2014-02-01"), parts("2017-01-01")
    assert facts == same
    assert (then, later) == (True, False)


def test_what_was_known_earlier_leaves_out_what_was_recorded_later(client: TestClient) -> None:
    facts = [
        len(set(graph_of(client, f"/doc/unit/warm-nest.ttl{query}").subjects(URIRef(RDF.subject))))
        for query in ("?known=2020-12-31", "")
    ]
    assert 0 < facts[0] < facts[1]


def test_a_browser_is_led_to_the_page_for_people(client: TestClient) -> None:
    answer = client.get("/id/unit/buurtwerk?on=2016", headers=BROWSER)
    assert answer.url.path == "/units/buurtwerk"
    assert "2016-01-01" in str(answer.url)
    source = client.get("/id/source/voorbeeldstad-v01", headers=BROWSER)
    assert source.url.path == "/sources/V01"


@pytest.mark.parametrize("thing", KINDS)
def test_what_has_no_page_has_its_document_as_a_page(client: TestClient, thing: str) -> None:
    answer = client.get(f"/doc/{thing}.html?lang=en")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/html")
    assert f"/doc/{thing}.ttl" in answer.text
    kind, slug = thing.split("/")
    assert iri(kind, slug) in answer.text


def test_every_own_address_on_a_page_is_there(client: TestClient) -> None:
    page = client.get("/doc/fact/v01-buurtwerk-exists.html").text
    addresses = {part.split('"')[0] for part in page.split('href="')[1:]}
    own = {one.replace("&amp;", "&") for one in addresses if one.startswith("/doc/")}
    assert len(own) > 5
    for address in own:
        assert client.get(address).status_code == 200, address


def test_what_is_unknown_is_told_with_what_it_may_be(client: TestClient) -> None:
    for address in ("/id/unit/burtwerk", "/doc/unit/burtwerk", "/doc/unit/burtwerk.ttl"):
        answer = client.get(address)
        assert answer.status_code == 404
        assert answer.headers["content-type"] == "application/problem+json"
        assert "unit/buurtwerk" in answer.json()["detail"]
    page = client.get("/doc/organ/buurtwerk", headers=BROWSER)
    assert page.status_code == 404
    assert "unit/buurtwerk" in page.text


@pytest.mark.parametrize("accept", ["image/png", "text/turtle;q=0", "application/json"])
def test_what_cannot_be_given_is_told_with_what_can(client: TestClient, accept: str) -> None:
    answer = client.get("/doc/unit/buurtwerk", headers={"Accept": accept})
    assert answer.status_code == 406
    assert all(media_type in answer.json()["detail"] for media_type in MEDIA.values())


def test_each_representation_has_a_tag_of_its_own_that_spares_sending_it_again(client: TestClient) -> None:
    tags = set()
    for media_type in MEDIA.values():
        headers = {"Accept": media_type}
        first = client.get("/doc/unit-kind/dienst", headers=headers)
        tags.add(first.headers["etag"])
        headers["If-None-Match"] = first.headers["etag"]
        again = client.get("/doc/unit-kind/dienst", headers=headers)
        assert again.status_code == 304
        assert "Accept" in again.headers["vary"]
    assert len(tags) == len(MEDIA)


def test_any_page_elsewhere_may_read_it(client: TestClient) -> None:
    answer = client.get("/doc/unit/buurtwerk.ttl", headers={"Origin": "https://elders.example"})
    assert answer.headers["access-control-allow-origin"] == "*"
    asked = {
        "Origin": "https://elders.example",
        "Access-Control-Request-Method": "GET",
        "Access-Control-Request-Headers": "accept-datetime,if-none-match",
    }
    assert client.options("/doc/unit/buurtwerk", headers=asked).status_code == 200


def test_head_tells_what_get_would(client: TestClient) -> None:
    head, get = (ask("/doc/unit/buurtwerk.rdf") for ask in (client.head, client.get))
    assert head.content == b""
    assert head.headers["content-length"] == get.headers["content-length"]
    assert head.headers["etag"] == get.headers["etag"]


def test_the_other_representations_are_pointed_to(client: TestClient) -> None:
    answer = client.get("/doc/unit/buurtwerk.ttl?on=2016")
    links = answer.headers["link"]
    assert '</doc/unit/buurtwerk.jsonld?on=2016>; rel="alternate"; type="application/ld+json"' in links
