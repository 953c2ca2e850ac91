"""The shapes themselves, as triples to publish and as rules to read."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from organograaf import share
from organograaf.graphs import Triple, content_hash, files_in
from organograaf.model import Literal, Value
from organograaf.vocab import BASE, PREFIXES, XSD, Namespace

SHAPES: Final = BASE + "shapes/"
SH: Final = Namespace(PREFIXES["sh"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A shape that can speak: its name, where it guards, how grave it is, what it says."""

    name: str
    place: str
    severity: str
    message: tuple[tuple[str, str], ...]


def triples(name: str | None = None) -> tuple[Triple, ...]:
    """Return the triples of all shapes, or of one with the nodes without a name in it."""
    by_subject = _by_subject()
    if name is None:
        return tuple(triple for found in by_subject.values() for triple in found)
    found: list[Triple] = []
    waiting = [SHAPES + name]
    while waiting:
        for triple in by_subject.get(waiting.pop(), ()):
            found.append(triple)
            if isinstance(triple[2], str) and triple[2].startswith("_:"):
                waiting.append(triple[2])
    return tuple(found)


@cache
def rules() -> tuple[Rule, ...]:
    """Return the shapes that have a message, by place and name."""
    places = {name: place for place, names in _places().items() for name in names}
    found = []
    for subject, said in _by_subject().items():
        message = tuple(
            sorted((v.lang or "", v.value) for _, p, v in said if p == SH.message and isinstance(v, Literal))
        )
        if message and subject.startswith(SHAPES):
            severity = next((str(v) for _, p, v in said if p == SH.severity), SH.Violation)
            name = subject.removeprefix(SHAPES)
            found.append(
                Rule(name=name, place=places[subject], severity=severity.rsplit("#", 1)[-1], message=message)
            )
    return tuple(sorted(found, key=lambda rule: (rule.place, rule.name)))


@cache
def edition() -> str:
    """Return what changes when a shape does."""
    return content_hash(_files())


def _files() -> list[Path]:
    return files_in(share.folder("shacl"))


@cache
def _places() -> Mapping[str, frozenset[str]]:
    """Return the subjects by the folder of their file: facts, snapshot, ontology."""
    found: dict[str, set[str]] = {}
    for file in _files():
        quads = ox.parse(path=str(file), format=ox.RdfFormat.TURTLE)
        found.setdefault(file.parent.name, set()).update(_node(quad.subject) for quad in quads)
    return {place: frozenset(names) for place, names in found.items()}


@cache
def _by_subject() -> Mapping[str, tuple[Triple, ...]]:
    dataset = ox.Dataset()
    for file in _files():
        for quad in ox.parse(path=str(file), format=ox.RdfFormat.TURTLE):
            dataset.add(quad)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    found: dict[str, list[Triple]] = {}
    for quad in dataset:
        subject = _node(quad.subject)
        found.setdefault(subject, []).append((subject, quad.predicate.value, _value(quad.object)))
    return {subject: tuple(said) for subject, said in sorted(found.items())}


def _node(term: object) -> str:
    return f"_:{term.value}" if isinstance(term, ox.BlankNode) else str(getattr(term, "value", term))


def _value(term: object) -> Value:
    if not isinstance(term, ox.Literal):
        return _node(term)
    datatype = None if term.language or term.datatype.value == XSD.string else term.datatype.value
    return Literal(term.value, term.language, datatype)
