"""Which pieces make up which graph in a version: itself written as pieces, under one that lists those."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from organograaf.store.pieces import Piece, cut

_PART_OF: Final = ox.NamedNode("http://purl.org/dc/terms/isPartOf")
_LIST: Final = ox.NamedNode("urn:x-organograaf:list")
Pieces = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Contents:
    """The pieces of each graph, and those in which that is written, of which `root` lists the others.

    Not `whole` when some of the list was not there.
    """

    root: str
    lists: tuple[str, ...]
    graphs: Pieces
    whole: bool = True

    def pieces(self) -> Iterator[str]:
        """Yield the names of all pieces, the root last."""
        for names in self.graphs.values():
            yield from names
        yield from self.lists
        yield self.root


def written(graphs: Pieces, prefix: str) -> tuple[Contents, list[Piece]]:
    """Return contents, and the pieces to write them in, the root first."""
    said = (
        ox.Triple(ox.NamedNode(n), _PART_OF, ox.NamedNode(g)) for g, names in graphs.items() for n in names
    )
    lists = list(cut(said, prefix, veil=False))
    listing = (ox.Triple(ox.NamedNode(one.name), _PART_OF, _LIST) for one in lists)
    (root,) = cut(listing, prefix, veil=False)
    return Contents(root.name, tuple(one.name for one in lists), graphs), [root, *lists]


def read(root: str, get: Callable[[str], list[ox.Triple] | None]) -> Contents:
    """Return what is there of the contents under a root."""
    listed = get(root)
    lists = tuple(sorted(_name(triple.subject) for triple in listed or ()))
    found = [get(name) for name in lists]
    whole = listed is not None and all(part is not None for part in found)
    graphs = _gathered(triple for part in found for triple in part or ())
    return Contents(root, lists, graphs, whole)


def _gathered(triples: Iterable[ox.Triple]) -> Pieces:
    graphs: dict[str, list[str]] = {}
    for triple in triples:
        graphs.setdefault(_name(triple.object), []).append(_name(triple.subject))
    return {graph: tuple(sorted(names)) for graph, names in sorted(graphs.items())}


def _name(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode) else str(term)
