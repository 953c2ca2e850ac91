"""A data set of several registers is checked and derived register by register, as if it were one."""

import shutil
from pathlib import Path

import pytest

from organograaf.build import Published, build, published, read_tree
from organograaf.build.across import clashes
from organograaf.build.check import check_all, check_facts
from organograaf.build.parts import derived, over_parts
from organograaf.build.tree import Tree
from organograaf.errors import Invalid
from organograaf.graphs import DERIVED, bounds, event_dates
from organograaf.model import Literal
from organograaf.register import Listing, Register
from organograaf.validate import Severity
from organograaf.vocab import DATASET, PREFIXES, XSD, iri
from tests.conftest import quiet


@pytest.fixture(scope="module")
def tree(region: Path) -> Tree:
    return read_tree(region)


@pytest.fixture
def changed(region: Path, tmp_path: Path) -> Path:
    """A copy of the region, to change."""
    return Path(shutil.copytree(region, tmp_path / "data"))


def _kept(state: Path) -> dict[str, str]:
    """What was found of the facts of each register, by its file."""
    return {path.name: path.read_text("utf-8") for path in state.glob("checked/*/*-facts.json")}


def _city(folder: Path, number: int) -> Path:
    return sorted(folder.rglob("g0*.ttl"))[number]


def test_a_tree_of_cities_has_a_part_for_each_with_the_tasks_that_all_share(tree: Tree) -> None:
    assert [len(part.facts) for part in tree.parts] == [2, 2, 2]
    assert {part.facts[1].path.name for part in tree.parts} == {"000-taken.ttl"}
    assert len({part.register.top for part in tree.parts}) == 3


def test_a_tree_of_one_register_is_its_own_only_part(town: Register) -> None:
    tree = read_tree(Path(__file__).parent.parent / "voorbeeldstad")
    assert tree.parts == (tree,)
    assert tree.register.spells == town.spells


def test_what_follows_from_the_parts_is_what_follows_from_the_whole(tree: Tree) -> None:
    whole = tree.register
    parts = [triple for found in over_parts(tree, derived) for triple in found.triples]
    assert set(parts) == {*bounds(whole), *event_dates(whole)}


def test_the_store_of_a_region_holds_every_bound_once(region_state: Path, tree: Tree) -> None:
    opened = published(region_state)
    loaded = {row[1:] for row in opened.store.quads(DERIVED)}
    assert loaded == {*bounds(tree.register), *event_dates(tree.register)}


def test_the_description_counts_the_whole_region(region_state: Path, tree: Tree) -> None:
    opened = published(region_state)
    facts = (
        f"{DATASET}/Fact",
        f"{PREFIXES['void']}entities",
        Literal(str(len(tree.register.facts)), None, XSD.integer),
    )
    assert facts in {
        row[1:] for row in opened.store.quads("https://w3id.org/organograaf/graph/derived/dataset")
    }


def test_a_region_conforms_and_the_second_time_its_reports_are_kept(tree: Tree, tmp_path: Path) -> None:
    first = check_facts(tree, tmp_path, quiet)
    kept = _kept(tmp_path)
    assert first.conforms
    assert len(kept) == 3
    assert check_facts(tree, tmp_path, quiet) == first
    assert _kept(tmp_path) == kept


def test_a_wrong_fact_of_one_city_forbids_publishing_and_is_told_with_its_file(
    changed: Path, tmp_path: Path
) -> None:
    build(changed, tmp_path / "state", quiet)
    before = published(tmp_path / "state").version
    file = _city(changed, 1)
    text = file.read_text("utf-8")
    file.write_text(text.replace("graaf:basis graaf:Stated ; graaf:evidence", "graaf:evidence", 1), "utf-8")
    report = check_facts(read_tree(changed), tmp_path / "state", quiet)
    assert {finding.graph for finding in report.findings} == {str(file)}
    with pytest.raises(Invalid, match="overtreding"):
        build(changed, tmp_path / "state", quiet)
    assert published(tmp_path / "state").version == before


def test_one_changed_city_is_checked_alone(changed: Path, tmp_path: Path) -> None:
    check_facts(read_tree(changed), tmp_path, quiet)
    kept = _kept(tmp_path)
    file = _city(changed, 2)
    file.write_text(file.read_text("utf-8").replace('"Stad ', '"Stadje ', 1), "utf-8")
    check_facts(read_tree(changed), tmp_path, quiet)
    changed_since = {name for name, text in _kept(tmp_path).items() if text != kept[name]}
    assert len(changed_since) == 1


def test_a_fact_that_stands_in_two_registers_is_told(changed: Path) -> None:
    first, second = _city(changed, 0), _city(changed, 1)
    fact = next(line for line in first.read_text("utf-8").splitlines() if line.startswith("fact:"))
    name = fact.split(" ", 1)[0]
    text = second.read_text("utf-8").replace(f"fact:{second.stem}-0 ", f"{name} ", 1)
    second.write_text(text, "utf-8")
    (found,) = clashes(read_tree(changed), ())
    assert (found.severity, found.focus) == (Severity.VIOLATION, iri("fact", name.removeprefix("fact:")))
    assert first.stem in found.nl or second.stem in found.nl


def test_two_registers_of_one_slug_are_told(tree: Tree) -> None:
    pair = [Listing(topic=iri(kind, "x"), titles=(), graphs=("g",)) for kind in ("organisation", "unit")]
    (found,) = clashes(tree, pair)
    assert "slug" in found.en
    assert list(clashes(tree, pair[:1])) == []


def test_every_day_of_every_city_is_checked(tree: Tree, tmp_path: Path) -> None:
    told: list[object] = []
    report = check_all(tree, tmp_path, quiet, told.append)
    assert len(told) == 3
    assert report.conforms


def test_a_second_build_of_a_region_describes_it_alike(
    region: Path, region_state: Path, tmp_path: Path
) -> None:
    build(region, tmp_path, quiet)
    first, second = published(region_state), published(tmp_path)
    assert _said(first) == _said(second)


def _said(opened: Published) -> list[tuple[str, ...]]:
    return sorted(tuple(map(str, row)) for row in opened.store.quads())
