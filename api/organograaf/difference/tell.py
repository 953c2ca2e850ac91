"""From exact shifts to what people call changes: every shift is told in exactly one of them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from organograaf.changes import Aspect, Change, ChangeKind, Held, Shift, Transfer
from organograaf.difference.cause import Side, cause
from organograaf.difference.events import named, transfers
from organograaf.difference.snapshot import Delta, Snapshot
from organograaf.organogram.detail import evidence
from organograaf.period import Certainty
from organograaf.view import Named
from organograaf.vocab import kind

_KINDS = {
    Aspect.NAME: ChangeKind.RENAMED,
    Aspect.PLACE: ChangeKind.MOVED,
    Aspect.CARRIER: ChangeKind.CARRIER,
    Aspect.HOLDER: ChangeKind.HOLDER,
}
_ORDER = tuple(ChangeKind)
Speak = Callable[["Story", Change], tuple[tuple[str, str], ...]]


@dataclass(frozen=True)
class Story:
    """Two sides with their snapshots: all that telling a change needs."""

    before: Side
    after: Side
    then: Snapshot
    now: Snapshot

    @cached_property
    def certainties(self) -> tuple[dict[Held, Certainty], dict[Held, Certainty]]:
        """Both snapshots, to look a statement up in."""
        return dict(self.then), dict(self.now)

    @cached_property
    def _values(self) -> tuple[dict[tuple[str, Aspect], list[str]], ...]:
        both: list[dict[tuple[str, Aspect], list[str]]] = []
        for snapshot in (self.then, self.now):
            found: dict[tuple[str, Aspect], list[str]] = {}
            for held, _ in snapshot:
                found.setdefault((held.thing, held.aspect), []).append(held.value)
            both.append(found)
        return tuple(both)

    def values(self, thing: str, aspect: Aspect) -> tuple[tuple[Named, ...], tuple[Named, ...]]:
        """Return what a snapshot says of a thing in one aspect, on both sides."""
        then, now = (found.get((thing, aspect), []) for found in self._values)
        return self._named(self.before, thing, aspect, then), self._named(self.after, thing, aspect, now)

    def doers(self, task: str) -> tuple[tuple[Named, ...], tuple[Named, ...]]:
        """Return the units that have a task, on both sides."""
        then, now = (
            [h.thing for h, _ in snap if h.aspect is Aspect.TASK and h.value == task]
            for snap in (self.then, self.now)
        )
        return (
            self._named(self.before, task, Aspect.TASK, then),
            self._named(self.after, task, Aspect.TASK, now),
        )

    def _named(self, side: Side, thing: str, aspect: Aspect, found: Iterable[str]) -> tuple[Named, ...]:
        if aspect is Aspect.NAME:
            one = named(side.register, thing, side.day)
            return tuple(Named(one.iri, one.slug, text) for text in sorted(found))
        things = (named(side.register, iri, side.day) for iri in set(found))
        return tuple(sorted(things, key=lambda one: (one.label.casefold(), one.iri)))

    def along(self, thing: str) -> tuple[Named, ...]:
        """Return what stood under a thing on both days, at every level: it only moved along."""
        kept = {(h.thing, h.value) for h, _ in self.then} & {(h.thing, h.value) for h, _ in self.now}
        under: dict[str, list[str]] = {}
        for child, parent in kept:
            if parent and kind(child) == "unit":
                under.setdefault(parent, []).append(child)
        found, level = dict[str, None](), [thing]
        while level:
            level = [c for parent in level for c in under.get(parent, ()) if c not in found and c != thing]
            found.update(dict.fromkeys(level))
        return self._named(self.after, thing, Aspect.PLACE, found)


def tell(story: Story, shifts: Delta, speak: Speak) -> tuple[Change, ...]:
    """Return the changes that the shifts come down to, in order of telling."""
    tasks, rest = _tasks(shifts)
    made = [_task(story, task, found) for task, found in tasks.items()]
    by_thing: dict[str, set[Shift]] = {}
    for shift in rest:
        by_thing.setdefault(shift.held.thing, set()).add(shift)
    made += [change for thing, found in by_thing.items() for change in _of_thing(story, thing, found)]
    spoken = [replace(change, sentence=speak(story, change)) for change in made]
    return tuple(sorted(spoken, key=_key))


def _key(one: Change) -> tuple[int, str, str]:
    return (_ORDER.index(one.kind), one.thing.label.casefold(), one.thing.iri)


def _tasks(shifts: Delta) -> tuple[dict[str, set[Shift]], set[Shift]]:
    """Set apart the tasks that changed hands, and those that a lasting unit got or lost.

    What a unit did stays with the unit that came or went when nobody else took it.
    """
    passing = {s.held.thing for s in shifts if s.held.aspect is Aspect.EXISTENCE and s.moves}
    tasks: dict[str, set[Shift]] = {}
    for shift in shifts:
        if shift.held.aspect is Aspect.TASK and shift.moves:
            tasks.setdefault(shift.held.value, set()).add(shift)
    told = {
        task: found
        for task, found in tasks.items()
        if len({s.after is Certainty.NO for s in found}) == 2
        or any(s.held.thing not in passing for s in found)
    }
    return told, set(shifts).difference(*told.values())


def _task(story: Story, task: str, shifts: set[Shift]) -> Change:
    before, after = story.doers(task)
    return _change(story, ChangeKind.TASK, task, shifts, shifts, before, after)


def _of_thing(story: Story, thing: str, shifts: set[Shift]) -> Iterator[Change]:
    passing = next((s for s in shifts if s.held.aspect is Aspect.EXISTENCE and s.moves), None)
    if passing:
        yield _passing(story, thing, passing, shifts)
        return
    unsure = {shift for shift in shifts if not shift.moves}
    if unsure:
        yield _change(story, ChangeKind.CERTAINTY, thing, unsure, unsure, (), ())
    for aspect, kind_ in _KINDS.items():
        found = {s for s in shifts - unsure if s.held.aspect is aspect}
        if found:
            of_post = kind(thing) == "post" and kind_ is not ChangeKind.HOLDER
            told = ChangeKind.POST if of_post else kind_
            yield _change(story, told, thing, found, found, *story.values(thing, aspect))


def _passing(story: Story, thing: str, passing: Shift, shifts: set[Shift]) -> Change:
    """Tell a thing that came or went, with all that it brought or took."""
    appeared = passing.before is Certainty.NO
    before, after = story.values(thing, Aspect.PLACE)
    if kind(thing) == "post":
        return _change(story, ChangeKind.POST, thing, {passing}, shifts, before, after)
    register, days = story.after.register, (story.before.day, story.after.day)
    moved = transfers(register, thing, *days, into=appeared) if days[0] < days[1] else ()
    if appeared:
        sources = _once(one.old for one in moved)
        return _change(story, ChangeKind.APPEARED, thing, {passing}, shifts, sources, after, moved)
    targets = _once(one.new for one in moved)
    return _change(story, ChangeKind.DISAPPEARED, thing, {passing}, shifts, before, targets, moved)


def _once(found: Iterable[Named]) -> tuple[Named, ...]:
    return tuple(dict.fromkeys(found))


def _change(
    story: Story,
    kind_: ChangeKind,
    thing: str,
    heads: set[Shift],
    shifts: set[Shift],
    before: tuple[Named, ...],
    after: tuple[Named, ...],
    moved: tuple[Transfer, ...] = (),
) -> Change:
    why = cause(story.before, story.after, heads)
    side = story.before if kind_ is ChangeKind.DISAPPEARED else story.after
    event = why.event or next((one.event for one in moved if one.event), None)
    moment = why.moment or next((one.moment for one in moved if one.moment), None)
    return Change(
        kind=kind_,
        thing=named(side.register, thing, side.day),
        before=before,
        after=after,
        certainty=_certainty(story, thing),
        moment=moment,
        event=event,
        basis=why.basis,
        explained=bool(event or moved),
        transfers=moved,
        along=story.along(thing) if kind_ is ChangeKind.MOVED else (),
        evidence=evidence(side.register, why.facts),
        shifts=frozenset(shifts),
    )


def _certainty(story: Story, thing: str) -> tuple[Certainty, Certainty]:
    held = Held(thing, Aspect.EXISTENCE)
    then, now = story.certainties
    return then.get(held, Certainty.NO), now.get(held, Certainty.NO)
