"""The commands that look for what stands out, as a person meets them."""

import csv
import io
import os
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from tests.test_cli import Run, run

__all__ = ["run"]


def test_the_radar_tells_what_is_missing_in_words(run: Run) -> None:
    dutch = run("radar", "--on", "2019-10-01")
    assert dutch.code == 0
    assert "Vacant ambt (1)" in dutch.out
    assert "Wat zou helpen: Een benoeming." in dutch.out
    assert "Vacant post (1)" in run("radar", "--on", "2019-10-01", "--lang", "en").out


def test_the_radar_as_a_table_has_a_row_per_signal_with_its_ground(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    assert run("radar", "--on", "2019-10-01", "-o", os.fspath(path)).code == 0
    rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig")), delimiter=";"))
    vacant = next(row for row in rows if row["signaal"] == "vacant ambt")
    assert vacant["grond"] == "volgens bronnen"
    assert vacant["sinds, vroegst"] == "2019-09-01"
    assert vacant["bronnen"] == "V07"


def test_the_workbook_of_the_radar_has_real_dates(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "r.xlsx"
    assert run("radar", "--on", "2019-10-01", "-o", os.fspath(path)).code == 0
    head, *rows = openpyxl.load_workbook(path).active.iter_rows(values_only=True)
    since = [row[head.index("sinds, vroegst")] for row in rows]
    assert datetime(2019, 9, 1) in since


@pytest.mark.parametrize(
    ("arguments", "code", "word"),
    [
        (("radar", "--on", "2012-06-01", "--root", "geldzaken"), 1, "bestond niet"),
        (("radar", "--on", "gisteren"), 2, "gisteren"),
        (("radar", "-o", "r.svg"), 2, "csv"),
    ],
)
def test_a_question_that_cannot_be_answered_says_what_to_ask(
    run: Run, arguments: tuple[str, ...], code: int, word: str
) -> None:
    said = run(*arguments)
    assert said.code == code
    assert word in said.err


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "svg", "png", "pdf", "json"])
def test_the_extension_chooses_the_format_of_the_figures(run: Run, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a.{suffix}"
    assert run("analysis", "--from", "2010", "--until", "2019", "-o", os.fspath(path)).code == 0
    assert path.stat().st_size > 100


def test_years_in_the_wrong_order_are_offered_in_the_other(run: Run) -> None:
    said = run("analysis", "--from", "2015", "--until", "2010")
    assert said.code == 2
    assert "omgekeerd" in said.err
