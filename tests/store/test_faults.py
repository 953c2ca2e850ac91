"""A server that dies and comes back: nothing half, nothing mixed, and on by itself."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from organograaf.build import Published, build, opened
from organograaf.errors import Unreachable
from organograaf.store import Oxigraph
from organograaf.store import server as servers
from organograaf.store.address import Address
from organograaf.store.graph_store import GraphStore
from organograaf.store.pieces import Piece
from organograaf.store.server import Server
from organograaf.web import create_app
from organograaf.web import current as currents
from organograaf.web.current import Current
from tests.conftest import TOWN, quiet
from tests.store.conftest import MAKERS, Engine, copy, started
from tests.store.servers import Served
from tests.store.test_places import said, values

_FOREIGN = Piece("https://example.org/of-others", b"<urn:a> <urn:b> <urn:c> .\n")


@pytest.fixture(params=sorted(MAKERS))
def mortal(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A server of one's own, to kill."""
    folder = tmp_path / "server"
    folder.mkdir()
    for server in started(request.param, folder):
        yield Engine(tmp_path, server)


class Counting(GraphStore):
    """Counts the pieces that are sent and dropped; does something before the nth is sent."""

    def __init__(self, address: Address, at: int = -1, do: Callable[[], None] | None = None) -> None:
        super().__init__(address)
        self.sent: list[str] = []
        self.dropped: list[str] = []
        self._at, self._do = at, do

    def put(self, piece: Piece) -> None:
        if self._do and len(self.sent) == self._at:
            self._do()
        super().put(piece)
        self.sent.append(piece.name)

    def drop(self, name: str) -> None:
        super().drop(name)
        self.dropped.append(name)


def test_what_did_not_change_is_not_sent_again(remote: Engine, town_published: Published) -> None:
    address = remote.address()
    first, second = Counting(address), Counting(address)
    Server(address, first).publish("one", copy(town_published.store))

    def more(store: Oxigraph) -> None:
        copy(town_published.store)(store)
        said("more")(store)

    Server(address, second).publish("two", more)
    assert len(first.sent) >= len(town_published.store.graphs()) + 3
    # The probe, the root and the list of the new version, and two new graphs.
    assert len(second.sent) == 5


def test_an_interrupted_build_leaves_the_old_version_and_the_next_goes_on(remote: Engine) -> None:
    address = remote.address()
    Server(address).publish("one", said("one"))

    def stop() -> None:
        raise KeyboardInterrupt

    words = [f"w{number}" for number in range(20)]
    broken = Counting(address, at=12, do=stop)
    with pytest.raises(KeyboardInterrupt):
        Server(address, broken).publish("two", said(*words))
    assert opened(Server(address)).version == "one"
    assert values(opened(Server(address)).store) == {"one", "both"}
    again = Counting(address)
    Server(address, again).publish("two", said(*words))
    assert values(opened(Server(address)).store) == {*words, "both"}
    # The probe is sent anew each time; nothing else that had arrived.
    assert not set(again.sent[1:]) & set(broken.sent[1:])


