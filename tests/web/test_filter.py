from datetime import date
from pathlib import Path

import pytest

from organograaf import organogram as views
from organograaf.build import published
from organograaf.organogram import certain
from organograaf.period import Certainty
from organograaf.view import Organogram


@pytest.fixture
def view(state: Path) -> Organogram:
    register = published(state).registers.get()
    assert register.top is not None
    return views.as_of(register, date(2012, 2, 1), root=register.top)


def _slugs(view: Organogram) -> dict[str, Certainty]:
    return {node.slug: node.certainty for _, node in view.root.walk()}


def test_what_is_certain_stays_and_what_is_possible_goes(view: Organogram) -> None:
    before, after = _slugs(view), _slugs(certain(view))
    assert Certainty.POSSIBLE in before.values()
    assert set(after.values()) == {Certainty.CERTAIN}
    assert set(after) < set(before)


def test_the_root_stays_as_it_was_asked_for(view: Organogram) -> None:
    doubtful = next(node for _, node in view.root.walk() if node.certainty is Certainty.POSSIBLE)
    of_doubtful = Organogram(
        on=view.on, known=None, dataset="", root=doubtful, unplaced=(), sources=(), since=None, until=None
    )
    assert certain(of_doubtful).root.slug == doubtful.slug


def test_of_the_units_without_a_place_only_the_sure_ones_stay(view: Organogram) -> None:
    assert view.unplaced
    one = view.unplaced[0]
    assert certain(view, {one.iri}).unplaced == (one,)
    assert certain(view).unplaced == ()


def test_it_names_only_the_sources_of_what_is_left(view: Organogram) -> None:
    left = certain(view)
    assert set(left.sources) == {line.source for _, node in left.root.walk() for line in node.evidence}


def test_doing_it_twice_changes_nothing_more(view: Organogram) -> None:
    once = certain(view)
    assert certain(once) == once
