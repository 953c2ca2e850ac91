"""When units existed: by their state in the register, and by the events that they took part in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from organograaf.imports.lblod.export import Event, Export, Status, Unit
from organograaf.period import MAX, MIN, ONE_DAY, interval_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """The life of a unit. `born`, `ended` and `contested` are events; `through` those that it outlived.

    `until` and `since` are EDTF texts where no event tells the day; `contested` says that it ended, and the
    register that it did not.
    """

    status: Status
    born: Event | None = None
    ended: Event | None = None
    contested: Event | None = None
    through: tuple[Event, ...] = ()
    since: str | None = None
    until: str | None = None

    @property
    def over(self) -> date | None:
        """The first day on which it was no more for certain; None when it goes on."""
        if self.ended:
            return self.ended.day or MAX
        return MAX if self.until else None


GOES_ON: Final = Life(status=Status.ACTIVE)


def lives(export: Export, on: date) -> dict[str, Life]:
    """Return the life of each unit by an export that describes the day `on`."""
    by_unit: dict[str, list[Event]] = {}
    for event in export.events:
        for unit in {*event.original, *event.resulting}:
            by_unit.setdefault(unit, []).append(event)
    return {iri: _life(unit, by_unit.get(iri, ()), on) for iri, unit in export.units.items()}


def _life(unit: Unit, events: Iterable[Event], on: date) -> Life:
    ordered = sorted(events, key=lambda e: (e.day or MIN, e.iri))
    born = next((e for e in ordered if unit.iri not in e.original), None)
    ends = [e for e in ordered if unit.iri not in e.resulting]
    through = tuple(e for e in ordered if unit.iri in e.original and unit.iri in e.resulting)
    if unit.status is Status.ACTIVE:
        return Life(status=unit.status, born=born, contested=ends[-1] if ends else None, through=through)
    if ends:
        return Life(status=unit.status, born=born, ended=ends[-1], through=through)
    if unit.status is Status.INACTIVE:
        lived = max((e.day for e in ordered if e.day), default=None)
        first = lived + ONE_DAY if lived else MIN
        return Life(status=unit.status, born=born, through=through, until=interval_text(min(first, on), on))
    since = None if born or unit.status is Status.FORMING else interval_text(MIN, on)
    return Life(status=unit.status, born=born, through=through, since=since)


def shortest(*found: Life) -> Life:
    """Return the life that is over first: no tie outlasts it."""
    over = [life for life in found if life.over]
    rest = [life for life in found if life.status in (Status.FORMING, Status.UNKNOWN)]
    return min(over, key=lambda life: life.over or MAX) if over else next(iter(rest), found[0])


def of_all(lives_: Mapping[str, Life], *units: str) -> Life:
    """Return the life that bounds what is said of several units together."""
    return shortest(*(lives_[unit] for unit in units))
