"""One line: a thing over its lives, or one statement over its spells."""

from collections.abc import Iterable

from organograaf.difference.events import named
from organograaf.model import Basis, Spell
from organograaf.organogram.behind import behind
from organograaf.organogram.detail import evidence
from organograaf.organogram.lives import lives, some_day
from organograaf.register import Register
from organograaf.spans import Bar, Lifeline, Worded
from organograaf.vocab import ORG, RDF, kind

_LANGS = ("nl", "en")
_UNPLACED: Worded = (("nl", "plaats niet bekend"), ("en", "place not known"))
_OTHER: dict[str, Worded] = {
    "organisation": (("nl", "Organisaties"), ("en", "Organisations")),
    "organ": (("nl", "Bestuursorganen"), ("en", "Governing bodies")),
    "post": (("nl", "Ambten"), ("en", "Offices")),
}
_PARENTS = (ORG.unitOf, ORG.subOrganizationOf)


def same(text: str) -> Worded:
    """Return one text for all languages: a name."""
    return tuple((lang, text) for lang in _LANGS)


def of_thing(register: Register, iri: str) -> Lifeline:
    """Return a thing over its lives, under the heading of what it stood under last."""
    periods = lives(register, iri)
    spells = register.about(iri, RDF.type)
    basis = Basis.STATED if any(s.basis is Basis.STATED for s in spells) else Basis.INFERRED
    day = some_day(periods[-1]) if periods else register.latest_day
    return Lifeline(
        label=same(register.label(iri)),
        thing=named(register, iri),
        group=_above(register, iri),
        behind=behind(register, iri, day),
        bars=tuple(Bar(period, basis) for period in periods),
        sources=sources(register, spells),
    )


def of_spells(
    register: Register, spells: Iterable[Spell], label: Worded, group: Worded, thing: str | None
) -> Lifeline:
    """Return what some spells say of a thing, as one line."""
    said = sorted(spells, key=lambda spell: spell.period)
    day = some_day(said[-1].period)
    return Lifeline(
        label=label,
        thing=named(register, thing) if thing else None,
        group=group,
        behind=behind(register, thing, day) if thing else (),
        bars=tuple(Bar(spell.period, spell.basis) for spell in said),
        sources=sources(register, said),
    )


def sources(register: Register, spells: Iterable[Spell]) -> tuple[str, ...]:
    """Return the numbers of the sources of spells, each once."""
    facts = (fact for spell in spells for fact in spell.facts)
    return tuple(sorted({line.source for line in evidence(register, facts)}))


def _above(register: Register, iri: str) -> Worded:
    if kind(iri) != "unit":
        return _OTHER.get(kind(iri) or "", _UNPLACED)
    spells = [s for p in _PARENTS for s in register.about(iri, p) if isinstance(s.object, str)]
    if not spells:
        return _UNPLACED
    last = max(spells, key=lambda s: (s.period.latest_start, s.period.latest_end))
    return same(register.label(str(last.object)))
