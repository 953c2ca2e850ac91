"""Whose turn it is: so many queries at the same time, not all of one client."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from organograaf.endpoint.limits import Limits
from organograaf.errors import Busy


class Turns:
    """Hands out places; of those that wait, the client with the fewest running goes first."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._running: Counter[str] = Counter()
        self._waiting: list[tuple[str, asyncio.Future[None]]] = []

    @property
    def running(self) -> int:
        """The number of places taken."""
        return self._running.total()

    @property
    def waiting(self) -> int:
        """The number of queries that wait."""
        return len(self._waiting)

    @asynccontextmanager
    async def turn(self, client: str) -> AsyncIterator[None]:
        """Hold a place while the block runs. Raises Busy when there is none in time."""
        if self._may(client) and not self._waiting:
            self._running[client] += 1
        else:
            await self._wait(client)
        try:
            yield
        finally:
            self._leave(client)

    def _may(self, client: str) -> bool:
        free = self.running < self._limits.workers
        return free and self._running[client] < self._limits.per_client

    async def _wait(self, client: str) -> None:
        if self.waiting >= self._limits.waiting:
            raise _busy()
        called = asyncio.get_running_loop().create_future()
        entry = (client, called)
        self._waiting.append(entry)
        self._call()
        try:
            async with asyncio.timeout(self._limits.patience):
                await called
        except (TimeoutError, asyncio.CancelledError) as error:
            # Called and given up at the same moment: the place goes to the next.
            if called.done() and not called.cancelled():
                self._leave(client)
            if entry in self._waiting:
                self._waiting.remove(entry)
            if isinstance(error, TimeoutError):
                raise _busy() from error
            raise

    def _leave(self, client: str) -> None:
        self._running[client] -= 1
        if not self._running[client]:
            del self._running[client]
        self._call()

    def _call(self) -> None:
        while able := [entry for entry in self._waiting if self._may(entry[0])]:
            client, called = min(able, key=lambda entry: self._running[entry[0]])
            self._waiting.remove((client, called))
            if not called.done():
                self._running[client] += 1
                called.set_result(None)


def _busy() -> Busy:
    return Busy(
        "Er worden te veel vragen tegelijk gesteld. Probeer het over enkele seconden opnieuw.",
        "Too many queries are being asked at the same time. Try again in some seconds.",
        seconds=5,
    )
