"""Registers on demand: read once from a store, kept per day of knowledge."""

from collections import OrderedDict
from dataclasses import replace
from datetime import date
from functools import cached_property
from threading import Lock

from organograaf.register import Register, Row, changed_on, current, recorded_on
from organograaf.store.oxigraph import Store


class Registers:
    """Hands out the register of a store as known on a day; the recent ones are kept.

    Safe to use from several threads. `kept` bounds how many stay in memory.
    """

    def __init__(self, store: Store, dataset: str, kept: int = 8) -> None:
        self._store = store
        self._dataset = dataset
        self._kept = kept
        self._lock = Lock()
        self._rows: list[Row] | None = None
        self._registers: OrderedDict[date | None, Register] = OrderedDict()

    def get(self, known: date | None = None) -> Register:
        """Return the register as known on a day (None: all that is known now).

        Days between which nothing was recorded share their content: it is read once.
        """
        with self._lock:
            if known not in self._registers:
                self._registers[known] = self._made(known)
            return self._kept_lately(known)

    def _made(self, known: date | None) -> Register:
        settled = self._recorded_by(known) if known else None
        if settled in self._registers:
            return replace(self._kept_lately(settled), known=known)
        register = Register.of(self._read(), dataset=self._dataset, known=settled)
        if settled != known:
            self._registers[settled] = register
        return replace(register, known=known)

    def _kept_lately(self, known: date | None) -> Register:
        self._registers.move_to_end(known)
        while len(self._registers) > self._kept:
            self._registers.popitem(last=False)
        return self._registers[known]

    def graphs(self, known: date | None = None) -> tuple[str, ...]:
        """Return the names of the graphs that a register of that day is made of, sorted."""
        with self._lock:
            return tuple(sorted({row[0] for row in current(self._read(), known)}))

    def recorded(self, known: date) -> date:
        """Return the last day, not after `known`, on which something was recorded; else `known`.

        Nothing was recorded in between, so the registers of both days say the same.
        """
        with self._lock:
            return self._recorded_by(known)

    def _recorded_by(self, known: date) -> date:
        return max((day for day in self._days if day <= known), default=known)

    @cached_property
    def _days(self) -> frozenset[date]:
        return frozenset(day for row in self._read() if (day := recorded_on(row)))

    def changed_on(self, iri: str) -> tuple[date, ...]:
        """Return the days on which what is known of a thing changed, in order."""
        with self._lock:
            return changed_on(self._read(), iri)

    def _read(self) -> list[Row]:
        if self._rows is None:
            self._rows = list(self._store.rows())
        return self._rows
