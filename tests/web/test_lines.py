"""Pages, files and JSON that follow things through time."""

import pytest
from starlette.testclient import TestClient

from .test_pages import Page


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("slug", ["geldzaken", "rommelmarktvergunning", "algemeen-directeur-voorbeeldstad"])
def test_a_lineage_page_is_whole_and_loads_nothing_from_elsewhere(
    client: TestClient, slug: str, lang: str
) -> None:
    answer = client.get(f"/lineage/{slug}", params={"lang": lang})
    assert answer.status_code == 200
    page = Page(answer.text)
    assert all(load.startswith("/") for load in page.loads)
    assert len(page.all("h1")) == 1
    assert not page.all("script")
    assert "<svg" in answer.text


def test_every_link_of_a_lineage_page_works(client: TestClient) -> None:
    links = {link for link in Page(client.get("/lineage/geldzaken").text).links if not link.startswith("#")}
    assert {f"/lineage/geldzaken.{suffix}" for suffix in ("svg", "graphml", "gexf", "dot")} <= links
    assert {link: client.get(link).status_code for link in links} == dict.fromkeys(links, 200)


def test_the_page_of_what_came_from_nothing_says_so(client: TestClient) -> None:
    answer = client.get("/lineage/thuiszorg")
    assert answer.status_code == 200
    assert "Onze bronnen noemen geen voorloper en geen opvolger van Thuiszorg." in answer.text


@pytest.mark.parametrize(
    ("suffix", "media_type"),
    [
        ("svg", "image/svg+xml"),
        ("pdf", "application/pdf"),
        ("graphml", "application/graphml+xml"),
        ("gexf", "application/gexf+xml"),
        ("json", "application/json"),
        ("txt", "text/plain; charset=utf-8"),
    ],
)
def test_a_file_of_a_lineage_says_what_it_is(client: TestClient, suffix: str, media_type: str) -> None:
    answer = client.get(f"/lineage/geldzaken.{suffix}")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == media_type


def test_the_json_of_a_lineage_has_steps(client: TestClient) -> None:
    found = client.get("/api/v1/lineage/geldzaken").json()
    assert {step["from"]["slug"] for step in found["steps"]} == {"schuldhulp", "budgethulp"}


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/lineage/geldzakken", 404, "geldzaken"),
        ("/api/v1/lineage/geldzakken", 404, "geldzaken"),
        ("/lineage/geldzaken.doc", 404, "graphml"),
        ("/lineage/geldzaken?on=2018", 422, "on"),
        ("/lineage/%3Cscript%3E", 404, "ken ik niet"),
    ],
)
def test_a_lineage_that_cannot_be_given_says_why(
    client: TestClient, path: str, status: int, said: str
) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert said in answer.text
    assert "<script>" not in answer.text


DAYS = "from=2018-05-31&until=2018-06-01"


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("query", ["", DAYS, f"{DAYS}&units=all", f"{DAYS}&root=voorbeeldstad&depth=1"])
def test_a_transition_page_is_whole(client: TestClient, query: str, lang: str) -> None:
    answer = client.get(f"/transition?{query}&lang={lang}")
    assert answer.status_code == 200
    page = Page(answer.text)
    assert all(load.startswith("/") for load in page.loads)
    assert len(page.all("h1")) == 1


def test_every_link_of_a_transition_page_works(client: TestClient) -> None:
    links = {link for link in Page(client.get(f"/transition?{DAYS}").text).links if not link.startswith("#")}
    assert {link: client.get(link).status_code for link in links} == dict.fromkeys(links, 200)


@pytest.mark.parametrize(
    ("path", "media_type"),
    [
        (f"/transition.svg?{DAYS}", "image/svg+xml"),
        (f"/transition.png?{DAYS}", "image/png"),
        (f"/transition.pdf?{DAYS}", "application/pdf"),
        (f"/api/v1/transition?{DAYS}", "application/json"),
    ],
)
def test_a_file_of_a_transition_says_what_it_is(client: TestClient, path: str, media_type: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == media_type


@pytest.mark.parametrize(
    ("query", "status", "said"),
    [
        ("from=2018&until=2016", 422, "van 1 januari 2016 naar 1 januari 2018"),
        ("from=2018&until=2018", 422, "Kies twee dagen"),
        ("from=1700&until=1800", 404, "zeggen onze bronnen niets"),
        ("from=2015&until=2016&root=geldzaken", 404, "bestond niet"),
        ("from=2015&until=2016&root=geldzakken", 404, "geldzaken"),
        ("from=2015&until=2016&units=some", 422, "changed"),
    ],
)
def test_a_transition_that_cannot_be_given_says_why(
    client: TestClient, query: str, status: int, said: str
) -> None:
    for path in ("/transition", "/api/v1/transition"):
        answer = client.get(f"{path}?{query}")
        assert answer.status_code == status
        assert said in answer.text


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize(
    "query",
    ["", "root=voorbeeldstad", "things=geldzaken,schuldhulp&from=2010&until=2020", "things=burgerloket"],
)
def test_a_timeline_page_is_whole(client: TestClient, query: str, lang: str) -> None:
    answer = client.get(f"/timeline?{query}&lang={lang}")
    assert answer.status_code == 200
    page = Page(answer.text)
    assert all(load.startswith("/") for load in page.loads)
    assert len(page.all("h1")) == 1


def test_every_link_of_a_timeline_page_works(client: TestClient) -> None:
    found = Page(client.get("/timeline?root=voorbeeldstad").text).links
    links = {link for link in found if not link.startswith("#")}
    assert {link: client.get(link).status_code for link in links} == dict.fromkeys(links, 200)


@pytest.mark.parametrize(
    ("path", "media_type"),
    [
        ("/timeline.svg", "image/svg+xml"),
        ("/timeline.png", "image/png"),
        ("/timeline.pdf", "application/pdf"),
        ("/api/v1/timeline", "application/json"),
    ],
)
def test_a_file_of_a_timeline_says_what_it_is(client: TestClient, path: str, media_type: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == media_type


@pytest.mark.parametrize(
    ("query", "status", "said"),
    [
        ("from=2018&until=2016", 422, "van 1 januari 2016 naar 1 januari 2018"),
        ("from=2018&until=2018", 422, "Kies twee dagen"),
        ("from=1700&until=1800", 404, "zeggen onze bronnen niets"),
        ("things=geldzakken", 404, "geldzaken"),
        ("root=geldzakken", 404, "geldzaken"),
        (f"things={','.join(['geldzaken'] * 201)}", 422, "ten hoogste 200"),
    ],
)
def test_a_timeline_that_cannot_be_given_says_why(
    client: TestClient, query: str, status: int, said: str
) -> None:
    for path in ("/timeline", "/api/v1/timeline"):
        answer = client.get(f"{path}?{query}")
        assert answer.status_code == status
        assert said in answer.text


def test_a_unit_is_added_to_a_timeline_by_its_name_and_left_out_again(client: TestClient) -> None:
    shown = client.get("/timeline?things=buurtwerk&add=geldzaken").text
    assert '<option value="thuiszorg">Thuiszorg</option>' in shown
    assert '<option value="geldzaken">' not in shown.split('id="add"')[1].split("</select>")[0]
    assert '<input type="hidden" name="things" value="buurtwerk,geldzaken">' in shown
    assert '<a href="/timeline?things=geldzaken">Laat Buurtwerk weg</a>' in shown
    both = client.get("/timeline.csv?things=buurtwerk,geldzaken").text
    assert client.get("/timeline.csv?things=buurtwerk&add=geldzaken").text == both
