"""Who does a task on a day, who may, and who did before or does after: as values."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from organograaf import words
from organograaf.difference.events import named
from organograaf.doing import RELATIONS, Doing
from organograaf.model import Basis, Spell
from organograaf.organogram.detail import evidence
from organograaf.organogram.doubt import doubt
from organograaf.period import Certainty
from organograaf.register import Register
from organograaf.responsibility.grounds import decisions, grounds
from organograaf.responsibility.phrases import LANGS
from organograaf.responsibility.standing import standing
from organograaf.responsibility.tasks import broader, narrower
from organograaf.responsibility.time import began, ended, is_near, known_on
from organograaf.view import Named
from organograaf.vocab import GRAAF, kind

DOES = RELATIONS[:3]


@dataclass(frozen=True, slots=True)
class Doings:
    """The doings of one task or one unit, by where they stand in time to a day."""

    now: tuple[Doing, ...] = ()
    remote: tuple[Doing, ...] = ()
    before: tuple[Doing, ...] = ()
    after: tuple[Doing, ...] = ()


def of_task(register: Register, task: str, on: date) -> Doings:
    """Return who does a task on a day and who decides on it.

    When no source names anyone near the day, those who do a broader or a narrower task are
    named instead, and say so by their `way`; likewise for who was before and came after. When
    no more is known than that a legal person may be responsible, the units that do those are
    named beside it.
    """
    own = _doing_it(register, task)
    possible = [_doing(register, spell, on, "same") for spell in _possible(register, task, on)]
    close = [one for one in possible if is_near(one.remote)]
    if not close:
        possible += _around(register, task, on)
    elif all(_only_legal(one) for one in close):
        possible += [one for one in _around(register, task, on) if kind(one.unit.iri) == "unit"]
    doers = tuple(
        dict.fromkeys(one.unit.iri for one in possible if one.way == "same" and is_near(one.remote))
    )
    possible += _decided(register, task, doers, on)
    before, after = _other_times(register, own, on, "same")
    above = [s for one in next(broader(register, task), ()) for s in _doing_it(register, one)]
    before_above, after_above = _other_times(register, above, on, "broader")
    return Doings(*_sorted(possible), before or before_above, after or after_above)


def of_body(register: Register, iri: str, on: date) -> Doings:
    """Return what a unit, organ, post or organisation does on a day, and what it decides on."""
    own = [s for relation in DOES for s in register.about(iri, GRAAF[relation]) if _is_task(s.object)]
    own += [s for s in register.to(iri, GRAAF.decidedBy) if _is_task(s.subject)]
    possible = [_doing(register, spell, on, "same") for spell in own if _held(spell, on)]
    return Doings(*_sorted(possible), *_other_times(register, own, on, "same"))


def _is_task(value: object) -> bool:
    return isinstance(value, str) and kind(value) == "task"


def _only_legal(one: Doing) -> bool:
    return kind(one.unit.iri) == "organisation" and one.certainty is not Certainty.CERTAIN


def _doing_it(register: Register, task: str) -> list[Spell]:
    return [spell for relation in DOES for spell in register.to(task, GRAAF[relation])]


def _held(spell: Spell, on: date) -> bool:
    return spell.period.on(on) is not Certainty.NO


def _around(register: Register, task: str, on: date) -> list[Doing]:
    """Return who does the nearest broader and narrower tasks that somebody does near the day.

    Without such a broader task, who may do the one right above it: confirmed long before or after.
    """
    above = _nearest(register, broader(register, task), on)
    below = _nearest(register, narrower(register, task), on)
    if not above:
        above = [s for one in next(broader(register, task), ()) for s in _possible(register, one, on)]
    return [
        *(_doing(register, spell, on, "broader") for spell in above),
        *(_doing(register, spell, on, "narrower") for spell in below),
    ]


def _nearest(register: Register, levels: Iterable[tuple[str, ...]], on: date) -> list[Spell]:
    for level in levels:
        spells = [s for one in level for s in _possible(register, one, on) if is_near(s.remote(on))]
        if spells:
            return spells
    return []


def _possible(register: Register, task: str, on: date) -> list[Spell]:
    return [spell for spell in _doing_it(register, task) if _held(spell, on)]


def _decided(register: Register, task: str, doers: tuple[str, ...], on: date) -> list[Doing]:
    best: dict[str, Doing] = {}
    for spell, _, by_way_of in decisions(register, task, doers, on):
        organ = spell.object if spell.predicate == GRAAF.decidedBy else spell.subject
        doing = _decision(register, task, str(organ), spell, on, by_way_of)
        best.setdefault(doing.unit.iri, doing)
    return list(best.values())


def _decision(
    register: Register, task: str, organ: str, spell: Spell, on: date, by_way_of: Named | None
) -> Doing:
    return _made(register, spell, on, task=task, unit=organ, relation="decidedBy", by_way_of=by_way_of)


def _doing(register: Register, spell: Spell, on: date, way: str) -> Doing:
    if spell.predicate == GRAAF.decidedBy:
        return _decision(register, spell.subject, str(spell.object), spell, on, None)
    relation = next(one for one in DOES if spell.predicate == GRAAF[one])
    return _made(register, spell, on, task=str(spell.object), unit=spell.subject, relation=relation, way=way)


def _made(
    register: Register,
    spell: Spell,
    on: date,
    *,
    task: str,
    unit: str,
    relation: str,
    way: str = "same",
    by_way_of: Named | None = None,
) -> Doing:
    certainty = spell.period.on(on)
    then = on if certainty is not Certainty.NO else known_on(spell, on) or on
    where = standing(register, unit, then)
    return Doing(
        task=named(register, task),
        way=way,
        relation=relation,
        unit=where.unit,
        by_way_of=by_way_of,
        path=where.path,
        carriers=where.carriers,
        serves=where.serves,
        grounds=grounds(register, task, then),
        certainty=certainty,
        when=words.period(spell.period),
        bound=_bound(spell, on),
        doubt=doubt(spell.period, on) if certainty is Certainty.POSSIBLE else (),
        remote=spell.remote(on),
        known_on=known_on(spell, on),
        basis=spell.basis,
        evidence=evidence(register, spell.facts),
    )


def _bound(spell: Spell, on: date) -> tuple[tuple[str, str], ...]:
    if spell.period.latest_end <= on:
        return tuple((lang, ended(spell.period, lang)) for lang in LANGS)
    if spell.period.earliest_start > on:
        return tuple((lang, began(spell.period, lang)) for lang in LANGS)
    return words.period(spell.period)


def _sorted(doings: Iterable[Doing]) -> tuple[tuple[Doing, ...], tuple[Doing, ...]]:
    """Return the doings near the day and the remote ones: certain first, then the nearest."""
    ordered = sorted(doings, key=_order)
    return tuple(d for d in ordered if is_near(d.remote)), tuple(d for d in ordered if not is_near(d.remote))


def _order(doing: Doing) -> tuple[bool, bool, bool, int, int, str, str]:
    return (
        doing.way != "same",
        doing.certainty is not Certainty.CERTAIN,
        doing.basis is Basis.INFERRED,
        RELATIONS.index(doing.relation),
        doing.remote,
        doing.unit.label.casefold(),
        doing.task.label.casefold(),
    )


def _other_times(
    register: Register, spells: Iterable[Spell], on: date, way: str
) -> tuple[tuple[Doing, ...], tuple[Doing, ...]]:
    """Return the doings that ended by the day, the latest first, and those that start after it."""
    gone = [s for s in spells if s.period.latest_end <= on]
    coming = [s for s in spells if s.period.earliest_start > on]
    gone.sort(key=lambda s: (s.period.latest_end, s.period.earliest_start, s.subject), reverse=True)
    coming.sort(key=lambda s: (s.period.earliest_start, s.subject))
    return (
        tuple(_doing(register, spell, on, way) for spell in gone),
        tuple(_doing(register, spell, on, way) for spell in coming),
    )
