"""The generator of regions: its files are facts that our own build accepts, the same for a seed."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from organograaf.build import read_tree
from organograaf.build.check import check_facts
from organograaf.difference import crosswalk, events
from organograaf.model import Basis
from organograaf.vocab import GRAAF, ORG, RDF
from tests.conftest import TESTS, generate, quiet

BENCH = TESTS.parent / "scripts" / "bench"
QUERIES = BENCH.parent / "benchmarks" / "queries"


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("region")
    generate(folder, "--cities", "1", "--years", "20", "--seed", "1")
    return folder


def test_one_city_is_built_without_a_violation(city: Path, tmp_path: Path) -> None:
    report = check_facts(read_tree(city), tmp_path, quiet)
    assert [finding.nl for finding in report.findings] == []


def test_the_same_seed_gives_the_same_files_and_another_seed_others(tmp_path: Path) -> None:
    first, again, other = (
        generate(tmp_path / name, "--cities", "2", "--years", "5", "--seed", seed)
        for name, seed in (("a", "7"), ("b", "7"), ("c", "8"))
    )
    assert first == again
    assert first != other


def test_a_city_has_every_kind_of_change_and_of_doubt(city: Path) -> None:
    register = read_tree(city).register
    kinds = {line.kind_slug for line in events(register)}
    assert kinds == {"naamswijziging", "verplaatsing", "fusie", "splitsing", "taakoverdracht"}
    assert any(line.moment and not line.moment.exact for line in events(register))
    assert {fact.basis for fact in register.facts} == set(Basis)
    assert all(fact.evidence for fact in register.facts)
    assert len({s.object for s in register.spells if s.predicate == ORG.heldBy}) > 8
    assert register.top
    assert register.on(register.latest_day, register.top, RDF.type)
    assert any(s.predicate == GRAAF.responsibleFor for s in register.spells)


def test_the_units_of_a_city_can_be_carried_on_through_its_mergers_and_splits(city: Path) -> None:
    register = read_tree(city).register
    pairs = crosswalk(register, register.change_days[0], register.latest_day).pairs
    assert {"merged", "split"} <= {pair.relation for pair in pairs}
    assert "ended" not in {pair.relation for pair in pairs}


@pytest.mark.parametrize(
    "path", sorted(p for p in QUERIES.rglob("*") if p.is_file()), ids=lambda path: path.name
)
def test_every_query_of_the_benchmark_says_what_it_answers(path: Path) -> None:
    mark = "#+" if path.suffix == ".rq" else "--"
    keys = re.findall(rf"^{re.escape(mark)} (\w+):", path.read_text("utf-8"), re.MULTILINE)
    assert keys[:3] == ["question", "returns", "source"]


def test_what_virtuoso_is_asked_differs_only_in_how_days_are_compared() -> None:
    for path in (QUERIES / "virtuoso").iterdir():
        own, usual = (
            [line for line in one.read_text("utf-8").splitlines() if not line.startswith("#+ source")]
            for one in (path, QUERIES / path.name)
        )
        assert [re.sub(r"STR\((\?\w+)\)", r"\1", line) for line in own] == usual
        assert own != usual


@pytest.mark.long
def test_one_city_is_asked_of_every_engine_and_the_page_tells_which_aims_are_met(tmp_path: Path) -> None:
    written = tmp_path / "page.md"
    asked = ["--sizes", "1", "--years", "8", "--rounds", "1", "--most", "1", "--write", str(written)]
    subprocess.run([sys.executable, str(BENCH), *asked], check=True, capture_output=True)
    page = written.read_text("utf-8")
    aims = re.findall(r"^\| .* \| .* \| (?:met|missed \(.*\): .*) \|$", page, re.MULTILINE)
    assert len(aims) >= 5
    for way in ("register, warm", "register, nothing kept", "our HTTP, warm", "Oxigraph, embedded", "rdflib"):
        assert re.search(rf"^\| {way} \| [\d.,]+ \| [\d.,]+ \|", page, re.MULTILINE), way
    for other in ("Virtuoso", "PostgreSQL"):  # measured, or why not
        assert re.search(rf"^\| {other}.*(?:\d|left out: not installed.*)", page, re.MULTILINE), other
