"""What queries are put to: facts, and the graphs that are derived from them when asked for.

`…/op/2018-06-01` is the snapshot of a day, `…/op/2018-06-01/certain` what is certain in it,
`…/facts` all facts in force. `/known/2026-11-01` behind it: as known on that day.
"""

import re
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from threading import Lock
from typing import Final

from organograaf.errors import BadDate, BadQuery
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
_SNAPSHOT: Final = re.compile(rf"{re.escape(SNAPSHOT)}({_DAY})(/certain)?(?:/known/({_DAY}))?")
_FACTS: Final = re.compile(rf"{re.escape(FACTS)}(?:/known/({_DAY}))?")


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
    """Return the published facts to ask, with the snapshot of the latest day that they speak of."""
    derived = _Derived(registers, store)

    def quads() -> bytes:
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

    Cost: a register, once.
    """
    recorded = registers.recorded(known)
    if registers.graphs(recorded) == registers.graphs():
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
        self._days: dict[date | None, tuple[date, ...]] = {}
        self._kept: OrderedDict[tuple[date | None, int, bool], bytes] = OrderedDict()

    def supply(self, iri: str) -> Supply:
        """Return the graph of an IRI. Raises BadQuery when there is none such."""
        if found := _SNAPSHOT.fullmatch(iri):
            register = self._registers.get(self._known(found[3], iri))
            return Supply(iri, self.triples(register, _day(found[1], iri), certain=bool(found[2])))
        if found := _FACTS.fullmatch(iri):
            known = self._known(found[1], iri)
            if known is None:
                return Supply(iri, gathers=self.facts(None))
            # The bounds in the store are those of today's knowledge.
            derived = n_triples(bounds(self._registers.get(known)))
            return Supply(iri, derived, tuple(g for g in self.facts(known) if g != DERIVED))
        raise _unknown(iri)

    def facts(self, known: date | None) -> tuple[str, ...]:
        """Return the names of the graphs in force as known on a day, those derived from them too."""
        in_force = self._registers.graphs(known)
        derived = (graph for graph in self._store.graphs() if graph.startswith(f"{BASE}graph/derived/"))
        return (*in_force, *derived)

    def triples(self, register: Register, on: date, *, certain: bool) -> bytes:
        """Return the snapshot of a day as N-Triples: the same for a stretch in which nothing changes."""
        with self._lock:
            if register.known not in self._days:
                changes = {day for spell in register.spells for day in spell.period.change_days()}
                self._days[register.known] = tuple(sorted(changes))
            key = (register.known, bisect_right(self._days[register.known], on), certain)
            if key not in self._kept:
                self._kept[key] = n_triples(snapshot(register, on, certain_only=certain))
            self._kept.move_to_end(key)
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
            return self._kept[key]

    def _known(self, text: str | None, iri: str) -> date | None:
        return None if text is None else self._registers.recorded(_day(text, iri))


def _day(text: str, iri: str) -> date:
    try:
        return question_day(text)
    except BadDate as error:
        raise _unknown(iri) from error


def _unknown(iri: str) -> BadQuery:
    shown = iri if len(iri) <= _SHOWN else iri[: _SHOWN - 1] + "…"
    return BadQuery(
        f"<{shown}> is geen graaf van een dag. Schrijf <{SNAPSHOT}2018-06-01>, met zo nodig /certain en dan "
        "/known/2026-11-01 erachter.",
        f"<{shown}> is no graph of a day. Write <{SNAPSHOT}2018-06-01>, followed where needed by /certain "
        "and then /known/2026-11-01.",
    )
