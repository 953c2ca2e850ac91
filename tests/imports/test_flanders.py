"""The whole Flemish register: its municipalities of three days, as facts and by the register itself."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pyoxigraph as ox
import pytest

from organograaf.build import Published, build, published
from organograaf.imports import Imported, lblod
from organograaf.lineage import find, lineage
from organograaf.organogram import as_of
from organograaf.queries.library import ready
from organograaf.register import Register
from organograaf.vocab import iri, slug
from tests.conftest import quiet

ON, RECORDED = date(2026, 7, 24), date(2026, 11, 26)
DAYS = (date(2018, 12, 31), date(2019, 1, 1), date(2024, 12, 31), date(2025, 1, 1))
KIND = "http://data.vlaanderen.be/id/concept/BestuurseenheidClassificatieCode/5ab0e9b8a3b2ca7c5e00000"
ACTIVE = "http://lblod.data.gift/concepts/63cc561de9188d64ba5840a42ae8f0d6"
_ORG, _DCT = "http://www.w3.org/ns/org#", "http://purl.org/dc/terms/"
_STATUS = "http://www.w3.org/ns/regorg#orgStatus"


@pytest.fixture(scope="module")
def export(shared: Path) -> Path:
    return shared / "external" / "lblod-flanders" / "bestuurseenheden-and-changes.ttl"


@pytest.fixture(scope="module")
def state(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("flanders")


@pytest.fixture(scope="module")
def done(export: Path, state: Path) -> Imported:
    return lblod(export, state / "data", on=ON, recorded=RECORDED)


@pytest.fixture(scope="module")
def flanders(state: Path, done: Imported) -> Published:
    """The imported register, built without a single violation."""
    assert build(state / "data", state, quiet).report.findings == ()
    return published(state)


@pytest.fixture(scope="module")
def source(export: Path) -> dict[str, dict[str, set[str]]]:
    """What the register says: the values of each property of each node."""
    said: dict[str, dict[str, set[str]]] = {}
    for quad in ox.parse(path=str(export), format=ox.RdfFormat.TURTLE):
        subject, value = str(quad.subject.value), str(getattr(quad.object, "value", quad.object))
        said.setdefault(subject, {}).setdefault(quad.predicate.value, set()).add(value)
    return said


def in_source(said: dict[str, dict[str, set[str]]], day: date, kind: int, over: int) -> set[str]:
    """Return the units of a kind, under one of another kind, that were there on a day by the register alone.

    Those active now, less who only came out of a later event; and those that only went into a later one.
    """

    def of(node: str, name: str) -> set[str]:
        return said[node].get(name, set())

    kinds = {node: of(node, _ORG + "classification") for node in said}
    under = {
        unit
        for node in said
        if f"{KIND}{over}" in kinds[node]
        for unit in of(node, _ORG + "hasSubOrganization")
    }
    present = {node for node in said if ACTIVE in of(node, _STATUS)}
    for node in said:
        if any(date.fromisoformat(text) > day for text in of(node, _DCT + "date")):
            original, resulting = (
                of(node, _ORG + part) for part in ("originalOrganization", "resultingOrganization")
            )
            present = (present - (resulting - original)) | original
    return {node for node in present & under if f"{KIND}{kind}" in kinds[node]}


def municipalities(opened: Published, day: date) -> Iterator[tuple[str, str]]:
    answer = opened.store.query(ready("79-gemeenten").about(on=day).query)
    yield from ((slug(unit), slug(sure)) for unit, province, sure in answer.rows() if province)


def register_of(opened: Published, name: str) -> Register:
    (one,) = opened.registers.telling([iri("organisation", name)])
    return opened.registers.get(of=one)


@pytest.mark.long
def test_nothing_of_the_register_is_dropped_without_a_word(done: Imported) -> None:
    told = {one.text("en"): one.count for one in done.left}
    assert (done.organisations + told["unit without a name"], done.events) == (1382, 42)


@pytest.mark.long
@pytest.mark.parametrize(("day", "count"), list(zip(DAYS, (308, 300, 300, 285), strict=True)))
def test_the_municipalities_of_a_day_are_those_of_the_register(
    flanders: Published, source: dict[str, dict[str, set[str]]], day: date, count: int
) -> None:
    found = dict(municipalities(flanders, day))
    assert len(found) == len(in_source(source, day, 1, 0)) == count


@pytest.mark.long
def test_antwerp_has_nine_districts_and_gets_a_tenth(
    source: dict[str, dict[str, set[str]]], flanders: Published
) -> None:
    assert [len(in_source(source, day, 3, 1)) for day in DAYS[2:]] == [9, 10]
    antwerp = register_of(flanders, "gemeente-antwerpen")
    for day, count in zip(DAYS[2:], (9, 10), strict=True):
        tree = as_of(antwerp, day, root=find(antwerp, "gemeente-antwerpen"))
        assert sum(node.type == "district" for node in tree.root.units) == count


@pytest.mark.long
def test_the_mergers_are_those_of_2019_and_2025(flanders: Published) -> None:
    on = [{unit.removeprefix("gemeente-") for unit, _ in municipalities(flanders, day)} for day in DAYS]
    assert on[1] - on[0] == {
        "aalter", "deinze", "kruisem", "lievegem", "oudsbergen", "pelt", "puurs-sint-amands",
    }  # fmt: skip
    assert on[3] - on[2] == {
        "beveren-kruibeke-zwijndrecht",
        "pajottegem",
        "merelbeke-melle",
        "nazareth-de-pinte",
    }
    assert {"borsbeek", "hoeselt", "kortessem", "ruiselede", "moerbeke"} <= on[2] - on[3]


@pytest.mark.long
@pytest.mark.parametrize(
    ("of", "before"),
    [
        ("gemeente-puurs-sint-amands", {"gemeente-puurs", "gemeente-sint-amands"}),
        ("ocmw-beveren-kruibeke-zwijndrecht", {"ocmw-beveren", "ocmw-kruibeke", "ocmw-zwijndrecht"}),
        ("gemeente-bilzen-hoeselt", {"gemeente-hoeselt"}),
        ("district-borsbeek", {"gemeente-borsbeek"}),
        ("ocmw-antwerpen", {"ocmw-borsbeek"}),
    ],
)
def test_a_line_leads_back_to_who_went_up_in_it(flanders: Published, of: str, before: set[str]) -> None:
    register = register_of(flanders, of)
    found = lineage(register, find(register, of))
    assert {one.transfer.old.slug for one in found.steps if one.transfer.new.slug == of} == before
