"""The page, files and JSON of gaps and overlaps."""

import pytest
from starlette.testclient import TestClient

from .test_pages import Page


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_page_is_whole_and_loads_nothing_from_elsewhere(client: TestClient, lang: str) -> None:
    answer = client.get("/radar", params={"on": "2019-10-01", "lang": lang})
    assert answer.status_code == 200
    page = Page(answer.text)
    assert all(load.startswith("/") for load in page.loads)
    assert len(page.all("h1")) == 1
    assert not page.all("script")


def test_the_page_tells_what_a_source_says_from_what_no_source_says(client: TestClient) -> None:
    dutch = client.get("/radar?on=2019-10-01").text
    assert "Een bron zegt dat niemand het ambt bekleedt" in dutch
    assert "Geen bron noemt een houder" in client.get("/radar?on=2016-06-01").text
    english = client.get("/radar?on=2019-10-01&lang=en").text
    assert "A source says that nobody holds the post" in english


def test_every_link_of_the_page_works(client: TestClient) -> None:
    links = {link for link in Page(client.get("/radar?on=2012-06-01").text).links if not link.startswith("#")}
    assert {link: client.get(link).status_code for link in links} == dict.fromkeys(links, 200)


@pytest.mark.parametrize(
    ("path", "media_type"),
    [
        ("/radar.csv", "text/csv; charset=utf-8"),
        ("/radar.json", "application/json"),
        ("/radar.txt", "text/plain; charset=utf-8"),
        ("/api/v1/radar", "application/json"),
    ],
)
def test_a_file_says_what_it_is(client: TestClient, path: str, media_type: str) -> None:
    answer = client.get(f"{path}?on=2019-10-01")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == media_type


def test_the_json_counts_by_kind_and_names_what_would_settle_it(client: TestClient) -> None:
    found = client.get("/api/v1/radar?on=2019-10-01").json()
    assert found["counts"]["ambt-vacant"] == 1
    vacant = next(one for one in found["signals"] if one["kind"] == "ambt-vacant")
    assert vacant["said"] is True
    assert vacant["since"]["earliest"] == "2019-09-01"
    assert vacant["settle"]["nl"] == "Een benoeming."


@pytest.mark.parametrize(
    ("query", "status", "said"),
    [
        ("on=2012-06-01&root=geldzaken", 404, "bestond niet op 1 juni 2012"),
        ("on=gisteren", 422, "gisteren"),
        ("reach=veel", 422, "veel"),
        ("root=geldzakken", 404, "geldzaken"),
    ],
)
def test_a_question_that_cannot_be_answered_gets_a_helpful_sentence(
    client: TestClient, query: str, status: int, said: str
) -> None:
    for path in ("/radar", "/api/v1/radar"):
        answer = client.get(f"{path}?{query}")
        assert answer.status_code == status
        assert said in answer.text
