"""What follows from the facts: the four bounds of each, and the snapshot of a day."""

from collections.abc import Container, Iterator
from datetime import date

from organograaf.graphs.outside import PUBLIC, Triple, also, public_bodies
from organograaf.model import Fact, Literal, Spell, Value
from organograaf.period import ALWAYS, MAX, ONE_DAY, UNDATED, Certainty, Moment, Period
from organograaf.register import Register, claim
from organograaf.vocab import BASE, GRAAF, ORG, PROV, RDF, SKOS, XSD, kind

DERIVED = BASE + "graph/derived/bounds"

_INVERSE = {
    ORG.subOrganizationOf: ORG.hasSubOrganization,
    ORG.unitOf: ORG.hasUnit,
    ORG.memberOf: ORG.hasMember,
    ORG.postIn: ORG.hasPost,
    ORG.heldBy: ORG.holds,
    ORG.hasSite: ORG.siteOf,
}
_BROADER = {
    ORG.unitOf: ORG.subOrganizationOf,
    GRAAF.serves: ORG.linkedTo,
    GRAAF.covenantWith: ORG.linkedTo,
    GRAAF.abbreviation: SKOS.altLabel,
}
_BOUNDS = ("earliestStart", "latestStart", "earliestEnd", "latestEnd")
_COMES_ALONG = ("identifier",)
_ABOUT_THE_SOURCE = (GRAAF.evidence, GRAAF.basis, GRAAF.reasoning)


def bounds(register: Register, only: Container[str] | None = None) -> Iterator[Triple]:
    """Yield the four bounds of every fact and every event, or of those in `only`; always all four.

    A fact's bounds are those of the spell it belongs to; a planned or disputed fact,
    which is in no spell, has those of its own claim.
    """
    joined = {fact.iri: spell.period for spell in register.spells for fact in spell.facts}
    for fact in register.facts:
        if only is None or fact.iri in only:
            yield from _bounds(fact.iri, joined.get(fact.iri) or _alone(fact, register))
    for event in register.events.values():
        if only is None or event.iri in only:
            yield from _bounds(event.iri, _on_one_day(event.moment) if event.moment else UNDATED)


def snapshot(
    register: Register, on: date, *, certain_only: bool = False, about: str | None = None
) -> list[Triple]:
    """Return plain W3C ORG of one day: what is possible then, sorted, without dates.

    With `about`, only what concerns that thing.

    Each thing that exists carries `graaf:certainty`. Inverses and super-properties are
    added, so that plain queries work both ways, and what `graphs.outside` knows others
    ask for. Cost: one pass over all spells.
    """
    wanted = (Certainty.CERTAIN,) if certain_only else (Certainty.CERTAIN, Certainty.POSSIBLE)
    public = public_bodies(register)
    triples: set[Triple] = set()
    named: set[str] = set()
    for spell in register.spells:
        if about is not None and about not in (spell.subject, spell.object):
            continue
        certainty = spell.period.on(on)
        if certainty not in wanted:
            continue
        triples.update(stated(spell, certainty, public))
        named.update(t for t in (spell.subject, spell.object) if isinstance(t, str))
    for thing in named if about is None else named & {about}:
        triples.update(plain(register, thing))
    return sorted(triples, key=lambda t: (t[0], t[1], str(t[2])))


def stated(spell: Spell, certainty: Certainty, public: Container[str]) -> Iterator[Triple]:
    """Yield what one spell says on a day on which it is so certain, `public` being the public bodies."""
    yield from _with_inverses(spell.subject, spell.predicate, spell.object)
    if spell.predicate == RDF.type and kind(spell.subject) in ("organisation", "unit", "organ", "post"):
        yield (spell.subject, GRAAF.certainty, GRAAF[certainty.value.capitalize()])
        if spell.subject in public:
            yield from ((spell.subject, RDF.type, type_) for type_ in PUBLIC)


def _with_inverses(subject: str, predicate: str, value: Value) -> Iterator[Triple]:
    yield (subject, predicate, value)
    if broader := _BROADER.get(predicate):
        yield from _with_inverses(subject, broader, value)
    if isinstance(value, str) and (inverse := _INVERSE.get(predicate)):
        yield (value, inverse, subject)


def plain(register: Register, thing: str) -> Iterator[Triple]:
    """Yield what never changes about a thing, such as its identifiers or a task's labels.

    The nodes of its identifiers come along whole.
    """
    if thing.startswith(GRAAF.base):
        return
    properties = register.plain.get(thing, {})
    for predicate, values in properties.items():
        if predicate in _ABOUT_THE_SOURCE:
            continue
        for value in values:
            yield (thing, predicate, value)
            yield from also(thing, predicate, value, properties.get(RDF.type, ()))
            if isinstance(value, str) and kind(value) in _COMES_ALONG:
                yield from plain(register, value)


def _alone(fact: Fact, register: Register) -> Period:
    if fact.predicate in (GRAAF.date, GRAAF.decisionDate):
        return ALWAYS
    return claim(fact, register.events, register.graphs, register.sources).period()


def _on_one_day(moment: Moment) -> Period:
    last = moment.latest if moment.latest >= MAX else moment.latest + ONE_DAY
    return Period(moment.earliest, moment.latest, moment.earliest + ONE_DAY, last)


def _bounds(iri: str, period: Period) -> Iterator[Triple]:
    days = (period.earliest_start, period.latest_start, period.earliest_end, period.latest_end)
    for name, day in zip(_BOUNDS, days, strict=True):
        yield (iri, GRAAF[name], Literal(day.isoformat(), None, XSD.date))


def event_dates(register: Register, only: Container[str] | None = None) -> Iterator[Triple]:
    """Yield ORG's own `prov:startedAtTime` for the events whose day is known, or for those in `only`."""
    for event in register.events.values():
        if (only is None or event.iri in only) and event.moment and event.moment.exact:
            text = f"{event.moment.earliest}T00:00:00"
            yield (event.iri, PROV.startedAtTime, Literal(text, None, XSD.dateTime))
