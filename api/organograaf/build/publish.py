"""Build: the tree of files becomes a store, whole or not at all."""

import os
import shutil
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from organograaf.build.check import Step, check_facts
from organograaf.build.describe import DESCRIPTION, describe
from organograaf.build.tree import Tree, read_tree
from organograaf.errors import Invalid, NoStore
from organograaf.graphs import DERIVED, bounds, event_dates
from organograaf.store import Oxigraph, Registers
from organograaf.validate import Report, Severity

_ABANDONED_AFTER = 3600


@dataclass(frozen=True, slots=True)
class Published:
    """A built data set: its version, its store, and the registers read from it."""

    version: str
    store: Oxigraph
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
    report = check_facts(tree, state, step)
    if not report.conforms:
        worst = [f for f in report.findings if f.severity is Severity.VIOLATION]
        raise Invalid(
            f"{len(worst)} overtredingen; er is niets gepubliceerd. «organograaf validate» geeft de lijst.",
            f"{len(worst)} violations; nothing was published. “organograaf validate” gives the list.",
        )
    step(Step("load", len(tree.facts)))
    stores = state / "stores"
    stores.mkdir(parents=True, exist_ok=True)
    _sweep(stores)
    temporary = Path(tempfile.mkdtemp(prefix=".building-", dir=stores))
    try:
        triples = _load(tree, temporary)
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


def _load(tree: Tree, folder: Path) -> int:
    store = Oxigraph.create(folder)
    store.load((file.iri, file.path.read_text(encoding="utf-8")) for file in (*tree.facts, *tree.ontology))
    store.add([*bounds(tree.register), *event_dates(tree.register)], DERIVED)
    store.add(describe(tree, len(store)), DESCRIPTION)
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
