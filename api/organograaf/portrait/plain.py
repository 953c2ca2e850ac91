"""What does not change about a thing: its definition, its number, what it is part of."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from organograaf.model import Literal, Value
from organograaf.organogram.unit import page_of, shown
from organograaf.register import Register
from organograaf.view import Named
from organograaf.vocab import DCT, GRAAF, ORG, PREFIXES, RDF, SKOS, kind

_ELI: Final = PREFIXES["eli"]
_TOLD: Final = {
    SKOS.notation: ("code", "code"),
    SKOS.altLabel: ("heet ook", "is also called"),
    SKOS.definition: ("wat het is", "what it is"),
    SKOS.scopeNote: ("wat het omvat", "what it covers"),
    SKOS.note: ("opmerking", "note"),
    SKOS.editorialNote: ("aantekening van ons", "our own note"),
    SKOS.broader: ("is een deel van", "is part of"),
    "^" + SKOS.broader: ("omvat", "includes"),
    SKOS.inScheme: ("hoort bij", "belongs to"),
    DCT.isPartOf: ("is een deel van", "is part of"),
    "^" + DCT.isPartOf: ("omvat", "includes"),
    DCT.temporal: ("geldt voor", "holds for"),
    _ELI + "is_part_of": ("staat in", "is in"),
    "^" + _ELI + "is_part_of": ("heeft als deel", "has as a part"),
    _ELI + "number": ("nummer", "number"),
    _ELI + "id_local": ("nummer", "number"),
    _ELI + "date_document": ("van", "of"),
    _ELI + "date_publication": ("bekendgemaakt op", "published on"),
    _ELI + "first_date_entry_in_force": ("van kracht sinds", "in force since"),
    DCT.replaces: ("vervangt", "replaces"),
    "^" + DCT.replaces: ("vervangen door", "replaced by"),
    _ELI + "amends": ("wijzigt", "amends"),
    "^" + _ELI + "amends": ("gewijzigd door", "amended by"),
    _ELI + "cites": ("verwijst naar", "refers to"),
    GRAAF.act: ("besluit", "act"),
    ORG.siteAddress: ("adres", "address"),
    PREFIXES["locn"] + "fullAddress": ("adres", "address"),
    PREFIXES["cv"] + "telephone": ("telefoon", "telephone"),
    PREFIXES["cv"] + "email": ("e-mail", "e-mail"),
    SKOS.exactMatch: ("elders bekend als", "known elsewhere as"),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A property in words, per language, and what it says: texts, days or things, with their page or None."""

    about: tuple[tuple[str, str], ...]
    values: tuple[tuple[str | date, Named | None], ...]


def told(register: Register, iri: str) -> tuple[Told, ...]:
    """Return the unchanging properties of a thing that a reader can use, in a fixed order."""
    found: list[Told] = []
    for predicate, (nl, en) in _TOLD.items():
        values = dict.fromkeys(_values(register, iri, predicate))
        if values:
            found.append(Told(about=(("nl", nl), ("en", en)), values=tuple(values)))
    return tuple(found)


def _values(register: Register, iri: str, predicate: str) -> Iterator[tuple[str | date, Named | None]]:
    if predicate.startswith("^"):
        plain = predicate.removeprefix("^")
        parts = (one for one, properties in register.plain.items() if iri in properties.get(plain, ()))
        yield from sorted(
            (_value(register, part) for part in parts), key=lambda pair: str(pair[0]).casefold()
        )
        return
    for value in register.plain.get(iri, {}).get(predicate, ()):
        yield _value(register, value)


def _value(register: Register, value: Value) -> tuple[str | date, Named | None]:
    if isinstance(value, Literal):
        return _text(value), None
    if kind(value) is None:
        return value, None
    named = RDF.type in register.plain.get(value, {})
    return (register.label(value) if named else shown(register, value)), page_of(register, value)


def _text(value: Literal) -> str | date:
    if value.datatype == PREFIXES["xsd"] + "date":
        return date.fromisoformat(value.value)
    return value.value
