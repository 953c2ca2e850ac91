"""Decisions are numbered in order, each once, and short."""

from pathlib import Path

DECISIONS = sorted((Path(__file__).parent.parent / "docs" / "decisions").glob("*.md"))


def test_every_decision_has_the_next_number_in_its_name_and_its_title() -> None:
    numbers = [f"{number:04}" for number in range(1, len(DECISIONS) + 1)]
    assert [path.name[:4] for path in DECISIONS] == numbers
    assert [path.read_text(encoding="utf-8")[:7] for path in DECISIONS] == [f"# {n} " for n in numbers]


def test_no_decision_takes_more_than_forty_lines() -> None:
    assert [path.name for path in DECISIONS if len(path.read_text(encoding="utf-8").splitlines()) > 40] == []
