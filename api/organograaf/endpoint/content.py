"""What queries are put to: facts, and the graphs that are derived from them when asked for.

`…/op/2018-06-01` is the snapshot of a day, `…/op/2018-06-01/certain` what is certain in it,
`…/facts` all facts in force. `/of/SLUG` behind it: of one organisation; a data set of several has
snapshots of one at a time. `/known/2026-11-01` behind that: as known on that day.
"""

import re
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from threading import Lock
from typing import Final

from organograaf.errors import BadDate, BadQuery, Unchosen
from organograaf.graphs import DERIVED, bounds, snapshot
from organograaf.period import question_day
from organograaf.register import Register
from organograaf.store import Registers, Store, n_triples
from organograaf.store.wire import Supply
from organograaf.vocab import BASE, SNAPSHOT

FACTS: Final = BASE + "facts"
_KEPT: Final = 64
_SHOWN: Final = 80
_DAY: Final = r"\d{4}(?:-\d\d(?:-\d\d)?)?"
_OF: Final = r"(?:/of/([\w.~-]+))?"
_SNAPSHOT: Final = re.compile(rf"{re.escape(SNAPSHOT)}({_DAY})(/certain)?{_OF}(?:/known/({_DAY}))?")
_FACTS: Final = re.compile(rf"{re.escape(FACTS)}{_OF}(?:/known/({_DAY}))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A data set to ask: what workers hold from the start, and what they get on demand.

    `merged` names the graphs that make up the default graph, with what `quads` has in it.
    `derived` are the beginnings of the IRIs for which `supply` is asked.
    """

    version: str
    base: str
    quads: Callable[[], bytes]
    merged: Callable[[], tuple[str, ...]] = tuple
    derived: tuple[str, ...] = ()
    supply: Callable[[str], Supply] = Supply


def published(version: str, store: Store, registers: Registers) -> Content:
    """Return the published facts to ask; of one organisation, with the snapshot of its latest day."""
    derived = _Derived(registers, store)

    def quads() -> bytes:
        if len(registers.listings) > 1:
            return store.n_quads()
        register = registers.get()
        return store.n_quads() + derived.triples(register, register.latest_day, certain=False)

    return Content(
        version=version,
        base=BASE,
        quads=quads,
        merged=lambda: derived.facts(None),
        derived=(SNAPSHOT, FACTS),
        supply=derived.supply,
    )


def known_by(known: date, registers: Registers) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Return the usual default and named graphs as known on a day; None: the same as today.

    Cost: a register, once. Raises Unchosen when there are several organisations and it is not the same.
    """
    recorded = registers.recorded(known, registers.whole)
    if registers.graphs(recorded, registers.whole) == registers.graphs(None, registers.whole):
        return None
    day = registers.get(recorded).latest_day
    default = (f"{FACTS}/known/{recorded}", f"{SNAPSHOT}{day}/known/{recorded}")
    return default, registers.graphs(recorded)


class _Derived:
    """Makes derived graphs; the snapshots made last are kept. Safe to use from threads."""

    def __init__(self, registers: Registers, store: Store) -> None:
        self._registers = registers
        self._store = store
        self._lock = Lock()
        self._days: dict[tuple[str, date | None], tuple[date, ...]] = {}
        self._kept: OrderedDict[tuple[str, date | None, int, bool], bytes] = OrderedDict()

    def supply(self, iri: str) -> Supply:
        """Return the graph of an IRI. Raises BadQuery when there is none such, Unchosen, BadQuestion."""
        if found := _SNAPSHOT.fullmatch(iri):
            register = self._register(found[3], found[4], iri)
            return Supply(iri, self.triples(register, _day(found[1], iri), certain=bool(found[2])))
        if found := _FACTS.fullmatch(iri):
            if not found[1] and not found[2]:
                return Supply(iri, gathers=self.facts(None))
            # The bounds in the store are those of all organisations, and of today's knowledge.
            register = self._register(found[1], found[2], iri)
            return Supply(iri, n_triples(bounds(register)), self._in_force(register, found[1]))
        raise _unknown(iri)

    def facts(self, known: date | None) -> tuple[str, ...]:
        """Return the names of the graphs in force as known on a day, those derived from them too."""
        return (*self._registers.graphs(known, self._registers.whole), *self._derived())

    def triples(self, register: Register, on: date, *, certain: bool) -> bytes:
        """Return the snapshot of a day as N-Triples: the same for a stretch in which nothing changes."""
        whose = (register.name, register.known)
        with self._lock:
            if whose not in self._days:
                changes = {day for spell in register.spells for day in spell.period.change_days()}
                self._days[whose] = tuple(sorted(changes))
            key = (*whose, bisect_right(self._days[whose], on), certain)
            if key not in self._kept:
                self._kept[key] = n_triples(snapshot(register, on, certain_only=certain))
            self._kept.move_to_end(key)
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
            return self._kept[key]

    def _derived(self) -> Iterator[str]:
        return (graph for graph in self._store.graphs() if graph.startswith(f"{BASE}graph/derived/"))

    def _in_force(self, register: Register, slug: str | None) -> tuple[str, ...]:
        others = (graph for graph in self._derived() if graph != DERIVED)
        return (*self._registers.graphs(register.known, self._registers.chosen(slug or "")), *others)

    def _register(self, slug: str | None, known: str | None, iri: str) -> Register:
        try:
            one = self._registers.chosen(slug or "")
        except Unchosen as error:
            raise _several(error, iri) from error
        day = None if known is None else self._registers.recorded(_day(known, iri), one)
        return self._registers.get(day, one)


def _day(text: str, iri: str) -> date:
    try:
        return question_day(text)
    except BadDate as error:
        raise _unknown(iri) from error


def _several(error: Unchosen, iri: str) -> BadQuery:
    shown = iri if len(iri) <= _SHOWN else iri[: _SHOWN - 1] + "…"
    some = error.choices[0][0] if error.choices else "SLUG"
    return BadQuery(
        f"<{shown}> gaat over meer dan één organisatie. Vraag er een: <{SNAPSHOT}2018-06-01/of/{some}>, "
        f"of vraag de feiten van alle met hun grenzen (graaf:latestStart, graaf:earliestEnd) in <{FACTS}>.",
        f"<{shown}> is about more than one organisation. Ask for one, such as "
        f"<{SNAPSHOT}2018-06-01/of/{some}>, or ask for the facts of all with their bounds "
        f"(graaf:latestStart, graaf:earliestEnd) in <{FACTS}>.",
    )


def _unknown(iri: str) -> BadQuery:
    shown = iri if len(iri) <= _SHOWN else iri[: _SHOWN - 1] + "…"
    return BadQuery(
        f"<{shown}> is geen graaf van een dag. Schrijf <{SNAPSHOT}2018-06-01>, met zo nodig /certain en dan "
        "/known/2026-11-01 erachter.",
        f"<{shown}> is no graph of a day. Write <{SNAPSHOT}2018-06-01>, followed where needed by /certain "
        "and then /known/2026-11-01.",
    )
