"""From facts to spells: equal statements joined, and cut to the life of their things.

Planned and disputed facts take no part. What contradicts itself is kept as it is:
validation reports it, nothing is repaired here.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from organograaf.model import Event, Fact, Graph, Literal, Modality, Rank, Source, Spell, Value
from organograaf.period import UNKNOWN, Claim, Moment, Period, join, moment
from organograaf.register.exclusive import narrowed
from organograaf.register.records import Records
from organograaf.vocab import GRAAF, RDF, kind

_Key = tuple[str, str, Value, Value | None]
_SHORT_LIVED = ("organisation", "unit", "organ", "post", "site")
_EVENT_DATES = (GRAAF.date, GRAAF.decisionDate)


def dated_events(records: Records) -> dict[str, Event]:
    """Return the events with the days, of effect and of decision, that their date facts agree on.

    Preferred dates go before normal ones, disputed ones take no part. Dates that exclude
    each other leave the first: validation reports the contradiction.
    """
    moments: dict[tuple[str, str], Moment] = {}
    for fact in sorted(_in_force(records.facts), key=lambda f: (f.rank is not Rank.PREFERRED, f.iri)):
        if fact.predicate in _EVENT_DATES and isinstance(fact.object, Literal):
            key = (fact.subject, fact.predicate)
            day, known = moment(fact.object.value), moments.get(key)
            moments[key] = (known.meet(day) or known) if known else day
    return {
        iri: replace(
            event, moment=moments.get((iri, GRAAF.date)), decided=moments.get((iri, GRAAF.decisionDate))
        )
        for iri, event in records.events.items()
    }


def spells(records: Records, events: Mapping[str, Event]) -> tuple[Spell, ...]:
    """Join the facts in force into spells, in a stable order."""
    groups: dict[_Key, list[Fact]] = {}
    for fact in _in_force(records.facts):
        if fact.predicate not in _EVENT_DATES:
            groups.setdefault(_key(fact), []).append(fact)
    joined = [
        spell
        for facts in groups.values()
        for spell in _joined(facts, events, records.graphs, records.sources)
    ]
    lives: dict[str, list[Period]] = {}
    for spell in joined:
        if spell.predicate == RDF.type:
            lives.setdefault(spell.subject, []).append(spell.period)
    return tuple(sorted(narrowed(_cut(spell, lives) for spell in joined), key=_sort_key))


def claim(
    fact: Fact, events: Mapping[str, Event], graphs: Mapping[str, Graph], sources: Mapping[str, Source]
) -> Claim:
    """Return what a fact says about time, with shared dates and its source's period filled in."""
    start = _shared(fact.start, fact.started_by, events)
    end = _shared(fact.end, fact.ended_by, events)
    attested = fact.attested
    if attested is None and start is None and end is None:
        graph = graphs.get(fact.graph)
        source = sources.get(graph.source) if graph and graph.source else None
        attested = (source.since, source.until) if source and source.since and source.until else None
    return Claim(start=start, end=end, attested=attested)


def _in_force(facts: Iterable[Fact]) -> list[Fact]:
    return [f for f in facts if f.modality is Modality.ASSERTED and f.rank is not Rank.DISPUTED]


def _shared(own: Moment | None, event: str | None, events: Mapping[str, Event]) -> Moment | None:
    if event is None:
        return own
    found = events.get(event)
    return found.moment if found and found.moment else UNKNOWN


def _key(fact: Fact) -> _Key:
    return (fact.subject, fact.predicate, fact.object, fact.qualifier(GRAAF.ofKind))


def _joined(
    facts: list[Fact], events: Mapping[str, Event], graphs: Mapping[str, Graph], sources: Mapping[str, Source]
) -> Iterable[Spell]:
    claims = [claim(fact, events, graphs, sources) for fact in facts]
    for period, members in join(claims):
        yield Spell(
            subject=facts[0].subject,
            predicate=facts[0].predicate,
            object=facts[0].object,
            period=period,
            start=_narrowest([claims[m].start for m in members]),
            end=_narrowest([claims[m].end for m in members]),
            mentioned=_mentioned([claims[m] for m in members]),
            facts=tuple(facts[m] for m in members),
        )


def _mentioned(claims: Iterable[Claim]) -> tuple[date, date]:
    days = [claim.mentioned() for claim in claims]
    return min(first for first, _ in days), max(last for _, last in days)


def _narrowest(moments: Iterable[Moment | None]) -> Moment | None:
    known = [m for m in moments if m and m is not UNKNOWN]
    if not known:
        return None
    result = known[0]
    for other in known[1:]:
        result = result.meet(other) or result
    return result


def _cut(spell: Spell, lives: Mapping[str, list[Period]]) -> Spell:
    if spell.predicate in (
        RDF.type,
        GRAAF.transferredTo,
    ):  # a transfer joins the end of one to the start of another
        return spell
    period = spell.period
    for thing in (spell.subject, spell.object):
        if isinstance(thing, str) and kind(thing) in _SHORT_LIVED:
            period = _within_life(period, lives.get(thing, ()))
    return replace(spell, period=period)


def _within_life(period: Period, lives: Iterable[Period]) -> Period:
    """Cut to the life the period falls in; a thing that lived twice has two."""
    meeting = [
        life
        for life in lives
        if life.earliest_start < period.latest_end and period.earliest_start < life.latest_end
    ]
    if not meeting:
        return period
    return period.within(
        Period(
            min(life.earliest_start for life in meeting),
            min(life.latest_start for life in meeting),
            max(life.earliest_end for life in meeting),
            max(life.latest_end for life in meeting),
        )
    )


def _sort_key(spell: Spell) -> tuple[str, str, str, str]:
    value = spell.object if isinstance(spell.object, str) else spell.object.value
    return (spell.subject, spell.predicate, str(spell.period.earliest_start), value)
