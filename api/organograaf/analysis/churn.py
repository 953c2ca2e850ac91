"""What changed in a year, by the exact difference of its two ends."""

from collections.abc import Iterable

from organograaf.changes import Aspect, Shift
from organograaf.difference.cause import Side
from organograaf.difference.snapshot import Snapshot, delta
from organograaf.figures import Churn, Extent
from organograaf.period import Certainty


def churn(first: Side, last: Side, before: Snapshot, after: Snapshot) -> Churn:
    """Count the units that appeared, disappeared, were renamed or moved between two snapshots.

    A unit that got its first known name or place, or lost its last, is neither renamed nor moved.
    """
    by_unit: dict[tuple[str, Aspect], list[Shift]] = {}
    for shift in delta(before, after):
        if shift.moves:
            by_unit.setdefault((shift.held.thing, shift.held.aspect), []).append(shift)
    sure = {key: all(_sure(first, last, one) for one in shifts) for key, shifts in by_unit.items()}
    lives = {key: shifts for key, shifts in by_unit.items() if key[1] is Aspect.EXISTENCE}
    return Churn(
        appeared=_extent(sure[key] for key, shifts in lives.items() if shifts[0].before is Certainty.NO),
        disappeared=_extent(sure[key] for key, shifts in lives.items() if shifts[0].after is Certainty.NO),
        renamed=_extent(sure[key] for key, shifts in by_unit.items() if _turned(key, shifts, Aspect.NAME)),
        moved=_extent(sure[key] for key, shifts in by_unit.items() if _turned(key, shifts, Aspect.PLACE)),
    )


def _sure(first: Side, last: Side, shift: Shift) -> bool:
    """Tell whether it began or ended between the two days in every reading of its dates."""
    if shift.before is Certainty.NO:
        return any(spell.period.latest_start <= last.day for spell in last.spells(shift.held))
    return any(spell.period.earliest_end > first.day for spell in first.spells(shift.held))


def _turned(key: tuple[str, Aspect], shifts: Iterable[Shift], wanted: Aspect) -> bool:
    """Tell whether one name or place came for another."""
    changes = [shift.before is Certainty.NO for shift in shifts]
    return key[1] is wanted and True in changes and False in changes


def _extent(sure: Iterable[bool]) -> Extent:
    found = list(sure)
    return Extent(sum(found), len(found) - sum(found))
