"""What flowed where between two days of Voorbeeldstad and Antwerp."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organograaf.changes import Pair, Transition
from organograaf.difference import crosswalk, transition
from organograaf.errors import NotFound
from organograaf.model import Basis
from organograaf.register import Register
from organograaf.vocab import RDF, iri

from .histories import ROOT, days, histories
from .test_laws import often, very_often

TOP = iri("organisation", "stad-en-ocmw-voorbeeldstad")


def between(register: Register, since: date, until: date, root: str = TOP, whole: bool = False) -> Transition:
    return transition(register, since, until, root, whole=whole)


def flows(view: Transition) -> set[tuple[str, str]]:
    return {(one.old.slug, one.new.slug) for one in view.pairs if one.new and one.new != one.old}


def all_ribbons_are_the_pairs_of_the_crosswalk(register: Register, a: date, b: date) -> None:
    since, until = min(a, b), max(a, b)
    view = transition(register, since, until, ROOT, whole=True)
    units = {stop.thing.iri for stop in view.before}
    expected = [one for one in crosswalk(register, since, until).pairs if one.old.iri in units]
    assert set(view.pairs) == set(expected)
    assert view.left_out == 0


def what_changed_is_drawn_and_what_is_left_out_is_counted(register: Register, a: date, b: date) -> None:
    since, until = min(a, b), max(a, b)
    part, whole = (transition(register, since, until, ROOT, whole=how) for how in (False, True))
    assert set(part.pairs) <= set(whole.pairs)
    assert len(whole.pairs) - len(part.pairs) == part.left_out
    assert {one for one in whole.pairs if one.relation != "same"} <= set(part.pairs)


def every_ribbon_joins_two_units_that_stand_there(register: Register, a: date, b: date) -> None:
    view = transition(register, min(a, b), max(a, b), ROOT)
    before, after = ({stop.thing.iri for stop in some} for some in (view.before, view.after))
    for one in view.pairs:
        assert one.old.iri in before
        assert one.new is None or one.new.iri in after
    joined = {one.new.iri for one in view.pairs if one.new}
    for new in after - joined:
        assert not register.on(view.since, new, RDF.type)


LAWS = (
    all_ribbons_are_the_pairs_of_the_crosswalk,
    what_changed_is_drawn_and_what_is_left_out_is_counted,
    every_ribbon_joins_two_units_that_stand_there,
)


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_a_law_of_transitions_holds(law: Callable[..., None]) -> None:
    drawn: tuple[st.SearchStrategy[object], ...] = (histories, days, days)
    often(given(*drawn)(law))()


@pytest.mark.long
@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_a_law_of_transitions_holds_very_often(law: Callable[..., None]) -> None:
    drawn: tuple[st.SearchStrategy[object], ...] = (histories, days, days)
    very_often(given(*drawn)(law))()


def test_a_merger_is_two_ribbons_to_one_unit(town: Register) -> None:
    view = between(town, date(2018, 5, 31), date(2018, 6, 1))
    assert flows(view) == {("schuldhulp", "geldzaken"), ("budgethulp", "geldzaken")}
    by_old = {one.old.slug: one for one in view.pairs}
    assert by_old["schuldhulp"].basis is Basis.STATED
    assert by_old["budgethulp"].basis is Basis.INFERRED


def test_a_unit_that_ended_without_a_follow_up_has_no_ribbon(town: Register) -> None:
    view = between(town, date(2016, 12, 31), date(2017, 1, 1))
    (ended,) = (one for one in view.pairs if one.new is None)
    assert ended.old.slug == "warm-nest"


def test_the_transition_of_antwerp_is_inferred_where_no_source_says_so(antwerp: Register) -> None:
    view = transition(antwerp, date(2017, 12, 31), date(2018, 7, 1), antwerp.top or "")
    assert flows(view) >= {
        ("activering-en-sociale-innovatie", "sociale-dienstverlening"),
        ("maatschappelijke-integratie-en-ontplooiing", "sociale-dienstverlening"),
        ("samen-leven", "sociale-dienstverlening"),
    }
    passed: list[Pair] = [one for one in view.pairs if one.new and one.new != one.old]
    assert {one.basis for one in passed if one.new and one.new.slug == "sociale-dienstverlening"} == {
        Basis.INFERRED
    }


def test_the_share_is_in_the_words_of_the_source(antwerp: Register) -> None:
    view = transition(antwerp, date(2008, 1, 1), date(2019, 1, 1), antwerp.top or "")
    wordings = {one.old.slug: one.wording for one in view.pairs if one.wording}
    assert wordings["financien-stad"] == wordings["financien-ocmw"] == "De meeste diensten"
    assert wordings["bestuurszaken-ocmw"] == "bepaalde vroegere taken"


def test_a_root_of_one_of_the_two_days_is_enough(antwerp: Register) -> None:
    root = iri("unit", "sociale-dienstverlening")
    view = transition(antwerp, date(2017, 12, 31), date(2018, 7, 1), root)
    assert ("samen-leven", "sociale-dienstverlening") in flows(view)


def test_a_root_of_neither_day_says_when_it_was(town: Register) -> None:
    with pytest.raises(NotFound, match="bestond niet"):
        between(town, date(2015, 1, 1), date(2016, 1, 1), iri("unit", "geldzaken"))
