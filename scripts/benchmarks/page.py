"""The page of a benchmark: the aims and whether they are met, the growth, and the tables of each world."""

import os
import platform
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from importlib.metadata import version

from benchmarks import stores
from benchmarks.measure import Timed
from benchmarks.run import ANTWERP, Outcome, Plan
from benchmarks.servers import Cost
from benchmarks.ways import HTTP, NAMES_ONLY, OTHER_DAY, POSTGRES, REGISTER

_HEAD = """# Benchmarks

Made by `scripts/bench --write docs/benchmarks.md`; do not edit by hand. Figures of one run on one machine:
read the ratios. Times are in milliseconds unless another unit is named; the ratio is of medians, to the warm
register: above 1 is slower. Every engine gave the same answers before it was timed.
"""
_TITLES = {
    "tree": ("The organogram of a day", "all that stands under a root, at any depth"),
    "difference": (
        "The difference of two days",
        "every statement about existence, place, name, carrier and tasks whose certainty is another",
    ),
    "lineage": ("Lineage", "all transfers into and out of a unit, at any remove"),
    "who": (
        "Who does what",
        "who answers for a task in an organisation, carries it out or contributes, on a day",
    ),
    "count": (
        "A sum over the region",
        "the units of each kind that each organisation certainly has on a day",
    ),
}
_NAMED = {NAMES_ONLY: " (nothing kept)"}
_MIB = 1 << 20
_NOTES = """
## How it was asked

* *Register, warm*: `organogram.as_of`, with posts, tasks and evidence in every box: more than the others
  give. Boxes are kept for the days on which they do not change (docs/architecture.md): **under 0.5 ms is
  reached thanks to what is kept.** *A day not yet asked*: another day on which something changed; only the
  boxes that changed are made. *Nothing kept*: every box is made, the register has its indexes. *Names
  only*: the same tree as the other ways give, with names, nothing kept: compare this one with PostgreSQL.
  *Told in full* is what our pages ask: the same with sentences and sources.
* *Our HTTP*: one process of `organograaf serve`, a connection that stays open, the organogram as JSON with
  all its boxes; *warm* are bytes kept from the first time.
* The sum: registers are all in memory for it, which `organograaf serve` does within its memory budget only;
  strangers ask such questions of `/sparql`.
* *SPARQL*: over the facts with their four days, each organisation in a graph, as our registers are; two
  queries per level, since a property path cannot look at dates. Virtuoso compares texts of
  dates: it compares dates wrongly.
* *rdflib*: the same queries on a data set in memory. Only its first answer to each question is compared.
* *PostgreSQL*: one round trip per question over a local socket, prepared statements planned for each day,
  tables of joined spells with four days each, `WITH RECURSIVE` for the tree and the lineage.
* A way stops after some seconds (`--most`), but not before two answers; such a row ends in *stopped*.
* Memory is proportional set size: of a server with its processes; of what is in this process, the growth.
  *Start* is from nothing to the first answer. The region is validated when it is built.
* The queries and the schema are in `scripts/benchmarks/queries/`.
"""


_WARM = "the warm organogram under 0.5 ms"
_OTHER_DAY = "of a day not yet asked too"
_HTTP = "over HTTP under 3 ms"
_AHEAD = "ahead of PostgreSQL on every question (share of its time)"
_GROWN = "at the largest size at most twice as slow as at the smallest"
_FIRST = "first touch of a city under 300 ms"
_BUILD = "build of the largest size under 600 s"
_HELD = "the build within 8 GB"
_WHY = {
    _WARM: "more boxes than can be looked up in that time",
    _OTHER_DAY: "a change makes anew every box from the one that changed up to the root, in Python",
    _HTTP: "the web framework and the keeping of bytes take longer here than the organogram",
    _AHEAD: "what is not kept is made in Python; for a sum, register by register",
    _GROWN: "a register does not grow with the region; the processor's caches hold less of more registers",
    _FIRST: "the facts of the city are read from the store and joined, in Python",
    _BUILD: "every city is validated on each day on which something changes there",
    _HELD: "the region is held at once somewhere",
}


def page(outcomes: Sequence[Outcome], plan: Plan) -> str:
    """Return the page."""
    parts = [_HEAD, _machine(plan), *_aims(outcomes), *_growth(outcomes)]
    parts += [piece for outcome in outcomes for piece in _world(outcome)]
    return "".join((*parts, _NOTES))


def _machine(plan: Plan) -> str:
    packages = ", ".join(f"{name} {version(name)}" for name in ("pyoxigraph", "rdflib", "organograaf"))
    return (
        f"\n{datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} cores ({platform.machine()}), Python "
        f"{platform.python_version()}, {packages}, {stores.postgres_version() or 'no PostgreSQL'}. "
        f"The regions: {plan.years} years, seed {plan.seed}. "
        f"Load of the machine at the end: {os.getloadavg()[0]:.1f}.\n"
    )


