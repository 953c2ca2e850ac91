"""The commands that follow things through time, as a person meets them."""

import os
from pathlib import Path

import pytest

from tests.test_cli import Run, run

__all__ = ["run"]


def test_a_lineage_is_a_tree_of_text(run: Run) -> None:
    said = run("lineage", "geldzaken")
    assert said.code == 0
    assert "─ Schuldhulp" in said.out
    assert run("lineage", "geldzaken", "--lang", "en").out != said.out


def test_what_came_from_nothing_is_an_answer_too(run: Run) -> None:
    said = run("lineage", "thuiszorg")
    assert said.code == 0
    assert "geen voorloper en geen opvolger" in said.out


@pytest.mark.parametrize("suffix", ["svg", "png", "pdf", "dot", "json", "graphml", "gexf", "txt"])
def test_the_extension_chooses_the_format_of_a_lineage(run: Run, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"l.{suffix}"
    assert run("lineage", "rommelmarktvergunning", "-o", os.fspath(path)).code == 0
    assert path.stat().st_size > 100


def test_an_unknown_thing_gets_suggestions(run: Run) -> None:
    said = run("lineage", "geldzakken")
    assert said.code == 1
    assert "geldzaken" in said.err


DAYS = ("2018-05-31", "2018-06-01")


def test_a_transition_is_told_in_lines(run: Run) -> None:
    said = run("transition", *DAYS)
    assert said.code == 0
    assert "Schuldhulp ─▶ Geldzaken (alles" in said.out
    assert "Budgethulp ╌▶ Geldzaken" in said.out


@pytest.mark.parametrize("suffix", ["svg", "png", "pdf", "json", "txt"])
def test_the_extension_chooses_the_format_of_a_transition(run: Run, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"t.{suffix}"
    assert run("transition", *DAYS, "--all", "--depth", "2", "-o", os.fspath(path)).code == 0
    assert path.stat().st_size > 100


@pytest.mark.parametrize(
    ("arguments", "code", "word"),
    [
        (("2018", "2016"), 2, "andere volgorde"),
        (("2018", "2018"), 2, "Kies twee dagen"),
        (("2015", "2016", "--root", "geldzaken"), 1, "bestond niet"),
    ],
)
def test_a_transition_that_cannot_be_given_says_what_to_ask(
    run: Run, arguments: tuple[str, ...], code: int, word: str
) -> None:
    said = run("transition", *arguments)
    assert said.code == code
    assert word in said.err


def test_a_timeline_lists_lives_under_their_headings(run: Run) -> None:
    said = run("timeline", "--root", "voorbeeldstad", "--from", "2010", "--until", "2020")
    assert said.code == 0
    assert "Groen en Wegen — " in said.out


def test_the_timeline_of_one_thing_tells_its_names_too(run: Run) -> None:
    said = run("timeline", "burgerloket")
    assert said.code == 0
    assert "Huis van de Voorbeeldburger" in said.out
    assert "Naam" in said.out


@pytest.mark.parametrize("suffix", ["svg", "png", "pdf", "json", "txt"])
def test_the_extension_chooses_the_format_of_a_timeline(run: Run, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"t.{suffix}"
    assert run("timeline", "geldzaken", "schuldhulp", "-o", os.fspath(path)).code == 0
    assert path.stat().st_size > 100


@pytest.mark.parametrize(
    ("arguments", "code", "word"),
    [
        (("--from", "2018", "--until", "2016"), 2, "andere volgorde"),
        (("geldzakken",), 1, "geldzaken"),
        (("--root", "geldzakken"), 1, "geldzaken"),
    ],
)
def test_a_timeline_that_cannot_be_given_says_what_to_ask(
    run: Run, arguments: tuple[str, ...], code: int, word: str
) -> None:
    said = run("timeline", *arguments)
    assert said.code == code
    assert word in said.err
