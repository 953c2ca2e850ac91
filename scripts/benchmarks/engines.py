"""The same five questions, put to registers, to SPARQL engines and to PostgreSQL."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from benchmarks.answers import NAMES, Counts, Doers, Edges, Said, Things, Turned, of_delta, state, turned
from organograaf.difference.snapshot import TASKS, shifts
from organograaf.lineage.follow import follow
from organograaf.organogram import as_of
from organograaf.organogram.tree import Tree
from organograaf.period import Certainty
from organograaf.register import Register
from organograaf.vocab import ORG, RDF

_QUERIES = Path(__file__).resolve().parent / "queries"
QUESTIONS = ("tree", "difference", "lineage", "who", "count")


class Engine(Protocol):
    """What can answer the five questions; `city` is the organisation that one is about."""

    def tree(self, city: str, day: date) -> Things: ...
    def difference(self, city: str, since: date, until: date) -> Turned: ...
    def lineage(self, city: str, unit: str) -> Edges: ...
    def who(self, city: str, task: str, day: date) -> Doers: ...
    def count(self, day: date) -> Counts: ...


@cache
def text(name: str) -> str:
    """Return a query file."""
    return (_QUERIES / name).read_text(encoding="utf-8")


class InRegister:
    """Our own way: pure views of registers in memory, one per organisation."""

    def __init__(self, registers: Mapping[str, Register]) -> None:
        self.registers = registers

    def tree(self, city: str, day: date) -> Things:
        return frozenset(node.iri for _, node in as_of(self.registers[city], day, root=city).root.walk())

    def names(self, city: str, day: date) -> list[tuple[str, str]]:
        """Return what stands under a root with its name: what the other ways give, and no more."""
        register = self.registers[city]
        return [(iri, register.label(iri, day)) for iri in Tree(register, day).under(city)]

    def difference(self, city: str, since: date, until: date) -> Turned:
        register = self.registers[city]
        things = {
            iri
            for day in (since, until)
            if register.on(day, city, RDF.type)
            for iri in Tree(register, day).under(city)
        }
        return of_delta(shifts(register, since, until, things))

    def lineage(self, city: str, unit: str) -> Edges:
        ways = [follow(self.registers[city], unit, back=back) for back in (True, False)]
        return frozenset((one.old.iri, one.new.iri) for way in ways for one in way.steps)

    def who(self, city: str, task: str, day: date) -> Doers:
        return frozenset(
            (spell.subject, NAMES[predicate], certainty is Certainty.CERTAIN)
            for predicate in TASKS
            for spell, certainty in self.registers[city].to_on(day, task, predicate)
        )

    def count(self, day: date) -> Counts:
        return frozenset(
            (city, kind, number)
            for city, register in self.registers.items()
            for kind, number in _counted(register, day).items()
        )


def _counted(register: Register, day: date) -> Counter[str]:
    sure = {
        (spell.subject, str(spell.object))
        for spell in register.spells_of(ORG.classification)
        if spell.period.on(day) is Certainty.CERTAIN
    }
    return Counter(
        kind
        for unit, kind in sure
        if any(
            certainty is Certainty.CERTAIN and life.object == ORG.OrganizationalUnit
            for life, certainty in register.on(day, unit, RDF.type)
        )
    )


Ask = Callable[[str, str | None], Iterable[Sequence[str]]]


class InSparql:
    """The same over the facts, each organisation in a graph: level by level, as a path cannot look at dates.

    `ask` puts a query to one graph, or (None) to a data set of all. `queries` is a folder of queries that
    go before the usual ones.
    """

    def __init__(self, ask: Ask, queries: str = "") -> None:
        self._ask = ask
        self._queries = queries

    def tree(self, city: str, day: date) -> Things:
        edges: set[tuple[str, str]] = set()
        level, seen = [city], {city}
        while level:
            rows = self._put("level.rq", city, [(_iri(parent), _day(day)) for parent in level])
            said = list(self._said(city, {row[0] for row in rows}, day))
            living = {thing for thing, predicate, _, _ in said if predicate == "type"}
            sure: dict[str, set[str]] = {}
            for thing, name, at, certain in said:
                if certain and name in ("unitOf", "subOrganizationOf"):
                    sure.setdefault(thing, set()).add(at)
            for child, parent, predicate, certain in rows:
                placed = sure.get(child, set()) - {parent}
                if child in living and (_is_true(certain) or NAMES[predicate] == "memberOf" or not placed):
                    edges.add((child, parent))
            level = sorted({child for child, _ in edges} - seen)
            seen.update(level)
        return frozenset(seen)

    def difference(self, city: str, since: date, until: date) -> Turned:
        things = self.tree(city, since) | self.tree(city, until)
        return turned(*(state(self._said(city, things, day)) for day in (since, until)))

    def lineage(self, city: str, unit: str) -> Edges:
        return frozenset({*self._follow("onward.rq", city, unit, 1), *self._follow("back.rq", city, unit, 0)})

    def who(self, city: str, task: str, day: date) -> Doers:
        rows = self._put("who.rq", city, [(_iri(task), _day(day))])
        return frozenset((unit, NAMES[predicate], _is_true(certain)) for unit, predicate, certain in rows)

    def count(self, day: date) -> Counts:
        rows = self._put("count.rq", None, [(_day(day),)])
        return frozenset((city, kind, int(number)) for city, kind, number in rows)

    def _said(self, city: str, things: Iterable[str], day: date) -> Iterable[Said]:
        rows = self._put("statements.rq", city, [(_iri(thing), _day(day)) for thing in sorted(things)])
        return ((thing, NAMES[predicate], value, _is_true(sure)) for thing, predicate, value, sure in rows)

    def _follow(self, name: str, city: str, unit: str, end: int) -> set[tuple[str, ...]]:
        found: set[tuple[str, ...]] = set()
        level = [unit]
        while level:
            rows = {tuple(row) for row in self._put(name, city, [(_iri(one),) for one in level])} - found
            found |= rows
            level = sorted({row[end] for row in rows})
        return found

    def _put(self, name: str, city: str | None, rows: Iterable[tuple[str, ...]]) -> list[Sequence[str]]:
        """Ask a query with its one VALUES row of UNDEF replaced by typed terms."""
        own = f"{self._queries}/{name}"
        found = own if self._queries and (_QUERIES / own).exists() else name
        head, _, rest = text(found).partition("{ (UNDEF")
        given = " ".join(f"({' '.join(row)})" for row in rows)
        if not given:
            return []
        return list(self._ask(f"{head}{{ {given} }}{rest.partition('}')[2]}", city))


class InPostgres:
    """The same in SQL, each question in one round trip."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def tree(self, city: str, day: date) -> Things:
        return frozenset(thing for (thing,) in self._put("tree.sql", root=city, day=day))

    def difference(self, city: str, since: date, until: date) -> Turned:
        rows = self._put("difference.sql", root=city, since=since, until=until)
        return turned(*(state(row[1:] for row in rows if row[0] == at) for at in (1, 2)))

    def lineage(self, city: str, unit: str) -> Edges:
        return frozenset(self._put("lineage.sql", unit=unit))

    def who(self, city: str, task: str, day: date) -> Doers:
        return frozenset(self._put("who.sql", city=city, task=task, day=day))

    def count(self, day: date) -> Counts:
        return frozenset(self._put("count.sql", day=day))

    def _put(self, name: str, **given: object) -> list[Any]:
        return self._connection.execute(text(name), given, prepare=True).fetchall()


def _is_true(value: str) -> bool:
    return value in ("true", "1")


def _iri(value: str) -> str:
    if any(char in value for char in '<>"{}|\\^` \n'):
        raise ValueError(value)
    return f"<{value}>"


def _day(day: date) -> str:
    return f'"{day}"^^<http://www.w3.org/2001/XMLSchema#date>'
