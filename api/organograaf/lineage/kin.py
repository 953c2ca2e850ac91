"""A thing in a lineage: its name in full, its life, its names or its holders."""

from collections.abc import Iterable
from datetime import date

from organograaf import words
from organograaf.descent import Kin, Side, Term
from organograaf.difference.phrases import LANGS, listed
from organograaf.model import Fact, Literal, Spell
from organograaf.organogram.behind import behind
from organograaf.organogram.detail import evidence
from organograaf.organogram.holders import held_by
from organograaf.organogram.kinds import kind_of
from organograaf.organogram.lives import lives, some_day
from organograaf.register import Register, claim
from organograaf.view import Named
from organograaf.vocab import ORG, RDF, SKOS, kind, slug

_NAMED = ("heette {0}", "was called {0}")


def kin(register: Register, iri: str, side: Side, terms: tuple[Term, ...] | None = None) -> Kin:
    """Return a thing with its life in words, or with `terms` for that and its names or holders."""
    periods = lives(register, iri)
    day = some_day(periods[-1]) if periods else register.latest_day
    own = _holders(register, iri) if kind(iri) == "post" else _names(register, iri)
    return Kin(
        thing=in_full(register, iri),
        side=side,
        kind=kind_of(register, iri),
        behind=behind(register, iri, day),
        when=tuple(words.period(period) for period in periods) if terms is None else (),
        terms=own if terms is None else terms,
        evidence=evidence(register, _dating(register, iri)) if terms is None else (),
    )


def _dating(register: Register, iri: str) -> list[Fact]:
    """Return the facts that say when a thing began or ended, and those that mention it first and last."""
    said = {
        fact: claim(fact, register.events, register.graphs, register.sources).mentioned()
        for spell in register.about(iri, RDF.type)
        for fact in spell.facts
    }
    first, last = (
        choose(said, key=lambda f: said[f][at], default=None) for at, choose in ((0, min), (1, max))
    )
    dated = [f for f in said if f.start or f.end or f.started_by or f.ended_by]
    return [*dated, *(f for f in (first, last) if f)]


def in_full(register: Register, iri: str) -> Named:
    """Return a thing by its latest name; an office with the organisations it stands in."""
    label = register.label(iri)
    if kind(iri) == "post":
        places = {str(s.object) for s in register.about(iri, ORG.postIn)}
        places = {place for place in places if not _told(register.label(place), label)}
        organisations = sorted(register.label(place) for place in places if kind(place) == "organisation")
        units = sorted(register.label(place) for place in places)
        if units:
            label = f"{label} ({listed(organisations or units, 'nl')})"
    return Named(iri, slug(iri), label)


def _told(place: str, label: str) -> bool:
    """Tell whether the name of a post already says where it stands."""
    return set(place.casefold().split()) <= set(label.casefold().split())


def term(register: Register, spell: Spell, what: Iterable[str]) -> Term:
    """Return what a spell says as a term, in the words of each language."""
    return Term(
        what=tuple(zip(LANGS, what, strict=True)),
        when=words.period(spell.period),
        basis=spell.basis,
        evidence=evidence(register, spell.facts),
    )


def _names(register: Register, iri: str) -> tuple[Term, ...]:
    """Return the names a thing had before its latest."""
    named = [s for s in register.about(iri, SKOS.prefLabel) if isinstance(s.object, Literal)]
    dutch = [s for s in named if isinstance(s.object, Literal) and s.object.lang in ("nl", None)]
    return tuple(term(register, s, (text.format(_text(s)) for text in _NAMED)) for s in dutch[:-1])


def _holders(register: Register, iri: str) -> tuple[Term, ...]:
    """Return who held an office, in order of time."""
    spells = sorted(register.about(iri, ORG.heldBy), key=_order)
    return tuple(term(register, s, dict(held_by(register, s)).values()) for s in spells)


def _order(spell: Spell) -> tuple[date, date, str]:
    return (spell.period.latest_start, spell.period.latest_end, str(spell.object))


def _text(spell: Spell) -> str:
    return spell.object.value if isinstance(spell.object, Literal) else ""
