"""Every row of Voorbeeldstad's table of expected answers, asked of a register."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

import pytest

from organograaf.build import Tree, read_tree
from organograaf.model import Literal
from organograaf.period import Certainty
from organograaf.register import Register
from organograaf.register.records import records
from organograaf.vocab import PREFIXES
from tests.conftest import TOWN

_ROW = re.compile(
    r"^\| (?P<case>[\w-]+) \| (?P<s>\S+:\S+) \| (?P<p>\S+:\S+) \| (?P<o>.+?) \|"
    r" (?P<on>\d{4}-\d\d-\d\d) \| (?P<known>-|\d{4}-\d\d-\d\d) \| (?P<answer>\w+) \|$"
)


@dataclass(frozen=True)
class Expected:
    case: str
    subject: str
    predicate: str
    object: str
    on: date
    known: date | None
    answer: Certainty

    def __str__(self) -> str:
        return f"{self.case}-{self.on}-{self.known or 'now'}"


def expected() -> list[Expected]:
    lines = (TOWN / "README.md").read_text(encoding="utf-8").splitlines()
    return [
        Expected(
            case=row["case"],
            subject=whole(row["s"]),
            predicate=whole(row["p"]),
            object=row["o"],
            on=date.fromisoformat(row["on"]),
            known=None if row["known"] == "-" else date.fromisoformat(row["known"]),
            answer=Certainty(row["answer"]),
        )
        for line in lines
        if (row := _ROW.match(line))
    ]


def whole(curie: str) -> str:
    prefix, _, local = curie.partition(":")
    return PREFIXES[prefix] + local


@cache
def _tree() -> Tree:
    return read_tree(TOWN)


@cache
def _register(known: date | None) -> Register:
    return Register.of(_tree().rows(), known=known)


def test_the_table_of_expected_answers_is_found_in_the_readme() -> None:
    assert len(expected()) == 81


@pytest.mark.parametrize("row", expected(), ids=str)
def test_a_statement_holds_on_a_day_as_the_table_says(row: Expected) -> None:
    spells = _register(row.known).about(row.subject, row.predicate)
    wanted = row.object.strip('"') if row.object.startswith('"') else whole(row.object)
    answers = [
        spell.period.on(row.on)
        for spell in spells
        if wanted == (spell.object.value if isinstance(spell.object, Literal) else spell.object)
    ]
    held = [answer for answer in answers if answer is not Certainty.NO]
    assert (held[0] if held else Certainty.NO) is row.answer


def test_an_earlier_known_day_never_changes_its_answer_when_later_graphs_come() -> None:
    recorded = {graph.iri: graph.recorded for graph in records(_tree().rows()).graphs.values()}
    for known in sorted({day for day in recorded.values() if day}):
        early = [f for f in _tree().facts if (day := recorded[f.iri]) and day <= known]
        only_early = Register.of((row for f in early for row in f.rows()), known=known)
        with_later = Register.of((row for f in _tree().facts for row in f.rows()), known=known)
        assert only_early.spells == with_later.spells
