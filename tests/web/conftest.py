"""A real server over Voorbeeldstad, built into a store as it is published."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from organograaf.build import Step, build
from organograaf.web import create_app

TOWN = Path(__file__).resolve().parent.parent / "voorbeeldstad"


def quietly(_: Step) -> None:
    """Tell nobody what is being done."""


@pytest.fixture(scope="session")
def state(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The state folder with Voorbeeldstad published in it."""
    folder = tmp_path_factory.mktemp("state")
    build(TOWN, folder, quietly)
    return folder


@pytest.fixture(scope="session")
def client(state: Path) -> TestClient:
    """A client of the server of Voorbeeldstad."""
    return TestClient(create_app(state))


@pytest.fixture
def changing(tmp_path: Path) -> tuple[TestClient, Callable[[str], None]]:
    """A server, and what publishes the town anew with its service Buurtwerk named otherwise."""

    def rebuild(name: str) -> None:
        data = tmp_path / "data"
        shutil.rmtree(data, ignore_errors=True)
        shutil.copytree(TOWN, data / "voorbeeldstad")
        for file in data.rglob("*.ttl"):
            text = file.read_text(encoding="utf-8")
            file.write_text(text.replace('"Buurtwerk"@nl', f'"{name}"@nl'), encoding="utf-8")
        build(data, tmp_path / "state", quietly)

    return TestClient(create_app(tmp_path / "state")), rebuild
