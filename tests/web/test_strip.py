from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from organograaf.web.strip import strip

DAYS = st.lists(st.dates(date(1990, 1, 1), date(2030, 12, 31)), min_size=1, unique=True).map(sorted)


@given(DAYS, st.dates(date(1990, 1, 1), date(2030, 12, 31)))
def test_every_change_day_is_reached_and_the_steps_pass_none(days: list[date], on: date) -> None:
    found = strip(days, on)
    assert [year.day for year in found.years] == [
        min(d for d in days if d.year == y.year) for y in found.years
    ]
    assert sum(year.count for year in found.years) == len(days)
    assert found.days == tuple(day for day in days if day.year == on.year)
    assert found.before == max((day for day in days if day < on), default=None)
    assert found.after == min((day for day in days if day > on), default=None)


def test_the_year_with_most_changes_stands_highest() -> None:
    found = strip([date(2017, 5, 1), *(date(2018, month, 1) for month in range(1, 13))], date(2018, 6, 1))
    assert {year.year: (year.mark, year.here) for year in found.years} == {2017: (1, False), 2018: (5, True)}


def test_a_day_before_all_changes_only_has_a_next() -> None:
    found = strip([date(2018, 1, 1)], date(2017, 1, 1))
    assert (found.before, found.after, found.days) == (None, date(2018, 1, 1), ())
