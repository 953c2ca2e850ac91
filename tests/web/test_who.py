import json
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

ANSWER = {"task", "relation", "unit", "path", "carriers", "legalBasis", "certainty", "evidence"}


def asked(client: TestClient, **params: str) -> Any:
    answer = client.get("/api/v1/who", params=params)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_an_answer_has_the_shape_that_outsiders_rely_on(client: TestClient) -> None:
    body = asked(client, q="rommelmarkt", on="2015-09-01")
    assert list(body)[:3] == ["q", "on", "answers"]
    assert body["q"] == "rommelmarkt"
    assert body["on"] == "2015-09-01"
    assert set(body["answers"][0]) == ANSWER
    assert body["answers"][0]["task"]["slug"] == "rommelmarktvergunning"
    assert body["answers"][0]["relation"] == "responsibleFor"
    assert body["answers"][0]["unit"]["slug"] == "buurtwerk"
    assert body["answers"][0]["path"] == ["Stad en OCMW Voorbeeldstad", "Stad Voorbeeldstad", "Buurtwerk"]
    assert body["answers"][0]["carriers"][0]["slug"] == "voorbeeldstad"
    assert body["answers"][0]["certainty"] == "certain"
    assert body["answers"][0]["evidence"][0]["source"] == "V04"


def test_the_day_before_it_was_another_who_did_it(client: TestClient) -> None:
    body = asked(client, q="rommelmarkt", on="2015-08-31")
    assert body["answers"][0]["unit"]["slug"] == "burgerloket"
    found = body["found"][0]
    assert found["after"][0]["unit"]["slug"] == "buurtwerk"
    assert "Daarna: Buurtwerk (vanaf 1 september 2015)." in found["told"]["nl"]
    assert "After that: Buurtwerk (from 1 September 2015)." in found["told"]["en"]


@pytest.mark.parametrize("q", ["", "   ", "?!…", "x" * 201])
def test_a_question_that_says_nothing_or_too_much_gets_a_sentence(client: TestClient, q: str) -> None:
    answer = client.get("/api/v1/who", params={"q": q})
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["detail"]


def test_without_a_question_the_page_is_a_form(client: TestClient) -> None:
    for address in ("/who", "/who?q=", "/who?q=%3F"):
        page = client.get(address)
        assert page.status_code == 200
        assert 'name="q"' in page.text


def test_nonsense_finds_nothing_and_says_what_to_try(client: TestClient) -> None:
    page = client.get("/who?q=xyzzyqwerty")
    assert page.status_code == 200
    assert "Niets gevonden voor «xyzzyqwerty»" in page.text
    assert asked(client, q="xyzzyqwerty")["answers"] == []


def test_the_page_tells_it_with_links_and_sources(client: TestClient) -> None:
    page = client.get("/who?q=rommelmarkt&on=2015-08-31&lang=en").text
    assert '<a href="/units/buurtwerk?on=2015-08-31&amp;lang=en">' in page
    assert '<a href="/sources/V04?lang=en">' in page


def test_an_answer_may_be_kept_to_a_legal_person_a_kind_and_what_is_certain(client: TestClient) -> None:
    whole = asked(client, q="rommelmarkt", on="2015-09-01")
    assert asked(client, q="rommelmarkt", on="2015-09-01", carrier="voorbeeldstad")["answers"]
    assert asked(client, q="rommelmarkt", on="2015-09-01", carrier="ocmw-voorbeeldstad")["answers"] == []
    kinds = {one["kind"] for one in asked(client, q="buurtwerk", kind="unit")["found"]}
    assert kinds == {"unit"}
    certain = asked(client, q="rommelmarkt", on="2015-09-01", certainty="certain")["answers"]
    assert [one for one in whole["answers"] if one["certainty"] == "certain"] == certain


@pytest.mark.parametrize("bad", ["kind=ding", "certainty=misschien", "on=31/02/2018", "depth=2"])
def test_a_bad_parameter_says_what_would_be_right(client: TestClient, bad: str) -> None:
    assert client.get(f"/api/v1/who?q=schuld&{bad}").status_code == 422


def test_markup_in_a_question_stays_text(client: TestClient) -> None:
    page = client.get("/who", params={"q": '<script>alert(1)</script>"><img src=x>'}).text
    assert "<script>alert" not in page
    assert "<img src=x" not in page


def test_hostile_questions_are_answered_or_refused_and_stay_text(client: TestClient, shared: Path) -> None:
    for label in json.loads((shared / "suites" / "hostile" / "labels.json").read_text(encoding="utf-8")):
        for address in ("/who", "/api/v1/who"):
            answer = client.get(address, params={"q": label.encode("utf-8", "replace")})
            assert answer.status_code in (200, 422), (address, label[:40])
            assert "<script>alert" not in answer.text or address.startswith("/api")
