"""A graph that is asked the same small questions very often: two dictionaries answer them.

pySHACL follows a property path by asking the shapes graph, at every step and for every
node, what kind of path it is. Over rdflib's own index that was most of a validation.
"""

from collections.abc import Generator
from typing import Any, Self

from rdflib import Graph, URIRef
from rdflib.term import Node

_Index = dict[tuple[Node, Node], list[Node]]


class Indexed(Graph):
    """A graph whose `objects` and `subjects` of one property cost one look-up each.

    The index is made at the first question after a change, with one pass over the graph.
    """

    _index: tuple[_Index, _Index] | None = None

    def add(self, triple: Any) -> Self:
        """Add a triple."""
        self._index = None
        return super().add(triple)

    def addN(self, quads: Any) -> Self:
        """Add triples, each with its graph."""
        self._index = None
        return super().addN(quads)

    def remove(self, triple: Any) -> Self:
        """Remove triples."""
        self._index = None
        return super().remove(triple)

    def objects(
        self, subject: Any = None, predicate: Any = None, unique: bool = False
    ) -> Generator[Node, None, None]:
        """Yield the values of one property of one thing; anything else is rdflib's to answer."""
        if isinstance(subject, Node) and isinstance(predicate, URIRef):
            yield from self._both()[0].get((subject, predicate), ())
        else:
            yield from super().objects(subject, predicate, unique)

    def subjects(
        self, predicate: Any = None, object: Any = None, unique: bool = False
    ) -> Generator[Node, None, None]:
        """Yield the things that have one value of one property; anything else is rdflib's to answer."""
        if isinstance(object, Node) and isinstance(predicate, URIRef):
            yield from self._both()[1].get((object, predicate), ())
        else:
            yield from super().subjects(predicate, object, unique)

    def _both(self) -> tuple[_Index, _Index]:
        if self._index is None:
            forward: _Index = {}
            backward: _Index = {}
            for subject, predicate, value in self:
                forward.setdefault((subject, predicate), []).append(value)
                backward.setdefault((value, predicate), []).append(subject)
            self._index = forward, backward
        return self._index
