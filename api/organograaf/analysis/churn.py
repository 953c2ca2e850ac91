"""What changed in a year, by the exact difference of its two ends."""

from collections.abc import Iterable

from organograaf.changes import Aspect, Shift
from organograaf.difference.snapshot import Snapshot, delta
from organograaf.figures import Churn, Extent
from organograaf.period import Certainty


def churn(before: Snapshot, after: Snapshot) -> Churn:
    """Count the units that appeared, disappeared, were renamed or moved between two snapshots.

    A unit that got its first known name or place, or lost its last, is neither renamed nor moved.
    """
    by_unit: dict[tuple[str, Aspect], list[Shift]] = {}
    for shift in delta(before, after):
        if shift.moves:
            by_unit.setdefault((shift.held.thing, shift.held.aspect), []).append(shift)
    lives = [shifts for (_, aspect), shifts in by_unit.items() if aspect is Aspect.EXISTENCE]
    return Churn(
        appeared=_extent(shifts for shifts in lives if shifts[0].before is Certainty.NO),
        disappeared=_extent(shifts for shifts in lives if shifts[0].after is Certainty.NO),
        renamed=_extent(_turned(by_unit, Aspect.NAME)),
        moved=_extent(_turned(by_unit, Aspect.PLACE)),
    )


def _turned(by_unit: dict[tuple[str, Aspect], list[Shift]], wanted: Aspect) -> Iterable[list[Shift]]:
    for (_, aspect), shifts in by_unit.items():
        came = any(shift.before is Certainty.NO for shift in shifts)
        went = any(shift.after is Certainty.NO for shift in shifts)
        if aspect is wanted and came and went:
            yield shifts


def _extent(found: Iterable[list[Shift]]) -> Extent:
    certain = [all(Certainty.POSSIBLE not in (s.before, s.after) for s in shifts) for shifts in found]
    return Extent(sum(certain), len(certain) - sum(certain))
