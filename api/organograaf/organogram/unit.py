"""All that is known of one unit, with the sources: a pure function of a register and a day."""

from collections.abc import Iterable
from datetime import date

from organograaf import words
from organograaf.model import Fact, Literal, Modality, Rank, Spell, Value
from organograaf.organogram.detail import evidence
from organograaf.organogram.reach import DEFAULT_REACH, years
from organograaf.organogram.tree import Tree
from organograaf.period import Certainty
from organograaf.register import Register, claim
from organograaf.view import Named, Statement, UnitView
from organograaf.vocab import GRAAF, ORG, RDF, RDFS, SKOS, kind, slug

_PAGED = ("organisation", "unit", "organ", "post", "person", "task", "goal", "event", "law", "site")
_ORDER = (
    RDF.type, SKOS.prefLabel, GRAAF.abbreviation, SKOS.altLabel, ORG.classification, ORG.unitOf,
    ORG.subOrganizationOf, ORG.memberOf, GRAAF.legalCarrier, GRAAF.serves, GRAAF.decidedBy,
)  # fmt: skip


def unit(register: Register, iri: str, on: date) -> UnitView:
    """Return what is known of a unit, organ, post or organisation.

    Statements about it come first, then those in which it is the other party.
    """
    tree = Tree(register, on, years(DEFAULT_REACH))
    existence = tree.existence(iri)
    node = tree.node(iri, existence, tree.place(iri), (), 1, frozenset()) if existence else None
    return UnitView(
        iri=iri,
        slug=slug(iri),
        label=register.label(iri, on),
        on=on,
        node=node,
        path=path(tree, iri),
        statements=(*_said(register, iri, on), *_apart(register, iri)),
        questions=_questions(register, iri),
    )


def path(tree: Tree, iri: str) -> tuple[Named, ...]:
    """Return what a thing stands under on the day of the tree, from the top to its parent."""
    above_it: list[Named] = []
    seen = {iri}
    place = tree.place(iri)
    while place and isinstance(place[0].object, str) and place[0].object not in seen:
        above = place[0].object
        seen.add(above)
        above_it.append(Named(above, slug(above), tree.register.label(above, tree.on)))
        place = tree.place(above)
    return tuple(reversed(above_it))


def _said(register: Register, iri: str, on: date) -> list[Statement]:
    about = [s for s in register.spells if s.subject == iri]
    reverse = [s for s in register.spells if s.object == iri and s.predicate != RDF.type]
    ordered = sorted(
        about, key=lambda s: (_rank(s.predicate), s.period.latest_start, shown(register, s.object))
    )
    return [
        *(statement(register, s, s.predicate, s.object, on) for s in ordered),
        *(statement(register, s, "^" + s.predicate, s.subject, on) for s in reverse),
    ]


def statement(register: Register, spell: Spell, about: str, value: Value, on: date) -> Statement:
    """Return a spell as told on a page: `about` is its property («^» before it: the other way)."""
    return Statement(
        about=property_words(register, about),
        value=shown(register, value),
        other=page_of(register, value),
        certainty=spell.period.on(on),
        when=words.period(spell.period),
        start=spell.start,
        end=spell.end,
        basis=spell.basis,
        standing="so",
        note=None,
        evidence=evidence(register, spell.facts),
    )


def statement_of(register: Register, fact: Fact, *, reverse: bool = False) -> Statement:
    """Return one fact as told on a page, whatever its standing; `reverse`: of its object."""
    period = claim(fact, register.events, register.graphs, register.sources).period()
    planned, disputed = fact.modality is Modality.PLANNED, fact.rank is Rank.DISPUTED
    value = fact.subject if reverse else fact.object
    return Statement(
        about=property_words(register, f"^{fact.predicate}" if reverse else fact.predicate),
        value=shown(register, value),
        other=page_of(register, value),
        certainty=Certainty.NO,
        when=words.period(period),
        start=fact.start,
        end=fact.end,
        basis=fact.basis,
        standing="planned" if planned else "disputed" if disputed else "so",
        note=fact.reasoning,
        evidence=evidence(register, [fact]),
    )


def _apart(register: Register, iri: str) -> Iterable[Statement]:
    """Return what is planned or disputed: kept visible, never mixed with what was so."""
    for fact in register.facts:
        if fact.subject == iri and (fact.modality is Modality.PLANNED or fact.rank is Rank.DISPUTED):
            yield statement_of(register, fact)


def _questions(register: Register, iri: str) -> tuple[str, ...]:
    concerning = (
        node for node, properties in register.plain.items() if iri in properties.get(GRAAF.concerns, ())
    )
    return tuple(sorted(register.label(node) for node in concerning))


def property_words(register: Register, predicate: str) -> tuple[tuple[str, str], ...]:
    """Return a property in words, per language; «^» before it reads it the other way."""
    known = words.PROPERTIES.get(predicate)
    if known:
        return (("nl", known[0]), ("en", known[1]))
    plain = predicate.removeprefix("^")
    arrow = "← " if predicate.startswith("^") else ""
    return tuple((lang, arrow + _term_label(register, plain, lang)) for lang in ("nl", "en"))


def _term_label(register: Register, term: str, lang: str) -> str:
    labels = register.plain.get(term, {}).get(RDFS.label, ())
    found = (v.value for v in labels if isinstance(v, Literal) and v.lang == lang)
    return next(found, slug(term))


def shown(register: Register, value: Value) -> str:
    """Return a value as people read it: its text, or the name of the thing."""
    if isinstance(value, Literal):
        return value.value
    return words.CLASSES.get(value) or register.label(value)


def page_of(register: Register, value: Value) -> Named | None:
    """Return a thing that has a page of its own, or None."""
    if isinstance(value, str) and kind(value) in _PAGED:
        return Named(value, slug(value), register.label(value))
    return None


def _rank(predicate: str) -> tuple[int, str]:
    return (_ORDER.index(predicate) if predicate in _ORDER else len(_ORDER), predicate)
