"""Which units had a task, one after the other, and how it went from one to the next."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations

from organograaf.changes import Transfer
from organograaf.descent import Kin, Side, Step, Term, Worded
from organograaf.difference.events import event_line, transfers
from organograaf.difference.snapshot import TASKS
from organograaf.lineage.kin import in_full, kin, term
from organograaf.lineage.sentences import step_sentence
from organograaf.model import Basis, Spell
from organograaf.organogram.detail import evidence
from organograaf.organogram.unit import property_words
from organograaf.period import MAX, UNKNOWN
from organograaf.register import Register
from organograaf.view import Named
from organograaf.vocab import GRAAF

_BOTH_HAD: Worded = (
    ("nl", "Beide hadden deze taak, en van het ene ging iets over naar het andere."),
    ("en", "Both had this task, and something went from the one to the other."),
)
_ONE_EVENT: Worded = (
    ("nl", "Bij het ene eindigde de taak en bij het andere begon ze door dezelfde gebeurtenis."),
    ("en", "The task ended with the one and began with the other by the same event."),
)


def holders(register: Register, task: str) -> dict[str, list[Spell]]:
    """Return the spells in which things had a task, by thing, in order of time."""
    found: dict[str, list[Spell]] = {}
    spells = [spell for predicate in TASKS for spell in register.to(task, predicate)]
    for spell in sorted(spells, key=_order):
        found.setdefault(spell.subject, []).append(spell)
    return found


def _order(spell: Spell) -> tuple[object, ...]:
    p = spell.period
    lasting = (MAX - p.earliest_end).days  # of what begins together, what lasts longest leads
    return (p.latest_start, lasting, p.latest_end, spell.subject, spell.predicate)


def order(register: Register, task: str) -> tuple[tuple[str, str], ...]:
    """Return pairs of things that had a task one after the other, with nothing in between.

    Those that had it at the same time are in no order.
    """
    found = holders(register, task)
    first = {iri: min(s.period.latest_start for s in spells) for iri, spells in found.items()}
    last = {iri: max(s.period.earliest_end for s in spells) for iri, spells in found.items()}
    pairs = {(a, b) for a, b in permutations(found, 2) if last[a] <= first[b] and first[a] < first[b]}
    return tuple(
        sorted((a, b) for a, b in pairs if not any((a, c) in pairs and (c, b) in pairs for c in found))
    )


def had(register: Register, task: str) -> tuple[Kin, ...]:
    """Return the things that had a task, each with how and when."""
    return tuple(
        kin(register, iri, Side.HAD, tuple(_term(register, spell) for spell in spells))
        for iri, spells in holders(register, task).items()
    )


def _term(register: Register, spell: Spell) -> Term:
    return term(register, spell, dict(property_words(register, spell.predicate)).values())


def handovers(register: Register, task: str) -> tuple[Step, ...]:
    """Return how a task went from one thing to another, stated or as we infer.

    Stated: a transfer that names the task. Inferred: it ended and began by one event, or
    something went between two things that both had it.
    """
    found = holders(register, task)
    steps: dict[tuple[str, str], Step] = {}
    for one in _stated(register, task):
        steps.setdefault((one.old.iri, one.new.iri), Step(transfer=one, sentence=step_sentence(one)))
    for old, new in permutations(found, 2):
        for one, because in _inferred(register, in_full(register, task), found, old, new):
            step = Step(transfer=one, sentence=step_sentence(one), because=because)
            steps.setdefault((old, new), step)
    return tuple(sorted(steps.values(), key=_by_time))


def _by_time(step: Step) -> tuple[object, ...]:
    moment = step.transfer.moment or UNKNOWN
    return (moment.earliest, moment.latest, step.transfer.old.label, step.transfer.new.label)


def _stated(register: Register, task: str) -> Iterator[Transfer]:
    givers = {s.subject for s in register.spells if s.predicate == GRAAF.transferredTo}
    for giver in sorted(givers):
        yield from (
            one
            for one in transfers(register, giver, into=False)
            if any(named.iri == task for named in one.tasks)
        )


def _inferred(
    register: Register, task: Named, found: dict[str, list[Spell]], old: str, new: str
) -> Iterator[tuple[Transfer, Worded]]:
    for ended in found[old]:
        for began in found[new]:
            shared = {f.ended_by for f in ended.facts} & {f.started_by for f in began.facts} - {None}
            for event in sorted(iri for iri in shared if iri):
                line = event_line(register, event)
                yield (
                    Transfer(
                        old=in_full(register, old),
                        new=in_full(register, new),
                        share="unknown",
                        wording=None,
                        basis=Basis.INFERRED,
                        event=line,
                        moment=line.moment if line else None,
                        evidence=evidence(register, (*ended.facts, *began.facts)),
                        tasks=(task,),
                    ),
                    _ONE_EVENT,
                )
    for one in transfers(register, old, into=False):
        if one.new.iri == new and not one.tasks and _could(found, one):
            yield replace(one, basis=Basis.INFERRED, share="unknown", wording=None, tasks=(task,)), _BOTH_HAD


def _could(found: dict[str, list[Spell]], one: Transfer) -> bool:
    """Tell whether one had the task before a transfer and the other after it."""
    day = one.moment or UNKNOWN
    before = any(spell.period.earliest_start < day.latest for spell in found[one.old.iri])
    return before and any(spell.period.latest_end > day.earliest for spell in found[one.new.iri])
