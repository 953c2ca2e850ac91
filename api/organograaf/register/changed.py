"""When what is known of a thing changed: the recorded days of the graphs that name it."""

from collections.abc import Iterable
from datetime import date

from organograaf.register.records import Row
from organograaf.register.register import recorded_on
from organograaf.vocab import PROV


def changed_on(rows: Iterable[Row], iri: str) -> tuple[date, ...]:
    """Return the days, in order, on which a graph that names a thing was recorded or revised.

    Only those on which the thing was known, as in `current`. Cost: two passes over all rows.
    """
    rows = list(rows)
    recorded = {row[0]: day for row in rows if (day := recorded_on(row))}
    naming = {graph for graph, subject, _, value in rows if iri in (subject, value)} & recorded.keys()
    revisions = [
        (str(value), recorded[graph])
        for graph, subject, predicate, value in rows
        if graph == subject and predicate == PROV.wasRevisionOf and value in naming and graph in recorded
    ]

    def known(day: date) -> bool:
        gone = {graph for graph, revised in revisions if revised <= day}
        return any(recorded[graph] <= day for graph in naming - gone)

    days = {recorded[graph] for graph in naming} | {day for _, day in revisions}
    return tuple(day for day in sorted(days) if known(day))
