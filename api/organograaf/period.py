"""Time that admits what it does not know: EDTF to four bounds, and three answers.

Days are half-open everywhere: something holds on d when `start <= d < end`, and
an end is the first day on which it no longer holds.

Source: EDTF (ISO 8601-2); the four bounds are CIDOC CRM's P82a, P81a, P81b, P82b.
"""

import re
from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from functools import lru_cache
from itertools import pairwise
from time import struct_time

from edtf import EDTFParseException, parse_edtf

from organograaf.errors import BadDate

MIN = date.min
MAX = date(9999, 12, 31)
ONE_DAY = timedelta(days=1)

_LONGEST = 120
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_YEAR = re.compile(r"\d{4}")
_CHOICE = re.compile(r"\[(\d{4}-\d{2}-\d{2}(?:,\d{4}-\d{2}-\d{2})+)\]")
_DAYS = re.compile(r"\[(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})\]")
_BELGIAN = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


class Certainty(Enum):
    """Whether something held on a day: the three answers."""

    CERTAIN = "certain"
    POSSIBLE = "possible"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Moment:
    """One day that may not be known exactly: some day from `earliest` to `latest`.

    Both ends are included. `edtf` is the text as the author wrote it.
    """

    earliest: date
    latest: date
    edtf: str

    def __post_init__(self) -> None:
        if self.earliest > self.latest:
            raise _bad(self.edtf, "het begin ligt na het einde", "its start lies after its end")

    @property
    def exact(self) -> bool:
        """Whether the day is known."""
        return self.earliest == self.latest

    def meet(self, other: "Moment") -> "Moment | None":
        """Return the days both allow, or None when the two contradict each other."""
        earliest, latest = max(self.earliest, other.earliest), min(self.latest, other.latest)
        if earliest > latest:
            return None
        if (earliest, latest) == (self.earliest, self.latest):
            return self
        if (earliest, latest) == (other.earliest, other.latest):
            return other
        return Moment(earliest, latest, interval_text(earliest, latest))


UNKNOWN = Moment(MIN, MAX, "")


def interval_text(earliest: date, latest: date) -> str:
    """Return the EDTF text for «one day from `earliest` to `latest`».

    >>> interval_text(date(2018, 1, 1), date(2018, 1, 1))
    '2018-01-01'
    >>> interval_text(date(2018, 1, 1), date(2018, 3, 31))
    '[2018-01-01..2018-03-31]'
    """
    return f"{earliest}" if earliest == latest else f"[{earliest}..{latest}]"


def between(first: date, last: date) -> Moment:
    """Return «one day from `first` to `last`», in whichever order they come."""
    first, last = min(first, last), max(first, last)
    return Moment(first, last, interval_text(first, last))


@lru_cache(maxsize=65536)
def moment(edtf: str) -> Moment:
    """Read one EDTF date: `2015-05`, `2018-01-01`, `[2018-01-01..2018-03-31]`, `2019~`.

    A circa or uncertain date is widened by one unit of its precision on both sides.
    Intervals (`2015/2017`) and open sets are refused: a fact has two end points,
    each with a text of its own. Raises BadDate. Source: EDTF levels 0-2.
    """
    if _DAY.fullmatch(edtf):
        day = _calendar_day(edtf)
        return Moment(day, day, edtf)
    if simple := _simple(edtf):
        return simple
    if len(edtf) > _LONGEST:  # the parser's time grows with the square of the length
        raise _bad(edtf, "die datum is te lang", "that date is too long")
    if edtf[-1:] in ("~", "?", "%"):
        try:
            return _widened(moment(edtf[:-1]), edtf)
        except (ValueError, OverflowError) as error:
            raise _bad(edtf, "dat is geen EDTF-datum", "that is no EDTF date") from error
    if "/" in edtf or "T" in edtf:
        raise _bad(edtf, "een interval of een uur kan hier niet", "an interval or a time cannot stand here")
    try:
        parsed = parse_edtf(edtf)
        return Moment(_day(parsed.lower_strict()), _day(parsed.upper_strict()), edtf)
    except BadDate:
        raise
    except (EDTFParseException, TypeError, AttributeError, ValueError, IndexError) as error:
        raise _bad(edtf, "dat is geen EDTF-datum", "that is no EDTF date") from error


