"""All facts of one organisation as known on one day, indexed by thing and by time."""

from bisect import bisect_right
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from functools import cached_property
from itertools import chain
from types import MappingProxyType
from typing import Final

from organograaf.model import Event, Fact, Graph, Literal, Passage, Source, Spell
from organograaf.period import MAX, MIN, ONE_DAY, Certainty
from organograaf.register.memo import Memo
from organograaf.register.recorded import Recorded
from organograaf.register.records import Properties, Row, label, records
from organograaf.register.spells import dated_events, spells
from organograaf.register.turns import turns
from organograaf.vocab import ORG, RDF, SKOS, kind, slug

_KEPT = 4  # values per spell: all boxes of all days of Antwerp's register are fewer
Found = list[tuple[Spell, Certainty]]
Said = Mapping[str, tuple[Spell, ...]]
_NOTHING: Final[Said] = MappingProxyType({})
_IN_ORGANOGRAM = ("organisation", "unit", "organ", "post")


@dataclass(frozen=True)
class Register:
    """What is known, as spells; every view is a pure function of it and a day.

    `facts` are all facts, planned and disputed ones too; `spells` only what was so. `name` tells it
    apart from the other registers of a data set.
    """

    dataset: str
    known: date | None
    facts: tuple[Fact, ...]
    spells: tuple[Spell, ...]
    graphs: Mapping[str, Graph]
    sources: Mapping[str, Source]
    passages: Mapping[str, Passage]
    events: Mapping[str, Event]
    nodes: Mapping[str, Properties]
    plain: Mapping[str, Properties]
    name: str = ""

    @classmethod
    def of(
        cls, rows: Iterable[Row], *, dataset: str = "", known: date | None = None, name: str = ""
    ) -> "Register":
        """Build a register from rows; `known` leaves out what was recorded later."""
        rows = list(rows)
        gone = Recorded.of(rows).gone(known)
        read = records(row for row in rows if row[0] not in gone)
        events = dated_events(read)
        return cls(
            dataset=dataset,
            known=known,
            facts=read.facts,
            spells=spells(read, events),
            graphs=read.graphs,
            sources=read.sources,
            passages=read.passages,
            events=events,
            nodes=read.nodes,
            plain=read.plain,
            name=name,
        )

    def as_known(self, known: date | None) -> "Register":
        """Return what is known on another day when nothing was recorded in between; indexes are shared."""
        for name, member in vars(Register).items():
            if isinstance(member, cached_property):
                getattr(self, name)
        same = replace(self, known=known)
        vars(same).update(vars(self) | {"known": known})
        return same

    @cached_property
    def _about(self) -> dict[str, Said]:
        return _grouped((spell.subject, spell) for spell in self.spells)

    @cached_property
    def _to(self) -> dict[str, Said]:
        return _grouped((spell.object, spell) for spell in self.spells if isinstance(spell.object, str))

    @cached_property
    def _by_predicate(self) -> Said:
        return _grouped(("", spell) for spell in self.spells).get("", _NOTHING)

    @cached_property
    def memo(self) -> Memo:
        """What views make of this register and keep for the next question, within a bound."""
        return Memo(_KEPT * len(self.spells))

    @cached_property
    def _by_slug(self) -> dict[str, str]:
        ordered = sorted({spell.subject for spell in self.spells if kind(spell.subject)}, key=_kind_order)
        return {slug(iri): iri for iri in reversed(ordered)}

    @cached_property
    def _of_kind(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for spell in self.spells:
            if spell.predicate == RDF.type:
                found.setdefault(kind(spell.subject) or "", set()).add(spell.subject)
        return found

    @cached_property
    def _plainly_to(self) -> dict[tuple[str, str], tuple[str, ...]]:
        found: dict[tuple[str, str], set[str]] = {}
        for iri, properties in self.plain.items():
            for predicate, values in properties.items():
                for value in values:
                    if isinstance(value, str):
                        found.setdefault((value, predicate), set()).add(iri)
        return {key: tuple(sorted(things)) for key, things in found.items()}

    @cached_property
    def _mentions(self) -> dict[str, list[tuple[str, str]]]:
        found: dict[str, list[tuple[str, str]]] = {}
        for node, properties in self.nodes.items():
            for predicate, values in properties.items():
                for value in values:
                    if isinstance(value, str):
                        found.setdefault(value, []).append((node, predicate))
        return found

    @cached_property
    def change_days(self) -> tuple[date, ...]:
        """The days on which something in the organogram may differ from the day before."""
        concerned = (spell for spell in self.spells if kind(spell.subject) in _IN_ORGANOGRAM)
        return tuple(sorted({day for spell in concerned for day in spell.period.change_days()}))

    @cached_property
    def latest_day(self) -> date:
        """The last day on which some spell of an organisation or unit is certain."""
        ends = (s.period.earliest_end for s in self.spells if kind(s.subject) in _IN_ORGANOGRAM)
        certain = [end - ONE_DAY for end in ends if MIN < end < MAX]
        return max(certain, default=date(2000, 1, 1))

    @cached_property
    def top(self) -> str | None:
        """The organisation that the register is called after, else the one under which most things stand.

        The root when none is asked for.
        """
        return self.name if self.about(self.name, RDF.type) else self.top_told()

    def top_told(self, graphs: Container[str] | None = None) -> str | None:
        """Return the organisation under which most things stand, of those that `graphs` (None: any) tell of.

        A collaboration goes before a legal person: it holds several of them. What stands there on the
        latest day goes before what stood there once: who went up in another is not at the top.
        """
        tops = [
            (
                spell.object == ORG.OrganizationalCollaboration,
                *self._under(spell.subject),
                self._now(spell),
                spell.subject,
            )
            for spell in self.spells
            if spell.predicate == RDF.type
            and spell.object in (ORG.OrganizationalCollaboration, ORG.FormalOrganization)
            and (graphs is None or any(fact.graph in graphs for fact in spell.facts))
        ]
        return max(tops)[-1] if tops else None

    def _under(self, iri: str) -> tuple[int, int]:
        """Count what stands under a thing on the latest day, and what ever did."""
        found = [s for p in (ORG.subOrganizationOf, ORG.unitOf, ORG.memberOf) for s in self.to(iri, p)]
        now = {s.subject for s in found if self._now(s)}
        return len(now), len({s.subject for s in found})

    def _now(self, spell: Spell) -> bool:
        return spell.period.on(self.latest_day) is not Certainty.NO

    def about(self, subject: str, predicate: str) -> tuple[Spell, ...]:
        """Return all spells of one property of one thing, in order of time."""
        return self._about.get(subject, _NOTHING).get(predicate, ())

    def spells_of(self, predicate: str) -> tuple[Spell, ...]:
        """Return all spells of one property, of whatever things."""
        return self._by_predicate.get(predicate, ())

    def to(self, value: str, predicate: str) -> tuple[Spell, ...]:
        """Return all spells that point to a thing by one property."""
        return self._to.get(value, _NOTHING).get(predicate, ())

    def plainly_to(self, value: str, predicate: str) -> tuple[str, ...]:
        """Return the plain things that point to a thing by one property, sorted."""
        return self._plainly_to.get((value, predicate), ())

    def on(self, day: date, subject: str, predicate: str) -> Found:
        """Return the spells of one property possible on a day, certain ones first."""
        return _possible(self.about(subject, predicate), day)

    def to_on(self, day: date, value: str, predicate: str) -> Found:
        """Return the spells that point to a thing and are possible on a day, certain ones first."""
        return _possible(self.to(value, predicate), day)

    def said(self, subject: str) -> tuple[Spell, ...]:
        """Return all spells of one thing, whatever they say of it."""
        return tuple(chain.from_iterable(self._about.get(subject, _NOTHING).values()))

    def turns(self, subject: str) -> tuple[date, ...]:
        """Return the days between which nothing changes in what is said of a thing, in order."""
        return self.memo.get(("turns", subject), lambda: tuple(sorted(turns(self.said(subject)))))

    def mentions(self, iri: str) -> tuple[tuple[str, str], ...]:
        """Return the nodes that name a thing, facts too, each with the property by which it does."""
        return tuple(sorted(self._mentions.get(iri, ())))

    def find(self, slug_: str) -> str | None:
        """Return the IRI of the organisation, unit, organ or post with this slug."""
        return self._by_slug.get(slug_)

    def near(self, slug_: str) -> list[str]:
        """Return slugs like this one, best first, for «did you mean»."""
        return get_close_matches(slug_[:80], self._by_slug, n=3, cutoff=0.6)

    def of_kind(self, *kinds: str) -> list[str]:
        """Return the IRIs of all things of these kinds that have an existence, sorted."""
        return sorted(iri for wanted in kinds for iri in self._of_kind.get(wanted, ()))

    def stretch(self, day: date) -> tuple[date | None, date | None]:
        """Return [since, until) around a day in which nothing changes; None is unbounded."""
        days = self.change_days
        at = bisect_right(days, day)
        return (days[at - 1] if at else None, days[at] if at < len(days) else None)

    def label(self, iri: str, day: date | None = None, lang: str = "nl") -> str:
        """Return the name of a thing on a day; its latest name when it had none then."""
        named = [s for s in self.about(iri, SKOS.prefLabel) if isinstance(s.object, Literal)]
        if day and len(named) > 1:  # of one name there is nothing to choose
            then = sorted((s for s, _ in _possible(named, day)), key=lambda s: s.remote(day))
            named = then or named[-1:]
        else:
            named = named[-1:]
        for wanted in (lang, "nl", None):
            for spell in named:
                if isinstance(spell.object, Literal) and spell.object.lang == wanted:
                    return spell.object.value
        return self._plain_label(iri, lang) if iri in self.plain else slug(iri)

    def _plain_label(self, iri: str, lang: str) -> str:
        return self.memo.get(("label", iri, lang), lambda: label(self.plain[iri], lang) or slug(iri))


def _possible(spells_: Sequence[Spell], day: date) -> Found:
    if not spells_:
        return []
    held: Found = [(spell, found) for spell in spells_ if (found := spell.period.on(day)) is not Certainty.NO]
    if len(held) > 1:
        held.sort(key=lambda pair: pair[1] is not Certainty.CERTAIN)
    return held


def _grouped(keyed: Iterable[tuple[str, Spell]]) -> dict[str, Said]:
    groups: dict[str, dict[str, list[Spell]]] = {}
    for thing, spell in keyed:
        groups.setdefault(thing, {}).setdefault(spell.predicate, []).append(spell)
    return {thing: {name: tuple(found) for name, found in said.items()} for thing, said in groups.items()}


def _kind_order(iri: str) -> tuple[int, str]:
    found = kind(iri)
    return (_IN_ORGANOGRAM.index(found) if found in _IN_ORGANOGRAM else len(_IN_ORGANOGRAM), iri)
