"""One register per organisation, read when asked for, kept within a budget, found by any of its things."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from threading import Barrier, Event, Thread

import pytest

from organograaf.build import Published, published
from organograaf.errors import BadQuestion, Unchosen
from organograaf.kept import Kept
from organograaf.register import Register, Row
from organograaf.store import Oxigraph, Registers, Store
from organograaf.store.registers import budget, weight
from organograaf.vocab import iri, kind, slug


class Telling(Oxigraph):
    """A store that tells which graphs are read, and waits for leave to read one of them."""

    def __init__(self, of: Store, held: str = "", leave: Event | None = None) -> None:
        assert isinstance(of, Oxigraph)
        super().__init__(of._store)
        self.read: list[str] = []
        self._held, self._leave = held, leave

    def rows(self, graphs: Iterable[str] | None = None) -> Iterator[Row]:
        named = list(graphs or ())
        if self._leave and any(self._held in graph for graph in named):
            assert self._leave.wait(10)
        self.read += named
        yield from super().rows(named)


@pytest.fixture(scope="module")
def region_published(region_state: Path) -> Published:
    return published(region_state)


@pytest.fixture
def registers(region_published: Published) -> Registers:
    return Registers(region_published.store, "v")


def test_a_region_has_a_register_per_city_named_after_its_top(registers: Registers) -> None:
    assert len(registers.listings) == 3
    for one in registers.listings:
        register = registers.get(of=one)
        assert register.top == one.topic
        assert register.label(one.topic) == one.label()
        assert {kind(thing) for thing in register.of_kind("organisation")} == {"organisation"}
        assert {name.value for name in one.others} == {
            register.label(thing) for thing in register.of_kind("organisation") if thing != one.topic
        }


def test_without_a_choice_several_organisations_are_not_one(registers: Registers) -> None:
    with pytest.raises(Unchosen, match=r"3 organisaties.*organisation="):
        registers.get()


def test_one_organisation_needs_no_choice(town_published: Published) -> None:
    registers = Registers(town_published.store, "v")
    assert registers.get(of=registers.only) is registers.get()
    assert registers.get().spells == Register.of(town_published.store.rows()).spells


def test_reading_one_city_reads_its_graph_and_no_other_city(region_published: Published) -> None:
    store = Telling(region_published.store)
    registers = Registers(store, "v")
    first, other, _ = registers.listings
    registers.get(of=first)
    assert set(first.graphs) <= set(store.read)
    assert not set(other.graphs) & set(store.read)


def test_a_city_read_alone_says_what_it_says_in_the_whole(
    registers: Registers, region_published: Published
) -> None:
    whole = Register.of(region_published.store.rows())
    for one in registers.listings:
        alone = registers.get(of=one)
        assert alone.spells
        assert set(alone.spells) <= set(whole.spells)
    assert sum(len(registers.get(of=one).spells) for one in registers.listings) == len(whole.spells)


def test_a_register_is_found_by_the_slug_of_anything_in_it(registers: Registers) -> None:
    one = registers.listings[1]
    units = registers.get(of=one).of_kind("unit", "post", "organisation")
    for thing in units[:: max(1, len(units) // 5)]:
        assert registers.chosen(slug(thing)) == one


def test_a_person_is_found_by_the_register_that_names_him(registers: Registers) -> None:
    for one in registers.listings:
        person = next(t for t in registers.get(of=one).nodes if kind(t) == "person")
        assert registers.telling([person]) == [one]


@pytest.mark.parametrize("slug_", ["nergens", "", "x y", 'a"b', "} UNION {", "a" * 5000, "é\n", "<>"])
def test_an_unknown_slug_is_not_found_and_reads_no_register(region_published: Published, slug_: str) -> None:
    store = Telling(region_published.store)
    with pytest.raises(Unchosen, match="Kies er een"):
        Registers(store, "v").chosen(slug_)
    assert store.read == []


def test_a_slug_with_a_slip_is_told_which_organisation_was_meant(registers: Registers) -> None:
    meant = registers.listings[0].slug
    with pytest.raises(Unchosen) as found:
        registers.chosen(meant[:-1] + "x")
    assert found.value.choices[0][0] == meant


def test_within_the_budget_registers_stay_and_beyond_it_the_oldest_go(region_published: Published) -> None:
    store = Telling(region_published.store)
    one, two, three = Registers(store, "v").listings
    room = 2 * weight(Registers(store, "v").get(of=one)) + weight(Registers(store, "v").get(of=two)) // 2
    registers = Registers(store, "v", largest=room)
    first = registers.get(of=one)
    registers.get(of=two)
    assert registers.get(of=one) is first
    registers.get(of=three)
    store.read.clear()
    assert registers.get(of=one) is first
    registers.get(of=two)
    assert set(two.graphs) <= set(store.read)


def test_who_ask_one_city_at_once_have_it_read_once(region_published: Published) -> None:
    store = Telling(region_published.store)
    registers = Registers(store, "v")
    one = registers.listings[0]
    together, found = Barrier(4), list[Register]()

    def ask() -> None:
        together.wait()
        found.append(registers.get(of=one))

    threads = [Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({id(register) for register in found}) == 1
    assert store.read.count(one.graphs[0]) == 1


def test_who_asks_another_city_does_not_wait(region_published: Published) -> None:
    leave = Event()
    names = Registers(region_published.store, "v").listings
    registers = Registers(Telling(region_published.store, names[0].graphs[0], leave), "v")
    slow = Thread(target=lambda: registers.get(of=names[0]))
    slow.start()
    assert registers.get(of=names[1]).top == names[1].topic
    assert slow.is_alive()
    leave.set()
    slow.join()


def test_the_weight_grows_with_what_a_register_holds(registers: Registers, antwerp: Register) -> None:
    assert weight(antwerp) > 5 * weight(registers.get(of=registers.listings[0])) > 0


@pytest.mark.parametrize(("given", "bytes_"), [("", 512 << 20), ("64", 64 << 20), (" 1 ", 1 << 20)])
def test_the_budget_is_read_from_the_environment_in_mib(
    monkeypatch: pytest.MonkeyPatch, given: str, bytes_: int
) -> None:
    monkeypatch.setenv("ORGANOGRAAF_MEMORY", given)
    assert budget() == bytes_


@pytest.mark.parametrize("given", ["0", "-1", "veel", "1.5", "9" * 40, "²"])
def test_a_budget_that_is_no_number_is_refused(monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    monkeypatch.setenv("ORGANOGRAAF_MEMORY", given)
    with pytest.raises(BadQuestion, match="ORGANOGRAAF_MEMORY"):
        budget()


def test_a_value_that_fails_is_made_again_and_leaves_nothing() -> None:
    kept = Kept[str, int](lambda value: value, 10)

    def broken() -> int:
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        kept.get("a", broken)
    assert kept.get("a", lambda: 3) == 3
    assert kept.size == 3


def test_one_value_larger_than_all_may_take_is_kept_alone() -> None:
    kept = Kept[str, int](lambda value: value, 10)
    kept.get("a", lambda: 5)
    kept.get("b", lambda: 50)
    assert kept.size == 50
    assert kept.get("b", lambda: 1) == 50


def test_an_address_of_ours_leads_to_a_graph_only_when_something_names_it(registers: Registers) -> None:
    assert registers.telling([iri("person", "niemand")]) == []
