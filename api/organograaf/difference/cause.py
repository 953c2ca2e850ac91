"""Why a statement began or ended between two days: its event, its day, its facts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from organograaf.changes import Aspect, EventLine, Held, Shift
from organograaf.difference.events import event_line
from organograaf.difference.snapshot import predicates, value
from organograaf.model import Basis, Fact, Spell
from organograaf.period import UNKNOWN, Certainty, Moment
from organograaf.register import Register
from organograaf.vocab import RDF


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two things compared: what is known, and a day."""

    register: Register
    day: date

    def spells(self, held: Held) -> list[Spell]:
        """Return the spells that say a statement on the day."""
        found = (s for p in predicates(held) for s, _ in self.register.on(self.day, held.thing, p))
        return [s for s in found if held.aspect is Aspect.EXISTENCE or value(s) == held.value]

    def lives(self, iri: str) -> list[Spell]:
        """Return the spells in which a thing exists on the day."""
        return [spell for spell, _ in self.register.on(self.day, iri, RDF.type)]


@dataclass(frozen=True, slots=True)
class Cause:
    """What is known of the why: `facts` are those that say it, `basis` theirs."""

    event: EventLine | None
    moment: Moment | None
    basis: Basis
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class _Dated:
    event: str | None
    moment: Moment | None
    fact: Fact


def cause(before: Side, after: Side, shifts: Iterable[Shift]) -> Cause:
    """Return why statements came and went: what begins goes before what ends.

    What went because its thing or its object ended has that end as its cause.
    """
    ordered = sorted(shifts, key=lambda s: (s.after is Certainty.NO, s.held.value))
    dated = [one for shift in ordered for one in _dated(before, after, shift)]
    said = [fact for shift in ordered for fact in _said(before, after, shift)]
    told = [one.fact for one in dated]
    if not set(told) <= set(said):
        told = [*said, *told]
    facts = tuple(dict.fromkeys(told or said))
    stated = [any(f.basis is Basis.STATED for f in some) for some in (said, told) if some]
    names = dict.fromkeys(one.event for one in dated if one.event)
    lines = [line for iri in names if (line := event_line(after.register, iri))]
    moments = [one.moment for one in dated if one.moment and one.moment is not UNKNOWN]
    return Cause(
        event=lines[0] if lines else None,
        moment=(lines[0].moment if lines else None) or (moments[0] if moments else None),
        basis=Basis.STATED if all(stated) else Basis.INFERRED,
        facts=facts,
    )


def _said(before: Side, after: Side, shift: Shift) -> list[Fact]:
    side = before if shift.after is Certainty.NO else after
    return [fact for spell in side.spells(shift.held) for fact in spell.facts]


def _dated(before: Side, after: Side, shift: Shift) -> list[_Dated]:
    """Return the facts that date a shift, its own first, else those of the things it joins."""
    gone = shift.after is Certainty.NO
    side, other = (before, after) if gone else (after, before)
    own = [one for spell in side.spells(shift.held) for one in _ends(spell, gone)]
    if own:
        return own
    # A statement that is cut by the life of its thing or object has no end of its own.
    return [
        one
        for iri in (shift.held.thing, shift.held.value)
        if not other.lives(iri)
        for spell in side.lives(iri)
        for one in _ends(spell, gone)
    ]


def _ends(spell: Spell, gone: bool) -> list[_Dated]:
    """Return the facts of a spell that say when it began or ended."""
    pairs = [(f.ended_by, f.end, f) if gone else (f.started_by, f.start, f) for f in spell.facts]
    return [_Dated(event, moment, fact) for event, moment, fact in pairs if event or moment]
