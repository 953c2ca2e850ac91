"""What the data covers, year by year and source by source: a pure function of a register.

It tells a reader how much weight an organogram of a year can bear.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from organograaf.model import Basis, Fact, Modality, Rank, Value
from organograaf.period import Certainty
from organograaf.register import Register
from organograaf.vocab import GRAAF, ORG, RDF, kind

YEARS = range(2001, 2026)

_TASKS = (GRAAF.responsibleFor, GRAAF.carriesOut, GRAAF.contributesTo)


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """What is known of 1 July of a year.

    `units` and `tasks` are certain on that day, the others only possible. Posts count
    when they are possible; a post is `held` when somebody possibly held it.
    """

    year: int
    units: int
    units_maybe: int
    held: int
    unheld: int
    tasks: int
    tasks_maybe: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """The years, and the whole: facts per source number, and how well they are founded.

    `statements` are distinct subject, predicate and object of facts that hold;
    `alone` are those that one source says.
    """

    years: tuple[Year, ...]
    sources: tuple[tuple[str, str, int], ...]
    stated: int
    inferred: int
    statements: int
    alone: int
    questions: int
    discrepancies: int


def coverage(register: Register, years: Iterable[int] = YEARS) -> Coverage:
    """Count what a register knows. Cost: one pass over its spells for each year."""
    said = _said(register)
    basis = Counter(fact.basis for fact in register.facts)
    return Coverage(
        years=tuple(_year(register, year) for year in years),
        sources=_sources(register),
        stated=basis[Basis.STATED],
        inferred=basis[Basis.INFERRED],
        statements=len(said),
        alone=sum(len(sources) == 1 for sources in said.values()),
        questions=_typed(register, GRAAF.OpenQuestion),
        discrepancies=_typed(register, GRAAF.Discrepancy),
    )


def _year(register: Register, year: int) -> Year:
    day = date(year, 7, 1)
    units: dict[Certainty, set[str]] = {certainty: set() for certainty in Certainty}
    tasks: dict[Certainty, set[str]] = {certainty: set() for certainty in Certainty}
    posts: set[str] = set()
    held: set[str] = set()
    for spell in register.spells:
        certainty = spell.period.on(day)
        if certainty is Certainty.NO:
            continue
        if spell.predicate == RDF.type and spell.object == ORG.OrganizationalUnit:
            units[certainty].add(spell.subject)
        elif spell.predicate == RDF.type and spell.object == ORG.Post:
            posts.add(spell.subject)
        elif spell.predicate == ORG.heldBy:
            held.add(spell.subject)
        elif spell.predicate in _TASKS and isinstance(spell.object, str) and kind(spell.object) == "task":
            tasks[certainty].add(spell.object)
    return Year(
        year=year,
        units=len(units[Certainty.CERTAIN]),
        units_maybe=len(units[Certainty.POSSIBLE] - units[Certainty.CERTAIN]),
        held=len(posts & held),
        unheld=len(posts - held),
        tasks=len(tasks[Certainty.CERTAIN]),
        tasks_maybe=len(tasks[Certainty.POSSIBLE] - tasks[Certainty.CERTAIN]),
    )


def _sources(register: Register) -> tuple[tuple[str, str, int], ...]:
    counted = Counter(_source(register, fact) for fact in register.facts)
    return tuple(
        sorted((source.number, source.title, counted[iri]) for iri, source in register.sources.items())
    )


def _said(register: Register) -> dict[tuple[str, str, Value], set[str]]:
    said: dict[tuple[str, str, Value], set[str]] = {}
    for fact in register.facts:
        if fact.modality is Modality.ASSERTED and fact.rank is not Rank.DISPUTED:
            said.setdefault((fact.subject, fact.predicate, fact.object), set()).add(_source(register, fact))
    return said


def _source(register: Register, fact: Fact) -> str:
    graph = register.graphs.get(fact.graph)
    return (graph.source if graph else None) or fact.graph


def _typed(register: Register, class_: str) -> int:
    return sum(class_ in properties.get(RDF.type, ()) for properties in register.plain.values())
