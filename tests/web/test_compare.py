"""Pages, files and JSON that compare two days."""

import pytest
from starlette.testclient import TestClient

from .test_pages import Page

DAYS = "from=2015-08-01&until=2018-07-01"


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("path", ["/diff", "/crosswalk", f"/diff?{DAYS}", f"/crosswalk?{DAYS}"])
def test_a_page_that_compares_is_whole_and_loads_nothing_from_elsewhere(
    client: TestClient, path: str, lang: str
) -> None:
    answer = client.get(path, params={"lang": lang} if "?" not in path else None)
    assert answer.status_code == 200
    page = Page(answer.text)
    assert all(load.startswith("/") for load in page.loads)
    assert len(page.all("h1")) == 1
    assert all((one["src"] or "").startswith("/static/js/") for one in page.all("script"))


def test_the_page_tells_a_change_in_a_sentence_and_offers_the_files(client: TestClient) -> None:
    dutch = client.get(f"/diff?{DAYS}").text
    assert "Burgerloket heet sinds 1 september 2015 Huis van de Voorbeeldburger (bron V04)." in dutch
    english = client.get(f"/diff?{DAYS}&lang=en").text
    new = '<span lang="nl">Huis van de Voorbeeldburger</span>'
    assert f'<span lang="nl">Burgerloket</span> has been called {new} since 1 September 2015' in english
    for suffix in ("csv", "xlsx", "md", "json", "txt"):
        assert f"/diff.{suffix}?from=2015-08-01&amp;until=2018-07-01" in dutch
    for suffix in ("svg", "png", "pdf"):  # a form sends these, with the days and the paper
        assert f'formaction="/diff.{suffix}"' in dutch
    assert '<input type="hidden" name="from" value="2015-08-01">' in dutch


def test_every_link_of_the_page_works(client: TestClient) -> None:
    links = {link for link in Page(client.get(f"/diff?{DAYS}").text).links if not link.startswith("#")}
    assert {link: client.get(link).status_code for link in links} == dict.fromkeys(links, 200)


@pytest.mark.parametrize(
    ("path", "media_type"),
    [
        (f"/diff.svg?{DAYS}", "image/svg+xml"),
        (f"/diff.pdf?{DAYS}", "application/pdf"),
        (f"/diff.csv?{DAYS}", "text/csv; charset=utf-8"),
        (f"/diff.md?{DAYS}", "text/markdown; charset=utf-8"),
        (f"/crosswalk.csv?{DAYS}", "text/csv; charset=utf-8"),
        (f"/api/v1/diff?{DAYS}", "application/json"),
        (f"/api/v1/crosswalk?{DAYS}", "application/json"),
        ("/api/v1/events", "application/json"),
    ],
)
def test_a_file_says_what_it_is(client: TestClient, path: str, media_type: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == media_type


def test_the_json_of_a_difference_has_the_promised_names(client: TestClient) -> None:
    found = client.get(f"/api/v1/diff?{DAYS}").json()
    names = {"from", "until", "appeared", "disappeared", "renamed", "moved", "tasks", "posts", "events"}
    assert names | {"corrections"} <= set(found)
    renamed = found["renamed"][0]
    assert {"unit", "before", "after", "event", "evidence", "sentence"} <= set(renamed)


def test_corrections_are_told_apart_from_changes(client: TestClient) -> None:
    found = client.get("/api/v1/diff?from=2017-06-01&until=2017-06-01&earlier=2023-12-31").json()
    assert found["moved"] == []
    assert [one["unit"]["slug"] for one in found["corrections"]] == ["wegenploeg"]


def test_events_can_be_asked_of_a_stretch_of_days(client: TestClient) -> None:
    every = client.get("/api/v1/events").json()["events"]
    some = client.get("/api/v1/events?from=2018-05-31&until=2018-06-01").json()["events"]
    assert 0 < len(some) < len(every)


def test_an_event_shows_the_day_it_was_decided(client: TestClient) -> None:
    found = client.get("/api/v1/events?from=2018-05-31&until=2018-06-01").json()["events"]
    decided = {one["slug"]: one["decided"] for one in found}
    assert decided["2018-fusie-geldzaken"]["edtf"] == "2018-03-26"
    assert decided["2018-een-voorbeeldstad"] is None
    page = client.get("/diff?from=2018-05-31&until=2018-06-01").text
    assert "besloten op 26 maart 2018" in page
    assert "26 maart 2018" in client.get("/events/2018-fusie-geldzaken").text


@pytest.mark.parametrize(
    ("query", "status", "said"),
    [
        ("from=2018&until=2016", 422, "van 1 januari 2016 naar 1 januari 2018"),
        ("from=2018&until=2018", 422, "Kies twee dagen"),
        ("from=1700&until=1800", 404, "zeggen onze bronnen niets"),
        ("from=2018-05-31&until=2018-06-01&root=geldzaken", 404, "bestond niet op 31 mei 2018"),
        ("from=2016&until=2018&root=geldzakken", 404, "geldzaken"),
        ("from=gisteren&until=2018", 422, "gisteren"),
        ("from=2016&until=2018&on=2017", 422, "on"),
    ],
)
def test_a_question_that_cannot_be_answered_gets_a_helpful_sentence(
    client: TestClient, query: str, status: int, said: str
) -> None:
    for path in ("/diff", "/api/v1/diff"):
        answer = client.get(f"{path}?{query}")
        assert answer.status_code == status
        assert said in answer.text


def test_a_format_that_does_not_exist_is_not_found(client: TestClient) -> None:
    for path in ("/diff.doc", "/crosswalk.svg"):
        assert client.get(path).status_code == 404
