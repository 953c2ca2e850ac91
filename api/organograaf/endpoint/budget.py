"""The query time of each client: it is spent by slow queries, and comes back with time."""

from collections import OrderedDict
from typing import Final

# What a query takes at first costs nothing: who asks quick questions never runs out.
FREE: Final = 0.5
_MOST_CLIENTS: Final = 10_000


class Budgets:
    """Seconds of query time left per client; clients not seen for long are forgotten."""

    def __init__(self, most: float, recovery: float) -> None:
        self._most = most
        self._recovery = recovery
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def left(self, client: str, now: float) -> float:
        """Return the seconds that a client has left at a time."""
        left, since = self._left.get(client, (self._most, now))
        return min(self._most, left + (now - since) * self._recovery)

    def spend(self, client: str, took: float, now: float) -> None:
        """Take off what a query took beyond its free start."""
        left = self.left(client, now) - max(0.0, took - FREE)
        self._left[client] = (max(0.0, left), now)
        self._left.move_to_end(client)
        while len(self._left) > _MOST_CLIENTS:
            self._left.popitem(last=False)

    def wait(self, client: str, seconds: float, now: float) -> float:
        """Return the seconds until a client has as many seconds again."""
        return max(0.0, (min(seconds, self._most) - self.left(client, now)) / self._recovery)
