"""The bounds of every fact, and the snapshot of a day in plain W3C ORG."""

from collections import Counter
from datetime import date

import pytest

from organograaf.graphs import bounds, event_dates, snapshot
from organograaf.model import Literal
from organograaf.period import Certainty
from organograaf.register import Register
from organograaf.vocab import GRAAF, ORG, RDF, iri

_FOUR = {GRAAF.earliestStart, GRAAF.latestStart, GRAAF.earliestEnd, GRAAF.latestEnd}


def test_every_fact_and_every_event_has_all_four_bounds(town: Register) -> None:
    found: dict[str, set[str]] = {}
    for subject, predicate, _ in bounds(town):
        found.setdefault(subject, set()).add(predicate)
    assert set(found) == {fact.iri for fact in town.facts} | set(town.events)
    assert all(predicates == _FOUR for predicates in found.values())


def test_bounds_are_given_once(town: Register) -> None:
    counted = Counter((subject, predicate) for subject, predicate, _ in bounds(town))
    assert max(counted.values()) == 1


def test_an_event_has_a_dateTime_only_when_its_day_is_known(town: Register) -> None:
    dated = {subject for subject, _, _ in event_dates(town)}
    assert dated == {e.iri for e in town.events.values() if e.moment and e.moment.exact}
    assert dated != set(town.events)


@pytest.mark.parametrize("day", [date(2010, 6, 1), date(2012, 2, 1), date(2016, 10, 1), date(2019, 6, 1)])
def test_a_snapshot_holds_just_what_is_possible_on_the_day(town: Register, day: date) -> None:
    triples = set(snapshot(town, day))
    for spell in town.spells:
        held = spell.period.on(day) is not Certainty.NO
        said = (spell.subject, spell.predicate, spell.object) in triples
        others = [s for s in town.about(spell.subject, spell.predicate) if s.object == spell.object]
        assert said == held or any(other.period.on(day) is not Certainty.NO for other in others)


def test_a_certain_snapshot_holds_nothing_that_is_only_possible(town: Register) -> None:
    day = date(2012, 2, 1)
    certain = set(snapshot(town, day, certain_only=True))
    assert certain < set(snapshot(town, day))
    assert (iri("unit", "groenhoek"), RDF.type, ORG.OrganizationalUnit) not in certain
    assert not [t for t in certain if t[1] == GRAAF.certainty and t[2] == GRAAF.Possible]


def test_a_snapshot_answers_plain_org_both_ways(town: Register) -> None:
    triples = set(snapshot(town, date(2010, 6, 1)))
    city, unit = iri("organisation", "voorbeeldstad"), iri("unit", "buurtwerk")
    assert (unit, ORG.unitOf, city) in triples
    assert (city, ORG.hasUnit, unit) in triples
    assert (unit, ORG.subOrganizationOf, city) in triples
    assert (city, ORG.hasSubOrganization, unit) in triples


def test_what_exists_says_how_certain_that_is(town: Register) -> None:
    triples = set(snapshot(town, date(2012, 2, 1)))
    assert (iri("unit", "groenhoek"), GRAAF.certainty, GRAAF.Possible) in triples
    assert (iri("unit", "buurtwerk"), GRAAF.certainty, GRAAF.Certain) in triples


def test_a_snapshot_never_holds_a_plan_or_what_is_disputed(town: Register) -> None:
    planned = iri("unit", "digihuis")
    for day in town.change_days:
        assert not [t for t in snapshot(town, day) if t[0] == planned]


def test_between_two_change_days_the_snapshot_of_the_organogram_stays_the_same(town: Register) -> None:
    for day in town.change_days:
        _, until = town.stretch(day)
        if until:
            assert town.stretch(date.fromordinal(until.toordinal() - 1)) == town.stretch(day)


def test_a_snapshot_is_sorted_and_has_no_dates_of_facts(town: Register) -> None:
    triples = snapshot(town, date(2016, 10, 1))
    assert triples == sorted(triples, key=lambda t: (t[0], t[1], str(t[2])))
    assert not [t for t in triples if t[1] in _FOUR]
    assert all(isinstance(t[2], str | Literal) for t in triples)
