"""The engines that every test of a store runs on: embedded on disk, and servers that are started for it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

import pytest

from organograaf.build import published
from organograaf.store import Oxigraph, Place, Store, place
from organograaf.store.address import Address, address
from organograaf.store.server import Server
from tests.store.servers import Served, oxigraph, virtuoso

MAKERS = {"oxigraph": oxigraph, "virtuoso": virtuoso}
_NUMBERS = count()


@dataclass(frozen=True)
class Engine:
    """Where to publish: a new place each time, on one engine."""

    folder: Path
    served: Served | None = None

    def place(self) -> Place:
        """Return a place where nothing is published yet."""
        if self.served is None:
            return place(self.folder / str(next(_NUMBERS)))
        return Server(self.address())

    def address(self) -> Address:
        """Return an address under a name that nobody used yet."""
        assert self.served is not None
        found = address(self.served.address, self.served.signed)
        return replace(found, name=f"test-{next(_NUMBERS)}")


def started(name: str, folder: Path) -> Iterator[Served]:
    """Run a server; skip, and say what to install, when it is not there."""
    server = MAKERS[name](folder)
    if isinstance(server, str):
        pytest.skip(server)
    try:
        server.start()
        yield server
    finally:
        server.kill()


@pytest.fixture(scope="session", params=sorted(MAKERS))
def served(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A SPARQL server of each kind that runs throughout the tests."""
    yield from started(request.param, tmp_path_factory.mktemp(request.param))


@pytest.fixture
def remote(served: Served, tmp_path: Path) -> Engine:
    """Each server as an engine to publish on."""
    return Engine(tmp_path, served)


@pytest.fixture(scope="session", params=["folder", *sorted(MAKERS)])
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Each engine to publish on, the embedded one first."""
    folder = tmp_path_factory.mktemp(request.param)
    if request.param == "folder":
        yield Engine(folder)
    else:
        for server in started(request.param, folder):
            yield Engine(folder, server)


def copy(store: Store) -> Callable[[Oxigraph], None]:
    """Return what fills a new version with what is in a store."""

    def fill(new: Oxigraph) -> None:
        for graph in store.graphs():
            new.add((row[1:] for row in store.quads(graph)), graph)

    return fill


@pytest.fixture(scope="session")
def antwerp_store(antwerp_state: Path) -> Store:
    """The published data, as the embedded engine has it."""
    return published(antwerp_state).store
