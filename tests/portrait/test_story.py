from itertools import pairwise

import pytest

from organograaf.portrait import story
from organograaf.register import Register


@pytest.fixture(params=["town", "antwerp"])
def register(request: pytest.FixtureRequest) -> Register:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Register)
    return found


def test_a_story_is_five_events_in_order_each_with_days_to_compare(register: Register) -> None:
    found = story(register)
    assert len(found) == 5 or register.top is None
    assert all(one.after <= two.after for one, two in pairwise(found))
    assert all(one.before < one.after <= register.latest_day for one in found)
    assert len({(one.before, one.after) for one in found}) == len(found)


def test_no_plan_and_no_event_without_a_source_is_in_the_story(register: Register) -> None:
    assert all(one.event.sources and not one.event.planned for one in story(register))


def test_the_founding_of_social_services_is_in_the_story_of_antwerp(antwerp: Register) -> None:
    assert "2018-oprichting-sd" in {one.event.slug for one in story(antwerp)}


def test_a_story_may_be_shorter(register: Register) -> None:
    assert len(story(register, 2)) == 2
