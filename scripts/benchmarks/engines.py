"""The same four questions, put to a register, to a SPARQL engine and to PostgreSQL."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from benchmarks.answers import NAMES, Doers, Edges, Said, Things, Turned, of_snapshots, state, turned
from organograaf.difference.snapshot import TASKS, snapshot
from organograaf.lineage.follow import follow
from organograaf.organogram import as_of
from organograaf.period import Certainty
from organograaf.register import Register
from organograaf.vocab import RDF

_QUERIES = Path(__file__).resolve().parent / "queries"


class Engine(Protocol):
    """What can answer the four questions."""

    def tree(self, root: str, day: date) -> Things: ...
    def difference(self, root: str, since: date, until: date) -> Turned: ...
    def lineage(self, unit: str) -> Edges: ...
    def who(self, task: str, day: date) -> Doers: ...


@cache
def text(name: str) -> str:
    """Return a query file."""
    return (_QUERIES / name).read_text(encoding="utf-8")


class InRegister:
    """Our own way: pure views of a warm register."""

    def __init__(self, register: Register) -> None:
        self.register = register

    def tree(self, root: str, day: date) -> Things:
        view = as_of(self.register, day, root=root)
        return frozenset(node.iri for _, node in view.root.walk())

    def difference(self, root: str, since: date, until: date) -> Turned:
        things = {
            node.iri
            for day in (since, until)
            if self.register.on(day, root, RDF.type)
            for _, node in as_of(self.register, day, root=root).root.walk()
        }
        return of_snapshots(snapshot(self.register, since, things), snapshot(self.register, until, things))

    def lineage(self, unit: str) -> Edges:
        ways = [follow(self.register, unit, back=back) for back in (True, False)]
        return frozenset((one.old.iri, one.new.iri) for way in ways for one in way.steps)

    def who(self, task: str, day: date) -> Doers:
        return frozenset(
            (spell.subject, NAMES[predicate], certainty is Certainty.CERTAIN)
            for predicate in TASKS
            for spell, certainty in self.register.to_on(day, task, predicate)
        )


Ask = Callable[[str], Iterable[Sequence[str]]]


class InSparql:
    """The same over the facts: level by level, since a path cannot look at dates."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask

    def tree(self, root: str, day: date) -> Things:
        edges: set[tuple[str, str]] = set()
        level, seen = [root], {root}
        while level:
            rows = self._put("level.rq", [(_iri(parent), _day(day)) for parent in level])
            said = list(self._said({row[0] for row in rows}, day))
            living = {thing for thing, predicate, _, _ in said if predicate == "type"}
            sure: dict[str, set[str]] = {}
            for thing, name, at, certain in said:
                if certain and name in ("unitOf", "subOrganizationOf"):
                    sure.setdefault(thing, set()).add(at)
            for child, parent, predicate, certain in rows:
                placed = sure.get(child, set()) - {parent}
                if child in living and (certain == "true" or NAMES[predicate] == "memberOf" or not placed):
                    edges.add((child, parent))
            level = sorted({child for child, _ in edges} - seen)
            seen.update(level)
        return frozenset(seen)

    def difference(self, root: str, since: date, until: date) -> Turned:
        things = self.tree(root, since) | self.tree(root, until)
        return turned(*(state(self._said(things, day)) for day in (since, until)))

    def lineage(self, unit: str) -> Edges:
        return frozenset({*self._follow("onward.rq", unit, 1), *self._follow("back.rq", unit, 0)})

    def who(self, task: str, day: date) -> Doers:
        rows = self._put("who.rq", [(_iri(task), _day(day))])
        return frozenset((unit, NAMES[predicate], certain == "true") for unit, predicate, certain in rows)

    def _said(self, things: Iterable[str], day: date) -> Iterable[Said]:
        rows = self._put("statements.rq", [(_iri(thing), _day(day)) for thing in sorted(things)])
        return ((thing, NAMES[predicate], value, sure == "true") for thing, predicate, value, sure in rows)

    def _follow(self, name: str, unit: str, end: int) -> set[tuple[str, ...]]:
        found: set[tuple[str, ...]] = set()
        level = [unit]
        while level:
            rows = {tuple(row) for row in self._put(name, [(_iri(one),) for one in level])} - found
            found |= rows
            level = sorted({row[end] for row in rows})
        return found

    def _put(self, name: str, rows: Iterable[tuple[str, ...]]) -> list[Sequence[str]]:
        """Ask a query with its one VALUES row of UNDEF replaced by typed terms."""
        head, _, rest = text(name).partition("{ (UNDEF")
        given = " ".join(f"({' '.join(row)})" for row in rows)
        if not given:
            return []
        return list(self._ask(f"{head}{{ {given} }}{rest.partition('}')[2]}"))


class InPostgres:
    """The same in SQL, each question in one round trip."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def tree(self, root: str, day: date) -> Things:
        return frozenset(thing for (thing,) in self._put("tree.sql", root=root, day=day))

    def difference(self, root: str, since: date, until: date) -> Turned:
        rows = self._put("difference.sql", root=root, since=since, until=until)
        return turned(*(state(row[1:] for row in rows if row[0] == at) for at in (1, 2)))

    def lineage(self, unit: str) -> Edges:
        return frozenset(self._put("lineage.sql", unit=unit))

    def who(self, task: str, day: date) -> Doers:
        return frozenset(self._put("who.sql", task=task, day=day))

    def _put(self, name: str, **given: object) -> list[Any]:
        return self._connection.execute(text(name), given, prepare=True).fetchall()


def _iri(value: str) -> str:
    if any(char in value for char in '<>"{}|\\^` \n'):
        raise ValueError(value)
    return f"<{value}>"


def _day(day: date) -> str:
    return f'"{day}"^^<http://www.w3.org/2001/XMLSchema#date>'
