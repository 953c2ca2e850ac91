"""What stands under a root on a day, counted."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from organograaf.errors import NotFound
from organograaf.figures import Extent, Shape
from organograaf.organogram import as_of, certain
from organograaf.organogram.reach import near, within
from organograaf.organogram.tree import Tree
from organograaf.period import Certainty
from organograaf.register import Register
from organograaf.view import Node
from organograaf.vocab import GRAAF, kind

_Kinds = tuple[tuple[str | None, Extent], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """The counts of a day, and the units that were counted."""

    units: Extent
    kinds: _Kinds
    certain: Shape
    drawn: Shape
    shared: Extent
    told: Extent
    things: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Unit:
    type: str | None
    certainty: Certainty
    told: bool
    shared: bool


def counted(register: Register, root: str, on: date, reach: int | None) -> Counted | None:
    """Return the counts under a root on a day, or None when it did not exist then."""
    try:
        whole = as_of(register, on, root=root)
    except NotFound:
        return None
    tree = Tree(register, on, reach)
    # A unit that is confirmed counts, also when its place is not: the picture leaves it out.
    units = dict(_units(tree, whole.root, False))
    units |= {iri: one for loose in whole.unplaced for iri, one in _loose(tree, loose.iri)}
    view = whole if reach is None else replace(whole, root=within(whole.root, on, reach))
    kinds: dict[str | None, list[_Unit]] = {}
    for one in units.values():
        kinds.setdefault(one.type, []).append(one)
    ordered = sorted(kinds, key=lambda name: (name is None, -len(kinds[name]), name or ""))
    return Counted(
        units=_extent(units.values()),
        kinds=tuple((name, _extent(kinds[name])) for name in ordered),
        certain=_shape(certain(view).root),
        drawn=_shape(view.root),
        shared=_extent(one for one in units.values() if one.shared),
        told=_extent(one for one in units.values() if one.told),
        things=frozenset(units),
    )


def _units(tree: Tree, node: Node, shared: bool) -> Iterator[tuple[str, _Unit]]:
    """Yield the units of a tree; what stands under a shared one is shared too."""
    together = shared or _shared(tree, node)
    existence = tree.existence(node.iri)
    if kind(node.iri) == "unit" and existence and near(existence[0].remote(tree.on), tree.reach):
        told = together or bool(node.carriers or node.serves)
        yield node.iri, _Unit(node.type, existence[1], told, together)
    for unit in node.units:
        yield from _units(tree, unit, together)


def _loose(tree: Tree, iri: str) -> Iterator[tuple[str, _Unit]]:
    existence = tree.existence(iri)
    if existence:
        node = tree.node(iri, existence, None, (), None, frozenset())
        yield from _units(tree, node, False)


def _shared(tree: Tree, node: Node) -> bool:
    """Tell whether it works for several organisations, or several carry it by name."""
    carriers = {s.object for s, _ in tree.register.on(tree.on, node.iri, GRAAF.legalCarrier)}
    return len(node.serves) > 1 or len(carriers) > 1


def _shape(root: Node) -> Shape:
    spans = [len(units) for _, node in root.walk() if (units := [u for u in node.units if _is_unit(u)])]
    return Shape(
        depth=max(depth for depth, _ in root.walk()),
        mean=sum(spans) / len(spans) if spans else None,
        most=max(spans, default=0),
    )


def _is_unit(node: Node) -> bool:
    return kind(node.iri) == "unit"


def _extent(units: Iterable[_Unit]) -> Extent:
    found = [one.certainty is Certainty.CERTAIN for one in units]
    return Extent(sum(found), len(found) - sum(found))
