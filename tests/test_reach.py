"""What is confirmed only long before or after a day stays out of the organogram, and is counted."""

from dataclasses import replace
from datetime import date

import pytest

from organograaf.errors import BadQuestion
from organograaf.model import Spell
from organograaf.organogram import as_of, years
from organograaf.organogram.reach import near
from organograaf.period import Claim, moment
from organograaf.register import Register
from organograaf.render.words import subtitle


def _spell(*claims: Claim) -> Spell:
    days = [claim.mentioned() for claim in claims]
    mentioned = (min(first for first, _ in days), max(last for _, last in days))
    period = claims[0].period()
    return Spell(subject="a", predicate="b", object="c", period=period, mentioned=mentioned, facts=())


YEAR = Claim(attested=(moment("2010-01-01"), moment("2010-12-31")))
BEGAN = Claim(start=moment("[2010-01-01..2010-03-31]"))
UNDATED_PAGE = Claim(attested=(moment("[2020-01-01..2025-12-30]"), moment("[2020-01-02..2025-12-31]")))


@pytest.mark.parametrize(
    ("claim", "day", "days"),
    [
        (YEAR, date(2010, 6, 1), 0),
        (YEAR, date(2009, 12, 31), 1),
        (YEAR, date(2011, 1, 1), 1),
        (YEAR, date(2012, 12, 31), 731),
        (BEGAN, date(2010, 2, 1), 58),
        (BEGAN, date(2010, 3, 31), 0),
        (UNDATED_PAGE, date(2023, 1, 1), 0),
        (UNDATED_PAGE, date(2026, 1, 2), 2),
        (Claim(), date(2020, 1, 1), 0),
    ],
)
def test_a_day_is_as_remote_as_the_nearest_day_of_mention(claim: Claim, day: date, days: int) -> None:
    assert _spell(claim).remote(day) == days


def test_a_reach_of_years_counts_days() -> None:
    assert near(365, 1)
    assert not near(367, 1)
    assert near(0, 0)
    assert not near(1, 0)


@pytest.mark.parametrize(("text", "read"), [("0", 0), ("3", 3), ("all", None)])
def test_a_reach_is_a_number_of_years_or_all(text: str, read: int | None) -> None:
    assert years(text) == read


@pytest.mark.parametrize("text", ["", "-1", "drie", "1000", "²"])
def test_another_reach_is_refused(text: str) -> None:
    with pytest.raises(BadQuestion):
        years(text)


def test_what_is_left_out_is_counted_and_told(town: Register) -> None:
    assert town.top
    day = date(2030, 1, 1)
    whole, close = (as_of(town, day, root=town.top, reach=reach) for reach in (None, 0))
    kept, everything = (sum(1 for _ in view.root.walk()) + len(view.unplaced) for view in (close, whole))
    assert whole.beyond == 0
    assert close.beyond == everything - kept > 0
    assert str(close.beyond) in subtitle(close, "nl")


def test_a_wider_reach_never_shows_less(town: Register) -> None:
    assert town.top
    shown = [as_of(town, date(2025, 1, 1), root=town.top, reach=r) for r in (0, 2, 5, 10, 50)]
    counts = [sum(1 for _ in view.root.walk()) for view in shown]
    assert counts == sorted(counts)


@pytest.mark.parametrize("reach", [0, 3])
def test_one_unit_that_is_left_out_is_told_in_the_singular(town: Register, reach: int) -> None:
    assert town.top
    view = replace(as_of(town, date(2030, 1, 1), root=town.top, reach=reach), beyond=1)
    assert "zonder 1 eenheid die" in subtitle(view, "nl")
    assert "without 1 unit that" in subtitle(view, "en")
