"""Who does a task on a day, as the sources of Voorbeeldstad have it."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from organograaf.period import Certainty
from organograaf.register import Register
from organograaf.responsibility import finding
from organograaf.responsibility.pieces import plain
from organograaf.view import Named
from organograaf.vocab import iri

TASK = iri("task", "rommelmarktvergunning")
days = st.dates(date(2009, 1, 1), date(2021, 12, 31))


def told(register: Register, thing: str, on: date, lang: str = "nl") -> str:
    return plain(dict(finding(register, thing, on).told)[lang])


def test_a_task_that_changes_hands_names_both_and_the_day_between(town: Register) -> None:
    before = finding(town, TASK, date(2015, 8, 31))
    after = finding(town, TASK, date(2015, 9, 1))
    assert [(d.unit.slug, d.certainty) for d in before.now] == [("burgerloket", Certainty.CERTAIN)]
    assert [d.unit.slug for d in before.after] == ["buurtwerk"]
    assert [(d.unit.slug, d.certainty) for d in after.now] == [("buurtwerk", Certainty.CERTAIN)]
    assert [d.unit.slug for d in after.before] == ["burgerloket"]
    assert "Ervoor: Huis van de Voorbeeldburger (t.e.m. 31 augustus 2015)." not in told(
        town, TASK, date(2015, 9, 1)
    )
    assert "Ervoor: Burgerloket (t.e.m. 31 augustus 2015)." in told(town, TASK, date(2015, 9, 1))


def test_a_doing_says_for_which_legal_person_and_by_which_path(town: Register) -> None:
    (doing,) = finding(town, TASK, date(2015, 9, 1)).now
    assert [one.slug for one in doing.path] == ["stad-en-ocmw-voorbeeldstad", "voorbeeldstad"]
    assert [one.slug for one in doing.carriers] == ["voorbeeldstad"]
    assert {line.source for line in doing.evidence} == {"V04"}


def test_long_after_the_last_mention_nobody_is_named_as_doing_it_and_the_last_is(town: Register) -> None:
    late = finding(town, TASK, date(2021, 12, 31))
    assert [doing for doing in late.now if doing.way == "same"] == []
    assert late.known_on
    assert finding(town, TASK, late.known_on).known_on is None
    assert "Geen bron bevestigt wie" in told(town, TASK, date(2021, 12, 31))


@given(days)
@settings(max_examples=40, deadline=None)
def test_the_tense_does_not_change_who_is_named(town: Register, on: date) -> None:
    nl, en = (dict(finding(town, TASK, on).told)[lang] for lang in ("nl", "en"))
    assert {p.iri for p in nl if isinstance(p, Named)} == {p.iri for p in en if isinstance(p, Named)}


@given(days)
@settings(max_examples=40, deadline=None)
def test_now_before_and_after_never_overlap(town: Register, on: date) -> None:
    view = finding(town, TASK, on)
    assert all(doing.certainty is not Certainty.NO for doing in view.possible)
    assert all(doing.certainty is Certainty.NO for doing in (*view.before, *view.after))
    assert all(doing.doubt for doing in view.possible if doing.certainty is Certainty.POSSIBLE)
    assert all(doing.remote <= timedelta(days=3 * 366).days for doing in view.now)


@pytest.mark.parametrize(
    ("kind", "slug", "on", "sentence"),
    [
        ("unit", "warm-nest", date(2019, 1, 1), "Warm Nest bestond niet op 1 januari 2019"),
        ("unit", "drukkerij", date(2012, 6, 1), "Op 1 juni 2012 was"),
        ("post", "algemeen-directeur-voorbeeldstad", date(2019, 10, 1), "vacant"),
        ("post", "algemeen-directeur-voorbeeldstad", date(2019, 3, 15), "(waarnemend)"),
        ("person", "an-voorbeeld", date(2019, 3, 15), "An Voorbeeld"),
        ("person", "an-voorbeeld", date(2010, 1, 1), "Geen bron bevestigt voor 1 januari 2010 een ambt"),
        ("source", "voorbeeldstad-v04", date(2016, 6, 1), "Bron V04"),
    ],
)
def test_other_things_are_told_in_a_sentence(
    town: Register, kind: str, slug: str, on: date, sentence: str
) -> None:
    assert sentence in told(town, iri(kind, slug), on)


def test_everything_that_has_a_name_can_be_told_on_any_day(town: Register) -> None:
    things = [
        one
        for one in town.plain
        if one.split("/id/")[-1].split("/")[0] in ("task", "event", "law", "source", "person")
    ]
    things += town.of_kind("unit", "organisation", "organ", "post")
    for thing in things:
        for on in (date(1900, 1, 1), date(2016, 6, 1), date(2100, 1, 1)):
            assert all(plain(pieces).endswith(".") for _, pieces in finding(town, thing, on).told)
