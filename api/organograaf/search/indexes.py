"""Indexes on demand: built once per register, the recent ones kept."""

from datetime import date
from typing import Final

from organograaf.kept import Kept
from organograaf.register import Register
from organograaf.search.index import Index

_MOST_NAMES: Final = 100_000


class Indexes:
    """Hands out the index of a register; the recent ones are kept.

    Safe to use from several threads. `largest` bounds how many names stay in memory, at some 500
    bytes each.
    """

    def __init__(self, largest: int = _MOST_NAMES) -> None:
        self._kept = Kept[tuple[str, str, date | None], Index](len, largest)

    def of(self, register: Register) -> Index:
        """Return the index of a register, built when it is asked for first."""
        key = (register.dataset, register.name, register.known)
        return self._kept.get(key, lambda: Index(register))
