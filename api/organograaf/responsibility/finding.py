"""What is known on a day of a thing that was found: a pure function of a register and a day."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Final

from organograaf.changes import Transfer
from organograaf.difference.events import named, transfers
from organograaf.doing import Doing, Finding
from organograaf.model import Spell
from organograaf.period import MAX, MIN
from organograaf.register import Register
from organograaf.responsibility.bodies import of_body
from organograaf.responsibility.doings import DOES, Doings, of_task
from organograaf.responsibility.holders import of_person, of_post
from organograaf.responsibility.others import of_event, of_law, of_source
from organograaf.responsibility.tell import told
from organograaf.responsibility.transfers import then_called
from organograaf.view import EvidenceLine
from organograaf.vocab import GRAAF, kind


def finding(register: Register, iri: str, on: date) -> Finding:
    """Return what is known on a day of a task, unit, post, person, organ, event, law or source.

    Of a task: who is responsible, carries it out, contributes and decides. Of a body: what it
    does. Raises KeyError for any other kind of thing.
    """
    return _OF[kind(iri) or ""](register, iri, on)


def task(register: Register, iri: str, on: date) -> Finding:
    """Return who does a task on a day, told in one paragraph per language."""
    doings = of_task(register, iri, on)
    name = named(register, iri)
    moved = _transfers(register, iri, (*doings.now, *doings.before))
    own = [one for one in (*doings.before, *doings.after, *doings.remote) if _does(one)]
    known = [one.known_on for one in own if one.known_on]
    return Finding(
        thing=name,
        kind="task",
        now=doings.now,
        remote=doings.remote,
        before=doings.before,
        after=doings.after,
        transfers=moved,
        told=told(name, doings, moved, on, present=on >= register.latest_day),
        evidence=_lines(doings, moved),
        known_on=None
        if any(map(_does, doings.now))
        else min(known, key=lambda day: abs((day - on).days), default=None),
    )


def _does(one: Doing) -> bool:
    return one.way == "same" and one.relation in DOES


def _transfers(register: Register, iri: str, doings: Iterable[Doing]) -> tuple[Transfer, ...]:
    """Return what went over of the task itself; else what went out of the units that did it."""
    own = {(s.subject, s.object) for s in register.spells_of(GRAAF.transferredTo) if _moved(s, iri)}
    units = (one.unit.iri for one in doings if _does(one))
    bodies = dict.fromkeys(old for old, _ in own) or dict.fromkeys(u for u in units if kind(u) == "unit")
    found = (one for body in sorted(bodies) for one in transfers(register, body, MIN, MAX, into=False))
    return tuple(then_called(register, t) for t in found if not own or (t.old.iri, t.new.iri) in own)


def _moved(spell: Spell, iri: str) -> bool:
    qualifiers = (pair for fact in spell.facts for pair in fact.qualifiers)
    return any(predicate == GRAAF.transferred and value == iri for predicate, value in qualifiers)


def _lines(doings: Doings, moved: Iterable[Transfer]) -> tuple[EvidenceLine, ...]:
    all_of_them = (*doings.now, *doings.remote, *doings.before, *doings.after)
    lines = {line for one in all_of_them for line in one.evidence}
    lines |= {line for one in moved for line in one.evidence}
    lines |= {line for one in doings.now for ground in one.grounds for line in ground.evidence}
    return tuple(sorted(lines, key=lambda e: (e.source, e.locator, e.phrase, e.reasoning or "")))


_OF: Final[Mapping[str, Callable[[Register, str, date], Finding]]] = {
    "task": task,
    "unit": of_body,
    "organisation": of_body,
    "organ": of_body,
    "post": of_post,
    "person": of_person,
    "event": of_event,
    "law": of_law,
    "source": of_source,
}
