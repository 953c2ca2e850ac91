"""Antwerp as the five primary sources have it: what the organogram must say on a day."""

from datetime import date

import pytest

from organograaf.organogram import as_of
from organograaf.period import Certainty
from organograaf.register import Register
from organograaf.view import Node


def _boxes(register: Register, day: str) -> dict[str, Node]:
    assert register.top
    view = as_of(register, date.fromisoformat(day), root=register.top)
    return {node.slug: node for _, node in view.root.walk()}


def _certain(register: Register, day: str) -> set[str]:
    boxes = _boxes(register, day).items()
    return {slug for slug, node in boxes if node.certainty is Certainty.CERTAIN}


def test_the_root_is_city_and_ocmw_together(antwerp: Register) -> None:
    assert antwerp.top == "https://w3id.org/organograaf/id/organisation/stad-en-ocmw-antwerpen"


def test_before_2018_the_ocmw_has_its_departments_and_shares_services_with_the_city(
    antwerp: Register,
) -> None:
    certain = _certain(antwerp, "2016-06-01")
    assert {
        "maatschappelijke-integratie-en-ontplooiing", "activering-en-sociale-innovatie", "bestuurszaken-ocmw",
        "financien", "bestuurszaken", "gemeenschappelijke-preventiedienst", "personeelsmanagement",
        "gemeenschappelijke-aankoopcentrale", "stadsbeheer",
    } <= certain  # fmt: skip
    assert "sociale-dienstverlening" not in _boxes(antwerp, "2016-06-01")


def test_sociale_dienstverlening_stands_there_once_it_has_surely_begun(antwerp: Register) -> None:
    boxes = _boxes(antwerp, "2018-07-01")
    assert boxes["sociale-dienstverlening"].certainty is Certainty.CERTAIN
    assert "maatschappelijke-integratie-en-ontplooiing" not in boxes
    assert "activering-en-sociale-innovatie" not in boxes


def test_in_january_2018_both_old_and_new_are_possible_and_the_reason_is_given(antwerp: Register) -> None:
    boxes = _boxes(antwerp, "2018-01-15")
    new, old = boxes["sociale-dienstverlening"], boxes["maatschappelijke-integratie-en-ontplooiing"]
    assert new.certainty is old.certainty is Certainty.POSSIBLE
    assert new.doubt_in("nl").startswith("begon tussen 1 januari")
    assert new.doubt_in("en").startswith("began between 1 January")


def test_jongerenexpertise_is_created_in_may_2015(antwerp: Register) -> None:
    assert "jongerenexpertise" not in _boxes(antwerp, "2015-04-30")
    assert _boxes(antwerp, "2015-05-15")["jongerenexpertise"].certainty is Certainty.POSSIBLE
    assert "jongerenexpertise" in _certain(antwerp, "2015-06-01")


def test_power_plus_ends_on_23_april_2015(antwerp: Register) -> None:
    assert "power-plus" in _certain(antwerp, "2015-04-23")
    assert "power-plus" not in _boxes(antwerp, "2015-04-24")


def test_the_preventiedienst_works_for_five_organisations(antwerp: Register) -> None:
    node = _boxes(antwerp, "2016-06-01")["gemeenschappelijke-preventiedienst"]
    assert {named.slug for named in node.serves} >= {
        "stad-antwerpen", "ocmw-antwerpen", "zorgbedrijf-antwerpen", "zna", "politie-antwerpen",
    }  # fmt: skip


def test_a_count_without_names_stays_a_count(antwerp: Register) -> None:
    node = _boxes(antwerp, "2020-01-15")["sociale-dienstverlening"]
    assert {(count.number, count.kind) for count in node.counts} >= {(4, "afdeling"), (16, "dienst")}
    assert not [unit for unit in node.units if unit.type == "afdeling"]


@pytest.mark.parametrize("day", ["2015-04-30", "2016-06-01", "2018-01-15", "2018-07-01", "2020-01-15"])
def test_every_box_rests_on_a_source(antwerp: Register, day: str) -> None:
    assert [slug for slug, node in _boxes(antwerp, day).items() if not node.evidence] == []


def test_the_ocmw_goes_on_as_a_legal_person(antwerp: Register) -> None:
    assert "ocmw-antwerpen" in _certain(antwerp, "2020-01-15")
