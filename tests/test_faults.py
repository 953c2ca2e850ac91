"""What is killed at a random moment loses nothing: the short form of `scripts/bench faults`."""

import sys
from pathlib import Path

import pytest

from benchmarks.faults import killed_builds, killed_servers
from tests.conftest import TOWN

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="looks in /proc, which only Linux has"),
    pytest.mark.xdist_group("faults"),
]


def test_killed_builds_leave_the_version_before_or_the_whole_one_after(tmp_path: Path) -> None:
    found = killed_builds(tmp_path, kills=3, seed=7)
    assert (found.wrong, found.left_after, found.same_at_last) == (0, 0, True)


def test_killed_servers_start_again_and_answer_the_same(tmp_path: Path) -> None:
    found = killed_servers(TOWN, tmp_path, kills=2, seed=7)
    assert (len(found.starts), found.other_answers, found.orphans) == (2, 0, 0)
