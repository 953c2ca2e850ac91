"""Registers on demand: read once from a store, kept per day of knowledge."""

from collections import OrderedDict
from datetime import date
from threading import Lock

from organograaf.register import Register, Row
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
        """Return the register as known on a day (None: all that is known now)."""
        with self._lock:
            if known not in self._registers:
                if self._rows is None:
                    self._rows = list(self._store.rows())
                self._registers[known] = Register.of(self._rows, dataset=self._dataset, known=known)
            self._registers.move_to_end(known)
            while len(self._registers) > self._kept:
                self._registers.popitem(last=False)
            return self._registers[known]
