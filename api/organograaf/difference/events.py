"""Change events and what they handed over, as values."""

from datetime import date

from organograaf.changes import EventLine, Transfer
from organograaf.model import Literal, Spell
from organograaf.organogram.detail import evidence
from organograaf.period import UNKNOWN, Moment
from organograaf.register import Register
from organograaf.view import Named
from organograaf.vocab import GRAAF, ORG, kind, slug


def named(register: Register, iri: str, day: date | None = None) -> Named:
    """Return a thing to point at, by its name on a day."""
    return Named(iri, slug(iri), register.label(iri, day))


def event_line(register: Register, iri: str) -> EventLine | None:
    """Return a change event with its act and parties, or None when there is no such event."""
    event = register.events.get(iri)
    if event is None:
        return None
    plain = register.plain.get(iri, {})
    acts = [one.value for one in plain.get(GRAAF.act, ()) if isinstance(one, Literal)]
    passages = (register.passages.get(place) for place in event.evidence)
    found = (register.sources.get(one.source) for one in passages if one)
    return EventLine(
        iri=iri,
        slug=slug(iri),
        label=event.label,
        kind=tuple((lang, register.label(event.kind, lang=lang)) for lang in ("nl", "en"))
        if event.kind
        else (),
        kind_slug=slug(event.kind) if event.kind else "",
        moment=event.moment if event.moment is not UNKNOWN else None,
        decided=event.decided,
        act=", ".join(sorted(acts)) or None,
        planned=GRAAF.Planned in plain.get(GRAAF.modality, ()),
        original=_parties(register, iri, ORG.originalOrganization),
        resulting=_parties(register, iri, ORG.resultingOrganization),
        sources=tuple(sorted({source.number for source in found if source})),
    )


def _parties(register: Register, event: str, predicate: str) -> tuple[Named, ...]:
    things = {s.object for s in register.about(event, predicate) if isinstance(s.object, str)}
    return tuple(sorted((named(register, iri) for iri in things), key=lambda one: one.label.casefold()))


def events(register: Register, since: date | None = None, until: date | None = None) -> tuple[EventLine, ...]:
    """Return the events that may lie after `since`, up to and including `until`, in order of time.

    Events without a known day come last, and only when no bound is given.
    """
    lines = [line for iri in register.events if (line := event_line(register, iri))]
    bounded = since is not None or until is not None
    kept = [line for line in lines if (within(line.moment, since, until) if line.moment else not bounded)]
    return tuple(sorted(kept, key=_order))


def _order(line: EventLine) -> tuple[date, date, str]:
    moment = line.moment or UNKNOWN
    return (moment.earliest if line.moment else date.max, moment.latest, line.label)


def within(moment: Moment, since: date | None, until: date | None) -> bool:
    """Tell whether a moment may lie after `since`, up to and including `until`."""
    return (since is None or moment.latest > since) and (until is None or moment.earliest <= until)


def transfers(
    register: Register, iri: str, since: date | None = None, until: date | None = None, *, into: bool
) -> tuple[Transfer, ...]:
    """Return what may have gone out of a thing between two days, or into it; without days, ever.

    Undated ones are among them: who asks knows whether they can explain anything.
    """
    pointing = register.to if into else register.about
    lines = [_transfer(register, spell, since, until) for spell in pointing(iri, GRAAF.transferredTo)]
    kept = [one for one in lines if one and (one.moment is None or within(one.moment, since, until))]
    return tuple(sorted(kept, key=lambda one: (one.old.label.casefold(), one.new.label.casefold())))


def _transfer(register: Register, spell: Spell, since: date | None, until: date | None) -> Transfer | None:
    if not isinstance(spell.object, str) or kind(spell.object) is None:
        return None
    share, wording = spell.qualifier(GRAAF.share), spell.qualifier(GRAAF.wording)
    caused = [spell.qualifier(GRAAF.inEvent), *(fact.started_by for fact in spell.facts)]
    event = next(
        (line for iri in caused if isinstance(iri, str) and (line := event_line(register, iri))), None
    )
    return Transfer(
        old=named(register, spell.subject, since),
        new=named(register, spell.object, until),
        share=slug(share).lower() if isinstance(share, str) else "unknown",
        wording=wording.value if isinstance(wording, Literal) else None,
        basis=spell.basis,
        event=event,
        moment=event.moment if event and event.moment else spell.start,
        evidence=evidence(register, spell.facts),
        tasks=tuple(named(register, task) for task in _tasks(spell)),
    )


def _tasks(spell: Spell) -> list[str]:
    found = (value for fact in spell.facts for name, value in fact.qualifiers if name == GRAAF.transferred)
    return sorted({value for value in found if isinstance(value, str)})
