"""Units by kind, form, shared services and churn per year: a pure function of a register."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from organograaf.analysis.churn import churn
from organograaf.analysis.sources import Speaking
from organograaf.analysis.tree import Counted, counted
from organograaf.difference.cause import Side
from organograaf.difference.snapshot import snapshot
from organograaf.errors import BadQuestion, NotFound
from organograaf.figures import Analysis, Year
from organograaf.organogram import DEFAULT_REACH, years
from organograaf.period import Certainty, Period
from organograaf.register import Register
from organograaf.view import Named
from organograaf.vocab import RDF, slug

MOST_YEARS: Final = 200


def analysis(
    register: Register,
    root: str,
    since: int | None = None,
    until: int | None = None,
    reach: int | None = years(DEFAULT_REACH),
) -> Analysis:
    """Return the figures under `root` (an IRI) of the years from `since` up to and including `until`.

    Each year is counted on 1 July, as in the coverage; churn is from its first day to its last.
    Without bounds, from the first year in which a unit is certain on that day. Raises
    BadQuestion for years in the wrong order or too many, NotFound when the root existed in none
    of them. Cost: per year an organogram and a snapshot of the units.
    """
    first, last = checked_years(register, since, until)
    counts = {year: counted(register, root, date(year, 7, 1), reach) for year in range(first, last + 1)}
    if not any(counts.values()):
        name = register.label(root)
        raise NotFound(
            f"«{name}» bestond niet van {first} t.e.m. {last}. Vraag andere jaren, of een andere eenheid.",
            f"“{name}” did not exist from {first} to {last}. Ask for other years, or another unit.",
        )
    things = _things(register, root, (one for one in counts.values() if one))
    days = {year: date(year, 12, 31) for year in range(first - 1, last + 1)}
    sides = {year: Side(register, day) for year, day in days.items()}
    ends = {year: snapshot(register, day, things) for year, day in days.items()}
    speaking = Speaking(register, things)
    return Analysis(
        known=register.known,
        dataset=register.dataset,
        root=Named(root, slug(root), register.label(root)),
        reach=reach,
        years=tuple(
            Year(
                year=year,
                on=date(year, 7, 1),
                units=one.units,
                kinds=one.kinds,
                certain=one.certain,
                drawn=one.drawn,
                shared=one.shared,
                told=one.told,
                churn=churn(sides[year - 1], sides[year], ends[year - 1], ends[year]),
                sources=speaking.in_year(year),
            )
            for year, one in counts.items()
            if one
        ),
    )


def checked_years(register: Register, since: int | None, until: int | None) -> tuple[int, int]:
    """Return the years asked for, or those in which a unit is certain. Raises BadQuestion."""
    known = _certain_years(register)
    first = since if since is not None else min(known.start, until) if until is not None else known.start
    last = until if until is not None else max(known.stop - 1, first)
    if first > last:
        raise BadQuestion(
            f"Het eerste jaar ligt na het tweede. Vraag het omgekeerd: van {last} t.e.m. {first}.",
            f"The first year lies after the second. Ask the other way: from {last} to {first}.",
        )
    if last - first >= MOST_YEARS or first < 2 or last > 9998:
        raise BadQuestion(
            f"Van {first} t.e.m. {last} zijn te veel jaren. Vraag er hoogstens {MOST_YEARS}.",
            f"From {first} to {last} are too many years. Ask for {MOST_YEARS} at most.",
        )
    return first, last


def _certain_years(register: Register) -> range:
    lives = [s.period for iri in register.of_kind("unit") for s in register.about(iri, RDF.type)]
    last = register.latest_day.year
    july = [y for y in range(last - MOST_YEARS + 1, last + 1) if any(_certain_in(p, y) for p in lives)]
    return range(min(july, default=last), last + 1)


def _certain_in(period: Period, year: int) -> bool:
    return year > 0 and period.on(date(year, 7, 1)) is Certainty.CERTAIN


def _things(register: Register, root: str, counts: Iterable[Counted]) -> frozenset[str]:
    """Return the units whose churn is told: under the top all, else those ever under the root."""
    if root == register.top:
        return frozenset(register.of_kind("unit"))
    return frozenset().union(*(one.things for one in counts))
