"""What other registers tell of the things that one mentions: a predecessor's name, a shared event's day."""

from collections.abc import Iterable, Sequence
from typing import Final

from organograaf.register.records import Row
from organograaf.vocab import GRAAF, ID, RDF, kind

_EXPLAINS: Final = ("passage", "quote", "source", "period", "event")
_DAYS: Final = (GRAAF.date, GRAAF.decisionDate)


def told_elsewhere(own: Iterable[Row], others: Sequence[Row]) -> list[Row]:
    """Return those rows of other registers' graphs that a register needs beside its own.

    All facts about the things that its own graphs mention, and about the partners in their events;
    the days of the events by which those facts begin and end; their sources. No further.
    """
    near = _Near(others)
    mentioned = {v for row in own for v in (row[1], row[3]) if isinstance(v, str) and v.startswith(ID)}
    facts = {fact for thing in mentioned for fact in near.about.get(thing, ())}
    partners = {v for fact in facts if kind(near.subject(fact)) == "event" for v in near.values(fact)}
    facts |= {fact for thing in partners for fact in near.about.get(thing, ())}
    kept = near.explained(facts | ((mentioned | partners) & near.nodes.keys()))
    return [row for row in others if row[1] in kept or row[1] == row[0]]


class _Near:
    """The rows of neighbours, by node and by what their facts are about."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.nodes: dict[str, list[Row]] = {}
        self.about: dict[str, list[str]] = {}
        for row in rows:
            self.nodes.setdefault(row[1], []).append(row)
            if row[2] == RDF.subject:
                self.about.setdefault(str(row[3]), []).append(row[1])

    def values(self, node: str) -> set[str]:
        return {value for _, _, _, value in self.nodes.get(node, ()) if isinstance(value, str)}

    def subject(self, fact: str) -> str:
        return next((str(value) for _, _, p, value in self.nodes[fact] if p == RDF.subject), "")

    def explained(self, nodes: set[str]) -> set[str]:
        """Return the nodes with all that says where they come from and when they were so."""
        found, waiting = set[str](), list(nodes)
        while waiting:
            node = waiting.pop()
            if node in found:
                continue
            found.add(node)
            waiting += [value for value in self.values(node) if kind(value) in _EXPLAINS]
            if kind(node) == "event":
                waiting += [fact for fact in self.about.get(node, ()) if self._is_day(fact)]
        return found

    def _is_day(self, fact: str) -> bool:
        return any(row[2] == RDF.predicate and row[3] in _DAYS for row in self.nodes[fact])
