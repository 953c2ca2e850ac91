"""All gaps and overlaps on a day: a pure function of a register."""

from collections.abc import Iterator, Mapping
from datetime import date

from organograaf.difference.phrases import LANGS
from organograaf.model import Literal
from organograaf.organogram import DEFAULT_REACH, years
from organograaf.organogram.detail import evidence
from organograaf.radar.phrases import known, settle
from organograaf.radar.posts import posts
from organograaf.radar.sight import Sight, Sighting
from organograaf.radar.tasks import tasks, unspoken
from organograaf.radar.units import interruptions, units
from organograaf.register import Register
from organograaf.signals import Radar, Signal, SignalKind
from organograaf.vocab import GRAAF, RDF, SH, SKOS, iri, kind

_ORDER = tuple(SignalKind)


def radar(
    register: Register, on: date, root: str | None = None, reach: int | None = years(DEFAULT_REACH)
) -> Radar:
    """Return what is missing or double on a day, in what sources confirm within `reach` years.

    `root` (an IRI) narrows it to what stands under it. A `graaf:Silence` of one kind about one
    thing puts its signals aside, with the reason. Raises NotFound when the root did not
    exist then. Cost: a pass over all spells.
    """
    sight = Sight(register, on, root, reach)
    sight.within("")  # raises at once when the root did not exist
    reasons, questions = _reasons(register), _questions(register)
    signals = [_signal(sight, one, reasons, questions) for one in _sightings(sight)]
    ordered = sorted(signals, key=lambda s: (_ORDER.index(s.kind), s.thing.label.casefold(), s.thing.iri))
    return Radar(
        on=on,
        known=register.known,
        dataset=register.dataset,
        root=sight.named(root) if root else None,
        reach=reach,
        beyond=sight.beyond("unit", "post") + unspoken(sight),
        signals=tuple(one for one in ordered if one.reason is None),
        silenced=tuple(one for one in ordered if one.reason is not None),
    )


def kind_iri(kind_: SignalKind) -> str:
    """Return the IRI of a kind of signal, by which a silence names it."""
    return iri("signal-kind", kind_.value)


def _sightings(sight: Sight) -> Iterator[Sighting]:
    yield from tasks(sight)
    yield from posts(sight)
    yield from units(sight)
    yield from interruptions(sight)


def _signal(
    sight: Sight,
    one: Sighting,
    reasons: Mapping[tuple[str, str], str],
    questions: Mapping[str, tuple[str, ...]],
) -> Signal:
    others = [iri_ for spell in one.spells for iri_ in (spell.subject, spell.object)]
    others += [name for _, names in one.extra for name in names]
    apart = dict.fromkeys(o for o in others if isinstance(o, str) and kind(o) and o != one.thing)
    return Signal(
        kind=one.kind,
        label=tuple((lang, sight.register.label(kind_iri(one.kind), lang=lang)) for lang in LANGS),
        meaning=tuple((lang, _definition(sight.register, one.kind, lang)) for lang in LANGS),
        thing=sight.named(one.thing),
        others=tuple(sight.named(other) for other in apart),
        since=one.since,
        known=known(sight, one),
        settle=settle(one.kind),
        questions=questions.get(one.thing, ()),
        certainty=one.certainty,
        evidence=evidence(sight.register, [fact for spell in one.spells for fact in spell.facts]),
        reason=reasons.get((kind_iri(one.kind), one.thing)),
    )


def _definition(register: Register, kind_: SignalKind, lang: str) -> str:
    told = register.plain.get(kind_iri(kind_), {}).get(SKOS.definition, ())
    return next((v.value for v in told if isinstance(v, Literal) and v.lang == lang), "")


def _reasons(register: Register) -> dict[tuple[str, str], str]:
    """Return why a kind of signal about a thing was put aside."""
    found: dict[tuple[str, str], str] = {}
    for properties in register.plain.values():
        if GRAAF.Silence in properties.get(RDF.type, ()):
            reasons = [v.value for v in properties.get(GRAAF.reasoning, ()) if isinstance(v, Literal)]
            for shape in properties.get(SH.sourceShape, ()):
                for node in properties.get(SH.focusNode, ()):
                    if isinstance(shape, str) and isinstance(node, str):
                        found[(shape, node)] = " ".join(reasons)
    return found


def _questions(register: Register) -> dict[str, tuple[str, ...]]:
    """Return the open questions about each thing."""
    found: dict[str, list[str]] = {}
    for node, properties in register.plain.items():
        if GRAAF.OpenQuestion in properties.get(RDF.type, ()):
            for thing in properties.get(GRAAF.concerns, ()):
                if isinstance(thing, str):
                    found.setdefault(thing, []).append(register.label(node))
    return {thing: tuple(sorted(set(texts))) for thing, texts in found.items()}
