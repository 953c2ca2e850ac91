"""Build: the tree of files becomes a store, whole or not at all."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from organograaf.build.check import Step, check_part, facts_of, whole
from organograaf.build.describe import DESCRIPTION, describe
from organograaf.build.parts import Derived, derived, over_parts
from organograaf.build.tree import Tree, read_tree
from organograaf.errors import Invalid, NoStore
from organograaf.graphs import DERIVED
from organograaf.store import RECORDED, Oxigraph, Place, Registers, Store, place
from organograaf.validate import Report, Severity
from organograaf.vocab import PROV

_RECORDING = (PROV.generatedAtTime, PROV.wasRevisionOf)


@dataclass(frozen=True, slots=True)
class Published:
    """A built data set: its version, its store, the registers read from it, and its name where it is."""

    version: str
    store: Store
    registers: Registers
    name: str = ""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made: version, size in triples, and what validation found."""

    version: str
    triples: int
    files: int
    report: Report


def build(data: Path, state: Path, step: Callable[[Step], None], at: Place | None = None) -> Built:
    """Read, check and load `data` into a new version at a place, else `state`; then switch to it.

    The previous version stays in use until the new one is complete, also when this is interrupted.
    Raises BadData, Invalid when a rule forbids publishing, Unreachable when a server does not answer.
    """
    tree = read_tree_telling(data, step)
    step(facts_of(tree))
    report, derived = _worked(tree, state)
    if not report.conforms:
        worst = report.count(Severity.VIOLATION)
        raise Invalid(
            f"{worst} overtredingen; er is niets gepubliceerd. «organograaf validate» geeft de lijst.",
            f"{worst} violations; nothing was published. “organograaf validate” gives the list.",
        )
    step(Step("load", len(tree.facts)))
    triples = (at or place(state)).publish(tree.version, lambda store: _fill(store, tree, derived))
    return Built(tree.version, triples, len(tree.facts), report)


def read_tree_telling(data: Path, step: Callable[[Step], None]) -> Tree:
    """Read a tree, and tell first that this is what is being done."""
    step(Step("read", 0))
    return read_tree(data)


def published(where: str | Path) -> Published:
    """Open the version that was built last in a folder or at an address. Raises NoStore."""
    return opened(place(where))


def opened(at: Place) -> Published:
    """Open the version that was built last. Raises NoStore when there is none."""
    name = at.newest()
    if name is None:
        raise NoStore(
            "Er is nog geen graaf gebouwd. Draai eerst «organograaf build».",
            "No graph has been built yet. Run “organograaf build” first.",
        )
    store, version = at.open(name), version_in(name)
    return Published(version, store, Registers(store, version), name)


def version_of(where: str | Path) -> str | None:
    """Return the version of the data set that was built last, or None."""
    name = place(where).newest()
    return version_in(name) if name else None


def version_in(name: str) -> str:
    """Return the data set version in the name of a published version."""
    return name.partition("-")[0]


def _worked(tree: Tree, state: Path) -> tuple[Report, list[Derived]]:
    """Check every register and derive what follows from it."""
    found: list[Derived] = []

    def reports() -> Iterator[Report]:
        for report, derived_ in over_parts(tree, _work, state):
            found.append(derived_)
            yield report

    listings = (one.listing for one in found if one.listing)
    return whole(tree, reports(), state, listings), found


def _work(part: Tree, state: Path) -> tuple[Report, Derived]:
    return check_part(part, state), derived(part)


def _fill(store: Oxigraph, tree: Tree, found: list[Derived]) -> None:
    store.load((file.iri, file.path.read_text(encoding="utf-8")) for file in (*tree.facts, *tree.ontology))
    store.add((triple for one in found for triple in one.triples), DERIVED)
    # Gathered, so that nobody need read every graph to know what was known on a day.
    heads = [triple for graph in store.graphs() for triple in store.head(graph)]
    store.add((triple for triple in heads if triple[1] in _RECORDING), RECORDED)
    listings = [one.listing for one in found if one.listing]
    store.add(describe(tree, listings, len(store)), DESCRIPTION)
