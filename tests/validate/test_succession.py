"""What a change touches is checked, and nothing is missed: findings equal those of the whole."""

import random
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from organograaf import share
from organograaf.build import read_tree
from organograaf.graphs import Triple, graph_of, read_folder, snapshot
from organograaf.register import Register
from organograaf.validate import Finding, Memo, Place, Succession, validate
from organograaf.vocab import ORG, RDF, iri
from tests.conftest import TOWN, generate

Triples = frozenset[Triple]


def whole(triples: Triples, place: Place) -> tuple[Finding, ...]:
    return validate(graph_of(triples), place, silenced=frozenset()).findings


def changes(start: Triples, seed: int, rounds: int) -> Iterator[Triples]:
    """Yield the same triples with some added, removed or altered, again and again."""
    chance, now = random.Random(seed), set(start)
    known = sorted(start, key=str)
    for _ in range(rounds):
        for _ in range(chance.randint(1, 8)):
            subject, predicate, value = triple = chance.choice(known)
            other = chance.choice(known)
            kind = chance.random()
            if kind < 0.6:
                now.discard(triple)
            if kind > 0.45:
                now.add(triple if kind < 0.6 else (subject, predicate, other[2]))
            if kind > 0.8:
                now.discard(triple)
                now.add((other[0], predicate, value))
            if kind > 0.9:
                now.add((subject, other[1], chance.choice(known)[2]))
        yield frozenset(now)


def same_all_along(start: Triples, place: Place, seed: int, rounds: int) -> int:
    """Compare after each change, and return how many findings there were at last."""
    succession, found = Succession(place, start=start), whole(start, place)
    for now in changes(start, seed, rounds):
        found = succession.now(now).after(found)
        assert found == whole(now, place)
    return len(found)


@pytest.mark.parametrize("seed", range(3))
def test_any_change_of_the_facts_of_a_town_is_found_as_by_the_whole(seed: int) -> None:
    assert same_all_along(read_tree(TOWN).triples, "facts", seed, 8) > 0


@pytest.mark.parametrize("seed", range(4))
def test_any_change_of_a_snapshot_is_found_as_by_the_whole(town: Register, seed: int) -> None:
    day = town.change_days[len(town.change_days) // 2 + seed]
    assert same_all_along(frozenset(snapshot(town, day)), "snapshot", seed, 25) > 0


def test_any_change_of_a_made_up_city_is_found_as_by_the_whole(tmp_path: Path) -> None:
    generate(tmp_path, "--cities", "1", "--years", "3", "--seed", "7")
    assert same_all_along(read_tree(tmp_path).triples, "facts", 11, 4) > 0


def test_any_change_of_real_facts_is_found_as_by_the_whole() -> None:
    """Of one source, without the others that it needs: wrong in many ways from the start."""
    file = min(read_folder(share.data()), key=lambda file: abs(len(file.graph) - 2500))
    triples = frozenset(row[1:] for row in file.rows())
    assert same_all_along(triples, "facts", 5, 6) > 0


def test_any_change_of_the_ontology_is_found_as_by_the_whole() -> None:
    triples = frozenset(row[1:] for file in read_folder(share.folder("ontology")) for row in file.rows())
    assert same_all_along(triples, "ontology", 2, 3) > 0


def test_the_days_of_a_town_are_found_as_each_by_itself(town: Register) -> None:
    succession = Succession("snapshot")
    found: tuple[Finding, ...] = ()
    for day in town.change_days:
        triples = frozenset(snapshot(town, day))
        found = succession.now(triples).after(found)
        assert found == whole(triples, "snapshot")


def test_a_cycle_is_found_on_all_of_it_when_its_last_link_comes() -> None:
    units = [iri("unit", name) for name in "abcde"]
    chain = {(below, ORG.subOrganizationOf, above) for below, above in pairwise(units)}
    types = {(unit, RDF.type, ORG.OrganizationalUnit) for unit in units}
    succession = Succession("snapshot", start=chain | types)
    change = succession.change([(units[-1], ORG.subOrganizationOf, units[0])], [])
    cyclic = {finding.focus for finding in change.findings if finding.shape.endswith("no-cycle")}
    assert cyclic == set(units)


def test_what_touches_nothing_is_not_checked(town: Register) -> None:
    triples = read_tree(TOWN).triples
    succession = Succession("facts", start=triples)
    assert succession.now(triples).nodes == frozenset()


def test_only_what_is_near_a_change_is_checked() -> None:
    triples = read_tree(TOWN).triples
    names = [t for t in triples if t[1] == RDF.object and str(t[2]).startswith("Literal")]
    change = Succession("facts", start=triples).change([], names[:1])
    assert 0 < len(change.nodes) < 20


def test_what_a_memo_kept_is_found_without_a_check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "memo.json"
    triples = frozenset(snapshot(read_tree(TOWN).register, read_tree(TOWN).register.change_days[4]))
    triples = frozenset(t for t in triples if not t[1].endswith("prefLabel"))
    memo = Memo(path)
    first = Succession("snapshot", memo).now(triples)
    memo.save()
    assert first.findings
    monkeypatch.setattr("organograaf.validate.succession.validate", None)
    again = Succession("snapshot", Memo(path)).now(triples)
    assert sorted(again.findings, key=str) == sorted(first.findings, key=str)


def test_a_memo_that_cannot_be_read_is_as_none(tmp_path: Path) -> None:
    path = tmp_path / "memo.json"
    path.write_text('{"a": [1]}', "utf-8")
    assert Memo(path).recall({"x": frozenset()}) == {}
