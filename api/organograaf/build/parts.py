"""Work on each register of a tree by itself: on all cores when there are many."""

from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from typing import Concatenate, ParamSpec, TypeVar

from organograaf.build.tree import Tree
from organograaf.graphs import Triple, bounds, event_dates
from organograaf.register import Listing, listing

Result = TypeVar("Result")
Given = ParamSpec("Given")
_given: list[Tree] = []


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """What follows from the facts of one register: its name, and the triples to load beside its files."""

    listing: Listing | None
    triples: tuple[Triple, ...]


def derived(part: Tree) -> Derived:
    """Return what follows from the facts of one register; of a neighbour's, nothing."""
    register, only = part.register, part.own_nodes
    own = part.part or next(iter(part.partition.parts), None)
    return Derived(
        listing=listing(own, register) if own else None,
        triples=(*bounds(register, only), *event_dates(register, only)),
    )


def over_parts(
    tree: Tree,
    work: Callable[Concatenate[Tree, Given], Result],
    *args: Given.args,
    **kwargs: Given.kwargs,
) -> Iterator[Result]:
    """Yield what `work` gives for each register of a tree, in their order.

    One is worked on here; several in processes, which let go of each register before the next.
    `work` is a function of a module, and what it is given can be pickled.
    """
    if len(tree.parts) == 1:
        yield work(tree, *args, **kwargs)
        return
    with ProcessPoolExecutor(initializer=_take, initargs=(tree,)) as pool:
        futures = [
            pool.submit(_worked, number, work, *args, **kwargs)  # type: ignore[arg-type]
            for number in range(len(tree.parts))
        ]
        futures.reverse()
        while futures:
            yield futures.pop().result()


def _take(tree: Tree) -> None:
    _given[:] = [tree]


def _worked(
    number: int, work: Callable[Concatenate[Tree, Given], Result], *args: Given.args, **kwargs: Given.kwargs
) -> Result:
    return work(_given[0].parts[number].anew(), *args, **kwargs)
