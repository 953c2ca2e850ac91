"""A steady load of what people ask, and how long each had to wait.

Run with `.venv/bin/python scripts/bench load [--minutes 10] [--rate R]`. First every address is asked once,
one after another: what the server makes then it keeps. After that requests leave at fixed moments,
whether or not earlier ones were answered, and a wait counts from that moment: a server that stops
for a while is seen to. Without a rate the highest one with 99 of 100 within 100 ms is looked for.
The server and those who ask share one machine.
"""

import asyncio
import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import httpx

from benchmarks.endpoint import ours
from benchmarks.faults import HOME, QUERY, descendants
from organograaf import share
from organograaf.build import build

WITHIN = 100.0
STEP_SECONDS = 10
MOST_RATE = 2048
MOST_WAITING = 2000
UNIT = "sociale-dienstverlening"
_DAYS = [f"{year}-{month:02}-01" for year in range(2014, 2021) for month in range(1, 13)]
_WORDS = ("schuldbemiddeling", "budgetbeheer", "daklozen", "leefloon", "personeel", "kinderopvang")


@dataclass(slots=True)
class Waits:
    """Milliseconds per kind of request, errors, and MiB of the server at each minute."""

    kinds: dict[str, list[float]] = field(default_factory=dict)
    errors: int = 0
    memory: list[int] = field(default_factory=list)

    @property
    def high(self) -> float:
        """What 99 of 100 requests stayed within."""
        return _percentile([wait for waits in self.kinds.values() for wait in waits], 99)


def paths() -> dict[str, list[str]]:
    """Return all addresses of each kind: seven years of months, each compared with the next."""
    return {
        "home": [HOME],
        "organogram": [f"/organogram?on={on}" for on in _DAYS],
        "unit": [f"/units/{UNIT}?on={on}" for on in _DAYS],
        "who": [f"/who?q={word}&on={on}" for word in _WORDS for on in _DAYS],
        "difference": [f"/diff?from={since}&until={until}" for since, until in pairwise(_DAYS)],
        "JSON": [f"/api/v1/organogram?on={on}" for on in _DAYS],
        "SPARQL": [QUERY],
    }


def section(minutes: float, rate: int, seed: int) -> Iterator[str]:
    """Yield what was measured, as a section of a page."""
    with tempfile.TemporaryDirectory() as folder:
        build(share.data(), Path(folder), lambda _: None)
        with ours(Path(folder)) as (port, _):
            server = _listening(port)
            first = asyncio.run(_once(port))
            rate = rate or _highest(port, server, seed)
            waits = asyncio.run(_hold(port, server, rate, minutes * 60, seed))
    yield f"\n## Under load\n\nEach address for the first time, one after another: {first.errors} errors.\n\n"
    yield from _table(first)
    yield f"\nThen {rate} requests per second for {minutes:g} minutes, {waits.errors} errors.\n\n"
    yield from _table(waits)
    yield f"\nMemory of the server and its workers, in MiB, minute by minute: {waits.memory}.\n"


def _table(waits: Waits) -> Iterator[str]:
    yield "| what | requests | median ms | p95 | p99 | most |\n|---|---:|---:|---:|---:|---:|\n"
    every = {**waits.kinds, "all": [wait for found in waits.kinds.values() for wait in found]}
    for kind, found in every.items():
        told = (statistics.median(found), *(_percentile(found, n) for n in (95, 99)), max(found))
        yield f"| {kind} | {len(found):,} | {' | '.join(f'{one:.1f}' for one in told)} |\n"


def _highest(port: int, server: int, seed: int) -> int:
    """Return the highest of some rates at which 99 of 100 stay within the limit, each tried shortly."""
    best, rate = 8, 16
    while rate <= MOST_RATE:
        waits = asyncio.run(_hold(port, server, rate, STEP_SECONDS, seed + rate))
        if waits.errors or waits.high > WITHIN:
            break
        best, rate = rate, rate * 3 // 2
    return best * 4 // 5  # a short trial flatters


async def _once(port: int) -> Waits:
    """Ask each address, one after another."""
    waits = Waits()
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=30, trust_env=False) as client:
        for kind, found in paths().items():
            for path in found:
                await _one(client, kind, path, time.perf_counter(), waits)
    return waits


async def _hold(port: int, server: int, rate: int, seconds: float, seed: int) -> Waits:
    chance, waits, known = random.Random(seed), Waits(), list(paths().items())
    limits = httpx.Limits(max_connections=64)
    async with httpx.AsyncClient(
        base_url=f"http://127.0.0.1:{port}", limits=limits, timeout=30, trust_env=False
    ) as client:
        pending: set[asyncio.Task[None]] = set()
        start = time.perf_counter()
        for number in range(int(rate * seconds)):
            planned = start + number / rate
            await asyncio.sleep(max(0.0, planned - time.perf_counter()))
            if number % (rate * 60) == 0:
                waits.memory.append(_memory(server))
            if len(pending) >= MOST_WAITING:
                waits.errors += 1
                continue
            kind, found = chance.choice(known)
            task = asyncio.create_task(_one(client, kind, chance.choice(found), planned, waits))
            pending.add(task)
            task.add_done_callback(pending.discard)
        await asyncio.gather(*pending)
    waits.memory.append(_memory(server))
    return waits


async def _one(client: httpx.AsyncClient, kind: str, path: str, planned: float, waits: Waits) -> None:
    try:
        answer = await client.get(path)
        waits.errors += answer.status_code != 200
    except httpx.HTTPError:
        waits.errors += 1
    waits.kinds.setdefault(kind, []).append((time.perf_counter() - planned) * 1000)


def _percentile(figures: list[float], percent: int) -> float:
    return statistics.quantiles(figures, n=100)[percent - 1] if len(figures) > 1 else sum(figures)


def _listening(port: int) -> int:
    """Return the process that `ours` started: the child that was given the port."""
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        if str(port).encode() in path.read_bytes().split(b"\0"):
            return int(path.parent.name)
    raise SystemExit("The server is not found in /proc.")


def _memory(process: int) -> int:
    """Return what a process and those that stem from it hold, in MiB, shared pages counted in parts."""
    total = 0
    for one in (process, *descendants(process)):
        try:
            text = Path(f"/proc/{one}/smaps_rollup").read_text()
        except OSError:
            continue
        total += sum(int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:"))
    return total >> 10
