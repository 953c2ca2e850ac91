from datetime import date

import pytest

from organograaf.difference import around, steps
from organograaf.register import Register


def test_every_step_is_a_day_on_which_something_changes_and_none_is_after_the_last(town: Register) -> None:
    found = steps(town)
    assert found == tuple(sorted(set(found)))
    assert set(found) <= set(town.change_days)
    assert found[-1] <= town.latest_day


def test_a_dated_move_is_a_step_and_the_end_of_what_a_source_describes_is_not(town: Register) -> None:
    assert date(2018, 6, 1) in steps(town)
    assert date(2011, 1, 1) not in steps(town)


FIRST, SECOND, LAST = date(2010, 1, 1), date(2012, 1, 1), date(2014, 1, 1)
BETWEEN = date(2013, 1, 1)


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [(SECOND, BETWEEN, ((FIRST, SECOND), (BETWEEN, LAST))), (FIRST, LAST, (None, None))],
)
def test_the_steps_around_a_comparison_join_on_to_it(
    since: date, until: date, expected: tuple[object, object]
) -> None:
    assert around((FIRST, SECOND, LAST), since, until) == expected
