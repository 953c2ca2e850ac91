"""What one source says, thing by thing: a pure function of a register."""

from collections.abc import Iterator
from dataclasses import dataclass

from organograaf import words
from organograaf.errors import NotFound
from organograaf.model import Basis, Fact, Literal, Modality, Passage, Rank, Source
from organograaf.organogram.unit import page_of, property_words, shown
from organograaf.period import Period, moment
from organograaf.register import Register, claim
from organograaf.register.records import Properties
from organograaf.view import Named
from organograaf.vocab import GRAAF, PREFIXES, kind, slug

_REF_PERIOD = PREFIXES["sdmx-dimension"] + "refPeriod"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One statement of a source, with its place there.

    `about` and `when` are per language; `standing` is "so", "planned" or "disputed".
    """

    about: tuple[tuple[str, str], ...]
    value: str
    other: Named | None
    when: tuple[tuple[str, str], ...]
    basis: Basis
    standing: str
    reasoning: str | None
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """What a source says of one thing; `page` is that thing when it has a page."""

    label: str
    page: Named | None
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A thing that does not change, which a source names: its kind, name and places."""

    kind: str
    label: str
    page: Named | None
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """A source with everything that is recorded from it."""

    source: Source
    period: tuple[tuple[str, str], ...]
    chapters: tuple[Chapter, ...]
    mentions: tuple[Mention, ...]

    @property
    def count(self) -> int:
        """How many statements are recorded from it."""
        return sum(len(chapter.said) for chapter in self.chapters)


def source(register: Register, number: str) -> SourceView:
    """Return what is recorded from the source with this number. Raises NotFound."""
    found = next((one for one in register.sources.values() if one.number == number), None)
    if found is None:
        known = ", ".join(sorted(one.number for one in register.sources.values()))
        raise NotFound(
            f"Er is geen bron «{number[:40]}». Er zijn: {known}.",
            f"There is no source “{number[:40]}”. There are: {known}.",
        )
    return SourceView(
        source=found,
        period=period_of(found),
        chapters=tuple(_chapters(register, found)),
        mentions=tuple(sorted(_mentions(register, found), key=lambda m: (m.kind, m.label.casefold()))),
    )


def period_of(found: Source) -> tuple[tuple[str, str], ...]:
    """Return in words, per language, the time that a source describes; empty when not known."""
    if not (found.since and found.until):
        return ()
    since, until = found.since, found.until
    return words.period(Period(since.earliest, since.latest, until.earliest, until.latest))


def _chapters(register: Register, found: Source) -> Iterator[Chapter]:
    by_subject: dict[str, list[Said]] = {}
    for fact in register.facts:
        places = _places(register, found, fact.evidence)
        if places:
            by_subject.setdefault(fact.subject, []).append(_said(register, fact, places))
    for iri in sorted(by_subject, key=lambda iri: register.label(iri).casefold()):
        page = Named(iri, slug(iri), register.label(iri)) if page_of(register, iri) else None
        yield Chapter(label=register.label(iri), page=page, said=tuple(by_subject[iri]))


def _said(register: Register, fact: Fact, places: tuple[Passage, ...]) -> Said:
    dated = fact.predicate in (GRAAF.date, GRAAF.decisionDate) and isinstance(fact.object, Literal)
    day = moment(fact.object.value) if dated and isinstance(fact.object, Literal) else None
    period = claim(fact, register.events, register.graphs, register.sources).period()
    planned, disputed = fact.modality is Modality.PLANNED, fact.rank is Rank.DISPUTED
    return Said(
        about=property_words(register, fact.predicate),
        value="" if day else shown(register, fact.object),
        other=page_of(register, fact.object),
        when=tuple((lang, words.moment(day, lang)) for lang in ("nl", "en")) if day else words.period(period),
        basis=fact.basis,
        standing="planned" if planned else "disputed" if disputed else "so",
        reasoning=fact.reasoning,
        passages=places,
    )


def _mentions(register: Register, found: Source) -> Iterator[Mention]:
    for iri, properties in register.plain.items():
        evidence = [value for value in properties.get(GRAAF.evidence, ()) if isinstance(value, str)]
        places = _places(register, found, evidence)
        if places:
            label = _named(register, iri, properties)
            yield Mention(kind=kind(iri) or "", label=label, page=page_of(register, iri), passages=places)


def _named(register: Register, iri: str, properties: Properties) -> str:
    """Return the name of a plain thing; a figure is named by its indicator, period and value."""
    indicator = next((one for one in properties.get(GRAAF.indicator, ()) if isinstance(one, str)), None)
    if indicator is None:
        return register.label(iri)
    periods = [slug(one) for one in properties.get(_REF_PERIOD, ()) if isinstance(one, str)]
    values = [one.value for one in properties.get(GRAAF.value, ()) if isinstance(one, Literal)]
    return f"{register.label(indicator)}: {', '.join(values)} ({', '.join(periods)})"


def _places(register: Register, found: Source, evidence: tuple[str, ...] | list[str]) -> tuple[Passage, ...]:
    passages = (register.passages.get(place) for place in evidence)
    return tuple(one for one in passages if one and one.source == found.iri)