def question_day(text: str) -> date:
    """Read the day a user asks for: `2018-06-01`, `2018-06`, `2018` or `01/06/2018`.

    A month or a year means its first day. Raises BadDate.

    >>> question_day("2018-06")
    datetime.date(2018, 6, 1)
    """
    stripped = text.strip()
    if belgian := _BELGIAN.fullmatch(stripped):
        day, month, year = (int(part) for part in belgian.groups())
        return _calendar_day(f"{year:04}-{month:02}-{day:02}", shown=stripped)
    if re.fullmatch(r"\d{4}(-\d{2}){0,2}", stripped):
        return _calendar_day((stripped + "-01-01")[:10], shown=stripped)
    raise _bad(stripped, "dat is geen datum", "that is not a date")


def _simple(edtf: str) -> Moment | None:
    """Read a year, a month or a set of days at once: the parser takes 30 ms for each."""
    if _YEAR.fullmatch(edtf):
        return Moment(_calendar_day(f"{edtf}-01-01"), _calendar_day(f"{edtf}-12-31"), edtf)
    if (month := _MONTH.fullmatch(edtf)) and 1 <= int(month[2]) <= 12:
        first = _calendar_day(f"{edtf}-01")
        return Moment(first, _last_of_month(first), edtf)
    if days := _DAYS.fullmatch(edtf):
        return Moment(_calendar_day(days[1]), _calendar_day(days[2]), edtf)
    if choice := _CHOICE.fullmatch(edtf):
        named = [_calendar_day(day) for day in choice[1].split(",")]
        return Moment(min(named), max(named), edtf)
    return None


def _widened(exact: Moment, edtf: str) -> Moment:
    """Add one unit of the precision on both sides: a day, a month or a year."""
    first, last = exact.earliest, exact.latest
    if first == last:
        return Moment(first - ONE_DAY, last + ONE_DAY, edtf)
    if first.month == last.month and first.year == last.year:
        return Moment(_before(first).replace(day=1), _last_of_month(_after(last)), edtf)
    return Moment(date(first.year - 1, 1, 1), date(last.year + 1, 12, 31), edtf)


def _last_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _calendar_day(iso: str, shown: str | None = None) -> date:
    try:
        return date.fromisoformat(iso)
    except ValueError as error:
        raise _bad(shown or iso, "die dag bestaat niet", "that day does not exist") from error


def _day(moment_: struct_time) -> date:
    return date(*moment_[:3])


