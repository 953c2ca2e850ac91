"""How an organisation came to be what it is, in a few events: those that moved most of it."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Final

from organograaf.changes import EventLine
from organograaf.difference.events import event_line
from organograaf.period import ONE_DAY, Certainty
from organograaf.register import Register
from organograaf.vocab import GRAAF, ORG, RDF, kind

_INSIDE: Final = ("unit", "organ", "post")
_PLACE: Final = (RDF.type, ORG.unitOf, ORG.subOrganizationOf, GRAAF.legalCarrier, GRAAF.serves)
_LONGEST: Final = 366


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """An event of the story, and the days around it to compare."""

    event: EventLine
    before: date
    after: date


def story(register: Register, most: int = 5) -> tuple[Chapter, ...]:
    """Return the events that changed most of the structure, in order of time.

    Counted are the beginnings and ends of units, organs and posts, what moved to another
    place or carrier, and what was handed over; not what only concerns partners. An event
    whose day is not known within a year cannot be compared and is left out, as are plans;
    of two on the same days the greater one stays.
    """
    weights = _weights(register)
    found: list[Chapter] = []
    for iri, _ in sorted(weights.items(), key=lambda pair: (-pair[1], pair[0])):
        line = event_line(register, iri)
        chapter = _chapter(register, line) if line else None
        if chapter and all((one.before, one.after) != (chapter.before, chapter.after) for one in found):
            found.append(chapter)
        if len(found) == most:
            break
    return tuple(sorted(found, key=lambda one: (one.after, one.event.label)))


def _chapter(register: Register, line: EventLine) -> Chapter | None:
    when = line.moment
    if line.planned or when is None or (when.latest - when.earliest).days > _LONGEST:
        return None
    before, after = when.earliest - ONE_DAY, when.latest
    top = register.top
    known = top is not None and after <= register.latest_day
    if not (top and known and _there(register, top, before) and _there(register, top, after)):
        return None
    return Chapter(event=line, before=before, after=after)


def _there(register: Register, top: str, day: date) -> bool:
    lives = register.about(top, RDF.type)
    return any(spell.period.on(day) is not Certainty.NO for spell in lives)


def _weights(register: Register) -> Counter[str]:
    weights: Counter[str] = Counter()
    for fact in register.facts:
        if fact.predicate in _PLACE and kind(fact.subject) in _INSIDE:
            weights.update(event for event in {fact.started_by, fact.ended_by} if event)
        if fact.predicate == GRAAF.transferredTo and kind(fact.subject) in _INSIDE:
            caused = {fact.qualifier(GRAAF.inEvent), fact.started_by}
            weights.update(event for event in caused if isinstance(event, str))
        inside = isinstance(fact.object, str) and kind(fact.object) in _INSIDE
        if inside and fact.predicate in (ORG.originalOrganization, ORG.resultingOrganization):
            weights[fact.subject] += 1
    return weights
