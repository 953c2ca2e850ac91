"""Who did what in Antwerp, in the sentences that a colleague would say."""

from datetime import date

import pytest

from organograaf.register import Register
from organograaf.responsibility import finding
from organograaf.responsibility.pieces import plain
from organograaf.vocab import iri

BEFORE, AFTER, NOW = date(2016, 6, 1), date(2020, 1, 15), date(2025, 12, 31)


def told(register: Register, task: str, on: date) -> str:
    return plain(dict(finding(register, iri("task", task), on).told)["nl"])


@pytest.mark.parametrize(
    ("task", "on", "sentence"),
    [
        # source 000: MI stands in for it; source 001: what SD does since
        ("schuldbemiddeling", BEFORE, "Maatschappelijke Integratie en Ontplooiing, voor OCMW Antwerpen."),
        ("schuldbemiddeling", BEFORE, "het ruimere «schuldhulpverlening»: Sociale Dienstverlening"),
        ("schuldbemiddeling", BEFORE, "of «schuldbemiddeling» daarbij was, zegt geen bron."),
        ("budgetbeheer", NOW, "«budgetbeheer» op 31 december 2025 doet. Ervoor: Maatschappelijke"),
        ("schuldbemiddeling", NOW, "Sociale Dienstverlening (31 januari 2020)"),
        # source 112: the law of 2002; source 036: who decides
        ("leefloon", AFTER, "De beslissing lag bij Bijzonder comité voor sociale dienst"),
        ("leefloon", AFTER, "Rechtsgrond: RMI-wet"),
        ("leefloon", AFTER, "Ervoor: Maatschappelijke Integratie en Ontplooiing (tot begin 2018)."),
        # source 056: the college decides on Woonregie, in whose name the support is
        ("hulpverleningstrajecten-voor-daklozen", date(2023, 12, 22), "zoals over Woonregie."),
        # source 100: ZAS from the day of the merger
        ("ziekenhuizen", date(2024, 6, 30), "Daarna: ZAS (vanaf 1 juli 2024)"),
    ],
)  # fmt: skip
def test_a_task_is_told_as_the_sources_have_it(antwerp: Register, task: str, on: date, sentence: str) -> None:
    assert sentence in told(antwerp, task, on)


def test_a_legal_person_is_named_only_for_those_it_carries(antwerp: Register) -> None:
    view = finding(antwerp, iri("task", "leefloon"), AFTER)
    carried = {one.unit.slug: [person.slug for person in one.carriers] for one in view.now}
    assert carried["sociaal-centrum-de-vondel"] == ["ocmw-antwerpen"]
    if carried["sociale-dienstverlening"] != ["ocmw-antwerpen"]:
        assert "sociaal centrum De Vondel" in told(antwerp, "leefloon", AFTER)
        assert "(voor OCMW Antwerpen)" in told(antwerp, "leefloon", AFTER)


def test_a_law_that_was_not_yet_in_force_is_no_ground(antwerp: Register) -> None:
    grounds = finding(antwerp, iri("task", "leefloon"), date(2002, 9, 30)).grounds
    assert "rmi-wet" not in [ground.law.slug for ground in grounds]
    grounds = finding(antwerp, iri("task", "leefloon"), date(2002, 10, 1)).grounds
    assert "rmi-wet" in [ground.law.slug for ground in grounds]
