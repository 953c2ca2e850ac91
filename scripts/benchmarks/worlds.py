"""What is asked about: the published data and a made-up region, with questions that have answers."""

import tempfile
from dataclasses import dataclass
from datetime import date
from itertools import islice, pairwise, product
from pathlib import Path

from benchmarks.generate import FIRST, generate
from organograaf import share
from organograaf.build import Tree, read_tree
from organograaf.register import Register
from organograaf.vocab import GRAAF, RDF, kind


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """A data set, and the questions of each sort: all are asked in turn."""

    name: str
    tree: Tree
    trees: tuple[tuple[str, date], ...]
    differences: tuple[tuple[str, date, date], ...]
    lineages: tuple[tuple[str], ...]
    whos: tuple[tuple[str, date], ...]

    @property
    def register(self) -> Register:
        """The register of all of it."""
        return self.tree.register


def antwerp() -> World:
    """Return the published data, asked about on days of which its sources speak."""
    tree = read_tree(share.data())
    top = tree.register.top or ""
    days = tuple(date(year, 6, 1) for year in (2005, 2008, 2016, 2018, 2020))
    return _world("Antwerp", tree, (top,), days)


def region(cities: int, years: int, seed: int) -> World:
    """Return a made-up region, asked about in five of its cities."""
    with tempfile.TemporaryDirectory() as folder:
        files = [path.stem for path in generate(Path(folder), cities, years, seed)][1:]
        tree = read_tree(Path(folder))
        assert tree.register  # read while the files are there
        for file in tree.facts:
            file.path.read_text(encoding="utf-8")
        roots = tuple(f"https://w3id.org/organograaf/id/organisation/{name}" for name in files[:5])
        last = FIRST + years - 1
        days = tuple(date(year, 6, 1) for year in range(FIRST + 1, last, max(1, years // 5)))
        return _world(f"a made-up region of {cities} cities", tree, roots, days)


def _world(name: str, tree: Tree, roots: tuple[str, ...], days: tuple[date, ...]) -> World:
    register = tree.register
    transfers = (s for s in register.spells if s.predicate == GRAAF.transferredTo)
    moved = sorted({spell.subject for spell in transfers})
    tasks = sorted(
        {
            str(s.object)
            for s in register.spells
            if s.predicate in (GRAAF.responsibleFor, GRAAF.carriesOut)
            and isinstance(s.object, str)
            and kind(s.object) == "task"
        }
    )
    return World(
        name=name,
        tree=tree,
        trees=tuple((r, d) for r, d in product(roots, days) if register.on(d, r, RDF.type)),
        differences=tuple((r, a, b) for r in roots for a, b in pairwise(days)),
        lineages=tuple((unit,) for unit in islice(moved, 20)),
        whos=tuple(product(tasks[:: max(1, len(tasks) // 10)], days)),
    )
