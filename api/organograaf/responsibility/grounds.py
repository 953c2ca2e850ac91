"""On what law a task is done on a day, and who decides on it."""

from collections.abc import Iterator
from datetime import date

from organograaf.difference.events import named
from organograaf.doing import Ground
from organograaf.model import Literal, Spell
from organograaf.organogram.detail import evidence
from organograaf.period import Certainty
from organograaf.register import Register
from organograaf.responsibility.tasks import broader
from organograaf.view import Named
from organograaf.vocab import CV, ELI, GRAAF, kind

Decision = tuple[Spell, Certainty, Named | None]


def grounds(register: Register, task: str, on: date) -> tuple[Ground, ...]:
    """Return the legal grounds of a task on a day: its own, else those of the nearest broader task.

    A law that was not yet in force, or no longer, is no ground.
    """
    if own := _grounds(register, task, on, None):
        return own
    for level in broader(register, task):
        found = tuple(g for above in level for g in _grounds(register, above, on, named(register, above)))
        if found:
            return found
    return ()


def _grounds(register: Register, task: str, on: date, by_way_of: Named | None) -> tuple[Ground, ...]:
    return tuple(
        Ground(
            law=named(register, law),
            of=_whole(register, law),
            by_way_of=by_way_of,
            certainty=certainty,
            basis=spell.basis,
            evidence=evidence(register, spell.facts),
        )
        for spell, certainty in register.on(on, task, CV.hasLegalResource)
        if isinstance(law := spell.object, str) and _in_force(register, law, on)
    )


def _whole(register: Register, law: str) -> Named | None:
    """Return the law that an article is part of, when its own name does not say so."""
    wholes = [one for one in register.plain.get(law, {}).get(ELI.is_part_of, ()) if isinstance(one, str)]
    found = named(register, wholes[0]) if wholes else None
    return found if found and found.label.casefold() not in register.label(law).casefold() else None


def _in_force(register: Register, law: str, on: date) -> bool:
    properties = register.plain.get(law, {})
    first = [v.value for v in properties.get(ELI.first_date_entry_in_force, ()) if isinstance(v, Literal)]
    last = [v.value for v in properties.get(ELI.date_no_longer_in_force, ()) if isinstance(v, Literal)]
    return all(day <= on.isoformat() for day in first) and all(on.isoformat() < day for day in last)


def decisions(register: Register, task: str, doers: tuple[str, ...], on: date) -> tuple[Decision, ...]:
    """Return which organs may decide on a task on a day, each with what says so.

    Those that decide on the task itself; when none is known, on a broader task; else on those
    who do it; else the organs whose legal ground is that of the task.
    """
    ways = (
        ((task,), False),
        *((level, True) for level in broader(register, task)),
        (doers, True),
    )
    for things, indirect in ways:
        found = tuple(
            (spell, certainty, named(register, thing, on) if indirect else None)
            for thing in things
            for spell, certainty in register.on(on, thing, GRAAF.decidedBy)
        )
        if found:
            return found
    return tuple(_by_law(register, task, on))


def _by_law(register: Register, task: str, on: date) -> Iterator[Decision]:
    for ground in grounds(register, task, on):
        for spell, certainty in register.to_on(on, ground.law.iri, CV.hasLegalResource):
            if kind(spell.subject) == "organ":
                yield spell, certainty, ground.law
