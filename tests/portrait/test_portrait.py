from datetime import date, timedelta

import pytest

from organograaf.period import Certainty
from organograaf.portrait import Portrait, Topic, index, portrait
from organograaf.portrait.topics import ORDER
from organograaf.register import Register
from organograaf.vocab import iri

DAY = date(2016, 6, 1)


def _topic(view: Portrait, key: str) -> Topic:
    return next(topic for topic in view.topics if topic.key == key)


def _said(view: Portrait) -> int:
    return sum(len(topic.now) + len(topic.then) + len(topic.apart) for topic in view.topics)


@pytest.mark.parametrize("kind", ["unit", "organisation", "post", "person", "task", "event", "law"])
def test_every_spell_about_a_thing_is_told_once_under_a_topic(town: Register, kind: str) -> None:
    for entry in index(town, kind):
        view = portrait(town, entry.thing.iri, DAY)
        of_it = [s for s in town.spells if entry.thing.iri in (s.subject, s.object)]
        assert sum(len(topic.now) + len(topic.then) for topic in view.topics) == len(of_it), entry.thing.slug
        assert [topic.key for topic in view.topics] == [k for k in ORDER if k in {t.key for t in view.topics}]


def test_what_holds_on_the_day_stands_apart_from_what_held_before_or_after(town: Register) -> None:
    view = portrait(town, iri("unit", "warme-maaltijden"), date(2014, 6, 1))
    place = _topic(view, "place")
    assert [one.value for one in place.now] == ["Buurtwerk"]
    assert {one.value for one in place.then} == {"Thuiszorg"}
    assert all(one.certainty is Certainty.NO for one in place.then)


def test_a_person_is_told_by_the_posts_held_and_where_those_stand(town: Register) -> None:
    posts = _topic(portrait(town, iri("person", "an-voorbeeld"), date(2019, 1, 1)), "posts")
    assert posts.now[0].other
    assert "Voorbeeldstad" in posts.now[0].other.label


def test_a_task_is_told_by_who_does_it_on_the_day(town: Register) -> None:
    task = iri("task", "rommelmarktvergunning")
    before = _topic(portrait(town, task, date(2015, 8, 31)), "tasks")
    after = _topic(portrait(town, task, date(2015, 9, 1)), "tasks")
    assert [one.value for one in before.now] == ["Burgerloket"]
    assert [one.value for one in after.now] == ["Buurtwerk"]


def test_a_unit_that_is_gone_says_what_became_of_it(town: Register) -> None:
    view = portrait(town, iri("unit", "schuldhulp"), date(2020, 1, 1))
    assert view.gone
    assert view.node is None
    assert [one.new.slug for one in view.left] == ["geldzaken"]
    arrived = portrait(town, iri("unit", "geldzaken"), date(2020, 1, 1)).arrived
    assert {one.old.slug for one in arrived} == {"schuldhulp", "budgethulp"}


def test_a_plan_and_a_disputed_reading_never_stand_among_what_was_so(town: Register) -> None:
    plan = portrait(town, iri("unit", "digihuis"), DAY)
    assert _said(plan) == sum(len(topic.apart) for topic in plan.topics) > 0
    fiets = portrait(town, iri("unit", "fietsherstelplaats"), date(2016, 10, 1))
    assert [one.standing for one in _topic(fiets, "place").apart] == ["disputed"]
    assert fiets.conflicts


def test_an_event_tells_what_began_and_ended_with_it(town: Register) -> None:
    moved = iri("event", "2017-verplaatsing-wegenploeg")
    view = portrait(town, moved, DAY)
    assert view.event
    assert {one.label for one in view.began} == {"Wegenploeg"}
    assert {one.label for one in view.ended} == {"Wegenploeg"}


def test_what_a_source_leaves_open_comes_with_its_place(town: Register) -> None:
    concerned = next(
        target
        for properties in town.plain.values()
        for target in properties.get("https://w3id.org/organograaf/ns#concerns", ())
        if isinstance(target, str)
    )
    (question,) = portrait(town, concerned, DAY).questions
    assert question.evidence


def test_what_came_is_called_as_it_was_called_last(town: Register) -> None:
    for entry in index(town, "unit"):
        for one in portrait(town, entry.thing.iri, DAY).arrived:
            assert one.moment is None or one.old.label == town.label(
                one.old.iri, one.moment.earliest - timedelta(1)
            )


def test_a_law_is_listed_once_and_not_again_as_its_text(antwerp: Register) -> None:
    slugs = [one.thing.slug for one in index(antwerp, "law")]
    assert "rmi-wet" in slugs
    assert [slug for slug in slugs if slug.endswith("-nl")] == []
