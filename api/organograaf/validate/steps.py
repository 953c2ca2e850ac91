"""The ways along which a shape looks from a node: SHACL paths, and the patterns of a query."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from rdflib import RDF, SH, Graph, URIRef, Variable
from rdflib.collection import Collection
from rdflib.paths import AlternativePath, InvPath, MulPath, Path, SequencePath
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.term import Node

_REPEATED = (SH.zeroOrMorePath, SH.oneOrMorePath)


class Unbounded(Exception):
    """How far a shape looks cannot be told: it must be run over everything."""


@dataclass(frozen=True, slots=True)
class Step:
    """From a node to those it has by one of these properties; repeated: any number of times.

    `choices` are properties, each with whether it is followed backwards.
    """

    choices: frozenset[tuple[str, bool]]
    repeated: bool = False

    def reverse(self) -> "Step":
        """Return the step back."""
        return Step(frozenset((name, not back) for name, back in self.choices), self.repeated)


Way = tuple[Step, ...]


def step(name: str, *, back: bool = False, repeated: bool = False) -> Way:
    """Return the way along one property."""
    return (Step(frozenset({(str(name), back)}), repeated),)


def reverse(way: Way) -> Way:
    """Return the way back."""
    return tuple(one.reverse() for one in reversed(way))


def path_ways(shapes: Graph, path: Node) -> tuple[Way, ...]:
    """Return the ways of a SHACL property path: more than one where it forks.

    Raises Unbounded for a form of path that is not known here. Source: SHACL, 2.3.1.
    """
    if isinstance(path, URIRef):
        return (step(path),)
    if shapes.value(path, RDF.first):
        return _joined(path_ways(shapes, part) for part in Collection(shapes, path))
    if inverse := shapes.value(path, SH.inversePath):
        return tuple(map(reverse, path_ways(shapes, inverse)))
    if choices := shapes.value(path, SH.alternativePath):
        return _either([w for part in Collection(shapes, choices) for w in path_ways(shapes, part)])
    for repeated in _REPEATED:
        if once := shapes.value(path, repeated):
            return _again(path_ways(shapes, once))
    if maybe := shapes.value(path, SH.zeroOrOnePath):
        return ((), *path_ways(shapes, maybe))
    raise Unbounded(path)


def query_ways(text: str, prefixes: dict[str, str]) -> tuple[Way, ...]:
    """Return all ways along which the patterns of a query hang together, from `$this` on.

    Each pattern is followed at most once along a way. What is asked of a variable in one branch
    counts for all branches. Raises Unbounded when a pattern does not hang from `$this`.
    """
    algebra = prepareQuery(text, initNs=prefixes).algebra
    patterns = list(_patterns(algebra))
    if set(_assigned(algebra)) & {node for pattern in patterns for node in pattern}:
        raise Unbounded(text)
    found: set[Way] = set()
    reached: set[int] = set()

    def follow(node: Node, way: Way, used: frozenset[int]) -> None:
        for number, (subject, path, value) in enumerate(patterns):
            for start, end, back in ((subject, value, False), (value, subject, True)):
                if start != node or number in used:
                    continue
                reached.add(number)
                for one in _ways(path):
                    further = (*way, *(reverse(one) if back else one))
                    found.add(further)
                    if isinstance(end, Variable):
                        follow(end, further, used | {number})

    follow(Variable("this"), (), frozenset())
    if len(reached) < len(patterns):
        raise Unbounded(text)
    return tuple(found)


def _patterns(part: object) -> Iterator[tuple[Node, Node | Path, Node]]:
    if isinstance(part, CompValue):
        if part.name in ("Graph", "ServiceGraphPattern", "DescribeQuery"):
            raise Unbounded(part.name)
        flat = part["triples"] if "triples" in part else ()  # noqa: SIM401 - its `get` is another
        for triples in flat:  # in a filter `;` puts several in one list
            yield from zip(*[iter(triples)] * 3, strict=True)
    for one in _inside(part):
        yield from _patterns(one)


def _assigned(part: object) -> Iterator[Variable]:
    """Yield the variables that get a value otherwise than from a pattern."""
    if isinstance(part, CompValue):
        if part.name in ("values", "InlineData", "ToMultiSet"):
            raise Unbounded(part.name)
        if part.name in ("Extend", "Bind"):
            yield part.var
    for one in _inside(part):
        yield from _assigned(one)


def _inside(part: object) -> Iterator[object]:
    if isinstance(part, CompValue):
        yield from (value for name, value in part.items() if name not in ("triples", "_vars"))
    elif isinstance(part, list | tuple):
        yield from part


def _ways(path: Node | Path) -> tuple[Way, ...]:
    if isinstance(path, URIRef):
        return (step(path),)
    if isinstance(path, InvPath):
        return tuple(map(reverse, _ways(path.arg)))
    if isinstance(path, SequencePath):
        return _joined(map(_ways, path.args))
    if isinstance(path, AlternativePath):
        return _either([way for part in path.args for way in _ways(part)])
    if isinstance(path, MulPath):
        return _again(_ways(path.path)) if path.more else ((), *_ways(path.path))
    raise Unbounded(path)


def _joined(parts: Iterator[tuple[Way, ...]]) -> tuple[Way, ...]:
    return tuple(tuple(one for way in chosen for one in way) for chosen in product(*parts))


def _either(ways: list[Way]) -> tuple[Way, ...]:
    """Return choices as one step where each is one step: ways multiply, steps do not."""
    if all(len(way) == 1 and not way[0].repeated for way in ways):
        return ((Step(frozenset().union(*(way[0].choices for way in ways))),),)
    return tuple(ways)


def _again(ways: tuple[Way, ...]) -> tuple[Way, ...]:
    if any(len(way) != 1 for way in ways):
        raise Unbounded(ways)
    return ((Step(frozenset().union(*(way[0].choices for way in ways)), repeated=True),),)
