"""Validation of graphs that follow each other: only what a change touches is checked again."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from organograaf.graphs import Triple, graph_of
from organograaf.model import Value
from organograaf.validate.index import Index
from organograaf.validate.memo import Memo
from organograaf.validate.near import Near
from organograaf.validate.report import Finding
from organograaf.validate.run import Place, validate


@dataclass(frozen=True, slots=True)
class Change:
    """What a change touches, and what is found there now; elsewhere all that was found still holds."""

    nodes: frozenset[str]
    findings: tuple[Finding, ...]

    def after(self, before: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return all that is found after the change, given all that was found before it."""
        kept = (finding for finding in before if finding.focus not in self.nodes)
        return tuple(sorted({*kept, *self.findings}, key=lambda finding: finding.order))


class Succession:
    """A graph, and what the shapes of a place find in it each time it changes.

    Findings are those of `validate` without any silence, and proven equal to them by test.
    Raises Unbounded when of some shape it cannot be told how far it looks.
    """

    def __init__(
        self,
        place: Place,
        memo: Memo | None = None,
        start: Iterable[Triple] = (),
        folder: Path | None = None,
    ) -> None:
        self._place = place
        self._near = Near(place, folder)
        self._index = Index()
        self._index.add(set(start))
        self._memo = Memo() if memo is None else memo

    def now(self, triples: Collection[Triple]) -> Change:
        """Make these the triples of the graph."""
        new = set(triples)
        return self.change(new - self._index.triples, self._index.triples - new)

    def change(self, came: Collection[Triple], went: Collection[Triple]) -> Change:
        """Add and remove triples. Cost: nearly only that of what the change touches."""
        self._index.add(came)
        touched = self._near.touched(self._index, [*came, *went])
        self._index.remove(went)
        near = {node: self._near.of(self._index, node) for node in touched}
        seen = {_text(node): found for node, found in near.items() if found}
        found = self._memo.recall(seen)
        if unknown := {node: seen[node] for node in seen if node not in found}:
            learnt = self._checked(unknown)
            self._memo.keep(unknown, learnt)
            found |= learnt
        return Change(frozenset(map(_text, touched)), tuple(f for one in found.values() for f in one))

    def _checked(self, near: dict[str, frozenset[Triple]]) -> dict[str, tuple[Finding, ...]]:
        """Validate nodes by their neighbourhoods; others, of which not all is seen, do not count."""
        graph = graph_of(frozenset().union(*near.values()))
        found: dict[str, tuple[Finding, ...]] = dict.fromkeys(near, ())
        for finding in validate(graph, self._place, silenced=frozenset()).findings:
            if finding.focus in found:
                found[finding.focus] += (finding,)
        return found


def _text(node: Value) -> str:
    return node if isinstance(node, str) else node.value
