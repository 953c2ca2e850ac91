"""What is published on any engine comes back as it is in the text, whole, one version at a time."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pyoxigraph as ox
import pytest

from organograaf import queries, share
from organograaf.build import Published, build, opened, read_tree
from organograaf.endpoint import Ask, published
from organograaf.errors import BadData, NoStore
from organograaf.model import Literal, Value
from organograaf.queries.library import library
from organograaf.register import Register, Row
from organograaf.store import Oxigraph, Place, Registers, Store
from organograaf.store.graph_store import GraphStore
from organograaf.store.memory import Memory
from organograaf.store.remote import Remote
from organograaf.store.server import Server
from organograaf.vocab import XSD
from tests.conftest import TOWN, quiet
from tests.store.conftest import Engine, copy
from tests.store.servers import Served

Asked = Callable[[str], list[bytes]]
_GRAPH = "https://w3id.org/organograaf/graph/test/hard"
_EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"
HARD: tuple[Value, ...] = (
    Literal("2015-03~", None, _EDTF),
    Literal("[2018-01-01..2018-03-31]", None, _EDTF),
    Literal("2015", None, XSD.gYear),
    Literal("2015-03", None, XSD.gYearMonth),
    Literal("2015-03-01", None, XSD.date),
    Literal("0001-01-01", None, XSD.date),
    Literal("9999-12-31", None, XSD.date),
    Literal("2015-03-01T00:00:00Z", None, XSD.dateTime),
    Literal("true", None, XSD.boolean),
    Literal("1", None, XSD.integer),
    Literal("1.5", None, XSD.decimal),
    Literal("P1Y", None, XSD.duration),
    Literal("https://example.org/", None, XSD.anyURI),
    Literal("dienst", "nl"),
    Literal("dienst", "en"),
    Literal("dienst"),
    Literal(""),
    Literal("een\ntwee\r\n\tdrie \"vier\" 'vijf' \\ zes"),
    Literal("é € 𝒳 مرحبا \u200d \u0001", "nl"),
    Literal("<a href='x'>&amp;</a>"),
    Literal("x" * 100_000),
    "https://example.org/é?a=1&b=%20#c",
)


@pytest.fixture(scope="session")
def town_built(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> Place:
    at = engine.place()
    build(TOWN, tmp_path_factory.mktemp("state"), quiet, at)
    return at


@pytest.fixture(scope="session")
def antwerp_built(engine: Engine, antwerp_store: Store) -> Store:
    at = engine.place()
    at.publish("v", copy(antwerp_store))
    return opened(at).store


def as_written(rows: Iterable[Row]) -> set[Row]:
    """Return rows with moments in UTC written with Z, as the embedded engine writes them."""
    return {(g, s, p, _zulu(o) if isinstance(o, Literal) else o) for g, s, p, o in rows}


def _zulu(value: Literal) -> Literal:
    if value.datatype != XSD.dateTime:
        return value
    return Literal(value.value.replace("+00:00", "Z"), None, value.datatype)


def test_the_town_comes_back_as_it_is_in_the_text(town_built: Place) -> None:
    assert set(opened(town_built).store.rows()) == set(read_tree(TOWN).rows())


def test_all_that_is_published_comes_back_as_it_is_in_the_text(antwerp_built: Store) -> None:
    assert as_written(antwerp_built.rows()) == as_written(read_tree(share.data()).rows())


def test_graphs_quads_and_their_number_are_those_of_the_embedded_store(
    antwerp_built: Store, antwerp_store: Store
) -> None:
    assert antwerp_built.graphs() == antwerp_store.graphs()
    assert len(antwerp_built) == len(antwerp_store)
    assert set(antwerp_built.quads()) == set(antwerp_store.quads())
    assert sorted(antwerp_built.n_quads().splitlines()) == sorted(antwerp_store.n_quads().splitlines())


def test_the_rows_of_some_graphs_are_theirs_alone(antwerp_built: Store, antwerp_store: Store) -> None:
    some = antwerp_store.graphs()[3:6]
    assert set(antwerp_built.rows(some)) == {row for row in antwerp_store.rows() if row[0] in some}
    assert set(antwerp_built.quads(some[0])) == set(antwerp_store.quads(some[0]))
    assert list(antwerp_built.quads("https://example.org/none")) == []


def test_every_question_of_the_library_has_the_same_answer(
    antwerp_built: Store, antwerp_asked: Asked
) -> None:
    assert len(library()) >= 73
    ask = asked(antwerp_built)
    for one in library():
        assert ask(one.query) == antwerp_asked(one.query), one.name


def test_every_query_of_the_program_has_the_same_answer(antwerp_built: Store, antwerp_store: Store) -> None:
    # The description of the endpoint has addresses relative to where it is asked.
    for name in set(queries.names()) - {"service"}:
        text = queries.load(name).text
        assert sorted(antwerp_built.query(text).rows()) == sorted(antwerp_store.query(text).rows()), name


@pytest.fixture(scope="session")
def antwerp_asked(antwerp_store: Store) -> Asked:
    return asked(antwerp_store)


def asked(store: Store) -> Asked:
    """Return what asks a store as our endpoint does, with the snapshots that a query names."""
    content = published("v", store, Registers(store, "v"))
    memory = Memory(content.quads(), derived=content.derived, largest=1 << 30)
    memory.merge(content.merged())

    def ask(query: str) -> list[bytes]:
        put = Ask(query=query, base=content.base, solutions="tsv", triples="nt")
        for iri in memory.lacks(put):
            memory.add(content.supply(iri))
        return sorted(memory.answer(put).body.splitlines())

    return ask


def test_a_register_of_any_engine_has_the_same_spells(town_built: Place, town_published: Published) -> None:
    assert opened(town_built).registers.get().spells == town_published.registers.get().spells


def test_hard_literals_survive(engine: Engine) -> None:
    at = engine.place()
    triples = [("https://example.org/s", f"https://example.org/p{n}", value) for n, value in enumerate(HARD)]
    at.publish("v", lambda store: store.add(triples, _GRAPH))
    assert {row[1:] for row in opened(at).store.rows()} == set(triples)


def test_a_graph_larger_than_any_answer_comes_back_whole(engine: Engine) -> None:
    triples = [(f"https://example.org/{n}", "https://example.org/p", Literal(str(n))) for n in range(25_000)]
    at = engine.place()
    assert at.publish("v", lambda store: store.add(triples, _GRAPH)) == len(triples)
    assert {row[1:] for row in opened(at).store.rows([_GRAPH])} == set(triples)


def test_where_nothing_is_published_it_says_what_to_do(engine: Engine) -> None:
    at = engine.place()
    assert at.newest() is None
    with pytest.raises(NoStore, match="organograaf build"):
        opened(at)


def test_a_version_is_read_to_its_end_while_the_next_is_published(engine: Engine) -> None:
    at = engine.place()
    at.publish("one", said("one"))
    before, name = opened(at), at.newest()
    at.publish("two", said("two"))
    assert (before.version, opened(at).version) == ("one", "two")
    assert values(before.store) == {"one", "both"}
    assert values(opened(at).store) == {"two", "both"}
    assert at.newest() != name


def test_only_the_last_two_versions_are_kept(engine: Engine) -> None:
    at = engine.place()
    names = []
    for version in ("one", "two", "three"):
        at.publish(version, said(version))
        names.append(at.newest() or "")
        # The next sweeps what was old before it came.
    at.publish("four", said("four"))
    with pytest.raises(NoStore):
        list(at.open(names[0]).rows())
    assert values(at.open(names[2])) == {"three", "both"}


def test_what_fails_while_it_is_filled_leaves_the_version_before(engine: Engine) -> None:
    at = engine.place()
    at.publish("one", said("one"))

    def broken(store: Oxigraph) -> None:
        said("two")(store)
        raise BadData("stuk", "broken")

    with pytest.raises(BadData):
        at.publish("two", broken)
    assert opened(at).version == "one"


def test_a_node_without_a_name_is_refused_by_a_server(remote: Engine) -> None:
    blank = ox.Quad(ox.BlankNode(), ox.NamedNode("urn:p"), ox.Literal("x"), ox.NamedNode(_GRAPH))
    with pytest.raises(BadData, match="IRI"):
        remote.place().publish("v", lambda store: store.extend([blank]))


def said(*words: str) -> Callable[[Oxigraph], None]:
    """Return what fills a version with two graphs, of which one is in every version."""

    def fill(store: Oxigraph) -> None:
        store.add([("https://example.org/s", "https://example.org/p", Literal("both"))], _GRAPH)
        for word in words:
            store.add([("https://example.org/s", "https://example.org/p", Literal(word))], f"{_GRAPH}-{word}")

    return fill


def values(store: Store) -> set[str]:
    """Return the values of all literals of a store."""
    return {row[3].value for row in store.rows() if isinstance(row[3], Literal)}


class Reading(GraphStore):
    """Keeps the names of the pieces that are read."""

    def __init__(self, of: GraphStore) -> None:
        super().__init__(of._address)
        self.read: list[str] = []

    def get(self, name: str) -> list[ox.Triple] | None:
        self.read.append(name)
        return super().get(name)


@pytest.fixture(scope="module")
def region_built(served: Served, tmp_path_factory: pytest.TempPathFactory, region: Path) -> Server:
    at = Engine(tmp_path_factory.mktemp("region"), served).place()
    assert isinstance(at, Server)
    build(region, tmp_path_factory.mktemp("state"), quiet, at)
    return at


def test_one_organisation_of_a_region_is_read_without_the_others(region_built: Server) -> None:
    reading = Reading(region_built._server)
    registers = opened(Server(region_built.address, reading)).registers
    one = registers.listings[1]
    top = one.topic
    assert registers.get(of=one).top == top
    found = registers.telling([top])[0]
    assert found.topic == top
    assert registers.recorded(date(2100, 1, 1), one) < date(2100, 1, 1)
    remote = opened(region_built).store
    assert isinstance(remote, Remote)
    others = {graph for other in registers.listings if other is not one for graph in other.graphs}
    read = {graph for name in reading.read if (graph := remote._pieces.get(name))}
    assert read >= set(one.graphs)
    assert not read & (others - set(one.neighbours))


def test_a_version_that_is_too_large_for_memory_is_asked_on_disk(remote: Engine) -> None:
    at = remote.place()
    assert isinstance(at, Server)
    at.publish("v", said("one"))
    line = at._lines()[-1]
    large = Remote(at._server, at._contents(line), in_memory=0)
    counted = large.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    assert list(counted.rows()) == [["2"]]
    assert large._folder is not None
    assert list(Path(large._folder.name).iterdir())


def test_which_graphs_name_a_thing_is_the_same_on_every_engine(
    antwerp_built: Store, antwerp_store: Store, antwerp: Register
) -> None:
    for thing in [*antwerp.of_kind("unit")[::9], antwerp.top or "", "https://example.org/none", "geen IRI"]:
        assert antwerp_built.naming([thing]) == antwerp_store.naming([thing]), thing
    assert antwerp_built.naming([]) == []
