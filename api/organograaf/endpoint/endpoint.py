"""The endpoint: a query of a client, answered within what the client may use."""

import math
import time
from collections.abc import Callable

from organograaf.endpoint.budget import FREE, Budgets
from organograaf.endpoint.content import Content
from organograaf.endpoint.limits import Limits
from organograaf.endpoint.metrics import Metrics
from organograaf.endpoint.pool import Pool
from organograaf.endpoint.turns import Turns
from organograaf.errors import OrganograafError, OverBudget, TooSlow
from organograaf.store.wire import Answered, Ask


class Endpoint:
    """Answers queries for one server, whatever data set is published meanwhile.

    A client is any text that tells one from another, such as an address.
    """

    def __init__(self, limits: Limits, clock: Callable[[], float] = time.monotonic) -> None:
        self.limits = limits
        self.metrics = Metrics()
        self._clock = clock
        self._turns = Turns(limits)
        self._budgets = Budgets(limits.budget, limits.recovery)
        self._pool: Pool | None = None
        self.metrics.running.set_function(lambda: self._turns.running)
        self.metrics.waiting.set_function(lambda: self._turns.waiting)

    async def ask(self, content: Content, ask: Ask, *, client: str, timeout: float | None = None) -> Answered:
        """Answer a query of a client, within `timeout` seconds when that is less than the limit.

        Raises BadQuery, NotAcceptable, TooSlow, OverBudget, Busy.
        """
        try:
            async with self._turns.turn(client):
                answer = await self._ask(content, ask, client, timeout)
        except OrganograafError as error:
            self.metrics.queries.labels(type(error).__name__).inc()
            raise
        self.metrics.queries.labels("answered").inc()
        self.metrics.bytes.inc(len(answer.body))
        return answer

    async def ready(self, content: Content) -> None:
        """Read a data set before anyone asks. Raises Busy."""
        await self._of(content).open()

    def close(self) -> None:
        """End all workers."""
        if self._pool:
            self._pool.close()

    async def _ask(self, content: Content, ask: Ask, client: str, timeout: float | None) -> Answered:
        pool = self._of(content)
        await pool.open()
        began = self._clock()
        wanted = min(self.limits.timeout, timeout or math.inf)
        left = FREE + self._budgets.left(client, began)
        try:
            return await pool.ask(ask, min(wanted, left))
        except TooSlow as error:
            if left >= wanted:
                raise
            raise self._over_budget(client) from error
        finally:
            now = self._clock()
            self._budgets.spend(client, now - began, now)

    def _of(self, content: Content) -> Pool:
        """Return the pool of a data set; the one of an earlier data set finishes what it does."""
        if self._pool is None or self._pool.content.version != content.version:
            if self._pool:
                self._pool.retire()
            self._pool = Pool(content, self.limits, self.metrics)
        return self._pool

    def _over_budget(self, client: str) -> OverBudget:
        now = self._clock()
        seconds = math.ceil(self._budgets.wait(client, self.limits.budget / 4, now)) or 1
        return OverBudget(
            f"Uw trage vragen hebben de rekentijd opgebruikt die één gebruiker krijgt. Vragen van minder dan "
            f"{FREE:g} seconde blijven mogelijk; probeer deze over {seconds} seconden opnieuw.",
            f"Your slow queries used up the time that one user gets. Queries of less than {FREE:g} second "
            f"stay possible; try this one again in {seconds} seconds.",
            seconds=seconds,
        )
