"""The days on which something changes, as a strip: years, and the days of one year."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """A year with changes: how many days, how high its mark stands (1 to 5), where it leads."""

    year: int
    count: int
    mark: int
    day: date
    here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """All years with changes, and the days of the year of the day asked about."""

    year: int
    years: tuple[Year, ...]
    days: tuple[date, ...]
    before: date | None
    after: date | None


def strip(days: Sequence[date], on: date) -> Strip:
    """Return the strip around a day; `days` are in order.

    `before` is the last of them before the day, `after` the first after it.
    """
    counts = Counter(day.year for day in days)
    most = max(counts.values(), default=1)
    earlier, later = bisect_left(days, on), bisect_right(days, on)
    return Strip(
        year=on.year,
        years=tuple(
            Year(
                year=year,
                count=count,
                mark=1 + 4 * (count - 1) // max(1, most - 1),
                day=days[bisect_left(days, date(year, 1, 1))],
                here=year == on.year,
            )
            for year, count in sorted(counts.items())
        ),
        days=tuple(day for day in days if day.year == on.year),
        before=days[earlier - 1] if earlier else None,
        after=days[later] if later < len(days) else None,
    )
