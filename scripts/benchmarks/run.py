"""The benchmark: build, fill, check that all answers are equal, and time."""

import gc
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field

from benchmarks import servers, stores
from benchmarks.engines import QUESTIONS, Engine, InRegister, InSparql
from benchmarks.measure import Question, Timed, summed, timed
from benchmarks.served import InHttp, ours
from benchmarks.ways import POSTGRES, RDFLIB, REGISTER, ways
from benchmarks.worlds import World, antwerp, region

ANTWERP = "antwerp"
RDFLIB_MOST = 40_000  # facts: beyond, its memory and minutes of reading tell nothing new
TOUCHED = 20


@dataclass(slots=True, kw_only=True)
class Outcome:
    """All that was measured of one world. `size` is a number of cities, or ANTWERP."""

    size: str
    name: str
    facts: int
    built: servers.Ran
    costs: dict[str, servers.Cost] = field(default_factory=dict)
    tables: dict[str, dict[str, Timed]] = field(default_factory=dict)
    left_out: dict[str, str] = field(default_factory=dict)
    touched: Timed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What to run, and how long."""

    sizes: Sequence[str]
    only: Sequence[str]
    years: int
    seed: int
    rounds: int
    most: float


def benchmark(plan: Plan) -> Iterator[Outcome]:
    """Yield what was measured of each world, in turn."""
    for size in plan.sizes:
        made = antwerp() if size == ANTWERP else region(int(size), plan.years, plan.seed)
        _tell(f"{size}: building")
        with made as world:
            yield _measured(size, world, plan)


def _measured(size: str, world: World, plan: Plan) -> Outcome:
    found = Outcome(size=size, name=world.name, facts=world.facts, built=world.built)
    found.costs["register"] = world.cost
    with ExitStack() as stack:
        http, found.costs["our HTTP"] = stack.enter_context(ours(world))
        found.touched = _touched(world, http)
        engines: dict[str, Engine] = {REGISTER: InRegister(world.registers)}
        for name, engine, cost in _filled(world, stack, found.left_out):
            engines[name], found.costs[name] = engine, cost
        gc.collect()
        gc.freeze()  # as in a server that read its data: what stays is not looked through again
        questions = dict(zip(QUESTIONS, world.questions, strict=True))
        for name in (one for one in plan.only if questions[one]):
            _tell(f"{size}: {name}")
            _same(name, engines, questions[name], plan.most)
            if name == "tree":
                _same_over_http(http, world)
            asked = ways(name, engines, http, world.asked)
            found.tables[name] = timed(asked, questions[name], plan.rounds, plan.most)
        gc.unfreeze()
    return found


def _filled(
    world: World, stack: ExitStack, left_out: dict[str, str]
) -> Iterator[tuple[str, Engine, servers.Cost]]:
    """Fill the engines one by one; tell in `left_out` why one is not there."""
    _tell("filling Oxigraph")
    yield "Oxigraph, embedded", *stack.enter_context(stores.oxigraph(world))
    if servers.OXIGRAPH.exists():
        server = stack.enter_context(servers.oxigraph(world.quads))
        yield "Oxigraph, over HTTP", InSparql(server.ask), _cost(server, world)
    else:
        left_out["Oxigraph, over HTTP"] = "not installed: `pip install oxigraph`"
    _tell("filling Virtuoso")
    if servers.virtuoso_found():
        server = stack.enter_context(servers.virtuoso(world.quads))
        yield "Virtuoso, over HTTP", InSparql(server.ask, "virtuoso"), _cost(server, world)
    else:
        left_out["Virtuoso, over HTTP"] = "not installed: Debian's `virtuoso-opensource`"
    _tell("filling PostgreSQL and rdflib")
    if filled := stack.enter_context(stores.postgres(world)):
        yield POSTGRES, *filled
    else:
        left_out[POSTGRES] = "not installed: `postgresql`, and `pip install -e .[bench]`"
    if world.facts <= RDFLIB_MOST:
        yield RDFLIB, *stack.enter_context(stores.rdflib(world))
    else:
        left_out[RDFLIB] = f"more than {RDFLIB_MOST:,} facts: minutes to read, and seconds per question"


def _cost(server: servers.Server, world: World) -> servers.Cost:
    engine = InSparql(server.ask, "virtuoso" if server.path == "/sparql" else "")
    start = time.perf_counter()
    engine.tree(*world.trees[0])
    first = time.perf_counter() - start
    held, size = servers.memory(server.pid), servers.on_disk(server.folder)
    return servers.Cost(server.loading, server.starting + first, size, held)


def _touched(world: World, http: InHttp) -> Timed | None:
    """Ask a running server for cities of which nobody asked it yet."""
    cities = [city for city in world.registers if city not in world.asked][:TOUCHED]
    took = []
    for city in cities:
        start = time.perf_counter()
        http.get(city, world.trees[-1][1])
        took.append((time.perf_counter() - start) * 1000)
    return summed(took) if took else None


def _same(name: str, engines: Mapping[str, Engine], questions: Iterable[Question], most: float) -> None:
    """Ask all engines the same and refuse to time when answers differ; as long as `most`, rdflib once."""
    expected = {question: getattr(engines[REGISTER], name)(*question) for question in questions}
    for one, engine in engines.items():
        until = time.perf_counter() + (0 if one == RDFLIB else most)
        for number, (question, right) in enumerate(expected.items()):
            if number and time.perf_counter() > until:
                break
            found = getattr(engine, name)(*question)
            if found != right:
                more, less = sorted(found - right)[:5], sorted(right - found)[:5]
                raise SystemExit(f"{one} answers {name} {question} otherwise: + {more} - {less}")


def _same_over_http(http: InHttp, world: World) -> None:
    right = InRegister(world.registers)
    http.wake()
    for question in world.trees:
        if http.tree(*question) != right.tree(*question):
            raise SystemExit(f"our server answers {question} otherwise")


def _tell(what: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {what}", file=sys.stderr, flush=True)
