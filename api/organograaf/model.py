"""The things the graph speaks of, as immutable values without RDF.

IRIs are plain strings here; `Literal` is any other value. Source: docs/model.md.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from organograaf.period import Moment, Period, remote


class Basis(Enum):
    """Whether a source says so, or we concluded it."""

    STATED = "stated"
    INFERRED = "inferred"


class Modality(Enum):
    """Whether something was so, or was only intended."""

    ASSERTED = "asserted"
    PLANNED = "planned"


class Rank(Enum):
    """How a fact stands beside others that contradict it."""

    NORMAL = "normal"
    PREFERRED = "preferred"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True)
class Literal:
    """A value that is not a thing: text with a language, number, date."""

    value: str
    lang: str | None = None
    datatype: str | None = None


Value = str | Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One statement by one source, with what it says about time.

    `started_by` and `ended_by` are the IRIs of change events, whose date is shared.
    `qualifiers` are further properties of the statement: capacity, share, event …
    """

    iri: str
    graph: str
    subject: str
    predicate: str
    object: Value
    start: Moment | None = None
    end: Moment | None = None
    started_by: str | None = None
    ended_by: str | None = None
    attested: tuple[Moment, Moment] | None = None
    basis: Basis = Basis.STATED
    modality: Modality = Modality.ASSERTED
    rank: Rank = Rank.NORMAL
    reasoning: str | None = None
    evidence: tuple[str, ...] = ()
    qualifiers: tuple[tuple[str, Value], ...] = ()

    def qualifier(self, predicate: str) -> Value | None:
        """Return the first value of a qualifier, or None."""
        return next((value for name, value in self.qualifiers if name == predicate), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """A statement over one unbroken stretch of time: facts of equal content joined.

    `mentioned` are the first and last day between which they confirm it.
    """

    subject: str
    predicate: str
    object: Value
    period: Period
    start: Moment | None = None
    end: Moment | None = None
    mentioned: tuple[date, date] = (date.max, date.min)
    facts: tuple[Fact, ...]

    def remote(self, day: date) -> int:
        """Return the days from `day` to the days between which its facts mention it."""
        return remote(self.mentioned, day)

    @property
    def basis(self) -> Basis:
        """Stated as soon as one of its facts is."""
        stated = any(fact.basis is Basis.STATED for fact in self.facts)
        return Basis.STATED if stated else Basis.INFERRED

    def qualifier(self, predicate: str) -> Value | None:
        """Return the first value of a qualifier among its facts, or None."""
        found = (fact.qualifier(predicate) for fact in self.facts)
        return next((value for value in found if value is not None), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A place in a source: heading path and a short phrase to find it by."""

    iri: str
    source: str
    section: str
    phrase: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A public document, and the period it describes."""

    iri: str
    number: str
    title: str
    url: str | None = None
    publisher: str | None = None
    since: Moment | None = None
    until: Moment | None = None
    period_basis: Basis = Basis.STATED
    period_reasoning: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """One file of facts: its source, when it was recorded, what it replaces."""

    iri: str
    source: str | None = None
    recorded: date | None = None
    revises: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A change event, on a day that may be uncertain (None: nothing is known).

    `moment` is the day from which it has effect, `decided` the day on which it was decided.
    """

    iri: str
    label: str
    kind: str | None = None
    moment: Moment | None = None
    decided: Moment | None = None
    evidence: tuple[str, ...] = field(default=())
