"""Tasks that nobody answers for, that nobody took over, or that several have."""

from collections.abc import Iterator

from organograaf.model import Spell
from organograaf.period import Certainty
from organograaf.radar.sight import DOING, RELATIONS, Found, Sight, Sighting, ended, is_task, latest, overlap
from organograaf.signals import SignalKind
from organograaf.vocab import GRAAF, RDF, SKOS


def tasks(sight: Sight) -> Iterator[Sighting]:
    """Yield the gaps and overlaps of all tasks that sources speak of near the day."""
    for task in all_tasks(sight):
        responsible = _apart(sight, sight.to(task, GRAAF.responsibleFor))
        doing = _apart(sight, sight.to(task, GRAAF.carriesOut))
        dropped = None if responsible or doing else _dropped(sight, task)
        if dropped:
            yield dropped
        elif not responsible:
            yield from _unanswered(sight, task, doing or _apart(sight, sight.to(task, GRAAF.contributesTo)))
        if len(responsible) > 1:
            yield _twice(sight, task, responsible, SignalKind.TASK_TWICE_ANSWERED)
        if len(doing) > 1:
            yield _twice(sight, task, doing, SignalKind.TASK_TWICE_DONE)


def all_tasks(sight: Sight) -> list[str]:
    """Return the tasks that something under the root has or had."""
    found = {
        str(spell.object)
        for spell in sight.register.spells
        if spell.predicate in RELATIONS and is_task(spell.object) and sight.within(spell.subject)
    }
    return sorted(found)


def unspoken(sight: Sight) -> int:
    """Return of how many tasks no source says anything near the day."""
    return sum(
        not any(sight.close(spell) for predicate in RELATIONS for spell in sight.register.to(task, predicate))
        for task in all_tasks(sight)
    )


def _apart(sight: Sight, found: Found) -> Found:
    best: dict[str, tuple[Spell, Certainty]] = {}
    for spell, certainty in found:
        best.setdefault(spell.subject, (spell, certainty))
    return sight.apart(list(best.values()))


def _dropped(sight: Sight, task: str) -> Sighting | None:
    """Return a task whose last doer ended near the day, unless a transfer says who got it."""
    spells = [s for predicate in DOING for s in sight.register.to(task, predicate)]
    over = [s for s in spells if s.period.latest_end <= sight.on and sight.close(s)]
    if not over or _handed_over(sight, task):
        return None
    last = latest(over)
    heirs = [
        str(spell.object)
        for spell in sight.register.about(last.subject, GRAAF.transferredTo)
        if isinstance(spell.object, str) and not sight.register.on(sight.on, last.subject, RDF.type)
    ]
    possible = any(s.period.on(sight.on) is not Certainty.NO for s in spells)
    return Sighting(
        kind=SignalKind.TASK_DROPPED,
        thing=task,
        spells=(last,),
        since=ended(last),
        certainty=Certainty.POSSIBLE if possible else Certainty.CERTAIN,
        extra=(("heirs", tuple(dict.fromkeys(heirs))), *_broader(sight, task)),
    )


def _handed_over(sight: Sight, task: str) -> bool:
    return any(
        spell.qualifier(GRAAF.transferred) == task
        for spell in sight.register.spells
        if spell.predicate == GRAAF.transferredTo
    )


def _unanswered(sight: Sight, task: str, doing: Found) -> Iterator[Sighting]:
    if not doing or not sight.within(*(spell.subject for spell, _ in doing)):
        return
    yield Sighting(
        kind=SignalKind.TASK_UNANSWERED,
        thing=task,
        spells=tuple(spell for spell, _ in doing),
        since=overlap(doing[:1])[0],
        certainty=doing[0][1],
        extra=_broader(sight, task),
    )


def _broader(sight: Sight, task: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return who answers for the wider task, when somebody does: it may hold for this one too."""
    for wider in sight.register.plain.get(task, {}).get(SKOS.broader, ()):
        units = [spell.subject for spell, _ in sight.to(str(wider), GRAAF.responsibleFor)]
        if units:
            return (("broader", (str(wider), *units)),)
    return ()


def _twice(sight: Sight, task: str, found: Found, kind: SignalKind) -> Sighting:
    since, certainty = overlap(found)
    return Sighting(
        kind=kind,
        thing=task,
        spells=tuple(spell for spell, _ in found),
        since=since,
        certainty=certainty,
    )
