"""Days as plain graphs: FROM, GRAPH and the protocol's parameters, now and as known on a day."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from organograaf.build import Published, build
from organograaf.endpoint import FACTS
from organograaf.period import Certainty
from organograaf.store.worker import MOST_EXTRA
from organograaf.vocab import GRAPH, SNAPSHOT
from organograaf.web import create_app
from tests.conftest import TOWN, quiet
from tests.endpoint.server import serving
from tests.test_voorbeeldstad import Expected, expected, whole

Bindings = list[dict[str, str]]
Ask = Callable[..., Bindings]
FILES = 8


@pytest.fixture(scope="module")
def client(town_server: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=town_server, timeout=60) as opened:
        yield opened


@pytest.fixture(scope="module")
def ask(client: httpx.Client) -> Ask:
    """Ask a SELECT and get its rows as text; other parameters go along."""

    def rows(query: str, **params: str | list[str]) -> Bindings:
        response = client.get("/sparql", params={"query": query, **params})
        assert response.status_code == 200, response.text
        found = response.json()["results"]["bindings"]
        return [{name: term["value"] for name, term in row.items()} for row in found]

    return rows


def holds(ask: Ask, row: Expected, graph: str) -> bool:
    """Whether a statement of the table is in a graph."""
    value = row.object if row.object.startswith('"') else f'"{whole(row.object)}"'
    return bool(
        ask(
            f"SELECT (1 AS ?yes) FROM <{graph}> {{ <{row.subject}> <{row.predicate}> ?value "
            f"FILTER (STR(?value) = {value}) }}"
        )
    )


@pytest.mark.parametrize("row", expected(), ids=str)
def test_the_graph_of_a_day_says_what_the_table_says(ask: Ask, row: Expected) -> None:
    known = f"/known/{row.known}" if row.known else ""
    possible = holds(ask, row, f"{SNAPSHOT}{row.on}{known}")
    certain = holds(ask, row, f"{SNAPSHOT}{row.on}/certain{known}")
    assert (possible, certain) == (row.answer is not Certainty.NO, row.answer is Certainty.CERTAIN)


UNITS = "{ ?unit a org:OrganizationalUnit }"


def test_every_way_to_name_a_day_asks_of_the_same_graph(ask: Ask) -> None:
    day = f"{SNAPSHOT}2014-06-01"
    asked = f"SELECT ?unit %s {UNITS} ORDER BY ?unit"
    wanted = ask(asked % f"FROM <{day}>")
    assert len(wanted) > 5
    assert ask(asked % "FROM <op/2014-06-01>") == wanted
    assert ask("PREFIX d: <op/> " + asked % "FROM d:2014-06-01") == wanted
    assert ask(asked % "", **{"default-graph-uri": day}) == wanted
    assert ask(f"SELECT ?unit {{ GRAPH <{day}> {UNITS} }} ORDER BY ?unit") == wanted
    assert ask(f"SELECT ?unit FROM NAMED <{day}> {{ GRAPH ?day {UNITS} }} ORDER BY ?unit") == wanted
    named = f"SELECT ?unit {{ GRAPH ?day {UNITS} }} ORDER BY ?unit"
    assert ask(named, **{"named-graph-uri": day}) == wanted


def test_the_request_goes_before_the_from_of_the_query(ask: Ask) -> None:
    asked = f"SELECT ?unit FROM <{SNAPSHOT}2014-06-01> {UNITS} ORDER BY ?unit"
    assert ask(asked, **{"default-graph-uri": f"{SNAPSHOT}2019-06-01"}) != ask(asked)


def test_a_month_and_a_year_are_their_first_day(ask: Ask) -> None:
    asked = f"SELECT ?unit FROM <{SNAPSHOT}%s> {UNITS} ORDER BY ?unit"
    assert ask(asked % "2018") == ask(asked % "2018-01") == ask(asked % "2018-01-01")
    assert ask(asked % "2018-06") != ask(asked % "2018-05-31")


def test_two_days_can_be_compared_in_one_query(ask: Ask) -> None:
    gone = ask(
        f"SELECT ?unit {{ GRAPH <{SNAPSHOT}2018-05-31> {UNITS} "
        f"FILTER NOT EXISTS {{ GRAPH <{SNAPSHOT}2018-06-01> {UNITS} }} }} ORDER BY ?unit"
    )
    assert {"unit": whole("unit:budgethulp")} in gone
    assert {"unit": whole("unit:thuiszorg")} not in gone


def test_several_from_give_each_triple_once(ask: Ask) -> None:
    asked = f"SELECT (COUNT(*) AS ?n) FROM <{SNAPSHOT}2014-06-01> %s {{ ?s ?p ?o }}"
    assert ask(asked % f"FROM <{SNAPSHOT}2014-06-02>") == ask(asked % "")


def test_a_variable_graph_ranges_over_the_files_and_the_days_that_are_named(ask: Ask) -> None:
    graphs = ask("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g")
    assert sum(row["g"].startswith(GRAPH + "voorbeeldstad/") for row in graphs) == FILES
    assert not any(row["g"].startswith(SNAPSHOT) for row in graphs)
    day = f"{SNAPSHOT}2014-06-01"
    more = ask(f"SELECT DISTINCT ?g {{ GRAPH ?g {{ ?s ?p ?o }} FILTER (?g != <{day}/certain>) }} ORDER BY ?g")
    assert more == graphs
    with_day = ask(
        f"SELECT DISTINCT ?g {{ VALUES ?g {{ <{day}> <{graphs[0]['g']}> }} GRAPH ?g {{ ?s ?p ?o }} }}"
    )
    assert {row["g"] for row in with_day} == {day, graphs[0]["g"]}


def test_a_file_is_a_graph_by_its_path(ask: Ask) -> None:
    file = f"{GRAPH}voorbeeldstad/05-persbericht-2018"
    facts = ask(f"SELECT ?f FROM <{file}> {{ ?f a graaf:Fact }}")
    assert facts == ask(f"SELECT ?f {{ GRAPH <{file}> {{ ?f a graaf:Fact }} }}") != []


def test_the_usual_graph_is_all_facts_in_force_and_the_latest_day_each_once(
    ask: Ask, town_published: Published
) -> None:
    register = town_published.registers.get()
    facts = {row["f"] for row in ask("SELECT ?f { ?f a graaf:Fact }")}
    assert facts == {fact.iri for fact in register.facts}
    units = ask(f"SELECT ?unit {UNITS} ORDER BY ?unit")
    day = f"{SNAPSHOT}{register.latest_day}"
    assert units == ask(f"SELECT ?unit FROM <{day}> {UNITS} ORDER BY ?unit") != []
    both = ask(f"SELECT (COUNT(*) AS ?n) FROM <{FACTS}> FROM <{day}> {{ ?s ?p ?o }}")
    assert both == ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")


def test_what_was_corrected_is_in_force_only_before(ask: Ask) -> None:
    moved = """SELECT ?from
      { ?f rdf:subject unit:wegenploeg ; rdf:object unit:buurtwerk ; graaf:latestStart ?from }"""
    misread, now = ask(moved, known="2022-05-01"), ask(moved)
    assert now == ask(moved, known="2024-02-01") == [{"from": "2017-09-01"}]
    assert misread == ask(moved, known="2024-01-31") == [{"from": "2017-03-01"}]
    assert ask(moved.replace("{", f"FROM <{FACTS}/known/2022-05-01> {{", 1)) == misread
    assert ask(moved, known="2022-04-30") == []


def test_before_anything_was_recorded_nothing_is_known(ask: Ask) -> None:
    assert ask("SELECT ?f { ?f a graaf:Fact }", known="2019-12-31") == []
    known = ask("SELECT ?f { ?f a graaf:Fact }", known="2020-03-01")
    assert len(known) == len(
        ask(f"SELECT ?f FROM <{GRAPH}voorbeeldstad/01-organisatienota-2010> {{ ?f a graaf:Fact }}")
    )


@pytest.mark.parametrize(
    "name", ["op/2018-13-01", "op/vandaag", "op/2018/zeker", "op/2018/known/nu", "facts/2018"]
)
def test_what_is_no_day_says_how_to_write_one(client: httpx.Client, name: str) -> None:
    response = client.get("/sparql", params={"query": f"SELECT * FROM <{name}> {{ ?s ?p ?o }}"})
    assert response.status_code == 400
    assert "2018-06-01" in response.json()["detail"]


def test_too_many_days_at_once_are_told_before_they_are_made(client: httpx.Client) -> None:
    days = " ".join(f"<op/{1900 + year}>" for year in range(MOST_EXTRA + 1))
    query = f"SELECT * {{ VALUES ?g {{ {days} }} GRAPH ?g {UNITS} }}"
    response = client.post("/sparql", data={"query": query})
    assert response.status_code == 400
    assert str(MOST_EXTRA) in response.json()["detail"]


def test_a_new_build_is_asked_from_the_next_query_on(tmp_path: Path) -> None:
    data, state = tmp_path / "data", tmp_path / "state"
    name = "SELECT ?name { unit:buurtwerk skos:prefLabel ?name }"
    with serving(create_app(state)) as address, httpx.Client(base_url=address, timeout=60) as client:
        assert client.get("/sparql", params={"query": name}).status_code == 503
        for wanted in ("Buurtwerk", "Wijkwerk"):
            shutil.copytree(TOWN, data / "voorbeeldstad", dirs_exist_ok=True)
            for file in data.rglob("*.ttl"):
                text = file.read_text(encoding="utf-8")
                file.write_text(text.replace('"Buurtwerk"@nl', f'"{wanted}"@nl'), encoding="utf-8")
            build(data, state, quiet)
            answer = client.get("/sparql", params={"query": name}, headers={"Accept": "text/csv"})
            assert answer.text.splitlines() == ["name", wanted]
