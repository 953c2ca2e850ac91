"""The commands that compare, as a person meets them."""

import os
from pathlib import Path

import pytest

from tests.test_cli import Run, run

__all__ = ["run"]
DAYS = ("2015-08-01", "2018-07-01")


def test_a_difference_is_told_in_sentences(run: Run) -> None:
    said = run("diff", *DAYS)
    assert said.code == 0
    assert "Burgerloket heet sinds 1 september 2015 Huis van de Voorbeeldburger (bron V04)." in said.out
    assert run("diff", *DAYS, "--lang", "en").out != said.out


@pytest.mark.parametrize("suffix", ["svg", "png", "pdf", "csv", "xlsx", "md", "json", "txt"])
def test_the_extension_chooses_the_format_of_a_difference(run: Run, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"d.{suffix}"
    assert run("diff", *DAYS, "-o", os.fspath(path)).code == 0
    assert path.stat().st_size > 100


def test_what_was_known_earlier_shows_as_corrections(run: Run) -> None:
    said = run("diff", "2017-06-01", "2017-06-01", "--earlier", "2023-12-31")
    assert said.code == 0
    assert "Wij weten nu dat Wegenploeg" in said.out


def test_a_crosswalk_is_a_table_of_codes(run: Run) -> None:
    assert "schuldhulp;Schuldhulp;2015-08-01;geldzaken;Geldzaken;2018-07-01" in run("crosswalk", *DAYS).out


def test_events_are_listed_and_none_is_an_answer_too(run: Run) -> None:
    said = run("events", "--from", "2018-05-31", "--until", "2018-06-01")
    assert said.code == 0
    assert "Geldzaken" in said.out
    assert "2018-03-26" in said.out
    assert run("events", "--from", "2018-06-02", "--until", "2018-06-03").code == 1


@pytest.mark.parametrize(
    ("arguments", "code", "word"),
    [
        (("diff", "2018", "2016"), 2, "andere volgorde"),
        (("diff", "2018", "2018"), 2, "Kies twee dagen"),
        (("diff", "1700", "1800"), 1, "zeggen onze bronnen niets"),
        (("diff", *DAYS, "--root", "geldzaken"), 1, "bestond niet"),
        (("diff", *DAYS, "-o", "d.doc"), 2, "svg"),
        (("crosswalk", "2018", "2016"), 2, "andere volgorde"),
    ],
)
def test_a_question_that_cannot_be_answered_says_what_to_ask(
    run: Run, arguments: tuple[str, ...], code: int, word: str
) -> None:
    said = run(*arguments)
    assert said.code == code
    assert word in said.err
