"""Build: the tree of files becomes a store, whole or not at all."""

import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from organograaf.build.check import Step, check_part, facts_of, whole
from organograaf.build.describe import DESCRIPTION, describe
from organograaf.build.parts import Derived, derived, over_parts
from organograaf.build.tree import Tree, read_tree
from organograaf.errors import Invalid, NoStore
from organograaf.graphs import DERIVED
from organograaf.store import Oxigraph, Registers, Store
from organograaf.validate import Report, Severity

_ABANDONED_AFTER = 3600


@dataclass(frozen=True, slots=True)
class Published:
    """A built data set: its version, its store, and the registers read from it."""

    version: str
    store: Store
    registers: Registers


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made: version, size in triples, and what validation found."""

    version: str
    triples: int
    files: int
    report: Report


def build(data: Path, state: Path, step: Callable[[Step], None]) -> Built:
    """Read, check and load `data` into a new store under `state`; then switch to it.

    The previous store stays in use until the new one is complete, and stays on disk
    when this is interrupted. Raises BadData, and Invalid when a rule forbids publishing.
    """
    tree = read_tree_telling(data, step)
    stores = state / "stores"
    stores.mkdir(parents=True, exist_ok=True)
    _sweep(stores)
    temporary = Path(tempfile.mkdtemp(prefix=".building-", dir=stores))
    try:
        step(facts_of(tree))
        report, derived = _worked(tree, state)
        if not report.conforms:
            worst = report.count(Severity.VIOLATION)
            raise Invalid(
                f"{worst} overtredingen; er is niets gepubliceerd. «organograaf validate» geeft de lijst.",
                f"{worst} violations; nothing was published. “organograaf validate” gives the list.",
            )
        step(Step("load", len(tree.facts)))
        triples = _load(tree, derived, temporary)
        _switch(temporary, stores / f"{tree.version}-{time.time_ns():x}", state)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
    return Built(tree.version, triples, len(tree.facts), report)


def read_tree_telling(data: Path, step: Callable[[Step], None]) -> Tree:
    """Read a tree, and tell first that this is what is being done."""
    step(Step("read", 0))
    return read_tree(data)


def published(state: Path) -> Published:
    """Open the store that was built last. Raises NoStore when there is none."""
    try:
        name = (state / "current").read_text(encoding="utf-8").strip()
    except FileNotFoundError as error:
        raise NoStore(
            "Er is nog geen graaf gebouwd. Draai eerst «organograaf build».",
            "No graph has been built yet. Run “organograaf build” first.",
        ) from error
    store = Oxigraph.open(state / "stores" / name)
    version = name.split("-", 1)[0]
    return Published(version, store, Registers(store, version))


def version_of(state: Path) -> str | None:
    """Return the version of the store that was built last, or None."""
    current = state / "current"
    return current.read_text(encoding="utf-8").split("-", 1)[0].strip() if current.exists() else None


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


def _load(tree: Tree, found: list[Derived], folder: Path) -> int:
    store = Oxigraph.create(folder)
    store.load((file.iri, file.path.read_text(encoding="utf-8")) for file in (*tree.facts, *tree.ontology))
    store.add((triple for one in found for triple in one.triples), DERIVED)
    listings = [one.listing for one in found if one.listing]
    store.add(describe(tree, listings, len(store)), DESCRIPTION)
    store.close()
    return len(store)


def _switch(temporary: Path, final: Path, state: Path) -> None:
    os.rename(temporary, final)
    pointer = state / ".current.new"
    with pointer.open("w", encoding="utf-8") as file:
        file.write(final.name + "\n")
        file.flush()
        os.fsync(file.fileno())
    os.replace(pointer, state / "current")


def _sweep(stores: Path) -> None:
    """Remove what interrupted builds left, and all stores but the newest two.

    A server may still read the previous one.
    """
    for left in stores.glob(".building-*"):
        if time.time() - left.stat().st_mtime > _ABANDONED_AFTER:
            shutil.rmtree(left, ignore_errors=True)
    built = sorted(
        (s for s in stores.iterdir() if not s.name.startswith(".")), key=lambda s: s.stat().st_mtime
    )
    for old in built[:-2]:
        shutil.rmtree(old, ignore_errors=True)
