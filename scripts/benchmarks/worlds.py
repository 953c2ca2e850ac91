"""What is asked about: the published data and made-up regions, built as users build, with questions."""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import islice, pairwise, product
from pathlib import Path

import pyoxigraph as ox

from benchmarks.generate import FIRST, generate
from benchmarks.servers import Cost, Ran, measured, memory, on_disk
from organograaf import share
from organograaf.build import published
from organograaf.graphs import bounds, event_dates
from organograaf.model import Value
from organograaf.register import Register
from organograaf.store import Registers
from organograaf.vocab import GRAAF, RDF, kind

_ALL = 64 * 1024**3  # bytes: every register stays


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """A built data set with all its registers in memory, and the questions of each sort.

    `env` is the environment in which our program reads it. Every question names the organisation that it
    is about first, but those about all of them.
    `quads` is a file of all facts, each register a graph, with the four days of each fact. `cost` is that
    of a register, in the middle: reading it from the store, and the memory it holds.
    """

    name: str
    env: dict[str, str]
    quads: Path
    built: Ran
    registers: Mapping[str, Register]
    cost: Cost
    asked: tuple[str, ...]
    trees: tuple[tuple[str, date], ...]
    differences: tuple[tuple[str, date, date], ...]
    lineages: tuple[tuple[str, str], ...]
    whos: tuple[tuple[str, str, date], ...]
    counts: tuple[tuple[date], ...]

    @property
    def questions(self) -> tuple[tuple[tuple[object, ...], ...], ...]:
        """The questions of each sort, in the order of QUESTIONS."""
        return self.trees, self.differences, self.lineages, self.whos, self.counts

    @property
    def facts(self) -> int:
        """How many facts there are."""
        return sum(len(register.facts) for register in self.registers.values())


@contextmanager
def antwerp() -> Iterator[World]:
    """Give the published data, asked about on days of which its sources speak."""
    with tempfile.TemporaryDirectory() as folder:
        days = tuple(date(year, 6, 1) for year in (2005, 2008, 2016, 2018, 2020))
        yield _world("Antwerp", share.data(), Path(folder), days)


@contextmanager
def region(cities: int, years: int, seed: int) -> Iterator[World]:
    """Give a made-up region, asked about in five of its cities."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        for _ in generate(data, cities, years, seed):
            pass
        last = FIRST + years - 1
        days = tuple(date(year, 6, 1) for year in range(FIRST + 1, last, max(1, years // 5)))
        name = f"{cities} made-up {'cities' if cities > 1 else 'city'}"
        yield _world(name, data, Path(folder), days)


def _world(name: str, data: Path, folder: Path, days: tuple[date, ...]) -> World:
    state = folder / "state"
    env = {"ORGANOGRAAF_DATA": str(data), "ORGANOGRAAF_STATE": str(state)}
    built = measured([sys.executable, "-m", "organograaf", "build"], env)
    opened = published(state)
    registers, reads, before = {}, [], memory(os.getpid())
    read = Registers(opened.store, opened.version, largest=_ALL)
    for listing in read.listings:
        start = time.perf_counter()
        registers[listing.topic] = read.get(of=listing)
        reads.append(time.perf_counter() - start)
    held = (memory(os.getpid()) - before) // len(registers)
    quads = folder / "all.nq"
    rows = (
        ox.Quad(ox.NamedNode(s), ox.NamedNode(p), _term(o), ox.NamedNode(listing.topic))
        for listing in read.listings
        for s, p, o in (
            *(row[1:] for row in opened.store.rows(listing.graphs)),
            *bounds(registers[listing.topic]),
            *event_dates(registers[listing.topic]),
        )
    )
    ox.serialize(rows, quads, format=ox.RdfFormat.N_QUADS)
    asked = tuple(registers)[:: max(1, len(registers) // 5)][:5]
    return World(
        name=name,
        env=env,
        quads=quads,
        built=built,
        registers=registers,
        cost=Cost(loading=statistics.median(reads), size=on_disk(state), held=held),
        asked=asked,
        trees=tuple((c, d) for c, d in product(asked, days) if _top(registers[c], d)),
        differences=tuple((c, a, b) for c in asked for a, b in pairwise(days)),
        lineages=tuple(q for c in asked for q in islice(_moved(registers[c], c), 20 // len(asked))),
        whos=tuple(
            (c, task, d) for c in asked for task in _tasks(registers[c], 10 // len(asked)) for d in days
        ),
        counts=tuple((d,) for d in days),
    )


def _top(register: Register, day: date) -> bool:
    return bool(register.on(day, register.top or "", RDF.type))


def _moved(register: Register, city: str) -> Iterator[tuple[str, str]]:
    moved = {spell.subject for spell in register.spells_of(GRAAF.transferredTo)}
    return ((city, unit) for unit in sorted(moved))


def _tasks(register: Register, most: int) -> Sequence[str]:
    doings = (s for p in (GRAAF.responsibleFor, GRAAF.carriesOut) for s in register.spells_of(p))
    tasks = sorted({str(s.object) for s in doings if isinstance(s.object, str) and kind(s.object) == "task"})
    return tasks[:: max(1, len(tasks) // most)][:most]


def _term(value: Value) -> ox.NamedNode | ox.Literal:
    if isinstance(value, str):
        return ox.NamedNode(value)
    if value.lang:
        return ox.Literal(value.value, language=value.lang)
    return ox.Literal(value.value, datatype=ox.NamedNode(value.datatype) if value.datatype else None)
