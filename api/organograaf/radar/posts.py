"""Posts that are vacant, without a named holder, or held by several."""

from collections.abc import Iterator

from organograaf.model import Literal, Spell
from organograaf.period import Certainty
from organograaf.radar.sight import Found, Sight, Sighting, began, distinct, ended, latest, overlap
from organograaf.signals import SignalKind
from organograaf.vocab import GRAAF, ORG, RDF


def posts(sight: Sight) -> Iterator[Sighting]:
    """Yield the gaps and overlaps of all posts that exist near the day."""
    for post, certainty in sight.living("post"):
        holders = distinct(sight.held(post, ORG.heldBy))
        if vacant := _vacant(sight, post):
            yield _vacancy(sight, post, vacant)
        elif not holders:
            yield _unheld(sight, post, certainty)
        for same in _same_capacity(holders):
            since, sure = overlap(same)
            yield Sighting(
                kind=SignalKind.POST_TWICE_HELD,
                thing=post,
                spells=tuple(spell for spell, _ in same),
                since=since,
                certainty=sure,
            )


def _vacant(sight: Sight, post: str) -> Found:
    found = sight.register.on(sight.on, post, GRAAF.vacant)
    return [p for p in found if isinstance(p[0].object, Literal) and p[0].object.value == "true"]


def _vacancy(sight: Sight, post: str, vacant: Found) -> Sighting:
    spell, certainty = vacant[0]
    before, _ = _around(sight, post)
    return Sighting(
        kind=SignalKind.POST_VACANT,
        thing=post,
        spells=(spell, *before[-1:]),
        since=began(spell),
        certainty=certainty,
    )


def _unheld(sight: Sight, post: str, certainty: Certainty) -> Sighting:
    """Return a post between two known holders, or without any that a source names near the day."""
    before, after = _around(sight, post)
    # Only one who left and one who had not begun leave a gap: others may still have been there.
    left = [s for s in before if s.period.latest_end <= sight.on]
    coming = [s for s in after if s.period.earliest_start > sight.on]
    maybe = bool(sight.register.on(sight.on, post, ORG.heldBy))
    if left and coming and not maybe:
        return Sighting(
            kind=SignalKind.POST_BETWEEN,
            thing=post,
            spells=(latest(left), min(coming, key=lambda s: s.period)),
            since=ended(latest(left)),
            certainty=certainty,
        )
    return Sighting(
        kind=SignalKind.POST_UNNAMED,
        thing=post,
        spells=(*before[-1:], *after[:1]) or tuple(s for s, _ in sight.held(post, RDF.type)),
        since=ended(latest(left)) if left and not maybe else None,
        certainty=Certainty.POSSIBLE if maybe else certainty,
    )


def _around(sight: Sight, post: str) -> tuple[list[Spell], list[Spell]]:
    """Return the holders confirmed before the day and after it, each in order of time."""
    spells = sight.register.about(post, ORG.heldBy)
    before = [
        s for s in spells if s.mentioned[0] < sight.on and s.period.on(sight.on) is not Certainty.CERTAIN
    ]
    after = [s for s in spells if s.mentioned[0] >= sight.on]
    return sorted(before, key=lambda s: s.mentioned[::-1]), sorted(after, key=lambda s: s.mentioned)


def _same_capacity(holders: Found) -> Iterator[Found]:
    """Yield the holders of one capacity when they are several: an acting one beside another is none."""
    groups: dict[object, Found] = {}
    for spell, certainty in holders:
        groups.setdefault(spell.qualifier(GRAAF.capacity) or GRAAF.Effective, []).append((spell, certainty))
    yield from (group for capacity, group in groups.items() if len(group) > 1 and capacity != GRAAF.Honorary)
