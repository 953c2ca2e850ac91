"""What each node's findings hang on, and so whose findings a change can touch."""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from organograaf.graphs import Triple
from organograaf.model import Value
from organograaf.validate.index import Index, Ways
from organograaf.validate.reach import SUB_CLASS, TYPE, checks
from organograaf.validate.run import Place
from organograaf.validate.steps import Way, reverse, step

_Target = tuple[str, str, Way]


class Near:
    """The neighbourhood of a node: every triple that the shapes of a place can see from it.

    What a shape finds about a node depends on those triples alone.
    Raises Unbounded when that cannot be told of some shape.
    """

    def __init__(self, place: Place, folder: Path | None = None) -> None:
        ways: dict[_Target, set[Way]] = defaultdict(set)
        for check in checks(place, folder):
            for back in check.back:
                ways[(check.kind, check.name, back)].update(check.all_ways)
        self._ways = {target: frozenset(found) for target, found in ways.items()}
        self._backs = sorted({back for _, _, back in ways}, key=str)
        self._named = {
            kind: {name for found, name, _ in ways if found == kind} for kind in ("subjects", "objects")
        }
        self._ways_to = _ways_to(way for found in ways.values() for way in found)
        self._together = lru_cache(self._merged)

    def of(self, index: Index, node: Value) -> frozenset[Triple]:
        """Return the neighbourhood of a node: empty when no shape looks at it."""
        if not (targets := self._targets(index, node)):
            return frozenset()
        found: set[Triple] = set()
        index.seen((node,), self._together(targets), found)
        return frozenset(found)

    def touched(self, index: Index, changed: Iterable[Triple]) -> set[Value]:
        """Return the nodes from which a shape may see one of these triples.

        `index` holds them all, those that went as well as those that came: what was seen
        along one that went, or is seen along one that came, is then found.
        """
        starts: dict[Way, set[Value]] = defaultdict(set)
        for subject, predicate, value in changed:
            for back, way in self._ways_to.get(predicate, ()):
                starts[way].add(value if back else subject)
        return {node for way, nodes in starts.items() for node in index.reached(nodes, way)}

    def _targets(self, index: Index, node: Value) -> frozenset[_Target]:
        """Return the targets that a node is in."""
        found: list[_Target] = []
        for back in self._backs:
            for end in index.reached((node,), back) if back else (node,):
                found.append(("node", str(end), back))
                found += (("class", str(c), back) for c in self._classes(index, end))
                found += (("subjects", p, back) for p in self._named["subjects"] if index.values(end, p))
                found += (
                    ("objects", p, back) for p in self._named["objects"] if index.values(end, p, back=True)
                )
        return frozenset(target for target in found if target in self._ways)

    def _classes(self, index: Index, node: Value) -> set[Value]:
        types = index.values(node, TYPE)
        return index.reached(types, step(SUB_CLASS, repeated=True)) if types else set()

    def _merged(self, targets: frozenset[_Target]) -> Ways:
        return _tree(way for target in targets for way in self._ways[target])


def _tree(ways: Iterable[Way]) -> Ways:
    root: dict[object, dict[object, object]] = {}
    for way in ways:
        branch = root
        for one in way:
            branch = branch.setdefault(one, {})  # type: ignore[assignment]
    return root  # type: ignore[return-value]


def _ways_to(ways: Iterable[Way]) -> dict[str, set[tuple[bool, Way]]]:
    """Return by predicate the ways back from a triple to who can see it, and from which end they go."""
    found: dict[str, set[tuple[bool, Way]]] = defaultdict(set)
    for way in set(ways):
        for number, one in enumerate(way):
            before = way[: number + 1] if one.repeated else way[:number]
            for predicate, back in one.choices:
                found[predicate].add((back, reverse(before)))
    return found
