"""The page, files and JSON of the figures per year."""

import pytest
from starlette.testclient import TestClient

from .test_pages import Page

YEARS = "from=2010&until=2019"


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_page_is_whole_and_says_what_few_sources_mean(client: TestClient, lang: str) -> None:
    answer = client.get(f"/analysis?{YEARS}&lang={lang}")
    assert answer.status_code == 200
    page = Page(answer.text)
    assert all(load.startswith("/") for load in page.loads)
    assert len(page.all("h1")) == 1
    assert ("weinig bronnen" in answer.text) == (lang == "nl")


@pytest.mark.parametrize(
    ("path", "media_type"),
    [
        ("/analysis.csv", "text/csv; charset=utf-8"),
        ("/analysis.svg", "image/svg+xml"),
        ("/analysis.pdf", "application/pdf"),
        ("/api/v1/analysis", "application/json"),
    ],
)
def test_a_file_says_what_it_is(client: TestClient, path: str, media_type: str) -> None:
    answer = client.get(f"{path}?{YEARS}")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == media_type


def test_the_json_keeps_certain_and_possible_apart(client: TestClient) -> None:
    found = client.get(f"/api/v1/analysis?{YEARS}").json()
    assert [one["year"] for one in found["years"]] == list(range(2010, 2020))
    assert found["years"][5]["churn"]["renamed"] == {"certain": 1, "possible": 0}


@pytest.mark.parametrize(
    ("query", "status", "said"),
    [
        ("from=2019&until=2010", 422, "omgekeerd"),
        ("from=2011&until=2012&root=geldzaken", 404, "bestond niet"),
        ("from=1001&until=2010", 422, "te veel jaren"),
        ("from=toen", 422, "toen"),
    ],
)
def test_a_question_that_cannot_be_answered_gets_a_helpful_sentence(
    client: TestClient, query: str, status: int, said: str
) -> None:
    for path in ("/analysis", "/api/v1/analysis"):
        answer = client.get(f"{path}?{query}")
        assert answer.status_code == status
        assert said in answer.text
