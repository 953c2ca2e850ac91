"""Every name by which something in a register can be found, and what that name is to it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final

from organograaf.model import Literal, Spell, Value
from organograaf.register import Register
from organograaf.vocab import DCT, ELI, FOAF, GRAAF, MANDAAT, RDF, SKOS, kind, slug

KINDS: Final = (
    "task", "unit", "post", "person", "organ", "organisation", "event", "law", "source",
)  # fmt: skip


class Why(Enum):
    """What a name is to a thing, with the weight of a hit on it."""

    NAME = ("name", 1.0)
    ABBREVIATION = ("abbreviation", 1.0)
    SYNONYM = ("synonym", 0.95)
    TRANSLATION = ("translation", 0.95)
    PORTFOLIO = ("portfolio", 0.75)
    NUMBER = ("number", 0.6)
    RELATED = ("related", 0.4)
    DESCRIPTION = ("description", 0.3)

    def __init__(self, word: str, weight: float) -> None:
        self.word = word
        self.weight = weight


@dataclass(frozen=True, slots=True)
class Name:
    """One name of one thing."""

    iri: str
    text: str
    why: Why


_OVER_TIME: Final = {
    SKOS.prefLabel: Why.NAME,
    SKOS.altLabel: Why.SYNONYM,
    GRAAF.abbreviation: Why.ABBREVIATION,
    SKOS.definition: Why.DESCRIPTION,
    SKOS.scopeNote: Why.DESCRIPTION,
}
_PLAIN: Final = {
    SKOS.prefLabel: Why.NAME,
    FOAF.name: Why.NAME,
    DCT.title: Why.NAME,
    SKOS.altLabel: Why.SYNONYM,
    SKOS.hiddenLabel: Why.SYNONYM,
    SKOS.definition: Why.DESCRIPTION,
    SKOS.scopeNote: Why.DESCRIPTION,
    DCT.identifier: Why.NUMBER,
    ELI.id_local: Why.NUMBER,
    ELI.number: Why.NUMBER,
    GRAAF.act: Why.NUMBER,
}


def names(register: Register) -> tuple[Name, ...]:
    """Return every name, each once, in a stable order: by thing, then text."""
    found = {*_over_time(register), *_plain(register), *_related(register), *_titles(register)}
    return tuple(sorted(found, key=lambda name: (name.iri, name.text, name.why.word)))


def _over_time(register: Register) -> Iterator[Name]:
    """Yield what things were ever called: an old name finds them too."""
    for spell in register.spells:
        if kind(spell.subject) in KINDS and isinstance(spell.object, Literal):
            if why := _OVER_TIME.get(spell.predicate):
                yield _name(spell.subject, spell.object, why)
        elif spell.predicate == MANDAAT.beleidsdomein:
            yield from _portfolio(register, spell)


def _portfolio(register: Register, spell: Spell) -> Iterator[Name]:
    """Yield what a post is competent for, as sources word it; the code itself may have no name."""
    code = str(spell.object)
    wordings = [fact.qualifier(GRAAF.wording) for fact in spell.facts]
    texts = {one.value for one in wordings if isinstance(one, Literal)}
    for text in texts | ({register.label(code)} - {slug(code)}):
        yield Name(spell.subject, text, Why.PORTFOLIO)


def _plain(register: Register) -> Iterator[Name]:
    for iri, properties in register.plain.items():
        if kind(iri) in KINDS and RDF.type in properties:
            for predicate, why in _PLAIN.items():
                for text in _texts(properties.get(predicate, ())):
                    yield _name(iri, text, why)


def _related(register: Register) -> Iterator[Name]:
    """Yield for each task the names of the tasks right above it, and it for them."""
    for iri, properties in register.plain.items():
        if kind(iri) != "task":
            continue
        for broader in properties.get(SKOS.broader, ()):
            if isinstance(broader, str):
                for below, above in ((iri, broader), (broader, iri)):
                    for label in _texts(register.plain.get(above, {}).get(SKOS.prefLabel, ())):
                        yield Name(below, label.value, Why.RELATED)


def _titles(register: Register) -> Iterator[Name]:
    """Yield the official title of a law, which stands at its text, under the law itself."""
    for properties in register.plain.values():
        for law in properties.get(ELI.realizes, ()):
            if isinstance(law, str):
                for title in _texts(properties.get(ELI.title, ())):
                    yield Name(law, title.value, Why.NAME)


def _texts(values: Iterable[Value]) -> Iterator[Literal]:
    return (value for value in values if isinstance(value, Literal))


def _name(iri: str, text: Literal, why: Why) -> Name:
    foreign = text.lang == "en" and why in (Why.NAME, Why.SYNONYM)
    return Name(iri, text.value, Why.TRANSLATION if foreign else why)
