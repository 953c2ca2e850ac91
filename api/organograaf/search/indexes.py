"""Indexes on demand: built once per register, kept per data set and day of knowledge."""

from collections import OrderedDict
from datetime import date
from threading import Lock

from organograaf.register import Register
from organograaf.search.index import Index


class Indexes:
    """Hands out the index of a register; the recent ones are kept.

    Safe to use from several threads. `kept` bounds how many stay in memory.
    """

    def __init__(self, kept: int = 4) -> None:
        self._kept = kept
        self._lock = Lock()
        self._indexes: OrderedDict[tuple[str, date | None], Index] = OrderedDict()

    def of(self, register: Register) -> Index:
        """Return the index of a register, built when it is asked for first."""
        key = (register.dataset, register.known)
        with self._lock:
            if key not in self._indexes:
                self._indexes[key] = Index(register)
            self._indexes.move_to_end(key)
            while len(self._indexes) > self._kept:
                self._indexes.popitem(last=False)
            return self._indexes[key]
