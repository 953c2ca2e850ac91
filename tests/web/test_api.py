import pytest
from starlette.testclient import TestClient

from organograaf import __version__

ADDRESSES = (
    "/api/v1/organogram",
    "/api/v1/units",
    "/api/v1/units/buurtwerk",
    "/api/v1/changes-on",
    "/api/openapi.json",
    "/healthz",
    "/version",
)


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_address_for_programs_answers_json(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    assert answer.json()


def test_without_a_day_it_is_the_latest_that_the_data_speaks_of(client: TestClient) -> None:
    assert client.get("/api/v1/organogram").json()["on"] == "2019-12-31"


@pytest.mark.parametrize("day", ["01/06/2018", "2018-06-01", "2018-06"])
def test_a_day_may_be_written_in_belgian_or_iso(client: TestClient, day: str) -> None:
    assert client.get("/api/v1/organogram", params={"on": day}).json()["on"] == "2018-06-01"


def test_an_empty_parameter_counts_as_not_given(client: TestClient) -> None:
    assert client.get("/api/v1/organogram?on=&depth=").json() == client.get("/api/v1/organogram").json()


def test_the_units_of_a_day_are_those_possible_then(client: TestClient) -> None:
    def units(day: str) -> dict[str, str]:
        found = client.get(f"/api/v1/units?on={day}").json()["units"]
        return {unit["slug"]: unit["certainty"] for unit in found}

    assert units("2016-12-31")["warm-nest"] == "certain"
    assert "warm-nest" not in units("2017-01-01")
    assert units("2012-01-01")["groenhoek"] == "possible"


def test_what_was_not_yet_recorded_is_not_known(client: TestClient) -> None:
    def certainty(known: str) -> str | None:
        units = client.get(f"/api/v1/units?on=2017-01-01&known={known}").json()["units"]
        return next((unit["certainty"] for unit in units if unit["slug"] == "warm-nest"), None)

    assert certainty("2021-09-09") == "possible"
    assert certainty("2021-09-10") is None


def test_only_what_is_certain_leaves_out_what_is_possible(client: TestClient) -> None:
    def certainties(query: str) -> set[str]:
        levels, found = [client.get(f"/api/v1/organogram?on=2012-02-01{query}").json()["root"]], set()
        while levels:
            unit = levels.pop()
            levels += unit["units"]
            found |= {unit["certainty"], *(post["certainty"] for post in unit["posts"])}
        return found

    assert certainties("") == {"certain", "possible"}
    assert certainties("&certainty=possible") == {"certain", "possible"}
    assert certainties("&certainty=certain") == {"certain"}


def test_a_unit_comes_with_every_statement_and_where_it_stands(client: TestClient) -> None:
    unit = client.get("/api/v1/units/burgerloket?on=2015-08-31").json()
    assert unit["unit"]["label"] == "Burgerloket"
    assert [above["slug"] for above in unit["path"]] == ["stad-en-ocmw-voorbeeldstad", "voorbeeldstad"]
    evidence = [line for said in unit["statements"] for line in said["evidence"]]
    assert evidence
    assert {line["basis"] for line in evidence} <= {"stated", "inferred"}
    assert all(line["source"] and line["locator"] and line["phrase"] for line in evidence)


def test_a_unit_on_a_day_without_it_has_no_box_but_keeps_its_history(client: TestClient) -> None:
    unit = client.get("/api/v1/units/warm-nest?on=2019").json()
    assert unit["unit"] is None
    assert unit["statements"]


def test_every_change_day_differs_from_the_day_before(client: TestClient) -> None:
    days = client.get("/api/v1/changes-on").json()["dates"]
    assert days == sorted(set(days))
    assert {"2015-09-01", "2018-06-01"} <= set(days)


def test_the_versions_are_those_of_program_and_data(client: TestClient) -> None:
    dataset = client.get("/api/v1/organogram").json()["dataset"]
    assert client.get("/version").json() == {"program": __version__, "dataset": dataset}


def test_openapi_names_every_parameter_of_the_organogram(client: TestClient) -> None:
    described = client.get("/api/openapi.json").json()["paths"]["/api/v1/organogram"]["get"]["parameters"]
    names = {parameter["name"] for parameter in described}
    assert names == {
        "on", "known", "root", "depth", "reach", "certainty", "legal", "paper", "layout", "organisation",
        "lang",
    }  # fmt: skip


def test_a_unit_that_was_only_planned_has_a_history_but_never_a_box(client: TestClient) -> None:
    unit = client.get("/api/v1/units/digihuis?on=2017").json()
    assert unit["unit"] is None
    assert {said["standing"] for said in unit["statements"]} == {"planned"}
