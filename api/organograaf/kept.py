"""What was made lately, kept within bounds: made once, whoever asks."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Kept(Generic[Key, Value]):
    """Values by key, of at most `largest` together by `size`, and at most `most`.

    The least recently used go first; the one used last always stays. Safe to use from threads: of
    two that ask the same, one makes the value and the other waits for it; others do not wait.
    """

    def __init__(self, size: Callable[[Value], int], largest: int, most: int | None = None) -> None:
        self._size_of = size
        self._largest = largest
        self._most = most
        self._size = 0
        self._lock = Lock()
        self._making: dict[Key, Lock] = {}
        self._kept: OrderedDict[Key, tuple[Value, int]] = OrderedDict()

    def get(self, key: Key, make: Callable[[], Value]) -> Value:
        """Return the value kept under a key, or make it and keep it."""
        with self._lock:
            if found := self._find(key):
                return found[0]
            making = self._making.setdefault(key, Lock())
        with making:
            with self._lock:
                if found := self._find(key):
                    return found[0]
            try:
                return self._keep(key, make())
            finally:
                with self._lock:
                    self._making.pop(key, None)

    def peek(self, key: Key) -> Value | None:
        """Return the value kept under a key, if there is one."""
        with self._lock:
            found = self._find(key)
            return found[0] if found else None

    @property
    def size(self) -> int:
        """The size of all that is kept."""
        return self._size

    def _find(self, key: Key) -> tuple[Value, int] | None:
        if key in self._kept:
            self._kept.move_to_end(key)
        return self._kept.get(key)

    def _keep(self, key: Key, made: Value) -> Value:
        with self._lock:
            if replaced := self._kept.pop(key, None):
                self._size -= replaced[1]
            self._kept[key] = (made, self._size_of(made))
            self._size += self._kept[key][1]
            while len(self._kept) > 1 and self._too_much():
                self._size -= self._kept.popitem(last=False)[1][1]
        return made

    def _too_much(self) -> bool:
        return self._size > self._largest or (self._most is not None and len(self._kept) > self._most)
