"""After a change of files, what is told is what a check of everything would tell."""

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from rdflib import Graph, Literal, URIRef

from organograaf.build import check_all, read_tree
from organograaf.graphs import canonical, files_in, read, snapshot, turning
from organograaf.register import Register
from organograaf.validate import Report
from organograaf.vocab import GRAAF, PREFIXES, RDF
from tests.conftest import TOWN, quiet

OFTEN = [
    *(GRAAF["from"], GRAAF.until, GRAAF.startedBy, GRAAF.endedBy, GRAAF.rank, GRAAF.modality),
    *(GRAAF.basis, GRAAF.evidence, GRAAF.ofKind, RDF.object, RDF.subject, RDF.predicate, RDF.type),
]
NEEDED = {URIRef(RDF.subject), URIRef(RDF.predicate), URIRef(RDF.object)}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TOWN, tmp_path / "data"))


def check(data: Path, state: Path, *, afresh: bool = False) -> Report:
    return check_all(read_tree(data), state, quiet, lambda _: None, afresh=afresh)


def altered(graph: Graph, chance: random.Random) -> None:
    """Alter a graph as an author would: a fact less, another date, event, parent, name or kind."""
    predicate = URIRef(chance.choice(OFTEN))
    triples = sorted(graph.triples((None, predicate, None)))
    if not triples:
        return
    subject, _, value = chance.choice(triples)
    kind = chance.random()
    if kind < 0.25 or (kind < 0.5 and predicate in NEEDED):
        graph.remove((subject, None, None))
    elif kind < 0.5:
        graph.remove((subject, predicate, value))
    elif predicate in (URIRef(GRAAF["from"]), URIRef(GRAAF.until)):
        day = f"20{chance.randint(10, 20)}-0{chance.randint(1, 9)}-01"
        graph.set((subject, predicate, Literal(day, datatype=URIRef(PREFIXES["edtf"] + "EDTF"))))
    else:
        graph.set((subject, predicate, chance.choice(triples)[2]))


def rounds(data: Path, seed: int, number: int) -> Iterator[None]:
    chance = random.Random(seed)
    for _ in range(number):
        path = chance.choice(files_in(data))
        graph = read(path).graph
        for _ in range(chance.randint(1, 6)):
            altered(graph, chance)
        path.write_text(canonical(graph), "utf-8")
        yield


@pytest.mark.parametrize("seed", range(4))
def test_after_any_change_the_same_is_told_as_by_a_check_of_everything(
    data: Path, tmp_path: Path, seed: int
) -> None:
    check(data, tmp_path / "since")
    for number, _ in enumerate(rounds(data, seed, 3)):
        found = check(data, tmp_path / "since")
        assert found == check(data, tmp_path / f"whole{number}", afresh=True)
    assert found.findings


def test_a_change_taken_back_leaves_no_trace(data: Path, tmp_path: Path) -> None:
    first = check(data, tmp_path / "state")
    path = files_in(data)[0]
    before = path.read_text("utf-8")
    path.write_text(before.replace("graaf:evidence", "graaf:bewijs"), "utf-8")
    assert not check(data, tmp_path / "state").conforms
    path.write_text(before, "utf-8")
    assert check(data, tmp_path / "state") == first


def test_what_was_kept_and_cannot_be_read_is_checked_anew(data: Path, tmp_path: Path) -> None:
    first = check(data, tmp_path / "state")
    for kept in tmp_path.glob("state/checked/*/*.json"):
        kept.write_text("{", "utf-8")
    assert check(data, tmp_path / "state") == first


def test_days_that_follow_each_other_add_up_to_the_snapshot_of_each(town: Register) -> None:
    now: frozenset[object] = frozenset()
    for turn in turning(town, town.change_days):
        assert not turn.came & now
        assert turn.went <= now
        now = (now - turn.went) | turn.came
        assert now == set(snapshot(town, turn.day))
