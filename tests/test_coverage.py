"""What the data covers: the counts of the view equal those of SPARQL on the built store."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from organograaf import share
from organograaf.build import Published, build, published
from organograaf.cli.coverage_text import as_csv, as_markdown
from organograaf.organogram.coverage import YEARS, Coverage, coverage
from organograaf.vocab import GRAAF
from tests.conftest import quiet

QUERIES = Path(__file__).parent / "queries" / "coverage"
ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def antwerp_published(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """The published data, built and opened."""
    state = tmp_path_factory.mktemp("antwerp")
    build(share.data(), state, quiet)
    return published(state)


@pytest.fixture(params=["town_published", "antwerp_published"])
def opened(request: pytest.FixtureRequest) -> Published:
    """Each built data set in turn."""
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Published)
    return found


@pytest.fixture
def found(opened: Published) -> Coverage:
    """Its coverage."""
    return coverage(opened.registers.get())


def _rows(opened: Published, name: str, *days: date) -> list[list[str]]:
    text = (QUERIES / f"{name}.rq").read_text(encoding="utf-8")
    values = " ".join(f'"{day}"^^xsd:date' for day in days)
    return list(opened.store.query(text.replace('"2016-07-01"^^xsd:date', values)).rows())


def _units(opened: Published, class_: str) -> int:
    text = f"""SELECT (COUNT(DISTINCT ?node) AS ?n) WHERE {{ GRAPH ?graph {{ ?node a <{class_}> }}
        FILTER NOT EXISTS {{ ?newer prov:wasRevisionOf ?graph }} }}"""
    return int(next(iter(opened.store.query(text).rows()))[0])


def test_every_year_counts_what_sparql_counts(opened: Published, found: Coverage) -> None:
    counted = {
        (day, what): int(number)
        for day, what, number in _rows(opened, "years", *(date(year, 7, 1) for year in YEARS))
    }
    assert {what for _, what in counted} >= {"unit certain", "post", "task"}
    for year in found.years:
        day = f"{year.year}-07-01"
        assert year.units == counted.get((day, "unit certain"), 0)
        assert year.units + year.units_maybe == counted.get((day, "unit"), 0)
        assert year.held + year.unheld == counted.get((day, "post"), 0)
        assert year.held == counted.get((day, "held"), 0)
        assert year.tasks == counted.get((day, "task certain"), 0)
        assert year.tasks + year.tasks_maybe == counted.get((day, "task"), 0)


def test_facts_per_source_and_per_basis_are_those_of_sparql(opened: Published, found: Coverage) -> None:
    sources: Counter[str] = Counter()
    basis: Counter[str] = Counter()
    for source, how, number in _rows(opened, "whole"):
        sources[source] += int(number)
        basis[how] += int(number)
    assert {number: count for number, _, count in found.sources if count} == dict(sources)
    assert (found.stated, found.inferred) == (basis[GRAAF.Stated], basis[GRAAF.Inferred])


def test_statements_of_one_source_are_those_of_sparql(opened: Published, found: Coverage) -> None:
    resting = {int(sources): int(number) for sources, number in _rows(opened, "alone")}
    assert found.alone == resting[1]
    assert found.statements == sum(resting.values())


def test_questions_and_discrepancies_are_those_of_sparql(opened: Published, found: Coverage) -> None:
    assert found.questions == _units(opened, GRAAF.OpenQuestion)
    assert found.discrepancies == _units(opened, GRAAF.Discrepancy)


def test_nothing_is_certain_of_a_year_before_all_sources(town_published: Published) -> None:
    (year,) = coverage(town_published.registers.get(), [1900]).years
    assert (year.units, year.held, year.tasks) == (0, 0, 0)


def test_csv_has_a_line_for_every_number(found: Coverage) -> None:
    lines = as_csv(found, "nl").splitlines()
    assert len(lines) == 1 + 8 + 6 * len(YEARS) + 2 * len(found.sources)


def test_the_page_says_how_to_make_it_again(found: Coverage) -> None:
    assert "organograaf coverage -o docs/coverage.md" in as_markdown(found, "nl", "v")


def test_the_page_in_docs_is_that_of_the_published_data(antwerp_published: Published) -> None:
    if share.data() != ROOT / "data":
        pytest.skip("ORGANOGRAAF_DATA names other data than the published")
    made = as_markdown(coverage(antwerp_published.registers.get()), "nl", antwerp_published.version)
    assert (ROOT / "docs" / "coverage.md").read_text(encoding="utf-8") == made, (
        "run «organograaf build» and «organograaf coverage -o docs/coverage.md»"
    )
