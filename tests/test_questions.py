"""The competency questions: what users ask, and what the sources say the answer is."""

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pyoxigraph as ox
import pytest

from organograaf import queries, share
from organograaf.build import read_tree
from organograaf.build.tree import Tree
from organograaf.graphs import DERIVED, bounds, event_dates, snapshot
from organograaf.register import Register
from organograaf.store import Oxigraph
from organograaf.store.oxigraph import Answer
from organograaf.vocab import slug

TESTS = Path(__file__).parent
FOLDERS = {"antwerpen": share.data(), "voorbeeldstad": TESTS / "voorbeeldstad"}
AUDIENCES = ("HR", "Bestuurszaken", "onderzoeker")
QUESTIONS = sorted((TESTS / "questions").glob("*.rq"))


@dataclass(frozen=True)
class Town:
    """A data set in memory: its files, and a store of them with what is derived."""

    tree: Tree
    store: Oxigraph

    @classmethod
    def read(cls, folder: Path) -> "Town":
        """Load all facts, the ontology and the derived bounds."""
        tree, store = read_tree(folder), Oxigraph.create()
        files = (*tree.facts, *tree.ontology)
        store.load((file.iri, file.path.read_text(encoding="utf-8")) for file in files)
        store.add([*bounds(tree.register), *event_dates(tree.register)], DERIVED)
        return cls(tree, store)

    def answer(self, text: str, header: dict[str, str]) -> Answer:
        """Ask of the facts, or of the snapshot of the day that the header names."""
        if "on" not in header:
            return self.store.query(text)
        register = self.tree.register
        if "known" in header:
            register = Register.of(self.tree.rows(), known=date.fromisoformat(header["known"]))
        return self.store.query(text, graph=snapshot(register, date.fromisoformat(header["on"])))


@pytest.fixture(scope="module")
def towns() -> dict[str, Town]:
    """Both data sets, read once."""
    return {name: Town.read(folder) for name, folder in FOLDERS.items()}


def test_there_are_at_least_forty_questions_and_ten_for_each_audience() -> None:
    asked = Counter(_header(path)["for"] for path in QUESTIONS)
    assert asked.total() >= 40
    assert set(asked) == set(AUDIENCES)
    assert min(asked.values()) >= 10


@pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: path.stem)
def test_a_question_tells_what_it_asks_for_whom_and_by_which_sources(path: Path) -> None:
    header = _header(path)
    assert {"question", "for", "returns", "source"} <= set(header)
    assert set(header) <= {"question", "for", "on", "known", "data", "returns", "source"}
    assert header["question"].endswith("?")
    assert path.with_suffix(".csv").exists()


@pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: path.stem)
def test_a_question_is_plain_sparql_that_declares_its_own_prefixes(path: Path) -> None:
    assert list(ox.Store().query(path.read_text(encoding="utf-8"))) == []  # type: ignore[arg-type]


@pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: path.stem)
def test_the_sources_of_a_question_exist(path: Path, towns: dict[str, Town]) -> None:
    header = _header(path)
    known = {source.number for source in _town(towns, header).tree.register.sources.values()}
    assert set(header["source"].split(", ")) <= known


@pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: path.stem)
def test_a_question_is_answered_as_its_sources_say(path: Path, towns: dict[str, Town]) -> None:
    header = _header(path)
    answer = _town(towns, header).answer(path.read_text(encoding="utf-8"), header)
    columns, *expected = _expected(path)
    assert answer.variables == columns == header["returns"].split(", ")
    assert sorted(_shortened(answer)) == expected


def test_every_expected_answer_belongs_to_a_question() -> None:
    answers = {path.stem for path in (TESTS / "questions").glob("*.csv")}
    assert answers == {path.stem for path in QUESTIONS}


def _header(path: Path) -> dict[str, str]:
    return queries.header(path.read_text(encoding="utf-8"))


def _town(towns: dict[str, Town], header: dict[str, str]) -> Town:
    return towns[header.get("data", "antwerpen")]


def _expected(path: Path) -> list[list[str]]:
    with path.with_suffix(".csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def _shortened(answer: Answer) -> Iterator[list[str]]:
    for row in answer.rows():
        yield [slug(cell) if cell.startswith(("http://", "https://")) else cell for cell in row]
