"""The lives of Voorbeeldstad and Antwerp as lines."""

from datetime import date

import pytest

from organograaf.errors import BadQuestion, NotFound
from organograaf.lifelines import life, lifelines, window
from organograaf.period import Certainty
from organograaf.register import Register
from organograaf.spans import Lifelines
from organograaf.vocab import iri

TOP = iri("organisation", "stad-en-ocmw-voorbeeldstad")


def of(register: Register, *slugs: str, root: str | None = None) -> Lifelines:
    chosen = [found for slug in slugs if (found := register.find(slug))]
    return lifelines(register, date(2009, 1, 1), date(2021, 1, 1), root=root, chosen=chosen)


def labels(view: Lifelines) -> list[str]:
    return [dict(line.label)["nl"] for line in view.lines]


def test_the_lines_of_a_root_are_all_that_ever_stood_under_it(town: Register) -> None:
    found = {line.thing.slug for line in of(town, root=TOP).lines if line.thing}
    assert {"schuldhulp", "geldzaken", "warm-nest", "groen-en-wegen", "wegenploeg"} <= found
    assert "digihuis" not in found


def test_without_a_choice_the_units_that_took_part_in_events_are_drawn(town: Register) -> None:
    found = {line.thing.slug for line in of(town).lines if line.thing}
    assert {"schuldhulp", "budgethulp", "geldzaken", "drukkerij", "burgerloket"} <= found


def test_what_flows_together_stands_together_under_a_heading_that_says_where(town: Register) -> None:
    view = of(town, "schuldhulp", "geldzaken", "budgethulp", "buurtwerk")
    groups = {line.thing.slug: dict(line.group)["nl"] for line in view.lines if line.thing}
    assert groups["schuldhulp"] == groups["budgethulp"] == groups["geldzaken"] == "Naar Geldzaken"
    assert groups["buurtwerk"] == "Stad Voorbeeldstad"
    assert labels(view)[:3] == ["Budgethulp", "Schuldhulp", "Geldzaken"]


def test_a_transfer_has_both_its_ends_among_the_lines(town: Register) -> None:
    view = of(town, "schuldhulp", "geldzaken")
    assert [(one.old.slug, one.new.slug) for one in view.transfers] == [("schuldhulp", "geldzaken")]
    assert not of(town, "schuldhulp").transfers


def test_an_event_is_drawn_when_something_drawn_took_part_in_it(town: Register) -> None:
    merger = "Schuldhulp en Budgethulp worden Geldzaken"
    assert merger in [one.label for one in of(town, "geldzaken").events]
    assert merger not in [one.label for one in of(town, "wegenploeg").events]


def test_what_did_not_exist_in_these_days_is_left_out(town: Register) -> None:
    view = lifelines(town, date(2009, 1, 1), date(2010, 1, 1), chosen=(iri("unit", "geldzaken"),))
    assert not view.lines


def test_a_life_has_names_places_and_holders_with_their_time(town: Register) -> None:
    view = life(town, iri("unit", "burgerloket"))
    told = {(dict(line.group)["nl"], dict(line.label)["nl"]) for line in view.lines}
    assert ("Naam", "Burgerloket") in told
    assert ("Naam", "Huis van de Voorbeeldburger") in told
    named = (line for line in view.lines if dict(line.group)["nl"] == "Naam")
    (first,) = (line for line in named if dict(line.label)["nl"] == "Burgerloket")
    assert first.bars[0].period.on(date(2015, 8, 31)) is Certainty.CERTAIN
    assert first.bars[0].period.on(date(2015, 9, 1)) is Certainty.NO


def test_the_life_of_an_office_has_its_holders_and_says_who_was_acting(antwerp: Register) -> None:
    view = life(antwerp, iri("post", "secretaris-ocmw"))
    assert labels(view)[-3:] == ["Marc De Bens", "Anne Baré (wnd.)", "Falke Meyers (wnd.)"]


def test_a_merged_unit_of_antwerp_has_its_sources_of_one_picture(antwerp: Register) -> None:
    view = lifelines(antwerp, *window(antwerp, None, None))
    found = {line.thing.slug for line in view.lines if line.thing}
    assert {
        "sociale-dienstverlening",
        "maatschappelijke-integratie-en-ontplooiing",
        "activering-en-sociale-innovatie",
        "financien-stad",
        "bestuurszaken-ocmw",
        "power-plus",
    } <= found
    groups = {line.thing.slug: dict(line.group)["nl"] for line in view.lines if line.thing}
    assert groups["financien-stad"] == groups["financien"] == "Naar Financiën"


def test_days_in_the_wrong_order_or_of_which_no_source_speaks_are_refused(town: Register) -> None:
    with pytest.raises(BadQuestion, match="andere volgorde"):
        window(town, date(2018, 1, 1), date(2016, 1, 1))
    with pytest.raises(BadQuestion, match="Kies twee dagen"):
        window(town, date(2018, 1, 1), date(2018, 1, 1))
    with pytest.raises(NotFound, match="zeggen onze bronnen niets"):
        window(town, date(1700, 1, 1), date(1800, 1, 1))
    with pytest.raises(BadQuestion, match="van eerder"):
        window(town, date(2100, 1, 1), None)


def test_the_last_day_asked_for_is_drawn_too(town: Register) -> None:
    assert window(town, date(2016, 1, 1), date(2017, 12, 31)) == (date(2016, 1, 1), date(2018, 1, 1))
