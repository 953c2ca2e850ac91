"""What is told of Voorbeeldstad, between days that everybody there remembers."""

from datetime import date

import pytest

from organograaf.build import read_tree
from organograaf.changes import Change, ChangeKind, Difference
from organograaf.difference import checked, crosswalk, difference, events
from organograaf.errors import BadQuestion, NotFound
from organograaf.model import Basis
from organograaf.period import Certainty
from organograaf.register import Register
from organograaf.vocab import RDF, iri
from tests.conftest import TOWN

TOP = iri("organisation", "stad-en-ocmw-voorbeeldstad")


def between(town: Register, since: str, until: str, root: str = TOP) -> Difference:
    return difference(town, town, date.fromisoformat(since), date.fromisoformat(until), root)


def one(found: Difference, kind: ChangeKind, slug: str) -> Change:
    return next(change for change in found.of(kind) if change.thing.slug == slug)


def test_a_merger_is_told_from_both_ends(town: Register) -> None:
    found = between(town, "2018-05-31", "2018-06-01")
    new = one(found, ChangeKind.APPEARED, "geldzaken")
    assert new.told("nl").startswith("Geldzaken is op 1 juni 2018 ontstaan door een fusie;")
    assert {unit.slug for unit in new.before} == {"budgethulp", "schuldhulp"}
    old = one(found, ChangeKind.DISAPPEARED, "schuldhulp")
    assert (
        old.told("en")
        == "Schuldhulp no longer exists since 1 June 2018; everything went to Geldzaken (source V05)."
    )
    assert old.event is not None


def test_what_we_infer_is_told_as_inferred(town: Register) -> None:
    old = one(between(town, "2018-05-31", "2018-06-01"), ChangeKind.DISAPPEARED, "budgethulp")
    assert "zo leiden wij af" in old.told("nl")
    assert old.basis is Basis.INFERRED


def test_a_new_name_is_no_new_unit(town: Register) -> None:
    found = between(town, "2015-08-31", "2015-09-01")
    renamed = one(found, ChangeKind.RENAMED, "burgerloket")
    assert [name.label for name in renamed.before] == ["Burgerloket"]
    assert [name.label for name in renamed.after] == ["Huis van de Voorbeeldburger"]
    assert found.of(ChangeKind.APPEARED, ChangeKind.DISAPPEARED) == ()


def test_a_task_that_changed_hands_names_both_units(town: Register) -> None:
    task = one(between(town, "2015-08-31", "2015-09-01"), ChangeKind.TASK, "rommelmarktvergunning")
    assert [unit.slug for unit in task.before] == ["burgerloket"]
    assert [unit.slug for unit in task.after] == ["buurtwerk"]


def test_what_stands_under_a_unit_that_moves_only_moves_along(town: Register) -> None:
    found = between(town, "2018-05-31", "2018-06-01")
    moved = one(found, ChangeKind.MOVED, "thuiszorg")
    assert "warme-maaltijden" in {unit.slug for unit in moved.along}
    assert [change.thing.slug for change in found.of(ChangeKind.MOVED)] == ["thuiszorg"]


def test_a_carrier_that_changed_is_told(town: Register) -> None:
    carrier = one(between(town, "2018-05-31", "2018-06-01"), ChangeKind.CARRIER, "thuiszorg")
    assert [named.slug for named in carrier.before] == ["ocmw-voorbeeldstad"]
    assert [named.slug for named in carrier.after] == ["voorbeeldstad"]


def test_a_post_that_gets_and_loses_holders_says_whether_it_is_vacant(town: Register) -> None:
    lost = one(
        between(town, "2019-08-31", "2019-09-01"), ChangeKind.HOLDER, "algemeen-directeur-voorbeeldstad"
    )
    assert "vacant" in lost.told("nl")
    got = one(
        between(town, "2019-09-01", "2019-12-01"), ChangeKind.HOLDER, "algemeen-directeur-voorbeeldstad"
    )
    assert [person.slug for person in got.after] == ["cleo-proefmans"]


def test_a_unit_last_confirmed_then_became_possible_and_did_not_disappear(town: Register) -> None:
    found = between(town, "2016-12-31", "2017-01-01")
    unsure = one(found, ChangeKind.CERTAINTY, "burgerloket")
    assert "laatst bevestigd op 31 december 2016" in unsure.told("nl")
    assert unsure.certainty == (Certainty.CERTAIN, Certainty.POSSIBLE)
    assert "burgerloket" not in {change.thing.slug for change in found.of(ChangeKind.DISAPPEARED)}


