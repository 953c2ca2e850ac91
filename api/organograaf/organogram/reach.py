"""How far a day lies from the days on which something is confirmed."""

from dataclasses import replace
from datetime import date

from organograaf.errors import BadQuestion
from organograaf.view import Node

_YEAR = 365.25
DEFAULT_REACH = "3"


def near(days: int, years: int | None) -> bool:
    """Tell whether so many days are within so many years (None: always)."""
    return years is None or days <= years * _YEAR


def days_of(years: int) -> int:
    """Return the most days that are within so many years."""
    return int(years * _YEAR)


def within(node: Node, on: date, years: int) -> Node:
    """Leave out what is confirmed only more than `years` before or after the day `on`.

    A unit stays when something under it does.
    """
    kept = tuple(within(unit, on, years) for unit in node.units)
    units = tuple(unit for unit in kept if unit.units or near(unit.remote(on), years))
    same = len(units) == len(node.units) and all(a is b for a, b in zip(units, node.units, strict=True))
    return node if same else replace(node, units=units)


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
