"""The query time of a client, and whose turn it is."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from anyio.from_thread import start_blocking_portal

from organograaf.endpoint import Limits
from organograaf.endpoint.budget import FREE, Budgets
from organograaf.endpoint.turns import Turns
from organograaf.errors import BadQuestion, Busy


def played(scene: Callable[[], Awaitable[None]]) -> None:
    """Run a scene on an event loop of its own: a browser test may have left one in this thread."""
    with start_blocking_portal() as portal:
        portal.call(scene)


def test_quick_queries_cost_nothing() -> None:
    budgets = Budgets(most=10, recovery=0.5)
    for _ in range(1000):
        budgets.spend("a", FREE, now=0)
    assert budgets.left("a", now=0) == 10


def test_slow_queries_use_up_what_comes_back_with_time() -> None:
    budgets = Budgets(most=10, recovery=0.5)
    budgets.spend("a", FREE + 8, now=0)
    assert budgets.left("a", now=0) == 2
    budgets.spend("a", FREE + 30, now=0)
    assert budgets.left("a", now=0) == 0
    assert budgets.wait("a", 4, now=0) == 8
    assert budgets.left("a", now=8) == 4
    assert budgets.wait("a", 4, now=8) == 0
    assert budgets.left("a", now=1000) == 10


def test_one_client_does_not_spend_what_another_has() -> None:
    budgets = Budgets(most=10, recovery=0.5)
    budgets.spend("a", 60, now=0)
    assert budgets.left("b", now=0) == 10


def test_clients_not_seen_for_long_are_forgotten_first() -> None:
    budgets = Budgets(most=10, recovery=0.0001)
    for number in range(10_001):
        budgets.spend(str(number), FREE + 5, now=0)
    assert budgets.left("0", now=0) == 10
    assert budgets.left("10000", now=0) == 5


def test_one_client_never_takes_every_place() -> None:
    async def scene() -> None:
        turns, leave = Turns(Limits(workers=4)), asyncio.Event()

        async def hold(client: str) -> str:
            async with turns.turn(client):
                await leave.wait()
            return client

        greedy = [asyncio.create_task(hold("greedy")) for _ in range(5)]
        await asyncio.sleep(0)
        assert (turns.running, turns.waiting) == (2, 3)
        async with turns.turn("honest"):
            assert turns.running == 3
        leave.set()
        assert await asyncio.gather(*greedy) == ["greedy"] * 5
        assert (turns.running, turns.waiting) == (0, 0)

    played(scene)


def test_who_has_the_fewest_running_is_called_first() -> None:
    async def scene() -> None:
        turns, order = Turns(Limits(workers=3)), list[str]()
        leave = {name: asyncio.Event() for name in ("a1", "b1", "c1", "a2", "d1")}

        async def hold(name: str) -> None:
            async with turns.turn(name[0]):
                order.append(name)
                await leave[name].wait()

        tasks = []
        for name in leave:
            tasks.append(asyncio.create_task(hold(name)))
            await asyncio.sleep(0)
        assert order == ["a1", "b1", "c1"]
        leave["b1"].set()
        await asyncio.sleep(0.01)
        assert order == ["a1", "b1", "c1", "d1"]
        for event in leave.values():
            event.set()
        await asyncio.gather(*tasks)
        assert turns.running == 0

    played(scene)


def test_who_waits_too_long_or_with_too_many_is_told_to_come_back() -> None:
    async def scene() -> None:
        turns = Turns(Limits(workers=1, waiting=1, patience=0.01))
        async with turns.turn("a"):
            with pytest.raises(Busy) as told:
                async with turns.turn("b"):
                    pass
            assert told.value.seconds > 0
            waiting = asyncio.create_task(turns.turn("b").__aenter__())
            await asyncio.sleep(0)
            with pytest.raises(Busy):
                async with turns.turn("c"):
                    pass
            waiting.cancel()
            await asyncio.gather(waiting, return_exceptions=True)
        async with turns.turn("d"):
            assert (turns.running, turns.waiting) == (1, 0)

    played(scene)


def test_limits_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ORGANOGRAAF_SPARQL_TIMEOUT", "2.5")
    monkeypatch.setenv("ORGANOGRAAF_SPARQL_WORKERS", "3")
    assert Limits.from_environment() == Limits(timeout=2.5, workers=3)
    for bad in ("soon", "0", "-1"):
        monkeypatch.setenv("ORGANOGRAAF_SPARQL_WORKERS", bad)
        with pytest.raises(BadQuestion, match="ORGANOGRAAF_SPARQL_WORKERS"):
            Limits.from_environment()
