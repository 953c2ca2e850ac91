"""Units without a carrier or a place, or with several; and what was interrupted."""

from collections.abc import Iterator

from organograaf.model import Literal, Spell
from organograaf.period import Certainty
from organograaf.radar.sight import Found, Sight, Sighting, began, distinct, ended, overlap
from organograaf.signals import SignalKind
from organograaf.vocab import GRAAF, ORG, RDF, SKOS, kind

_PARENT = (ORG.unitOf, ORG.subOrganizationOf)
_INTERRUPTED = ("organisation", "unit", "organ", "post")


def units(sight: Sight) -> Iterator[Sighting]:
    """Yield the gaps and overlaps of all units that exist near the day."""
    living = dict(sight.living("unit"))
    bare = {iri for iri in living if not _carried(sight, iri)}
    for iri, certainty in living.items():
        places = distinct([pair for predicate in _PARENT for pair in sight.held(iri, predicate)])
        possible = [pair for predicate in _PARENT for pair in sight.register.on(sight.on, iri, predicate)]
        if not possible:
            yield _unplaced(sight, iri, certainty)
        if iri in bare and not bare & sight.above(iri):
            yield _uncarried(sight, iri, certainty, {one for one in bare if iri in sight.above(one)})
        if len(places) > 1:
            yield _twice(iri, places, SignalKind.UNIT_TWICE_PLACED)
        names = [p for p in sight.held(iri, SKOS.prefLabel) if _dutch(p[0])]
        if len(distinct(names)) > 1:
            yield _twice(iri, distinct(names), SignalKind.UNIT_TWICE_NAMED)


def interruptions(sight: Sight) -> Iterator[Sighting]:
    """Yield what was so before the day and after it, and not on it."""
    groups: dict[tuple[str, str, object], list[Spell]] = {}
    for spell in sight.register.spells:
        if kind(spell.subject) in _INTERRUPTED and sight.within(spell.subject):
            groups.setdefault((spell.subject, spell.predicate, spell.object), []).append(spell)
    for (thing, predicate, _), spells in groups.items():
        if len(spells) < 2 or predicate == GRAAF.vacant or not sight.register.on(sight.on, thing, RDF.type):
            continue
        before = [s for s in spells if s.period.latest_end <= sight.on]
        after = [s for s in spells if s.period.earliest_start > sight.on]
        holds = any(s.period.on(sight.on) is not Certainty.NO for s in spells)
        if before and after and not holds:
            last = max(before, key=lambda s: s.period.latest_end)
            yield Sighting(
                kind=SignalKind.INTERRUPTED,
                thing=thing,
                spells=(last, min(after, key=lambda s: s.period.earliest_start)),
                since=ended(last),
                certainty=Certainty.CERTAIN,
            )


def _carried(sight: Sight, iri: str) -> bool:
    """Tell whether a source names a carrier of it, or of what it stands under."""
    legal = {
        s.object for one in (iri, *sight.above(iri)) for s, _ in sight.register.on(sight.on, one, RDF.type)
    }
    own = any(sight.register.on(sight.on, one, GRAAF.legalCarrier) for one in (iri, *sight.above(iri)))
    return own or ORG.FormalOrganization in legal


def _uncarried(sight: Sight, iri: str, certainty: Certainty, under: set[str]) -> Sighting:
    lives = sight.register.on(sight.on, iri, RDF.type)
    serves = [str(spell.object) for spell, _ in sight.register.on(sight.on, iri, GRAAF.serves)]
    extra = (("serves", tuple(serves)), ("under", tuple(sorted(under))))
    return Sighting(
        kind=SignalKind.UNIT_UNCARRIED,
        thing=iri,
        spells=(lives[0][0],),
        since=began(lives[0][0]),
        certainty=certainty,
        extra=tuple(part for part in extra if part[1]),
    )


def _unplaced(sight: Sight, iri: str, certainty: Certainty) -> Sighting:
    spells = [spell for predicate in _PARENT for spell in sight.register.about(iri, predicate)]
    before = [s for s in spells if s.period.latest_end <= sight.on]
    after = [s for s in spells if s.period.earliest_start > sight.on]
    known = (
        *sorted(before, key=lambda s: s.period.latest_end)[-1:],
        *sorted(after, key=lambda s: s.period)[:1],
    )
    lives = sight.register.on(sight.on, iri, RDF.type)[0][0]
    return Sighting(
        kind=SignalKind.UNIT_UNPLACED,
        thing=iri,
        spells=known or (lives,),
        since=ended(known[0]) if before else began(lives),
        certainty=certainty,
    )


def _twice(iri: str, found: Found, kind_: SignalKind) -> Sighting:
    since, certainty = overlap(found)
    return Sighting(
        kind=kind_, thing=iri, spells=tuple(spell for spell, _ in found), since=since, certainty=certainty
    )


def _dutch(spell: Spell) -> bool:
    return isinstance(spell.object, Literal) and spell.object.lang in ("nl", None)