def test_what_an_abandoned_build_sent_is_removed(remote: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    address = remote.address()

    def stop() -> None:
        raise KeyboardInterrupt

    broken = Counting(address, at=6, do=stop)
    with pytest.raises(KeyboardInterrupt):
        Server(address, broken).publish("lost", said("a", "b", "c", "d", "e"))
    sweeping = Counting(address)
    Server(address, sweeping).publish("one", said("one"))
    assert not set(broken.sent[1:]) & set(sweeping.dropped[1:])
    monkeypatch.setattr(servers, "_ABANDONED_AFTER", 0)
    Server(address, sweeping).publish("two", said("two"))
    held = GraphStore(address)
    common = set(broken.sent[1:]) - set(sweeping.dropped)
    assert len(common) == 1
    assert all(held.get(name) is None for name in set(broken.sent) - common)
    assert values(opened(Server(address)).store) == {"two", "both"}
    assert len(held.said()) == 2


def test_graphs_of_others_are_let_be(remote: Engine) -> None:
    address = remote.address()
    GraphStore(address).put(_FOREIGN)
    for version in ("one", "two", "three", "four"):
        Server(address).publish(version, said(version))
    query = "ASK { GRAPH <https://example.org/of-others> { <urn:a> <urn:b> <urn:c> } }"
    found = GraphStore(address)._http.ask(
        "POST", address.query, form={"query": query}, headers={"Accept": "application/sparql-results+json"}
    )
    assert found
    assert b"true" in found[1]
    assert _FOREIGN.name not in opened(Server(address)).store.graphs()


def test_a_server_killed_during_a_build_comes_back_with_the_old_version(mortal: Engine) -> None:
    address, served = mortal.address(), _served(mortal)
    Server(address).publish("one", said("one"))
    with pytest.raises(Unreachable, match="antwoordt niet"):
        Server(address, Counting(address, at=8, do=served.kill)).publish("two", said(*map(str, range(20))))
    served.start()
    assert opened(Server(address)).version == "one"
    assert values(opened(Server(address)).store) == {"one", "both"}
    Server(address).publish("two", said(*map(str, range(20))))
    assert values(opened(Server(address)).store) == {*map(str, range(20)), "both"}


def test_a_server_killed_during_a_reading_is_told_and_read_again_after(mortal: Engine) -> None:
    at, served = Server(mortal.address()), _served(mortal)
    at.publish("one", said(*map(str, range(30))))
    reading = opened(at).store
    rows = reading.rows()
    next(rows)
    served.kill()
    with pytest.raises(Unreachable, match="antwoordt niet"):
        list(rows)
    served.start()
    assert values(reading) == {*map(str, range(30)), "both"}


def test_pages_go_on_while_the_server_is_away_and_see_the_next_version_after(
    mortal: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(currents, "_AWAY", 0)
    at, served = Server(mortal.address()), _served(mortal)
    at.lasts = 0
    build(TOWN, tmp_path / "build", quiet, at)
    client = TestClient(create_app(tmp_path / "web", at))
    version = client.get("/version").json()["dataset"]
    assert client.get("/organogram?on=2015-01-01").status_code == 200
    served.kill()
    assert client.get("/organogram?on=2016-01-01").status_code == 200
    assert client.get("/version").json()["dataset"] == version
    away = client.get("/organogram?on=2016-01-01&known=2020-04-02")
    assert away.status_code == 503
    assert int(away.headers["Retry-After"]) > 0
    assert "antwoordt niet" in away.text
    assert client.get("/api/v1/organogram?known=2020-04-02").json()["messages"]["en"]
    served.start()
    assert client.get("/organogram?on=2016-01-01&known=2020-04-02").status_code == 200
    at.publish("next", copy(opened(at).store))
    assert client.get("/version").json()["dataset"] == "next"
    assert client.get("/organogram?on=2015-01-01").status_code == 200


def test_a_web_process_that_starts_before_its_server_waits_for_it(mortal: Engine, tmp_path: Path) -> None:
    at, served = Server(mortal.address()), _served(mortal)
    build(TOWN, tmp_path / "build", quiet, at)
    served.kill()
    client = TestClient(create_app(tmp_path / "web", Server(at.address)))
    first = client.get("/organogram")
    assert (first.status_code, first.headers["Retry-After"]) == (503, "5")
    assert client.get("/healthz").status_code == 200
    served.start()
    assert client.get("/organogram").status_code == 200


def test_two_web_processes_see_one_switch(remote: Engine) -> None:
    at = remote.place()
    assert isinstance(at, Server)
    at.publish("one", said("one"))
    both = [Current(Server(at.address)) for _ in range(2)]
    for one in both:
        one._place.lasts = 0
    before = [one.take() for one in both]
    at.publish("two", said("two"))
    assert [values(one.store) for one in before] == [{"one", "both"}] * 2
    assert [values(one.take().store) for one in both] == [{"two", "both"}] * 2


def _served(engine: Engine) -> Served:
    assert engine.served is not None
    return engine.served
