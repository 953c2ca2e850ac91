"""The competency questions: what users ask, and what the sources say the answer is.

Those about the published data are the library of the program; those about Voorbeeldstad stand here.
"""

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest

from organograaf import queries
from organograaf.queries.library import AUDIENCES
from organograaf.register import Register
from organograaf.vocab import slug
from organograaf.web import create_app
from tests.endpoint.server import serving

ANSWERS = Path(__file__).parent / "questions"
LIBRARY = Path(queries.__file__).parent / "library"
QUESTIONS = sorted([*LIBRARY.glob("*.rq"), *ANSWERS.glob("*.rq")], key=lambda path: path.name)


@pytest.fixture(scope="module")
def servers(town_state: Path, antwerp_state: Path) -> Iterator[dict[str, str]]:
    """The addresses of a server of each data set."""
    with serving(create_app(antwerp_state)) as antwerp, serving(create_app(town_state)) as town:
        yield {"antwerpen": antwerp, "voorbeeldstad": town}


def test_there_are_at_least_forty_questions_and_ten_for_each_audience() -> None:
    asked = Counter(_header(path)["for"] for path in QUESTIONS)
    assert asked.total() >= 40
    assert set(asked) == set(AUDIENCES)
    assert min(asked.values()) >= 10


@pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: path.stem)
def test_a_question_tells_what_it_asks_for_whom_and_by_which_sources(path: Path) -> None:
    header = _header(path)
    own = {"question@en"} if path.parent == LIBRARY else {"data"}
    assert set(header) == {"question", "for", "returns", "source", *own}
    assert header["question"].endswith("?")
    assert header.get("question@en", "?").endswith("?")


@pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: path.stem)
def test_a_question_is_plain_sparql_that_declares_its_own_prefixes(path: Path) -> None:
    assert list(ox.Store().query(path.read_text(encoding="utf-8"))) == []  # type: ignore[arg-type]


@pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: path.stem)
def test_the_sources_of_a_question_exist(path: Path, antwerp: Register, town: Register) -> None:
    header = _header(path)
    register = town if "data" in header else antwerp
    known = {source.number for source in register.sources.values()}
    assert set(header["source"].split(", ")) <= known


@pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: path.stem)
def test_a_question_is_answered_as_its_sources_say(path: Path, servers: dict[str, str]) -> None:
    header = _header(path)
    asked = {"query": path.read_text(encoding="utf-8"), "format": "json"}
    answer = httpx.get(f"{servers[header.get('data', 'antwerpen')]}/sparql", params=asked, timeout=300)
    assert answer.status_code == 200, answer.text
    columns, *expected = _expected(path)
    found = answer.json()
    assert found["head"]["vars"] == columns == header["returns"].split(", ")
    assert sorted(_shortened(found["results"]["bindings"], columns)) == expected


def test_every_expected_answer_belongs_to_a_question() -> None:
    answers = {path.stem for path in ANSWERS.glob("*.csv")}
    assert answers == {path.stem for path in QUESTIONS}


def _header(path: Path) -> dict[str, str]:
    return queries.header(path.read_text(encoding="utf-8"))


def _expected(path: Path) -> list[list[str]]:
    with (ANSWERS / f"{path.stem}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def _shortened(rows: list[dict[str, dict[str, str]]], columns: list[str]) -> Iterator[list[str]]:
    for row in rows:
        cells = [row.get(name, {"value": ""})["value"] for name in columns]
        yield [slug(cell) if cell.startswith(("http://", "https://")) else cell for cell in cells]
