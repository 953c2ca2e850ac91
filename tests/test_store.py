"""The embedded store: loaded from text, asked with SPARQL."""

from datetime import date
from pathlib import Path

import pytest

from organograaf.build import Published, read_tree
from organograaf.errors import BadQuestion, NoStore
from organograaf.graphs import snapshot
from organograaf.register import Register
from organograaf.store import Oxigraph, Registers
from organograaf.store.registers import weight
from tests.conftest import TOWN

_UNITS = "SELECT ?unit WHERE { ?unit a org:OrganizationalUnit } ORDER BY ?unit"


def test_the_store_gives_back_the_rows_that_are_in_the_text(town_published: Published) -> None:
    assert set(town_published.store.rows()) == set(read_tree(TOWN).rows())


def test_a_register_from_the_store_equals_one_from_the_text(
    town_published: Published, town: Register
) -> None:
    read = town_published.registers.get()
    assert (read.spells, read.facts) == (town.spells, town.facts)


def test_common_prefixes_need_no_declaration(town_published: Published) -> None:
    assert list(town_published.store.query("SELECT ?fact WHERE { ?fact a graaf:Fact } LIMIT 1").rows())


def test_a_snapshot_can_be_asked_plain_org_questions(town_published: Published, town: Register) -> None:
    answer = town_published.store.query(_UNITS, graph=snapshot(town, date(2010, 6, 1)))
    units = {row[0].rsplit("/", 1)[-1] for row in answer.rows()}
    assert "buurtwerk" in units
    assert "geldzaken" not in units


@pytest.mark.parametrize(
    ("format_", "start"), [("csv", b"unit"), ("tsv", b"?unit"), ("json", b"{"), ("xml", b"<?xml")]
)
def test_solutions_come_in_every_standard_format(
    town_published: Published, format_: str, start: bytes
) -> None:
    assert town_published.store.query(_UNITS).bytes(format_).startswith(start)


def test_a_format_that_does_not_fit_the_answer_is_refused(town_published: Published) -> None:
    with pytest.raises(BadQuestion, match="ttl"):
        town_published.store.query(_UNITS).bytes("ttl")


def test_a_yes_or_no_is_one_cell(town_published: Published) -> None:
    assert list(town_published.store.query("ASK { ?s ?p ?o }").rows()) == [["true"]]


@pytest.mark.parametrize("bad", ["SELECT", "SELECT ?x WHERE { ?x", "DROP ALL", ""])
def test_bad_sparql_is_told_in_a_sentence(town_published: Published, bad: str) -> None:
    with pytest.raises(BadQuestion, match=r"SPARQL|geweigerd"):
        town_published.store.query(bad)


def test_a_folder_without_a_store_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NoStore, match="organograaf build"):
        Oxigraph.open(tmp_path / "nothing")


def test_only_the_recent_registers_are_kept(town_published: Published) -> None:
    registers = Registers(town_published.store, "v", largest=2 * weight(town_published.registers.get()))
    first = registers.get(date(2020, 4, 1))
    assert registers.get(date(2020, 4, 1)).spells is first.spells
    registers.get(date(2021, 1, 1))
    registers.get(date(2022, 1, 1))
    assert registers.get(date(2020, 4, 1)).spells is not first.spells


def test_days_between_which_nothing_was_recorded_share_what_is_known(town_published: Published) -> None:
    registers = Registers(town_published.store, "v")
    early, late = registers.get(date(2020, 4, 2)), registers.get(date(2020, 4, 3))
    assert (early.known, late.known) == (date(2020, 4, 2), date(2020, 4, 3))
    assert early.spells is late.spells
    for known in (date(1900, 1, 1), date(2020, 4, 2), date(2100, 1, 1)):
        alone = Register.of(town_published.store.rows(), known=known)
        assert registers.get(known).spells == alone.spells