def _bad(text: str, why_nl: str, why_en: str) -> BadDate:
    shown = text if len(text) <= 60 else text[:59] + "…"
    return BadDate(
        f"«{shown}»: {why_nl}. Schrijf een dag als 01/06/2018 of 2018-06-01, een maand als 2018-06.",
        f"“{shown}”: {why_en}. Write a day as 2018-06-01 or 01/06/2018, a month as 2018-06.",
    )


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The four bounds between which something held.

    It started on a day from `earliest_start` to `latest_start`; the first day on
    which it no longer held is one from `earliest_end` to `latest_end`.
    """

    earliest_start: date
    latest_start: date
    earliest_end: date
    latest_end: date

    @property
    def consistent(self) -> bool:
        """Whether some real start and end fit these bounds."""
        return (
            self.earliest_start <= self.latest_start
            and self.earliest_end <= self.latest_end
            and self.earliest_start < self.latest_end
        )

    def on(self, day: date) -> Certainty:
        """Answer for one day. Cost: four comparisons."""
        if self.latest_start <= day < self.earliest_end:
            return Certainty.CERTAIN
        if self.earliest_start <= day < self.latest_end:
            return Certainty.POSSIBLE
        return Certainty.NO

    def meet(self, other: "Period") -> "Period":
        """Return what both say together: the later start bounds, the wider certainty."""
        return Period(
            max(self.earliest_start, other.earliest_start),
            min(self.latest_start, other.latest_start),
            max(self.earliest_end, other.earliest_end),
            min(self.latest_end, other.latest_end),
        )

    def within(self, other: "Period") -> "Period":
        """Return this period cut to the days on which `other` is possible.

        What a unit did cannot outlast the unit. The result may be empty
        (`earliest_start >= latest_end`): then it holds on no day.
        """
        start = max(self.earliest_start, other.earliest_start)
        end = min(self.latest_end, other.latest_end)
        return Period(start, max(self.latest_start, start), min(self.earliest_end, end), end)

    def change_days(self) -> tuple[date, ...]:
        """Return the days on which `on` gives another answer than the day before."""
        found, before = [], Certainty.NO
        for day in sorted({self.earliest_start, self.latest_start, self.earliest_end, self.latest_end}):
            answer = self.on(day)
            if answer is not before and MIN < day < MAX:
                found.append(day)
            before = answer
        return tuple(found)


ALWAYS = Period(MIN, MIN, MAX, MAX)
UNDATED = Period(MIN, MAX, MIN, MAX)  # nothing is known of its time: possible on every day


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one fact says about its time: a start, an end, days it was so, or none.

    `attested` is the period that the source describes, as two moments (from, until).
    """

    start: Moment | None = None
    end: Moment | None = None
    attested: tuple[Moment, Moment] | None = None

    def period(self) -> Period:
        """Derive the four bounds of this claim alone.

        What starts holds for at least one day, and what ends held on the day before.
        """
        bounds = UNDATED
        if self.start:
            bounds = bounds.meet(
                Period(self.start.earliest, self.start.latest, _after(self.start.earliest), MAX)
            )
        if self.end:
            bounds = bounds.meet(Period(MIN, _before(self.end.latest), self.end.earliest, self.end.latest))
        if self.attested:
            bounds = bounds.meet(_attested(*self.attested))
        return bounds

    def mentioned(self) -> tuple[date, date]:
        """Return the first and last day between which this claim confirms it.

        An undated page of the 2020s mentions it somewhere in them; what ended at some time before a day is
        mentioned on that day. (MAX, MIN) when no day is known.
        """
        start, end = self.start, self.end
        days = [start.latest] if start else []
        days += [end.earliest if end.earliest > MIN else end.latest] if end else []
        days += [self.attested[0].earliest, self.attested[1].latest] if self.attested else []
        known = [day for day in days if MIN < day < MAX]
        return (min(known), max(known)) if known else (MAX, MIN)

    def first(self) -> date:
        """Return a day by which claims sort in time."""
        if self.start:
            return self.start.earliest
        if self.attested:
            return self.attested[0].earliest
        return self.end.earliest if self.end else MIN


def _attested(since: Moment, until: Moment) -> Period:
    if since.latest < until.earliest:
        return Period(MIN, since.latest, until.earliest, MAX)
    if until.latest <= since.earliest:  # over no day at all: it says nothing
        return UNDATED
    # The days themselves are uncertain: it held on some day between the outer bounds.
    return Period(MIN, _before(until.latest), _after(since.earliest), MAX)


def _after(day: date) -> date:
    return day if day >= MAX else day + ONE_DAY


def _before(day: date) -> date:
    return day if day <= MIN else day - ONE_DAY


def join(claims: Iterable[Claim]) -> list[tuple[Period, tuple[int, ...]]]:
    """Join claims of the same statement into spells of unbroken time.

    Returns each spell's bounds with the positions of its claims, in order of time.
    What was so in 2015 and in 2017 was so in 2016. A claim that cannot be of the
    same spell as the ones before it (it lies after their end) opens a new one.
    """
    numbered = list(enumerate(claims))
    spells: list[tuple[Period, list[int]]] = []
    for position, claim in sorted(numbered, key=lambda pair: (pair[1].first(), pair[1].period(), pair[0])):
        alone = claim.period()
        for at in range(len(spells) - 1, -1, -1):
            both = spells[at][0].meet(alone)
            if both.consistent:
                spells[at] = (both, [*spells[at][1], position])
                break
        else:
            spells.append((alone, [position]))
    return [(period, tuple(members)) for period, members in spells]


def remote(mentioned: tuple[date, date], day: date) -> int:
    """Return how many days `day` lies from those between which something is mentioned.

    0 when it lies between them, and when no day is known (the first lies after the last).
    """
    first, last = mentioned
    if first > last or first <= day <= last:
        return 0
    return (first - day).days if day < first else (day - last).days


def overlapping(periods: Sequence[Period]) -> bool:
    """Tell whether two of the periods may hold on the same day.

    Two spells of one statement that overlap contradict each other.
    """
    ordered = sorted(p for p in periods if p.earliest_start < p.latest_end)
    return any(a.latest_end > b.earliest_start for a, b in pairwise(ordered))
