"""A disk that is full: a sentence, nothing lost, nothing half-made, and all is well once there is room."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from organograaf import disk
from organograaf.build import build, published
from organograaf.build.releases import Releases
from organograaf.errors import Unwritable
from organograaf.web import create_app
from tests.conftest import TOWN, quiet

_SIZE = 16 << 20


class Disk:
    """A small disk of its own that can be filled up."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._filler = folder / "filler"

    def fill(self, leaving: int = 0) -> None:
        """Write until no more than `leaving` bytes are free."""
        free = shutil.disk_usage(self.folder).free
        self._filler.write_bytes(b"x" * max(0, free - leaving))

    def clear(self) -> None:
        """Make room again."""
        self._filler.unlink()


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Disk]:
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = None
    if sys.platform == "linux" and shutil.which("mount"):
        command = ["mount", "-t", "tmpfs", "-o", f"size={_SIZE}", "tmpfs", str(folder)]
        mounted = subprocess.run(command, capture_output=True)
    if mounted is None or mounted.returncode:
        pytest.skip("no small disk can be mounted here: needs Linux and root")
    try:
        yield Disk(folder)
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_file_is_written_whole_and_leaves_no_temporary_file(tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    disk.write(path, "één\n")
    assert path.read_text(encoding="utf-8") == "één\n"
    assert [p.name for p in tmp_path.iterdir()] == ["a.ttl"]


def test_a_file_that_does_not_fit_leaves_the_one_before(small: Disk) -> None:
    path = small.folder / "a.ttl"
    disk.write(path, "één\n")
    small.fill(leaving=4096)
    with pytest.raises(Unwritable, match=r"a\.ttl.*schijf is vol") as raised:
        disk.write(path, "x" * 100_000)
    assert "disk is full" in raised.value.text("en")
    assert path.read_text(encoding="utf-8") == "één\n"
    assert {p.name for p in small.folder.iterdir()} == {"a.ttl", "filler"}


def test_what_can_be_made_anew_is_forgotten_without_a_word(small: Disk) -> None:
    small.fill()
    disk.remember(small.folder / "cache" / "a.json", "x" * 100_000)
    assert not (small.folder / "cache" / "a.json").exists()


@pytest.mark.parametrize("room", [0, 30_000, 100_000, 300_000])
def test_a_build_without_room_leaves_the_version_before_in_use(
    small: Disk, tmp_path: Path, room: int
) -> None:
    data, state = tmp_path / TOWN.name, small.folder / "state"
    shutil.copytree(TOWN, data)
    before = build(data, state, quiet).version
    _change(data)
    small.fill(leaving=room)
    with pytest.raises(Unwritable, match="schijf is vol"):
        build(data, state, quiet)
    assert published(state).version == before
    assert len(published(state).store) > 0
    assert len(list((state / "stores").iterdir())) == 1
    small.clear()
    after = build(data, state, quiet).version
    assert published(state).version == after != before


def test_the_command_says_that_the_disk_is_full(small: Disk) -> None:
    small.fill()
    done = subprocess.run(
        [sys.executable, "-m", "organograaf", "build", "--lang", "en"],
        env={"ORGANOGRAAF_DATA": str(TOWN), "ORGANOGRAAF_STORE": str(small.folder / "state"), "PATH": ""},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 2
    assert "the disk is full" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_answer_that_does_not_fit_leaves_the_file_before(small: Disk, town_state: Path) -> None:
    answer = small.folder / "organogram.svg"
    answer.write_text("before", "utf-8")
    small.fill(leaving=4096)
    done = subprocess.run(
        [sys.executable, "-m", "organograaf", "organogram", "--on", "2016-06-01", "-o", str(answer)],
        env={"ORGANOGRAAF_STORE": str(town_state), "PATH": ""},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 2
    assert "schijf is vol" in done.stderr
    assert answer.read_text("utf-8") == "before"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_output_that_does_not_fit_is_told_too(town_state: Path) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "organograaf", "organogram", "--on", "2016-06-01"],
            env={"ORGANOGRAAF_STORE": str(town_state), "PATH": ""},
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )
    assert done.returncode == 2
    assert "schijf is vol" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_server_on_a_full_disk_goes_on_answering_all_but_the_downloads(small: Disk) -> None:
    state = small.folder / "state"
    build(TOWN, state, quiet)
    small.fill()
    client = TestClient(create_app(state), raise_server_exceptions=False)
    assert client.get("/organogram").status_code == 200
    full = client.get("/downloads")
    assert full.status_code == 507
    assert "plaats te maken" in full.text
    assert str(small.folder) not in full.text
    assert Releases(state).versions() == []
    small.clear()
    assert client.get("/downloads").status_code == 200


def _change(data: Path) -> None:
    """Let one file say one harmless thing more."""
    file = sorted(data.glob("**/*.ttl"))[-1]
    file.write_text(file.read_text("utf-8") + "\n# once more\n", "utf-8")
