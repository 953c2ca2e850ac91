"""One thing on a day: what it is, what is said of it, whence it came and what became of it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from organograaf import words
from organograaf.changes import EventLine, Transfer
from organograaf.difference.events import event_line, transfers
from organograaf.model import Literal, Modality, Rank, Spell, Value
from organograaf.organogram import unit
from organograaf.organogram.detail import evidence_of
from organograaf.organogram.unit import page_of, shown, statement, statement_of
from organograaf.period import MAX, MIN, ONE_DAY, Certainty
from organograaf.portrait.plain import Told, told
from organograaf.portrait.topics import Topic, topic_of, topics
from organograaf.register import Register
from organograaf.view import EvidenceLine, Named, Node, Statement
from organograaf.vocab import GRAAF, ORG, RDF, SKOS, kind, slug

_NOTE = SKOS.note
_IN_TREE = ("organisation", "unit", "organ", "post")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What our sources leave open, or where they contradict each other, with `note` how it was handled."""

    label: str
    note: str
    evidence: tuple[EvidenceLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A statement that an event began or ended: of which thing (with its page, or None), and what."""

    label: str
    thing: Named | None
    said: Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Portrait:
    """A thing on a day with all that is known of it.

    `node` and `path` are its box and place in the organogram (None: not there that day);
    `lives` says in words when it existed; `event` is what it is itself when it is one,
    `events` those that concern it; `arrived` and `left` what came from and went to others.
    """

    iri: str
    slug: str
    label: str
    kind: str
    on: date
    node: Node | None
    path: tuple[Named, ...]
    lives: tuple[tuple[tuple[str, str], ...], ...]
    gone: bool
    told: tuple[Told, ...]
    topics: tuple[Topic, ...]
    event: EventLine | None
    events: tuple[EventLine, ...]
    arrived: tuple[Transfer, ...]
    left: tuple[Transfer, ...]
    began: tuple[Dated, ...]
    ended: tuple[Dated, ...]
    questions: tuple[Question, ...]
    conflicts: tuple[Question, ...]
    evidence: tuple[EvidenceLine, ...]


def portrait(register: Register, iri: str, on: date) -> Portrait:
    """Return all that is known of a thing, seen from a day. Cost: one pass over spells and facts."""
    found = kind(iri) or ""
    view = unit(register, iri, on) if found in _IN_TREE else None
    spells = register.about(iri, RDF.type)
    return Portrait(
        iri=iri,
        slug=slug(iri),
        label=register.label(iri, on),
        kind=found,
        on=on,
        node=view.node if view else None,
        path=view.path if view else (),
        lives=tuple(words.period(spell.period) for spell in spells),
        gone=bool(spells) and all(spell.period.latest_end <= on for spell in spells),
        told=told(register, iri),
        topics=topics(_said(register, iri, on)),
        event=event_line(register, iri),
        events=_events(register, iri),
        arrived=_passed(register, iri, into=True),
        left=_passed(register, iri, into=False),
        began=tuple(_dated(register, iri, begun=True)),
        ended=tuple(_dated(register, iri, begun=False)),
        questions=_asked(register, iri, GRAAF.concerns),
        conflicts=_asked(register, iri, GRAAF.between),
        evidence=evidence_of(register, _texts(register, iri, GRAAF.evidence)),
    )


def _said(register: Register, iri: str, on: date) -> Iterator[tuple[str, Statement]]:
    """Yield every statement in which the thing takes part with its topic, the newest first."""
    about = [(s, s.predicate, s.object) for s in register.spells if s.subject == iri]
    reverse = [
        (s, "^" + s.predicate, s.subject)
        for s in register.spells
        if s.object == iri and s.predicate != RDF.type
    ]
    found = sorted([*about, *reverse], key=lambda one: one[0].period.latest_start, reverse=True)
    for spell, predicate, value in found:
        said = _named(register, statement(register, spell, predicate, value, on), spell, on)
        yield topic_of(predicate, value), _placed(register, said, on)
    for fact in register.facts:
        if fact.modality is Modality.PLANNED or fact.rank is Rank.DISPUTED:
            if fact.subject == iri:
                yield topic_of(fact.predicate, fact.object), statement_of(register, fact)
            elif fact.object == iri:
                other = statement_of(register, fact, reverse=True)
                yield topic_of("^" + fact.predicate, fact.subject), other


def _named(register: Register, one: Statement, spell: Spell, on: date) -> Statement:
    """Call the other thing by its name on the day, or on the day nearest to it on which it was so."""
    if one.other is None:
        return one
    first, last = spell.period.latest_start, spell.period.earliest_end - ONE_DAY
    holds = spell.period.on(on) is not Certainty.NO or first > last
    label = register.label(one.other.iri, on if holds else min(max(on, first), last))
    return replace(one, value=label, other=replace(one.other, label=label))


def _placed(register: Register, one: Statement, on: date) -> Statement:
    """Tell of a post where it stands: «schepen» alone says too little."""
    if one.other is None or kind(one.other.iri) != "post":
        return one
    places = [spell.object for spell, _ in register.on(on, one.other.iri, ORG.postIn)]
    places = places or [spell.object for spell in register.about(one.other.iri, ORG.postIn)]
    told_ = ", ".join(dict.fromkeys(register.label(place, on) for place in places if isinstance(place, str)))
    return replace(one, other=replace(one.other, label=f"{one.other.label} ({told_})")) if told_ else one


def _passed(register: Register, iri: str, *, into: bool) -> tuple[Transfer, ...]:
    """Return what came or went, the old thing by its last name and the new one by its first then."""
    found = []
    for one in transfers(register, iri, MIN, MAX, into=into):
        when = one.moment
        before = when.earliest - ONE_DAY if when and when.earliest > MIN else None
        after = when.latest if when and when.latest < MAX else None
        old = replace(one.old, label=register.label(one.old.iri, before))
        found.append(replace(one, old=old, new=replace(one.new, label=register.label(one.new.iri, after))))
    return tuple(found)


def _events(register: Register, iri: str) -> tuple[EventLine, ...]:
    concerned = {
        spell.subject
        for predicate in (ORG.originalOrganization, ORG.resultingOrganization)
        for spell in register.to(iri, predicate)
    }
    dated = {
        event
        for fact in register.facts
        if fact.subject == iri and fact.predicate == RDF.type
        for event in (fact.started_by, fact.ended_by)
        if event
    }
    lines = (event_line(register, event) for event in concerned | dated)
    return tuple(sorted((line for line in lines if line), key=_when, reverse=True))


def _when(line: EventLine) -> tuple[date, str]:
    return (line.moment.latest if line.moment else MIN, line.label)


def _dated(register: Register, iri: str, *, begun: bool) -> Iterator[Dated]:
    """Yield what began with an event, or ended with it."""
    for fact in register.facts:
        if (fact.started_by if begun else fact.ended_by) == iri:
            yield Dated(
                label=shown(register, fact.subject),
                thing=page_of(register, fact.subject),
                said=statement_of(register, fact),
            )


def _asked(register: Register, iri: str, predicate: str) -> tuple[Question, ...]:
    """Return the open questions that concern a thing, or the contradictions between facts about it."""
    wanted = {iri}
    if predicate == GRAAF.between:
        wanted |= {fact.iri for fact in register.facts if iri in (fact.subject, fact.object)}
    found = (
        node
        for node, properties in register.plain.items()
        if wanted.intersection(_things(properties.get(predicate, ())))
    )
    return tuple(
        Question(
            label=register.label(node),
            note=_note(register, node),
            evidence=evidence_of(register, _texts(register, node, GRAAF.evidence)),
        )
        for node in sorted(found, key=lambda node: register.label(node).casefold())
    )


def _things(values: tuple[Value, ...]) -> list[str]:
    return [value for value in values if isinstance(value, str)]


def _note(register: Register, node: str) -> str:
    notes = register.plain.get(node, {}).get(_NOTE, ())
    return " ".join(note.value for note in notes if isinstance(note, Literal))


def _texts(register: Register, iri: str, predicate: str) -> list[str]:
    return _things(register.plain.get(iri, {}).get(predicate, ()))
