"""How far each shape looks, read from the shapes themselves."""

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from rdflib import RDF, RDFS, SH, Graph, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from organograaf import disk
from organograaf.validate.run import Place, shapes
from organograaf.validate.steps import Step, Unbounded, Way, path_ways, query_ways, reverse, step

TYPE = str(RDF.type)
SUB_CLASS = str(RDFS.subClassOf)
_ITSELF: tuple[Way, ...] = ((),)
_OF_A_CLASS = (*step(TYPE), *step(SUB_CLASS, repeated=True))
_TARGETS = {SH.targetClass: "class", SH.targetNode: "node", SH.targetSubjectsOf: "subjects",
            SH.targetObjectsOf: "objects"}  # fmt: skip
# what looks at the value itself, or at nothing in the data
_CLOSE = {
    RDF.type, SH.path, SH.property, *_TARGETS,
    SH.name, SH.description, SH.message, SH.severity, SH.order, SH.group, SH.deactivated, SH.defaultValue,
    SH.minCount, SH.maxCount, SH.qualifiedMinCount, SH.qualifiedMaxCount, SH.uniqueLang, SH.languageIn,
    SH.datatype, SH.nodeKind, SH.pattern, SH.flags, SH["in"], SH.hasValue, SH.minLength, SH.maxLength,
    SH.minInclusive, SH.maxInclusive, SH.minExclusive, SH.maxExclusive,
}  # fmt: skip
_COMPARED = {SH.equals, SH.disjoint, SH.lessThan, SH.lessThanOrEquals}
_LISTS = {SH["or"], SH["and"], SH.xone}
_NESTED = {SH.node, SH["not"], SH.qualifiedValueShape}


@dataclass(frozen=True, slots=True)
class Check:
    """One shape with one of its targets: which nodes it looks at, and along which ways from there.

    A node is looked at when along one of `back` there is a node that is in the target: `kind` says how
    ("class", "node", "subjects" or "objects") and `name` of what. `ways` are all that it can see.
    """

    shape: str
    kind: str
    name: str
    back: tuple[Way, ...]
    ways: tuple[Way, ...]

    @property
    def membership(self) -> Way:
        """The way that leads from a node in the target to why it is."""
        if self.kind == "class":
            return _OF_A_CLASS
        return () if self.kind == "node" else step(self.name, back=self.kind == "objects")

    @property
    def all_ways(self) -> frozenset[Way]:
        """What it can see, and what makes it look."""
        return frozenset((*self.ways, *((*way, *self.membership) for way in self.back)))


@lru_cache
def checks(place: Place, folder: Path | None = None) -> tuple[Check, ...]:
    """Return what the shapes of a place look at. Raises Unbounded when that cannot be told.

    Kept in `folder`, whose name must tell the edition of the shapes: reading the queries costs a second.
    """
    path = folder / f"{place}-ways.json" if folder else None
    if path:
        with suppress(OSError, ValueError, TypeError):
            return tuple(map(_read, json.loads(path.read_text("utf-8"))))
    found = _all_checks(place)
    if path:
        disk.remember(path, json.dumps([_plain(check) for check in found]))
    return found


def _plain(check: Check) -> list[Any]:
    ways = (
        [[(sorted(s.choices), s.repeated) for s in way] for way in some] for some in (check.back, check.ways)
    )
    return [check.shape, check.kind, check.name, *ways]


def _read(plain: list[Any]) -> Check:
    back, ways = (
        tuple(
            tuple(
                Step(frozenset((name, turned) for name, turned in choices), repeated)
                for choices, repeated in way
            )
            for way in some
        )
        for some in plain[3:]
    )
    shape, kind, name = plain[:3]
    return Check(shape, kind, name, back, ways)


def _all_checks(place: Place) -> tuple[Check, ...]:
    graph = shapes(place)
    found: list[Check] = []
    for predicate, kind in _TARGETS.items():
        for shape, name in graph.subject_objects(predicate):
            found += _checks(graph, shape, kind, str(name), _ITSELF)
    implicit = (s for s in graph.subjects(RDF.type, RDFS.Class) if (s, RDF.type, SH.NodeShape) in graph)
    if any(implicit) or (None, SH.target, None) in graph:
        raise Unbounded("a target that is not known here")
    return tuple(found)


def _checks(graph: Graph, shape: Node, kind: str, name: str, back: tuple[Way, ...]) -> Iterator[Check]:
    yield Check(str(shape), kind, name, back, tuple(dict.fromkeys(_ways(graph, shape))))
    further = tuple((*reverse(way), *rest) for way in _path(graph, shape) for rest in back)
    for nested in graph.objects(shape, SH.property):
        yield from _checks(graph, nested, kind, name, further)


def _path(graph: Graph, shape: Node) -> tuple[Way, ...]:
    path = graph.value(shape, SH.path)
    return _ITSELF if path is None else path_ways(graph, path)


def _ways(graph: Graph, shape: Node, *, inside: bool = False) -> Iterator[Way]:
    """Yield all ways of one shape; what is nested by sh:property only when `inside` another."""
    paths = _path(graph, shape)
    yield from paths
    for predicate, value in graph.predicate_objects(shape):
        if predicate in _COMPARED:
            yield step(str(value))
        elif predicate == SH.sparql:
            yield from _asked(graph, value)
        elif predicate == SH["class"]:
            yield from ((*path, *_OF_A_CLASS) for path in paths)
        elif predicate in _NESTED | _LISTS or (inside and predicate == SH.property):
            members = Collection(graph, value) if predicate in _LISTS else [value]
            for member in members:
                for way in _ways(graph, member, inside=True):
                    yield from ((*path, *way) for path in paths)
        elif predicate not in _CLOSE:
            raise Unbounded(predicate)


def _asked(graph: Graph, constraint: Node) -> tuple[Way, ...]:
    prefixes = {
        str(graph.value(declared, SH.prefix)): str(graph.value(declared, SH.namespace))
        for holder in graph.objects(constraint, SH.prefixes)
        for declared in graph.objects(holder, SH.declare)
    }
    text = graph.value(constraint, SH.select)
    if text is None or not isinstance(constraint, URIRef):
        raise Unbounded(constraint)
    return query_ways(str(text), prefixes)
