"""All that is said of one thing over time: its lives, names, places, carriers and holders."""

from collections.abc import Iterable, Iterator
from datetime import date

from organograaf.difference.snapshot import POSTS
from organograaf.lifelines.line import of_spells, of_thing, same
from organograaf.model import Literal, Spell
from organograaf.organogram.holders import held_by
from organograaf.period import MAX, MIN
from organograaf.register import Register
from organograaf.spans import Lifeline, Lifelines, Worded
from organograaf.vocab import GRAAF, ORG, RDF, SKOS, kind

_GROUPS: dict[str, Worded] = {
    "life": (("nl", "Bestaan"), ("en", "Existence")),
    "name": (("nl", "Naam"), ("en", "Name")),
    "place": (("nl", "Plaats"), ("en", "Place")),
    "carrier": (("nl", "Drager"), ("en", "Carrier")),
    "post": (("nl", "Ambten en houders"), ("en", "Posts and holders")),
}
_TITLE = ("Levenslijn van {0}", "Lifeline of {0}")
_MOST = 60


def life(register: Register, iri: str) -> Lifelines:
    """Return the lines of one thing: existence, names, places, carriers, posts and their holders."""
    lines = [line for line in _lines(register, iri) if line.bars][:_MOST]
    since, until = _window(register, lines)
    return Lifelines(
        title=tuple(zip(("nl", "en"), (t.format(register.label(iri)) for t in _TITLE), strict=True)),
        since=since,
        until=until,
        known=register.known,
        dataset=register.dataset,
        lines=tuple(lines),
        transfers=(),
        undated=(),
        events=(),
    )


def _lines(register: Register, iri: str) -> Iterator[Lifeline]:
    itself = of_thing(register, iri)
    yield Lifeline(
        label=itself.label,
        thing=None,
        group=_GROUPS["life"],
        behind=itself.behind,
        bars=itself.bars,
        sources=itself.sources,
    )
    names = [s for s in register.about(iri, SKOS.prefLabel) if isinstance(s.object, Literal)]
    dutch = [s for s in names if isinstance(s.object, Literal) and s.object.lang in ("nl", None)]
    if len({s.object for s in dutch}) > 1:
        yield from _by_value(register, dutch, "name")
    yield from _by_value(register, _about(register, iri, ORG.unitOf, ORG.subOrganizationOf), "place")
    yield from _by_value(register, _about(register, iri, GRAAF.legalCarrier), "carrier")
    posts = [iri] if kind(iri) == "post" else _posts(register, iri)
    for post in posts:
        yield from _holders(register, post, alone=post == iri)


def _about(register: Register, iri: str, *predicates: str) -> list[Spell]:
    return [spell for predicate in predicates for spell in register.about(iri, predicate)]


def _posts(register: Register, iri: str) -> list[str]:
    found = {spell.subject for predicate in POSTS for spell in register.to(iri, predicate)}
    return sorted(found, key=lambda post: register.label(post).casefold())


def _holders(register: Register, post: str, *, alone: bool) -> Iterator[Lifeline]:
    held = register.about(post, ORG.heldBy)
    name = register.label(post)
    if not held and not alone:
        spells = register.about(post, RDF.type)
        if spells:
            yield of_spells(register, spells, same(name), _GROUPS["post"], post)
        return
    by_holder: dict[Worded, list[Spell]] = {}
    for spell in sorted(held, key=_order):
        by_holder.setdefault(held_by(register, spell), []).append(spell)
    for who, some in by_holder.items():
        label = who if alone else tuple((lang, f"{name}: {text}") for lang, text in who)
        yield of_spells(register, some, label, _GROUPS["post"], None)


def _by_value(register: Register, spells: Iterable[Spell], group: str) -> Iterator[Lifeline]:
    for value, some in _grouped(spells).items():
        thing = value if kind(value) is not None else None
        label = register.label(value) if thing else value
        yield of_spells(register, some, same(label), _GROUPS[group], thing)


def _grouped(spells: Iterable[Spell]) -> dict[str, list[Spell]]:
    found: dict[str, list[Spell]] = {}
    for spell in sorted(spells, key=_order):
        value = spell.object.value if isinstance(spell.object, Literal) else spell.object
        found.setdefault(value, []).append(spell)
    return found


def _order(spell: Spell) -> tuple[date, date]:
    return spell.period.latest_start, spell.period.latest_end


def _window(register: Register, lines: Iterable[Lifeline]) -> tuple[date, date]:
    lived = [line for line in lines if line.group == _GROUPS["life"]]
    bounds = [
        day
        for line in lived
        for bar in line.bars
        for day in (bar.period.earliest_start, bar.period.latest_start, bar.period.earliest_end)
        if MIN < day < MAX
    ]
    first = min(bounds, default=register.latest_day).year
    last = max([*bounds, register.latest_day]).year
    return date(max(first - 1, 1), 1, 1), date(min(last + 1, MAX.year), 1, 1)
