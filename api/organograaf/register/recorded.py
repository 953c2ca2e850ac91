"""What is known on which day: when graphs were recorded and revised, and by which a thing changed."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from organograaf.model import Literal
from organograaf.register.records import Row
from organograaf.vocab import PROV


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """When graphs were recorded, and which of them revise which."""

    days: dict[str, date]
    revisions: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, rows: Iterable[Row]) -> "Recorded":
        """Read it off rows. Cost: one pass."""
        days: dict[str, date] = {}
        revisions: set[tuple[str, str]] = set()
        for graph, subject, predicate, value in rows:
            if graph != subject:
                continue
            if predicate == PROV.generatedAtTime and isinstance(value, Literal):
                days[graph] = date.fromisoformat(value.value[:10])
            elif predicate == PROV.wasRevisionOf and isinstance(value, str):
                revisions.add((graph, value))
        return cls(days=days, revisions=tuple(sorted(revisions)))

    def gone(self, known: date | None) -> frozenset[str]:
        """Return the graphs recorded after `known`, and those revised by one that stays.

        With `known` None, only revised graphs go. A graph without a recorded day always stays.
        """
        late = {graph for graph, day in self.days.items() if known is not None and day > known}
        return frozenset(late | {old for graph, old in self.revisions if graph not in late})

    def changed_on(self, naming: Collection[str]) -> tuple[date, ...]:
        """Return the days, in order, on which one of the graphs `naming` a thing was recorded or revised.

        Only those on which the thing was known.
        """
        dated = [graph for graph in naming if graph in self.days]
        revised = {self.days[graph] for graph, old in self.revisions if old in dated and graph in self.days}
        days = sorted({self.days[graph] for graph in dated} | revised)
        return tuple(day for day in days if not self.gone(day).issuperset(dated))
