from pathlib import Path

import pytest
from starlette.testclient import TestClient

from organograaf import errors
from organograaf.errors import OrganograafError
from organograaf.web import create_app
from organograaf.web.problems import status

BAD = {
    "on=31/02/2018": "31/02/2018",
    "on=2018-02-30": "2018-02-30",
    "on=gisteren": "gisteren",
    "on=2018-06-01T10:00": "2018-06-01T10:00",
    "known=0": "0",
    "depth=-1": "-1",
    "depth=1.5": "1.5",
    "depth=100": "100",
    "depth=veel": "veel",
    "certainty=zeker": "zeker",
    "paper=a0": "a0",
    "lang=fr": "fr",
    "van=2018": "van",
    "on=2018&on=2019": "on",
}
UNKNOWN = (
    "/api/v1/organogram?root=bestaat-niet",
    "/api/v1/organogram?root=algemeen-directeur-voorbeeldstad",
    "/api/v1/organogram?known=1999",
    "/api/v1/units/bestaat-niet",
    "/api/v1/niets",
    "/organogram.exe",
    "/organogram.html",
    "/static/geen.css",
    "/static/fonts/comic.ttf",
)


@pytest.mark.parametrize("query", BAD)
@pytest.mark.parametrize("address", ["/api/v1/organogram", "/organogram.svg"])
def test_a_bad_question_is_a_problem_that_says_what_is_wrong(
    client: TestClient, address: str, query: str
) -> None:
    answer = client.get(f"{address}?{query}")
    problem = answer.json()
    assert answer.status_code == problem["status"] == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert BAD[query] in problem["messages"]["nl"]
    assert BAD[query] in problem["messages"]["en"]
    assert problem["detail"] == problem["messages"]["nl"]


@pytest.mark.parametrize("query", BAD)
def test_a_bad_question_on_a_page_gets_a_page(client: TestClient, query: str) -> None:
    answer = client.get(f"/organogram?{query}")
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "Deze vraag klopt niet" in answer.text


@pytest.mark.parametrize("address", UNKNOWN)
def test_what_is_not_known_is_a_problem_with_a_sentence(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
    assert set(answer.json()["messages"]) == {"nl", "en"}


@pytest.mark.parametrize("address", ["/units/bestaat-niet", "/sources/999", "/organogram?root=x", "/a/b"])
def test_what_is_not_known_on_a_page_gets_a_page(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert "Niet gevonden" in answer.text
    assert "Not found" in client.get(address, params={"lang": "en", **_root(address)}).text


def _root(address: str) -> dict[str, str]:
    return {"root": "x"} if "root" in address else {}


def test_a_root_that_did_not_exist_then_says_around_when_to_ask(client: TestClient) -> None:
    answer = client.get("/api/v1/organogram?root=warm-nest&on=2019")
    assert answer.status_code == 404
    assert "1 januari 2019" in answer.json()["detail"]


def test_a_near_miss_is_told_what_may_have_been_meant(client: TestClient) -> None:
    assert "buurtwerk" in client.get("/api/v1/units/buurtwrek").json()["detail"]


def test_what_is_too_long_is_cut_in_the_message(client: TestClient) -> None:
    monster = "x" * 5000
    for query in (f"on={monster}", f"root={monster}", f"{monster}=1", f"paper={monster}"):
        assert len(client.get(f"/api/v1/organogram?{query}").json()["detail"]) < 300
    assert len(client.get(f"/api/{monster}").json()["detail"]) < 300


def test_markup_in_a_question_stays_text(client: TestClient) -> None:
    text = client.get("/organogram", params={"on": "<script>alert(1)</script>"}).text
    assert "<script" not in text
    assert "&lt;script&gt;" in text


@pytest.mark.parametrize("address", ["/", "/organogram", "/api/v1/units", "/organogram.pdf"])
def test_without_a_store_it_is_not_available_yet(
    tmp_path_factory: pytest.TempPathFactory, address: str
) -> None:
    client = TestClient(create_app(tmp_path_factory.mktemp("empty")))
    answer = client.get(address)
    assert answer.status_code == 503
    assert "organograaf build" in answer.text


def test_the_server_is_alive_without_a_store(tmp_path_factory: pytest.TempPathFactory) -> None:
    client = TestClient(create_app(tmp_path_factory.mktemp("empty")))
    assert client.get("/healthz").status_code == 200
    assert client.get("/version").json()["dataset"] is None


def test_what_is_only_read_refuses_to_be_written(client: TestClient) -> None:
    answer = client.post("/api/v1/organogram")
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET"
    assert "GET" in answer.json()["detail"]


def test_a_surprise_shows_nothing_of_the_inside(state: Path) -> None:
    app = create_app(state)

    def surprise() -> None:
        raise ZeroDivisionError("the secret of the house")

    app.add_api_route("/api/v1/surprise", surprise)
    answer = TestClient(app, raise_server_exceptions=False).get("/api/v1/surprise")
    assert answer.status_code == 500
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "secret" not in answer.text
    assert "ZeroDivisionError" not in answer.text


def test_every_error_of_ours_has_a_status() -> None:
    kinds = [
        kind
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, OrganograafError)
    ]
    found = {kind.__name__: int(status(kind("nl", "en"))) for kind in kinds}
    assert len(found) > 5
    assert found["BadDate"] == found["NotSupported"] == found["BadQuestion"] == 422
    assert found["NotFound"] == 404
    assert found["NoStore"] == 503
    assert found["BadData"] == found["Invalid"] == found["OrganograafError"] == 500


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("/units/buurtwrek", '<a href="/units/buurtwerk">Buurtwerk</a>'),
        ("/organogram?root=buurtwrek", '<a href="/units/buurtwerk">Buurtwerk</a>'),
        ("/tasks/rommelmarktvergunningen", '<a href="/tasks/rommelmarktvergunning">'),
        ("/people/an-vorbeeld", '<a href="/people/an-voorbeeld">'),
    ],
)
def test_a_page_that_is_not_there_links_to_what_may_have_been_meant_by_name(
    client: TestClient, address: str, link: str
) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert link in answer.text


def test_a_suggestion_that_no_longer_exists_says_what_became_of_it(client: TestClient) -> None:
    told = client.get("/units/warmnest").text
    assert "Warm Nest</a>" in told
    assert "bestaat niet meer" in told