def test_what_no_source_explains_says_so(town: Register) -> None:
    told = [change for change in between(town, "2012-12-31", "2016-01-01").changes if not change.explained]
    assert any("onze bronnen zeggen niet waarom" in change.told("nl") for change in told)
    assert any("our sources do not say why" in change.told("en") for change in told)


def test_a_correction_is_no_change_in_the_world() -> None:
    rows = list(read_tree(TOWN).rows())
    early, late = Register.of(rows, known=date(2023, 12, 31)), Register.of(rows)
    day = date(2017, 6, 1)
    found = difference(early, late, day, day, TOP)
    assert found.changes == ()
    moved = next(change for change in found.corrections if change.thing.slug == "wegenploeg")
    assert "Wij weten nu dat Wegenploeg op 1 juni 2017" in moved.told("nl")
    assert found.earlier == date(2023, 12, 31)


def test_days_in_the_wrong_order_are_offered_in_the_other(town: Register) -> None:
    with pytest.raises(BadQuestion, match="van 1 januari 2016 naar 1 januari 2018"):
        checked(town, date(2018, 1, 1), date(2016, 1, 1))


def test_one_day_twice_is_no_question_unless_there_are_corrections(town: Register) -> None:
    with pytest.raises(BadQuestion, match="Kies twee dagen"):
        checked(town, date(2018, 1, 1), date(2018, 1, 1))
    checked(town, date(2018, 1, 1), date(2018, 1, 1), corrections=True)


def test_days_of_which_no_source_speaks_are_refused(town: Register) -> None:
    with pytest.raises(NotFound, match="zeggen onze bronnen niets"):
        checked(town, date(1700, 1, 1), date(1800, 1, 1))


def test_a_root_that_did_not_exist_on_one_of_the_days_is_refused(town: Register) -> None:
    with pytest.raises(NotFound, match="bestond niet op 31 mei 2018"):
        between(town, "2018-05-31", "2018-06-01", iri("unit", "geldzaken"))


def test_events_are_those_after_the_first_day_up_to_the_second(town: Register) -> None:
    lines = events(town, date(2018, 5, 31), date(2018, 6, 1))
    assert {line.slug for line in lines} == {line.slug for line in lines if line.moment}
    assert events(town, date(2018, 6, 1), date(2018, 6, 1)) == ()
    assert set(lines) < set(events(town))


def test_an_event_tells_when_it_was_decided_apart_from_when_it_took_effect(town: Register) -> None:
    merger = next(line for line in events(town) if line.slug == "2018-fusie-geldzaken")
    assert merger.decided is not None
    assert merger.moment is not None
    assert (merger.decided.edtf, merger.moment.edtf) == ("2018-03-26", "2018-06-01")


@pytest.mark.parametrize(
    ("old", "new", "relation", "share"),
    [
        ("schuldhulp", "geldzaken", "merged", "whole"),
        ("budgethulp", "geldzaken", "merged", "unknown"),
        ("groen-en-wegen", "groenhoek", "split", "part"),
        ("groen-en-wegen", "wegenploeg", "split", "part"),
        ("drukkerij", "burgerloket", "absorbed", "whole"),
        ("burgerloket", "burgerloket", "renamed", "whole"),
        ("thuiszorg", "thuiszorg", "moved", "whole"),
        ("buurtwerk", "buurtwerk", "same", "whole"),
    ],
)
def test_a_crosswalk_says_what_became_of_an_old_unit(
    town: Register, old: str, new: str, relation: str, share: str
) -> None:
    pairs = crosswalk(town, date(2011, 6, 1), date(2019, 6, 1)).pairs
    found = next(p for p in pairs if p.old.slug == old and p.new and p.new.slug == new)
    assert (found.relation, found.share) == (relation, share)
    assert found.sources


def test_a_crosswalk_has_every_unit_of_the_first_day(town: Register) -> None:
    day = date(2011, 6, 1)
    pairs = crosswalk(town, day, date(2019, 6, 1)).pairs
    living = {unit for unit in town.of_kind("unit") if town.on(day, unit, RDF.type)}
    assert {pair.old.iri for pair in pairs} == living
