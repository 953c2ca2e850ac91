"""The engines filled with a world: in memory, on disk, and in a PostgreSQL of our own."""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from glob import glob
from pathlib import Path
from typing import Any

import pyoxigraph as ox
from rdflib import Dataset, URIRef

from benchmarks.answers import NAMES
from benchmarks.engines import Engine, InPostgres, InSparql, text
from benchmarks.servers import Cost, memory, on_disk
from benchmarks.worlds import World
from organograaf.model import Literal, Spell
from organograaf.period import Period
from organograaf.vocab import GRAAF, ORG, RDF, SKOS

Tables = dict[str, list[tuple[object, ...]]]


@contextmanager
def oxigraph(world: World) -> Iterator[tuple[Engine, Cost]]:
    """Fill an embedded Oxigraph on disk, and open it read-only."""
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        made = ox.Store(folder)
        made.bulk_load(path=str(world.quads), format=ox.RdfFormat.N_QUADS)
        made.flush()
        made.optimize()
        del made
        loading = time.perf_counter() - start
        start, before = time.perf_counter(), memory(os.getpid())
        engine = InSparql(partial(_ask, ox.Store.read_only(folder)))
        engine.tree(*world.trees[0])
        starting, size = time.perf_counter() - start, on_disk(Path(folder))
        yield engine, Cost(loading, starting, size, max(0, memory(os.getpid()) - before))


def _ask(store: ox.Store, query: str, graph: str | None) -> Iterable[Sequence[str]]:
    solutions = store.query(query, default_graph=ox.NamedNode(graph) if graph else None)
    return ([cell.value for cell in solution] for solution in solutions)  # type: ignore[union-attr]


@contextmanager
def rdflib(world: World) -> Iterator[tuple[Engine, Cost]]:
    """Fill an rdflib data set in memory."""
    start, before = time.perf_counter(), memory(os.getpid())
    data = Dataset()
    data.parse(world.quads, format="nquads")
    loading = time.perf_counter() - start

    def ask(query: str, graph: str | None) -> Iterable[Sequence[str]]:
        asked = data.graph(URIRef(graph)) if graph else data
        return ([str(cell) for cell in row] for row in asked.query(query))  # type: ignore[union-attr]

    yield InSparql(ask), Cost(loading, loading, None, max(0, memory(os.getpid()) - before))


@contextmanager
def postgres(world: World) -> Iterator[tuple[Engine, Cost] | None]:
    """Fill a temporary PostgreSQL on a socket of its own; give None where there is none."""
    programs = _programs()
    try:
        import psycopg
    except ImportError:
        programs = None
    if programs is None:
        yield None
        return
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        if as_user:
            shutil.chown(folder, "postgres")
        run = [*as_user, str(programs / "initdb"), "-D", str(data), "-A", "trust", "-U", "bench", "--no-sync"]
        subprocess.run(run, check=True, capture_output=True, cwd=folder)
        control = [*as_user, str(programs / "pg_ctl"), "-D", str(data), "-w", "-l", f"{folder}/log"]
        options = f"-k {folder} -c listen_addresses='' -c shared_buffers=512MB"
        start_it = [*control, "-o", options, "start"]

        def connected() -> Any:
            return psycopg.connect(host=folder, user="bench", dbname="postgres", autocommit=True)

        subprocess.run(start_it, check=True, capture_output=True, cwd=folder)
        try:
            with connected() as connection:
                loading = _fill(connection, world)
            subprocess.run([*control, "stop"], check=True, capture_output=True, cwd=folder)
            start = time.perf_counter()
            subprocess.run(start_it, check=True, capture_output=True, cwd=folder)
            with connected() as connection:
                connection.execute(text("settings.sql"))
                engine = InPostgres(connection)
                engine.tree(*world.trees[0])
                starting = time.perf_counter() - start
                pid = int((data / "postmaster.pid").read_text().split()[0])
                yield engine, Cost(loading, starting, on_disk(data / "base"), memory(pid))
        finally:
            subprocess.run([*control, "-m", "immediate", "stop"], capture_output=True, cwd=folder)


def postgres_version() -> str | None:
    """Return the version of the PostgreSQL that would be started, or None."""
    programs = _programs()
    if programs is None:
        return None
    told = subprocess.run(
        [str(programs / "postgres"), "--version"], check=True, capture_output=True, text=True
    )
    return told.stdout.strip().removeprefix("postgres (").replace("PostgreSQL) ", "PostgreSQL ")


def _programs() -> Path | None:
    found = shutil.which("initdb") or next(iter(sorted(glob("/usr/lib/postgresql/*/bin/initdb"))[::-1]), None)
    return Path(found).resolve().parent if found else None


def _fill(connection: Any, world: World) -> float:
    tables = _tables((city, spell) for city, register in world.registers.items() for spell in register.spells)
    start = time.perf_counter()
    connection.execute(text("schema.sql"))
    with connection.cursor() as cursor:
        for table, rows in tables.items():
            with cursor.copy(f"COPY {table} FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
    connection.execute(text("indexes.sql"))
    return time.perf_counter() - start


def _tables(spells: Iterable[tuple[str, Spell]]) -> Tables:
    numbers: dict[str, int] = {}

    def number(iri: str) -> int:
        return numbers.setdefault(iri, len(numbers))

    names = ("existence", "classification", "placement", "naming", "carrying", "doing", "transfer")
    tables: Tables = {name: [] for name in names}
    for city, spell in spells:
        thing, value, name = spell.subject, spell.object, NAMES.get(spell.predicate, "")
        when = _days(spell.period)
        if isinstance(value, Literal):
            if spell.predicate == SKOS.prefLabel and value.lang in ("nl", None):
                tables["naming"].append((number(thing), value.value, *when))
        elif spell.predicate == RDF.type:
            tables["existence"].append((number(city), number(thing), value, *when))
        elif spell.predicate == ORG.classification:
            tables["classification"].append((number(city), number(thing), number(value), *when))
        elif spell.predicate in (ORG.unitOf, ORG.subOrganizationOf, ORG.memberOf):
            tables["placement"].append((number(thing), number(value), name, *when))
        elif spell.predicate == GRAAF.legalCarrier:
            tables["carrying"].append((number(thing), number(value), *when))
        elif spell.predicate == GRAAF.transferredTo:
            tables["transfer"].append((number(thing), number(value)))
        elif name in ("responsibleFor", "carriesOut", "contributesTo"):
            tables["doing"].append((number(city), number(thing), name, number(value), *when))
    return {"thing": [(n, iri) for iri, n in numbers.items()], **tables}


def _days(period: Period) -> tuple[object, ...]:
    return (period.earliest_start, period.latest_start, period.earliest_end, period.latest_end)
