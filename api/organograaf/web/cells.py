"""Triples as people read them in a table: names, links to what they name, and days in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final
from urllib.parse import quote

from organograaf import words
from organograaf.graphs import Triple
from organograaf.linked import name_of
from organograaf.model import Fact, Literal, Modality, Rank, Spell, Value
from organograaf.organogram.unit import page_of, property_words
from organograaf.register import Register, claim
from organograaf.vocab import BASE, GRAAF, ID, NS, RDF, SKOS, curie, kind
from organograaf.web.places import href
from organograaf.web.question import Question

_IS_A: Final = {"nl": "is een", "en": "is a"}
_FIRST: Final = (RDF.type, SKOS.prefLabel, RDF.subject, RDF.predicate, RDF.object)
_LAST: Final = (GRAAF.basis, GRAAF.reasoning, GRAAF.evidence)
_OUTSIDE: Final = ("https://", "http://")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A value to show: its text, where it leads (None: nowhere), its language, the short form of its IRI."""

    text: str
    href: str | None = None
    lang: str | None = None
    curie: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Values of one property, or of one thing: `name` and what it has."""

    name: Cell
    values: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FactLine:
    """A fact as a row: three terms, its time in words, how it stands on the day, its evidence."""

    fact: Cell
    subject: Cell
    property: Cell
    value: Cell
    when: str
    standing: str
    basis: str
    sources: tuple[Cell, ...]
    graph: Cell


def page_address(register: Register, iri: str) -> str | None:
    """Return the address of the page for people of a thing; None when it has none."""
    if iri in register.sources:
        return f"/sources/{quote(register.sources[iri].number)}"
    page = page_of(register, iri)
    return href(page) if page else None


def address(iri: str, keep: str = "") -> str | None:
    """Return where an IRI leads: ours to this server, others outside; None for no web address."""
    if iri.startswith(NS):
        return "/ns" + keep + "#" + quote(iri.removeprefix(NS))
    if iri.startswith(ID):
        return f"/doc/{quote(iri.removeprefix(ID))}{keep}"
    if iri.startswith(BASE + "dataset/"):
        return f"/dataset{keep}"
    if iri.startswith(BASE):
        return f"/{quote(iri.removeprefix(BASE))}"
    return iri if iri.startswith(_OUTSIDE) else None


@dataclass(frozen=True, slots=True)
class Cells:
    """Makes cells in the language of a question, with links that keep the question."""

    register: Register
    question: Question

    def value(self, value: Value) -> Cell:
        """Return the cell of a value."""
        if isinstance(value, Literal):
            datatype = curie(value.datatype) if value.datatype else None
            return Cell(text=value.value, lang=value.lang, curie=datatype)
        lang = self.question.lang
        name = name_of(self.register, value, lang)
        short = curie(value)
        own = kind(value) is not None
        return Cell(
            text=name,
            href=address(value, self.question.query()),
            lang="nl" if own and lang != "nl" else None,
            curie=short if short != name else None,
        )

    def property(self, predicate: str) -> Cell:
        """Return the cell of a property: its words, and its short name."""
        said = _IS_A if predicate == RDF.type else dict(property_words(self.register, predicate))
        return Cell(
            text=said[self.question.lang], href=address(predicate, self._keep()), curie=curie(predicate)
        )

    def properties(self, triples: Iterable[Triple]) -> tuple[Line, ...]:
        """Return a line per property of these triples of one thing."""
        grouped: dict[str, list[Value]] = {}
        for _, predicate, value in triples:
            grouped.setdefault(predicate, []).append(value)
        return tuple(
            Line(name=self.property(predicate), values=tuple(map(self.value, values)))
            for predicate, values in sorted(grouped.items(), key=lambda pair: _rank(pair[0]))
        )

    def subjects(self, triples: Iterable[Triple]) -> tuple[Line, ...]:
        """Return a line per property by which other things name this one."""
        grouped: dict[str, list[str]] = {}
        for subject, predicate, _ in triples:
            grouped.setdefault(predicate, []).append(subject)
        return tuple(
            Line(name=self.property(predicate), values=tuple(map(self.value, subjects)))
            for predicate, subjects in grouped.items()
        )

    def facts(self, facts: Iterable[Fact], on: date) -> tuple[FactLine, ...]:
        """Return a row per fact."""
        spells = {fact.iri: spell for spell in self.register.spells for fact in spell.facts}
        return tuple(self._fact(fact, spells.get(fact.iri), on) for fact in facts)

    def _fact(self, fact: Fact, spell: Spell | None, on: date) -> FactLine:
        register = self.register
        period = (
            spell.period
            if spell
            else claim(fact, register.events, register.graphs, register.sources).period()
        )
        standing = period.on(on).value
        if fact.modality is Modality.PLANNED:
            standing = "planned"
        elif fact.rank is Rank.DISPUTED:
            standing = "disputed"
        return FactLine(
            fact=self.value(fact.iri),
            subject=self.value(fact.subject),
            property=self.property(fact.predicate),
            value=self.value(fact.object),
            when=dict(words.period(period))[self.question.lang],
            standing=standing,
            basis=fact.basis.value,
            sources=tuple(map(self.value, fact.evidence)),
            graph=self.value(fact.graph),
        )

    def _keep(self) -> str:
        return Question(organisation=self.question.organisation, lang=self.question.lang).query()


def _rank(predicate: str) -> tuple[int, str]:
    if predicate in _FIRST:
        return (_FIRST.index(predicate) - len(_FIRST), "")
    return (_LAST.index(predicate) + 1 if predicate in _LAST else 0, predicate)
