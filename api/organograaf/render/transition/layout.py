"""Bands of a transition: units that hang together by ribbons, beside their counterparts."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from organograaf.changes import Pair, Stop, Transition
from organograaf.period import Certainty
from organograaf.render.pieces import text_box
from organograaf.render.shapes import Box, Kind
from organograaf.render.tone import COLOURS, tone_of
from organograaf.render.transition import words

ROOM: Final = 290.0
RIBBON: Final = 14.0
GAP: Final = 7.0
APART: Final = 9.0
_PAD: Final = 3.0


@dataclass(frozen=True, slots=True)
class Placed:
    """A unit at its height in a band, with the heights at which its ribbons begin or end."""

    stop: Stop
    box: Box
    ends: Mapping[Pair, float]


@dataclass(frozen=True, slots=True)
class Band:
    """Units of the first day at the left, of the second at the right, and pairs between them."""

    left: tuple[Placed, ...]
    right: tuple[Placed, ...]
    pairs: tuple[Pair, ...]
    height: float


def bands(view: Transition, lang: str) -> list[Band]:
    """Return the bands in order: most flows first, then by where their units stand."""
    made = [_band(view, stops, pairs, lang) for stops, pairs in _together(view)]
    return sorted(made, key=_order)


def _order(band: Band) -> tuple[object, ...]:
    flows = sum(not words.staying(one) for one in band.pairs)
    new = band.right[0].stop if band.right else None
    old = band.left[0].stop if band.left else None
    place = new.place if new else old.place if old else None
    name = (new or old or band.right[0].stop).thing.label.casefold()
    return (-flows, not band.pairs, new is None, place is None, place.label.casefold() if place else "", name)


def _together(view: Transition) -> Iterable[tuple[set[str], list[Pair]]]:
    """Return sets of units joined by pairs, with those pairs."""
    group: dict[str, set[str]] = {}
    for iri in dict.fromkeys(stop.thing.iri for stop in (*view.before, *view.after)):
        group[iri] = {iri}
    for one in view.pairs:
        if one.new and group[one.old.iri] is not group[one.new.iri]:
            joined = group[one.old.iri] | group[one.new.iri]
            group.update(dict.fromkeys(joined, joined))
    seen: list[set[str]] = []
    for units in group.values():
        if not any(units is other for other in seen):
            seen.append(units)
    return [(units, [one for one in view.pairs if one.new and one.old.iri in units]) for units in seen]


def _band(view: Transition, units: set[str], pairs: list[Pair], lang: str) -> Band:
    left = [stop for stop in view.before if stop.thing.iri in units]
    right = [stop for stop in view.after if stop.thing.iri in units]
    left, right = _uncrossed(left, right, pairs)
    at = {stop.thing.iri: number for number, stop in enumerate(left)}
    then = {stop.thing.iri: number for number, stop in enumerate(right)}
    ended = "ended" if not pairs else ""
    olds = _stack(
        left,
        lambda iri: sorted((p for p in pairs if p.old.iri == iri), key=lambda p: then[_new(p)]),
        lang,
        ended,
    )
    fresh = "new" if not pairs else ""
    news = _stack(
        right,
        lambda iri: sorted((p for p in pairs if _new(p) == iri), key=lambda p: at[p.old.iri]),
        lang,
        fresh,
    )
    height = max(_height(olds), _height(news))
    return Band(_centred(olds, height), _centred(news, height), tuple(pairs), height)


def _new(one: Pair) -> str:
    return one.new.iri if one.new else ""


def _uncrossed(left: list[Stop], right: list[Stop], pairs: list[Pair]) -> tuple[list[Stop], list[Stop]]:
    """Order both columns by the middle of what each unit is joined to, in turn."""
    for _ in range(3):
        at = {stop.thing.iri: n for n, stop in enumerate(left)}
        right = sorted(right, key=lambda s: _middle([at[p.old.iri] for p in pairs if _new(p) == s.thing.iri]))
        then = {stop.thing.iri: n for n, stop in enumerate(right)}
        left = sorted(left, key=lambda s: _middle([then[_new(p)] for p in pairs if p.old.iri == s.thing.iri]))
    return left, right


def _middle(numbers: list[int]) -> float:
    return sum(numbers) / len(numbers) if numbers else 0.0


def _stack(stops: list[Stop], joined: Callable[[str], list[Pair]], lang: str, fate: str) -> list[Placed]:
    """Set units under one another, each high enough for its ribbons."""
    found: list[Placed] = []
    y = 0.0
    for stop in stops:
        pairs = joined(stop.thing.iri)
        own = tone_of(stop.behind)
        made = text_box(
            Kind.SUB,
            stop.thing.label,
            words.lines(stop, lang, fate),
            ROOM,
            own,
            mark=COLOURS[own].mark,
            dashed=stop.certainty is Certainty.POSSIBLE,
        )
        taken = len(pairs) * RIBBON
        height = max(made.height, taken + 2 * _PAD)
        down = (height - made.height) / 2
        texts = tuple(text.scaled(1, 0, down) for text in made.texts)
        box = replace(
            made, height=height, texts=texts, bar="solid", slug=stop.thing.slug, name=stop.thing.label
        )
        top = y + (height - taken) / 2
        ends = {pair: top + number * RIBBON for number, pair in enumerate(pairs)}
        found.append(Placed(stop, box.at(0, y), ends))
        y += height + GAP
    return found


def _height(placed: list[Placed]) -> float:
    return max((one.box.y + one.box.height for one in placed), default=0.0)


def _centred(placed: list[Placed], height: float) -> tuple[Placed, ...]:
    down = (height - _height(placed)) / 2
    return tuple(
        Placed(one.stop, one.box.at(0, down), {pair: y + down for pair, y in one.ends.items()})
        for one in placed
    )
