"""The difference of two days: a pure function of what was known and what is."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from organograaf import words
from organograaf.changes import Change, ChangeKind, Difference
from organograaf.difference.cause import Side
from organograaf.difference.corrections import correct
from organograaf.difference.events import events, named
from organograaf.difference.sentences import speak
from organograaf.difference.snapshot import POSTS, delta, snapshot
from organograaf.difference.tell import Story, tell
from organograaf.difference.together import together
from organograaf.errors import BadQuestion, NotFound
from organograaf.organogram import DEFAULT_REACH, as_of, years
from organograaf.organogram.reach import near
from organograaf.register import Register
from organograaf.view import Node, Organogram


def difference(before: Register, after: Register, since: date, until: date, root: str) -> Difference:
    """Return what is otherwise under `root` on `until` than on `since`.

    Usually `before` is `after`. When it is what was known on an earlier day, what it says
    otherwise of `since` are corrections; all else happened in the world, as now known.
    Raises NotFound when the root did not exist on one of the days.
    """
    views = (as_of(after, since, root=root), as_of(after, until, root=root))
    sides = (Side(before, since), Side(after, since), Side(after, until))
    old = as_of(before, since, root=root) if before is not after else views[0]
    things = _things(sides, (old, *views))
    known, now = (snapshot(after, day, things) for day in (since, until))
    then = snapshot(before, since, things) if before is not after else known
    changes = tell(Story(sides[1], sides[2], known, now), delta(known, now), speak)
    return Difference(
        since=since,
        until=until,
        known=after.known,
        earlier=before.known if before is not after else None,
        dataset=after.dataset,
        root=named(after, root, until),
        changes=changes,
        told=together(changes),
        corrections=tell(Story(sides[0], sides[1], then, known), delta(then, known), correct),
        events=tuple(line for line in events(after, since, until) if not line.planned),
        after=_drawn(after, views[1], changes),
    )


def checked(register: Register, since: date, until: date, *, corrections: bool = False) -> None:
    """Refuse days in the wrong order, one day twice, and days of which no source speaks.

    One day twice is fine when there are `corrections` to tell. Raises BadQuestion, or
    NotFound, with a sentence that says what to ask instead.
    """
    if since > until:
        nl, en = (f"{words.day(until, lang)}{to}{words.day(since, lang)}" for lang, to in _TO)
        raise BadQuestion(
            f"De eerste dag ligt na de tweede. Vraag het in de andere volgorde: van {nl}.",
            f"The first day lies after the second. Ask for the other order: from {en}.",
        )
    if since == until and not corrections:
        raise BadQuestion(
            f"Beide dagen zijn {words.day(since)}: dan is er niets te vergelijken. Kies twee dagen.",
            f"Both days are {words.day(since, 'en')}: there is nothing to compare. Choose two days.",
        )

    days = register.change_days
    if days and (until < days[0] or since > register.latest_day > days[0]):
        first, last = (tuple(words.day(d, lang) for d in (days[0], register.latest_day)) for lang in _LANGS)
        raise NotFound(
            f"Over die dagen zeggen onze bronnen niets: ze spreken over {first[0]} tot {first[1]}.",
            f"Our sources say nothing of those days: they speak of {last[0]} to {last[1]}.",
        )


_LANGS = ("nl", "en")
_TO = (("nl", " naar "), ("en", " to "))


def _drawn(register: Register, whole: Organogram, changes: Iterable[Change]) -> Organogram:
    """Leave out what is confirmed only long before or after the day, but nothing that changed."""
    reach = years(DEFAULT_REACH)
    if reach is None:
        return whole
    told = (one for one in changes if one.kind is not ChangeKind.CERTAINTY)
    changed = {named.iri for one in told for named in (one.thing, *one.before, *one.after)}
    near_ = as_of(register, whole.on, root=whole.root.iri, reach=reach)
    root = _kept(whole.root, whole.on, reach, changed)
    unplaced = tuple(one for one in whole.unplaced if one in near_.unplaced or one.iri in changed)
    left = sum(1 for _ in whole.root.walk()) - sum(1 for _ in root.walk())
    beyond = left + len(whole.unplaced) - len(unplaced)
    return replace(whole, root=root, unplaced=unplaced, reach=reach, beyond=beyond)


def _kept(node: Node, on: date, reach: int, changed: set[str]) -> Node:
    units = (_kept(unit, on, reach, changed) for unit in node.units)
    kept = (unit for unit in units if unit.units or unit.iri in changed or near(unit.remote(on), reach))
    return replace(node, units=tuple(kept))


def _things(sides: Iterable[Side], views: Iterable[Organogram]) -> frozenset[str]:
    """Return all units of the trees with their posts; those without a place too."""
    units = {node.iri for view in views for _, node in view.root.walk()}
    units |= {one.iri for view in views for one in view.unplaced}
    posts = {
        spell.subject
        for side in sides
        for unit in units
        for predicate in POSTS
        for spell, _ in side.register.to_on(side.day, unit, predicate)
    }
    return frozenset(units | posts)
