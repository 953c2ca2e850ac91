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