def _aims(outcomes: Sequence[Outcome]) -> Iterator[str]:
    yield "\n## The aims\n\n| aim | figure | |\n|---|---|---|\n"
    trees = [(one.size, one.tables["tree"]) for one in outcomes if "tree" in one.tables]
    if trees:
        yield _below(_WARM, [(s, t[REGISTER].median) for s, t in trees], 0.5)
        yield _below(_OTHER_DAY, [(s, t[OTHER_DAY].median) for s, t in trees], 0.5)
        yield _below(_HTTP, [(s, t[HTTP].median) for s, t in trees], 3)
    ahead = [
        (f"{one.size} {name}{_NAMED.get(way, '')}", table[way].median / table[POSTGRES].median)
        for one in outcomes
        for name, table in one.tables.items()
        if POSTGRES in table
        for way in ((REGISTER, NAMES_ONLY) if name == "tree" else (REGISTER,))
    ]
    if ahead:
        yield _below(_AHEAD, ahead, 1)
    ratios = [(name, times[-1] / times[0]) for name, times in _grown(outcomes) if name != "count"]
    if ratios:
        yield _below(_GROWN, ratios, 2)
    largest = outcomes[-1]
    if largest.touched:
        first = [(f"{largest.name}, p95", largest.touched.high)]
        yield _below(_FIRST, first, 300)
    if largest.size != ANTWERP:
        yield _below(_BUILD, [("s", largest.built.seconds)], 600)
        yield _below(_HELD, [("GB", largest.built.most / 1e9)], 8)


def _below(aim: str, figures: Iterable[tuple[str, float]], bound: float) -> str:
    found = list(figures)
    told = ", ".join(f"{name}: {_short(figure)}" for name, figure in found)
    missed = [name for name, figure in found if figure >= bound]
    why = f"missed ({', '.join(missed)}): {_WHY[aim]}" if missed else "met"
    return f"| {aim} | {told} | {why} |\n"


def _grown(outcomes: Iterable[Outcome]) -> list[tuple[str, list[float]]]:
    regions = [one for one in outcomes if one.size != ANTWERP]
    if len(regions) < 2:
        return []
    return [(name, [one.tables[name][REGISTER].median for one in regions]) for name in regions[0].tables]


def _growth(outcomes: Sequence[Outcome]) -> Iterator[str]:
    regions = [one for one in outcomes if one.size != ANTWERP]
    if len(regions) < 2:
        return
    yield "\n## The growth with the region\n\nMedians per size, and the last as a multiple of the first.\n\n"
    yield f"| question | way | {' | '.join(one.name for one in regions)} | growth |\n"
    yield "|---|---|" + "---:|" * (len(regions) + 1) + "\n"
    for name in regions[0].tables:
        for way in regions[0].tables[name]:
            times = [one.tables[name][way].median for one in regions if way in one.tables[name]]
            told = [_short(time) for time in times] + ["—"] * (len(regions) - len(times))
            grown = f"{times[-1] / times[0]:.1f}" if len(times) == len(regions) else "—"
            yield f"| {_TITLES[name][0]} | {way} | {' | '.join(told)} | {grown} |\n"


def _world(outcome: Outcome) -> Iterator[str]:
    yield f"\n## {outcome.name}\n\n{outcome.facts:,} facts; built in {outcome.built.seconds:.1f} s, "
    yield f"with at most {outcome.built.most / _MIB:,.0f} MiB.\n\n"
    yield "| engine | load, s | start, s | memory, MiB | disk, MiB |\n|---|---:|---:|---:|---:|\n"
    for name, cost in outcome.costs.items():
        yield _cost(name, cost)
    for name, why in outcome.left_out.items():
        yield f"| {name} | left out: {why} | | | |\n"
    if touched := outcome.touched:
        yield f"\nThe first question about a city, over HTTP ({touched.count} cities): median "
        yield f"{touched.median:.0f} ms, p95 {touched.high:.0f} ms.\n"
    for name, table in outcome.tables.items():
        yield from _table(name, table)


def _cost(name: str, cost: Cost) -> str:
    seconds = (f"{one:.2f}" if one is not None else "" for one in (cost.loading, cost.starting))
    sizes = (f"{one / _MIB:,.1f}" if one is not None else "" for one in (cost.held, cost.size))
    return f"| {name} | {' | '.join((*seconds, *sizes))} |\n"


def _table(name: str, found: dict[str, Timed]) -> Iterator[str]:
    title, meaning = _TITLES[name]
    yield f"\n### {title}\n\n{meaning[0].upper()}{meaning[1:]}.\n\n"
    yield "| way | median | p95 | ratio | asked |\n|---|---:|---:|---:|---:|\n"
    first = found[REGISTER].median
    for way, timed in found.items():
        asked = f"{timed.count}{', stopped' if timed.stopped else ''}"
        ratio = f"{timed.median / first:,.1f}"
        yield f"| {way} | {_short(timed.median)} | {_short(timed.high)} | {ratio} | {asked} |\n"


def _short(figure: float) -> str:
    return f"{figure:,.3f}" if figure < 10 else f"{figure:,.1f}"
