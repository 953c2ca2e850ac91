"""What was made of a register, kept for the next time, within a bound."""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")


class Memo:
    """At most `most` values by key, for values that are the same whenever they are made.

    When full all go at once: one may be a part of another, so that dropping the oldest would
    free nothing. Safe to use from threads: two that ask the same at once may both make it.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: dict[Hashable, Any] = {}

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return the value kept under a key, or make and keep it. `make` never gives None."""
        found: T | None = self._kept.get(key)
        if found is None:
            found = make()
            if len(self._kept) >= self._most:
                self._kept = {}
            self._kept[key] = found
        return found
