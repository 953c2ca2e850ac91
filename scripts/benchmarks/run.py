"""The benchmark: load, check that all answers are equal, time, and write the tables."""

import os
import platform
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from importlib.metadata import version

from benchmarks import stores
from benchmarks.engines import Engine, InPostgres, InRegister, InSparql
from benchmarks.measure import Timed, timed
from benchmarks.worlds import World, antwerp, region
from organograaf.difference import difference
from organograaf.lineage import lineage
from organograaf.responsibility import finding

REGISTER = "warm register"
TOLD = "the same, told in full"
_HEAD = """# Benchmarks

Made by `scripts/bench --write docs/benchmarks.md`; do not edit by hand. Figures of one run on one machine:
read the ratios. Every engine gave the same answers before it was timed. Times are in milliseconds; the ratio
is of medians, to the warm register: above 1 is slower than the register.
"""
_TITLES = {
    "tree": ("The organogram of a day", "all that stands under a root, at any depth"),
    "difference": (
        "The difference of two days",
        "every statement about existence, place, name, carrier and tasks whose certainty is another",
    ),
    "lineage": ("Lineage", "all transfers into and out of a unit, at any remove"),
    "who": ("Who does what", "who answers for a task, carries it out or contributes, on a day"),
}
_NOTES = """
## How it was asked

* *Warm register*: `organogram.as_of` (with posts, tasks and evidence in every box: more than the others
  give), `difference.snapshot`, `lineage.follow` and `Register.to_on`, in Python, in one process, with nothing
  kept between questions. *Told in full* is what our pages ask: the same with sentences and sources.
* *SPARQL on Oxigraph*: embedded, on disk, read-only, over the facts with their four bounds; two queries per
  level, since a property path cannot look at dates, and one query with the whole rule took minutes.
* *rdflib*: the same queries on one graph in memory. Only its answer to the first question is compared, and
  like every way it stops after some seconds (`--most`), but not before two answers.
* *PostgreSQL*: one round trip per question over a local socket, prepared statements, tables of joined spells
  with half-open `daterange` columns and indexes, `WITH RECURSIVE` for the tree and the lineage.
* The region was not validated for this; `tests/test_bench.py` builds one city of it without a violation.
* The queries and the schema are in `scripts/benchmarks/queries/`.
"""


def benchmark(cities: int, years: int, seed: int, rounds: int, most: float) -> Iterator[str]:
    """Yield the page, piece by piece, as it is made."""
    yield _HEAD
    yield _machine(cities, years, seed) + "\n"
    for make in (antwerp, lambda: region(cities, years, seed)):
        start = time.perf_counter()
        world = make()
        yield from _world(world, rounds, most, time.perf_counter() - start)
    yield _NOTES


def _world(world: World, rounds: int, most: float, took: float) -> Iterator[str]:
    facts = len(world.register.facts)
    yield f"\n## On {world.name}\n\n{facts:,} facts, read into a register in {took:.1f} s.\n"
    with ExitStack() as stack:
        engines: dict[str, Engine] = {REGISTER: InRegister(world.register)}
        engines["SPARQL on Oxigraph"] = InSparql(stack.enter_context(stores.oxigraph(world)))
        engines["rdflib"] = InSparql(stack.enter_context(stores.rdflib(world)))
        connection = stack.enter_context(stores.postgres(world))
        if connection is None:
            yield "\nPostgreSQL was skipped: install `postgresql` and `pip install -e .[bench]`.\n"
        else:
            engines["PostgreSQL"] = InPostgres(connection)
        for name, questions in (
            ("tree", world.trees),
            ("difference", world.differences),
            ("lineage", world.lineages),
            ("who", world.whos),
        ):
            print(f"{world.name}: {name}", file=sys.stderr)
            _same(name, engines, questions)
            ways: dict[str, Callable[..., object]] = {one: getattr(e, name) for one, e in engines.items()}
            if told := _told(world, name):
                ways[TOLD] = told
            yield _table(name, timed(ways, questions, rounds, most), len(questions))


def _told(world: World, name: str) -> Callable[..., object] | None:
    register = world.register
    if name == "difference":
        return lambda root, since, until: difference(register, register, since, until, root)
    if name == "lineage":
        return lambda unit: lineage(register, unit)
    return (lambda task, day: finding(register, task, day)) if name == "who" else None


def _same(name: str, engines: dict[str, Engine], questions: tuple[tuple[object, ...], ...]) -> None:
    """Ask all engines the same and refuse to time when answers differ; rdflib, slow, one."""
    for number, question in enumerate(questions):
        expected = getattr(engines[REGISTER], name)(*question)
        for one, engine in engines.items():
            if one == "rdflib" and number:
                continue
            found = getattr(engine, name)(*question)
            if found != expected:
                more, less = sorted(found - expected)[:5], sorted(expected - found)[:5]
                raise SystemExit(f"{one} answers {name} {question} otherwise: + {more} - {less}")


def _table(name: str, found: dict[str, Timed], questions: int) -> str:
    title, meaning = _TITLES[name]
    lines = [
        f"\n### {title}\n\n{questions} questions: {meaning}.\n",
        "| way | median | p95 | ratio |",
        "|---|---:|---:|---:|",
    ]
    first = found[REGISTER].median
    for one, figures in found.items():
        ratio = figures.median / first
        lines.append(f"| {one} | {figures.median:.3f} | {figures.high:.3f} | {ratio:,.1f} |")
    return "\n".join(lines) + "\n"


def _machine(cities: int, years: int, seed: int) -> str:
    packages = ", ".join(f"{name} {version(name)}" for name in ("pyoxigraph", "rdflib", "organograaf"))
    server = stores.postgres_version() or "no PostgreSQL"
    return (
        f"\n{datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} cores ({platform.machine()}), Python "
        f"{platform.python_version()}, {packages}, {server}. The region: {cities} cities, {years} years, "
        f"seed {seed}. Load of the machine at the start: {os.getloadavg()[0]:.1f}."
    )
