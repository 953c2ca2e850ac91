"""Facts become spells, and a register finds its way among them."""

from collections.abc import Iterator
from datetime import date

import pytest

from organograaf.errors import BadData
from organograaf.model import Literal, Value
from organograaf.period import Certainty
from organograaf.register import Register, Row
from organograaf.vocab import EDTF, GRAAF, ORG, RDF, SKOS, iri

GRAPH = "https://w3id.org/organograaf/graph/test/a"
CITY, CENTRE = iri("organisation", "stad"), iri("organisation", "ocmw")
UNIT = iri("unit", "loket")


def _fact(name: str, subject: str, predicate: str, value: Value, **time: str) -> Iterator[Row]:
    fact = iri("fact", name)
    yield (GRAPH, fact, RDF.type, GRAAF.Fact)
    yield (GRAPH, fact, RDF.subject, subject)
    yield (GRAPH, fact, RDF.predicate, predicate)
    yield (GRAPH, fact, RDF.object, value)
    for key, text in time.items():
        yield (GRAPH, fact, GRAAF[key.rstrip("_")], Literal(text, None, EDTF))


def _attested(name: str, predicate: str, value: Value, since: str, until: str) -> Iterator[Row]:
    period = iri("period", name)
    yield from _fact(name, UNIT, predicate, value)
    yield (GRAPH, iri("fact", name), "http://purl.org/dc/terms/temporal", period)
    yield (GRAPH, period, GRAAF["from"], Literal(since, None, EDTF))
    yield (GRAPH, period, GRAAF.until, Literal(until, None, EDTF))


def _answers(register: Register, predicate: str, value: Value, *days: str) -> list[str]:
    def answer(day: str) -> str:
        found = [c for s, c in register.on(date.fromisoformat(day), UNIT, predicate) if s.object == value]
        return found[0].value if found else Certainty.NO.value

    return [answer(day) for day in days]


def test_between_two_places_years_apart_the_change_is_uncertain_but_neither_holds_in_the_others() -> None:
    register = Register.of(
        [
            *_attested("old", ORG.unitOf, CITY, "2008-01-01", "2009-01-01"),
            *_attested("new", ORG.subOrganizationOf, CENTRE, "2018-01-01", "2019-01-01"),
        ]
    )
    days = ("2007-06-01", "2008-06-01", "2012-06-01", "2018-06-01", "2020-06-01")
    assert _answers(register, ORG.unitOf, CITY, *days) == ["possible", "certain", "possible", "no", "no"]
    new = _answers(register, ORG.subOrganizationOf, CENTRE, *days)
    assert new == ["no", "no", "possible", "certain", "possible"]


def test_names_in_two_languages_do_not_exclude_each_other() -> None:
    dutch, english = Literal("Loket", "nl"), Literal("Desk", "en")
    register = Register.of(
        [
            *_attested("nl", SKOS.prefLabel, dutch, "2008-01-01", "2009-01-01"),
            *_attested("en", SKOS.prefLabel, english, "2018-01-01", "2019-01-01"),
        ]
    )
    assert _answers(register, SKOS.prefLabel, dutch, "2018-06-01") == ["possible"]


def test_what_a_unit_does_ends_with_the_unit() -> None:
    task = iri("task", "leefloon")
    register = Register.of(
        [
            *_fact("life", UNIT, RDF.type, ORG.OrganizationalUnit, from_="2010-01-01", until="2012-01-01"),
            *_attested("does", GRAAF.carriesOut, task, "2010-06-01", "2010-07-01"),
        ]
    )
    days = ("2009-12-31", "2010-06-15", "2011-12-31", "2012-01-01")
    assert _answers(register, GRAAF.carriesOut, task, *days) == ["no", "certain", "possible", "no"]


def test_a_fact_that_lacks_its_object_is_named_with_its_graph() -> None:
    rows = [row for row in _fact("x", UNIT, RDF.type, ORG.Post) if row[2] != RDF.object]
    with pytest.raises(BadData, match=r"graph/test/a: fact:x"):
        Register.of(rows)


def test_the_top_is_the_organisation_under_which_most_stands(town: Register) -> None:
    assert town.top == iri("organisation", "stad-en-ocmw-voorbeeldstad")


def test_a_slug_finds_its_thing_and_a_typo_finds_what_is_near(town: Register) -> None:
    assert town.find("thuiszorg") == iri("unit", "thuiszorg")
    assert town.find("thuiszorgg") is None
    assert "thuiszorg" in town.near("thuiszorgg")


def test_a_name_is_that_of_the_day(town: Register) -> None:
    unit = iri("unit", "burgerloket")
    assert town.label(unit, date(2014, 6, 1)) == "Burgerloket"
    assert town.label(unit, date(2016, 6, 1)) == "Huis van de Voorbeeldburger"
    assert town.label(unit) == "Huis van de Voorbeeldburger"


def test_nothing_changes_within_a_stretch(town: Register) -> None:
    for day in town.change_days:
        since, until = town.stretch(day)
        assert since == day
        assert until is None or until > day
