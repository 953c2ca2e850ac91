"""How far a day lies from the days on which something is confirmed."""

from dataclasses import replace
from datetime import date

from organograaf.errors import BadQuestion
from organograaf.period import MAX, MIN, ONE_DAY, Period
from organograaf.view import Node

_YEAR = 365.25
DEFAULT_REACH = "3"


def remote(period: Period, on: date) -> int:
    """Return the days from `on` to the nearest day on which the period is confirmed.

    0 when it is certain on the day, or when the source bounds the start or end that makes
    it uncertain: «begin 2018» is not remote from 2018.
    """
    if period.latest_start <= on < period.earliest_end:
        return 0
    if on < period.latest_start:
        return 0 if period.earliest_start > MIN else _days(on, period.latest_start)
    return 0 if period.latest_end < MAX else _days(max(period.earliest_end - ONE_DAY, MIN), on)


def near(days: int, years: int) -> bool:
    """Tell whether so many days are within so many years."""
    return days <= years * _YEAR


def within(node: Node, years: int) -> Node:
    """Leave out what is confirmed only more than `years` before or after the day.

    A unit stays when something under it does.
    """
    kept = (within(unit, years) for unit in node.units)
    return replace(node, units=tuple(u for u in kept if u.units or near(u.remote, years)))


def _days(a: date, b: date) -> int:
    return abs((b - a).days)


def years(text: str) -> int | None:
    """Read a reach: a number of years from 0 to 999, or "all" (None). Raises BadQuestion."""
    if text == "all":
        return None
    if text.isascii() and text.isdigit() and len(text) <= 3:
        return int(text)
    raise BadQuestion(
        f"«{text[:40]}» is geen aantal jaren. Geef een getal, of all voor alles.",
        f"“{text[:40]}” is not a number of years. Give a number, or all for everything.",
    )
