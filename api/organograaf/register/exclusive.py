"""What a thing has one of at a time: a name, a kind, a place.

Where one value is certain, another is not possible. So two attestations years apart,
of other values, tell that the change lies between them.
"""

from collections.abc import Iterable
from dataclasses import replace

from organograaf.model import Literal, Spell
from organograaf.period import Period
from organograaf.vocab import ORG, SKOS

_ONE_OF = {
    SKOS.prefLabel: "name",
    ORG.classification: "kind",
    ORG.unitOf: "place",
    ORG.subOrganizationOf: "place",
}


def narrowed(spells: Iterable[Spell]) -> list[Spell]:
    """Return the spells, each cut where another value of the same property is certain.

    Values that are certain on the same day contradict each other: they stay as they are.
    """
    all_spells = list(spells)
    rivals: dict[tuple[str, str, str | None], list[Spell]] = {}
    for spell in all_spells:
        if key := _key(spell):
            rivals.setdefault(key, []).append(spell)
    return [_beside(spell, rivals[key]) if (key := _key(spell)) else spell for spell in all_spells]


def _key(spell: Spell) -> tuple[str, str, str | None] | None:
    one_of = _ONE_OF.get(spell.predicate)
    lang = spell.object.lang if isinstance(spell.object, Literal) else None
    return (spell.subject, one_of, lang) if one_of else None


def _beside(spell: Spell, rivals: Iterable[Spell]) -> Spell:
    period = spell.period
    for other in rivals:
        if other.object != spell.object and other.period.latest_start < other.period.earliest_end:
            period = _cut(period, other.period)
    return spell if period is spell.period else replace(spell, period=period)


def _cut(period: Period, certain: Period) -> Period:
    if period.latest_start >= certain.earliest_end > period.earliest_start:
        return replace(period, earliest_start=certain.earliest_end)
    if period.earliest_end <= certain.latest_start < period.latest_end:
        return replace(period, latest_end=certain.latest_start)
    return period
