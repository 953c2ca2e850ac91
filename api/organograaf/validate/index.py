"""Triples by what they say of a node, and by who points to it; and walks along them."""

from collections.abc import Iterable, Mapping

from organograaf.graphs import Triple
from organograaf.model import Value
from organograaf.validate.steps import Step, Way

Ways = Mapping[Step, "Ways"]
"""Ways that begin alike, as a tree of steps."""


class Index:
    """A set of triples that can change, and be walked along either way."""

    def __init__(self) -> None:
        self.triples: set[Triple] = set()
        self._values: dict[tuple[Value, str], set[Value]] = {}
        self._subjects: dict[tuple[Value, str], set[Value]] = {}

    def add(self, triples: Iterable[Triple]) -> None:
        """Add triples that are not in it."""
        for triple in triples:
            subject, predicate, value = triple
            self.triples.add(triple)
            self._values.setdefault((subject, predicate), set()).add(value)
            self._subjects.setdefault((value, predicate), set()).add(subject)

    def remove(self, triples: Iterable[Triple]) -> None:
        """Remove triples that are in it."""
        for triple in triples:
            subject, predicate, value = triple
            self.triples.remove(triple)
            for index, node, other in ((self._values, subject, value), (self._subjects, value, subject)):
                index[(node, predicate)].remove(other)
                if not index[(node, predicate)]:
                    del index[(node, predicate)]

    def values(self, node: Value, predicate: str, *, back: bool = False) -> Iterable[Value]:
        """Return the values of a property of a node, or the nodes that have it as a value."""
        return (self._subjects if back else self._values).get((node, predicate), ())

    def reached(self, nodes: Iterable[Value], way: Way) -> set[Value]:
        """Return the nodes at the end of a way."""
        found = set(nodes)
        for step in way:
            found = self._after(found, step)
        return found

    def seen(self, nodes: Iterable[Value], ways: Ways, into: set[Triple]) -> None:
        """Add to `into` every triple that lies along one of these ways, from these nodes."""
        for step, further in ways.items():
            end = self._after(set(nodes), step, into)
            if further and end:
                self.seen(end, further, into)

    def _after(self, nodes: set[Value], step: Step, into: set[Triple] | None = None) -> set[Value]:
        found: set[Value] = set(nodes) if step.repeated else set()
        waiting = nodes
        while waiting:
            met: set[Value] = set()
            for node in waiting:
                for predicate, back in step.choices:
                    others = self.values(node, predicate, back=back)
                    met.update(others)
                    if into is not None:
                        into.update(
                            (str(other), predicate, node) if back else (str(node), predicate, other)
                            for other in others
                        )
            waiting = met - found if step.repeated else set()
            found |= met
        return found
