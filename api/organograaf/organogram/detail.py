"""What stands in a box besides its name: posts, tasks, counts, evidence."""

from collections.abc import Iterable
from datetime import date

from organograaf.model import Basis, Fact, Literal, Spell
from organograaf.organogram.reach import near
from organograaf.period import Certainty
from organograaf.register import Register
from organograaf.view import EvidenceLine, Holder, Named, PostLine, StatedCount, TaskLine
from organograaf.vocab import GRAAF, ORG, SKOS, kind, slug

_RELATIONS = ("responsibleFor", "carriesOut", "contributesTo")


def named(
    register: Register, on: date, iri: str, predicate: str, reach: int | None = None
) -> tuple[Named, ...]:
    """Return the things one property points to on the day, by name."""
    found_on = _near(register.on(on, iri, predicate), on, reach)
    things = {spell.object for spell, _ in found_on if isinstance(spell.object, str)}
    found = (Named(thing, slug(thing), register.label(thing, on)) for thing in things)
    return tuple(sorted(found, key=lambda n: n.label))


def posts(register: Register, on: date, iri: str, reach: int | None = None) -> tuple[PostLine, ...]:
    """Return the posts in a unit and those that lead it, leading ones first."""
    leading = {
        spell.subject: certainty
        for spell, certainty in _near(register.to_on(on, iri, GRAAF.leads), on, reach)
    }
    standing = {
        spell.subject: certainty for spell, certainty in _near(register.to_on(on, iri, ORG.postIn), on, reach)
    }
    lines = [
        _post(register, on, post, (standing | leading)[post], post in leading, reach)
        for post in {**leading, **standing}
    ]
    return tuple(sorted(lines, key=lambda line: (not line.leads, line.label)))


def tasks(register: Register, on: date, iri: str, reach: int | None = None) -> tuple[TaskLine, ...]:
    """Return the tasks of a unit as a forest: narrower ones under the broader one it also has."""
    found: dict[str, tuple[str, Certainty]] = {}
    for relation in _RELATIONS:
        for spell, certainty in _near(register.on(on, iri, GRAAF[relation]), on, reach):
            if isinstance(spell.object, str) and kind(spell.object) == "task":  # goals are policy, not tasks
                found.setdefault(spell.object, (relation, certainty))
    narrower: dict[str | None, list[str]] = {}
    for task in found:
        narrower.setdefault(_nearest(register, task, found) if len(found) > 1 else None, []).append(task)

    def under(parent: str | None) -> tuple[TaskLine, ...]:
        lines = (
            TaskLine(
                iri=task,
                slug=slug(task),
                label=register.label(task),
                relation=found[task][0],
                certainty=found[task][1],
                tasks=under(task),
            )
            for task in narrower.get(parent, ())
        )
        return tuple(sorted(lines, key=lambda line: line.label.casefold()))

    return under(None)


def counts(register: Register, on: date, iri: str, reach: int | None = None) -> tuple[StatedCount, ...]:
    """Return the numbers of units a source gives without naming them."""
    found = []
    for spell, _ in _near(register.on(on, iri, GRAAF.numberOf), on, reach):
        of_kind = spell.qualifier(GRAAF.ofKind)
        if isinstance(spell.object, Literal) and isinstance(of_kind, str):
            found.append(StatedCount(int(spell.object.value), register.label(of_kind)))
    return tuple(sorted(found, key=lambda count: (count.number, count.kind)))


def evidence(register: Register, facts: Iterable[Fact]) -> tuple[EvidenceLine, ...]:
    """Return where the facts stand, each place once, in order of source."""
    lines = set()
    for fact in facts:
        for place in fact.evidence:
            passage = register.passages.get(place)
            source = register.sources.get(passage.source) if passage else None
            if passage and source:
                lines.add(
                    EvidenceLine(source.number, passage.section, passage.phrase, fact.basis, fact.reasoning)
                )
    return tuple(
        sorted(lines, key=lambda e: (e.source, e.locator, e.phrase, e.basis.value, e.reasoning or ""))
    )


def evidence_of(register: Register, passages: Iterable[str]) -> tuple[EvidenceLine, ...]:
    """Return where a plain thing is named, each place once, in order of source."""
    found = {place: passage for place in passages if (passage := register.passages.get(place))}
    lines = [
        EvidenceLine(source.number, one.section, one.phrase, Basis.STATED)
        for one in found.values()
        if (source := register.sources.get(one.source))
    ]
    return tuple(sorted(lines, key=lambda line: (line.source, line.locator, line.phrase)))


def _post(
    register: Register, on: date, iri: str, certainty: Certainty, leads: bool, reach: int | None
) -> PostLine:
    holders = tuple(
        Holder(
            iri=str(spell.object),
            slug=slug(str(spell.object)),
            label=register.label(str(spell.object)),
            capacity=_capacity(spell),
            certainty=held,
        )
        for spell, held in _near(register.on(on, iri, ORG.heldBy), on, reach)
    )
    vacant = any(
        isinstance(spell.object, Literal) and spell.object.value == "true"
        for spell, _ in register.on(on, iri, GRAAF.vacant)
    )
    return PostLine(
        iri=iri,
        slug=slug(iri),
        label=register.label(iri, on),
        certainty=certainty,
        leads=leads,
        vacant=vacant and not holders,
        holders=holders,
    )


def _near(
    found: Iterable[tuple[Spell, Certainty]], on: date, reach: int | None
) -> list[tuple[Spell, Certainty]]:
    return [pair for pair in found if near(pair[0].remote(on), reach)]


def _capacity(spell: Spell) -> str:
    capacity = spell.qualifier(GRAAF.capacity)
    return slug(capacity).lower() if isinstance(capacity, str) else "effective"


def _nearest(register: Register, task: str, among: Iterable[str]) -> str | None:
    """Return the nearest broader task that is among the given ones."""
    wanted, seen, level = set(among), {task}, [task]
    while level:
        above = [
            str(b)
            for t in level
            for b in register.plain.get(t, {}).get(SKOS.broader, ())
            if str(b) not in seen
        ]
        for broader in above:
            if broader in wanted:
                return broader
        seen.update(above)
        level = above
    return None
