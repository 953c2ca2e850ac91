"""The engines filled with a world: in memory, on disk, and in a PostgreSQL of our own."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from glob import glob
from itertools import chain
from pathlib import Path
from typing import Any

import pyoxigraph as ox
from rdflib import Graph, URIRef

from benchmarks.answers import NAMES
from benchmarks.engines import text
from benchmarks.worlds import World
from organograaf.graphs import bounds, event_dates, term
from organograaf.model import Literal, Spell
from organograaf.period import Period
from organograaf.store import Oxigraph
from organograaf.vocab import GRAAF, ORG, RDF, SKOS

_GRAPH = "urn:organograaf:bench"
Tables = dict[str, list[tuple[object, ...]]]


@contextmanager
def oxigraph(world: World) -> Iterator[Any]:
    """Yield what asks an embedded Oxigraph on disk, filled as a build does."""
    with tempfile.TemporaryDirectory() as folder:
        made = Oxigraph.create(Path(folder))
        rows = ((s, p, o) for _, s, p, o in world.tree.rows())
        made.add([*rows, *bounds(world.register), *event_dates(world.register)], _GRAPH)
        made.close()
        del made
        store = ox.Store.read_only(folder)

        def ask(query: str) -> Iterable[Sequence[str]]:
            solutions = store.query(query, default_graph=ox.NamedNode(_GRAPH))
            return ([cell.value for cell in solution] for solution in solutions)

        yield ask


@contextmanager
def rdflib(world: World) -> Iterator[Any]:
    """Yield what asks one rdflib graph in memory."""
    graph = Graph(bind_namespaces="none")
    for file in (*world.tree.facts, *world.tree.ontology):
        graph += file.graph
    for subject, predicate, value in chain(bounds(world.register), event_dates(world.register)):
        graph.add((URIRef(subject), URIRef(predicate), term(value)))
    yield lambda query: ([str(cell) for cell in row] for row in graph.query(query))


@contextmanager
def postgres(world: World) -> Iterator[Any]:
    """Yield a connection to a temporary PostgreSQL on a socket of its own, or None where there is none."""
    try:
        import psycopg
    except ImportError:
        yield None
        return
    programs = _programs()
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
        options = f"-k {folder} -c listen_addresses='' -c jit=off"
        subprocess.run([*control, "-o", options, "start"], check=True, capture_output=True, cwd=folder)
        try:
            with psycopg.connect(host=folder, user="bench", dbname="postgres", autocommit=True) as connection:
                _fill(connection, world)
                yield connection
        finally:
            subprocess.run([*control, "-m", "immediate", "stop"], check=True, capture_output=True, cwd=folder)


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


def _fill(connection: Any, world: World) -> None:
    connection.execute(text("schema.sql"))
    with connection.cursor() as cursor:
        for table, rows in _tables(world.register.spells).items():
            with cursor.copy(f"COPY {table} FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
    connection.execute(text("indexes.sql"))


def _tables(spells: Iterable[Spell]) -> Tables:
    numbers: dict[str, int] = {}

    def number(iri: str) -> int:
        return numbers.setdefault(iri, len(numbers))

    tables: Tables = {
        name: [] for name in ("existence", "placement", "naming", "carrying", "doing", "transfer")
    }
    for spell in spells:
        thing, value, name = spell.subject, spell.object, NAMES.get(spell.predicate, "")
        when = _ranges(spell.period)
        if spell.predicate == RDF.type and isinstance(value, str):
            tables["existence"].append((number(thing), value, *when))
        elif spell.predicate in (ORG.unitOf, ORG.subOrganizationOf, ORG.memberOf) and isinstance(value, str):
            tables["placement"].append((number(thing), number(value), name, *when))
        elif spell.predicate == SKOS.prefLabel and isinstance(value, Literal) and value.lang in ("nl", None):
            tables["naming"].append((number(thing), value.value, *when))
        elif spell.predicate == GRAAF.legalCarrier and isinstance(value, str):
            tables["carrying"].append((number(thing), number(value), *when))
        elif spell.predicate == GRAAF.transferredTo and isinstance(value, str):
            tables["transfer"].append((number(thing), number(value)))
        elif name in ("responsibleFor", "carriesOut", "contributesTo") and isinstance(value, str):
            tables["doing"].append((number(thing), name, number(value), *when))
    return {"thing": [(n, iri) for iri, n in numbers.items()], **tables}


def _ranges(period: Period) -> tuple[str, str]:
    return (
        _range(period.earliest_start, period.latest_end),
        _range(period.latest_start, period.earliest_end),
    )


def _range(since: object, until: object) -> str:
    return f"[{since},{until})" if str(since) < str(until) else "empty"
