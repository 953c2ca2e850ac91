"""What several tests use: the made-up town, built for real, and the given sources."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from organograaf import share
from organograaf.build import Published, Step, build, published, read_tree
from organograaf.register import Register

TESTS = Path(__file__).parent
TOWN = TESTS / "voorbeeldstad"


def quiet(_: Step) -> None:
    """Tell nothing of what a build does."""


@pytest.fixture(scope="session")
def town() -> Register:
    """The register of Voorbeeldstad, as known now."""
    return read_tree(TOWN).register


@pytest.fixture(scope="session")
def antwerp() -> Register:
    """The register of the published data, as known now."""
    return read_tree(share.data()).register


@pytest.fixture(scope="session")
def town_state(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A state folder in which Voorbeeldstad is built."""
    state = tmp_path_factory.mktemp("state")
    build(TOWN, state, quiet)
    return state


@pytest.fixture(scope="session")
def antwerp_state(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A state folder in which the published data is built."""
    state = tmp_path_factory.mktemp("antwerp")
    build(share.data(), state, quiet)
    return state


@pytest.fixture(scope="session")
def town_published(town_state: Path) -> Published:
    """The built Voorbeeldstad, opened."""
    return published(town_state)


def generate(folder: Path, *options: str) -> dict[str, str]:
    """Write a made-up region into a folder, and return its files by name."""
    bench = TESTS.parent / "scripts" / "bench"
    subprocess.run([sys.executable, str(bench), "generate", "-o", str(folder), *options], check=True)
    return {path.name: path.read_text("utf-8") for path in sorted(folder.rglob("*.ttl"))}


@pytest.fixture(scope="session")
def region(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a made-up region of three cities that tells of three years."""
    folder = tmp_path_factory.mktemp("region")
    generate(folder, "--cities", "3", "--years", "3", "--seed", "1")
    return folder


@pytest.fixture(scope="session")
def region_state(region: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A state folder in which the region is built."""
    state = tmp_path_factory.mktemp("region-state")
    build(region, state, quiet)
    return state


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of given sources and suites; without it the test says so and is skipped."""
    folder = os.environ.get("ORGANOGRAAF_SHARED")
    if not folder:
        pytest.skip("ORGANOGRAAF_SHARED is not set: it names the folder of given sources and suites")
    return Path(folder)


@pytest.fixture
def in_town(town_state: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Run commands on Voorbeeldstad: its data, and a state folder where it is built."""
    monkeypatch.setenv("ORGANOGRAAF_DATA", str(TOWN))
    monkeypatch.setenv("ORGANOGRAAF_STATE", str(town_state))
    return town_state
