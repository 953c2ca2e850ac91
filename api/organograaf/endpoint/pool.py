"""The workers of one data set: found when free, started when not, ended when over."""

import asyncio
import signal
import time
from typing import Final

from organograaf.endpoint.content import Content
from organograaf.endpoint.limits import Limits
from organograaf.endpoint.metrics import Metrics
from organograaf.endpoint.nursery import Gone, Nursery, Worker
from organograaf.errors import BadQuery, Busy, OrganograafError, TooSlow
from organograaf.store.nursery import Setting
from organograaf.store.wire import Answered, Ask, Failed, Need
from organograaf.store.worker import ERRORS

# After so much processor time a query is no longer quick: it goes on behind those that are.
QUICK: Final = 0.25
_FROM_OUTSIDE: Final = (-signal.SIGKILL, -signal.SIGTERM, -signal.SIGINT, -signal.SIGHUP)


class Pool:
    """Answers queries over one data set, each in a process of its own."""

    def __init__(self, content: Content, limits: Limits, metrics: Metrics) -> None:
        self.content = content
        self._limits = limits
        self._metrics = metrics
        self._idle: list[Worker] = []
        self._running = 0
        self._nursery: Nursery | None = None
        self._opening = asyncio.Lock()
        self._retired = False

    async def ask(self, ask: Ask, seconds: float) -> Answered:
        """Answer a query within so many seconds.

        Raises BadQuery, NotAcceptable, TooSlow, and Busy when a worker was lost through no
        fault of the query.
        """
        self._running += 1
        try:
            answer = await self._asked(ask, seconds)
        finally:
            self._running -= 1
            if self._retired:
                self.retire()
        if isinstance(answer, Failed):
            if answer.place:
                raise BadQuery(answer.nl, answer.en, place=answer.place)
            raise ERRORS.get(answer.error, BadQuery)(answer.nl, answer.en)
        return answer

    def retire(self) -> None:
        """Take no more queries, and close when the last one is answered."""
        self._retired = True
        if not self._running:
            asyncio.get_running_loop().run_in_executor(None, self.close)

    def close(self) -> None:
        """End all workers now."""
        nursery, self._nursery, self._idle = self._nursery, None, []
        if nursery:
            self._metrics.workers.set(0)
            nursery.close()

    async def open(self) -> Nursery:
        """Return where workers come from, started when it was not there. Raises Busy."""
        async with self._opening:
            if self._nursery is None:
                self._nursery = await asyncio.to_thread(self._opened)
            return self._nursery

    def _opened(self) -> Nursery:
        setting = Setting(
            memory=self._limits.memory_bytes,
            answer=self._limits.answer_bytes,
            derived=self.content.derived,
            merged=self.content.merged(),
        )
        try:
            return Nursery(setting, self.content.quads())
        except Gone as error:
            raise _busy() from error

    async def _asked(self, ask: Ask, seconds: float) -> Answered | Failed:
        began = time.monotonic()
        try:
            return await self._with(await self._take(), ask, seconds)
        except Busy:
            # A worker that was killed while it waited shows only now: another takes over.
            if time.monotonic() - began > QUICK:
                raise
            return await self._with(await self._take(), ask, seconds)

    async def _with(self, worker: Worker, ask: Ask, seconds: float) -> Answered | Failed:
        began, keep, cause = time.monotonic(), False, "left"
        try:
            async with asyncio.timeout(seconds):
                answer, quick = await self._exchange(worker, ask)
            keep, cause = quick and (isinstance(answer, Failed) or answer.spare), "used"
            return answer
        except TimeoutError as error:
            cause = "time"
            raise _too_slow(seconds) from error
        except Gone as error:
            cause = "lost"
            raise _lost(await self._ended(worker)) from error
        finally:
            self._metrics.seconds.observe(time.monotonic() - began)
            if keep and not self._retired:
                self._idle.append(worker)
            elif cause != "lost":
                self._part(worker, cause)

    async def _exchange(self, worker: Worker, ask: Ask) -> tuple[Answered | Failed, bool]:
        """Return what a worker says to a query, and whether it was quick."""
        watch = _Watch(worker)
        try:
            await worker.send(ask)
            while True:
                message = await worker.receive(self._limits.answer_bytes)
                if isinstance(message, Answered | Failed):
                    return message, watch.quick()
                if not isinstance(message, Need):
                    raise Gone
                await self._supply(worker, message)
        finally:
            watch.stop()

    async def _supply(self, worker: Worker, need: Need) -> None:
        for graph in need.graphs:
            try:
                await worker.send(await asyncio.to_thread(self.content.supply, graph))
            except OrganograafError as error:
                await worker.send(Failed(error=BadQuery.__name__, nl=error.text("nl"), en=error.text("en")))
                return

    async def _take(self) -> Worker:
        while self._idle:
            worker = self._idle.pop()
            if worker.alive():
                return worker
            self._part(worker, "lost")
        for _ in range(2):
            nursery = await self.open()
            try:
                worker = await asyncio.to_thread(nursery.start)
            except Gone:
                # It was killed: another takes its place.
                if nursery is self._nursery:
                    self.close()
                continue
            self._metrics.starts.inc()
            self._metrics.workers.inc()
            return worker
        raise _busy()

    def _part(self, worker: Worker, cause: str) -> None:
        """End a worker; nobody waits until it has gone."""
        self._metrics.ends.labels(cause).inc()
        if self._nursery is None:
            worker.connection.close()
            return
        self._metrics.workers.dec()
        asyncio.get_running_loop().run_in_executor(None, self._nursery.kill, worker)

    async def _ended(self, worker: Worker) -> int | None:
        """Return how a worker ended that is gone already."""
        self._metrics.ends.labels("lost").inc()
        if self._nursery is None:
            return None
        self._metrics.workers.dec()
        return await asyncio.to_thread(self._nursery.end, worker)


class _Watch:
    """Makes a worker yield to others once it has used more than a quick query does."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker
        self._most = worker.used() + QUICK
        self._look()

    def quick(self) -> bool:
        """Whether no more was used."""
        return self._worker.used() < self._most

    def stop(self) -> None:
        """Look no further."""
        self._next.cancel()

    def _look(self) -> None:
        if not self.quick():
            self._worker.yield_()
            return
        self._next = asyncio.get_running_loop().call_later(QUICK, self._look)


def _too_slow(seconds: float) -> TooSlow:
    return TooSlow(
        f"De vraag duurde langer dan {seconds:g} seconden en is gestopt. Maak ze kleiner: minder "
        "patronen die niets met elkaar delen, een LIMIT, of een pad met een vast begin.",
        f"The query took longer than {seconds:g} seconds and was stopped. Make it smaller: fewer "
        "patterns that share nothing, a LIMIT, or a path with a fixed start.",
    )


def _lost(status: int | None) -> BadQuery | Busy:
    """Return why a worker is gone: it was killed from outside, or the query was too much for it."""
    if status is None or status in _FROM_OUTSIDE:
        return _busy()
    return BadQuery(
        "De vraag had meer geheugen nodig dan ze krijgt en is gestopt. Maak ze kleiner: een LIMIT, minder "
        "ORDER BY en DISTINCT over alles, minder diep genest.",
        "The query needed more memory than it gets and was stopped. Make it smaller: a LIMIT, less "
        "ORDER BY and DISTINCT over everything, less deeply nested.",
    )


def _busy() -> Busy:
    return Busy(
        "De vraag kon nu niet beantwoord worden. Probeer het over enkele seconden opnieuw.",
        "The query could not be answered now. Try again in some seconds.",
        seconds=5,
    )
