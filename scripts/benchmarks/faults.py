"""What is left after builds and servers are killed at random moments.

Run with `.venv/bin/python scripts/bench faults [--kills 50]`. Builds are of a made-up city whose
files changed; the server serves the published facts. Linux only, for it looks in /proc.
"""

import hashlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.endpoint import free
from benchmarks.generate import generate
from organograaf import share
from organograaf.build import published

HOME = "/"
DAY = "/api/v1/organogram?on=2018-07-01"
QUERY = "/sparql?query=ASK%20%7B%7D"
_PATIENCE = 60
_AN_HOUR_AND_MORE = 4000
_PROGRAM = [sys.executable, "-m", "organograaf"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Builds:
    """How many builds were killed, and in how many cases the switch had already been made."""

    kills: int
    switched: int
    wrong: int
    left: int
    left_after: int
    same_at_last: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Servers:
    """How many servers were killed, and the seconds in which each next one gave its first page."""

    kills: int
    starts: tuple[float, ...]
    other_answers: int
    orphans: int


def section(kills: int, seed: int) -> Iterator[str]:
    """Yield what happened, as a section of a page."""
    with tempfile.TemporaryDirectory() as folder:
        builds = killed_builds(Path(folder), kills, seed)
    yield (
        f"\n## Killed at a random moment\n\n{builds.kills} builds of a changed data set were killed with all "
        f"their processes: {builds.wrong} times something else was served than the version before or "
        f"after ({builds.switched} times it was the one after, whole). They left {builds.left} half-made "
        f"stores, and an hour later the next build left {builds.left_after}. That build gave "
        f"{'the same' if builds.same_at_last else 'ANOTHER'} version and quads as one never killed.\n"
    )
    with tempfile.TemporaryDirectory() as folder:
        servers = killed_servers(share.data(), Path(folder), kills, seed)
    starts = sorted(servers.starts)
    yield (
        f"\n{servers.kills} servers were killed while they answered: {servers.orphans} processes outlived "
        f"one, {servers.other_answers} answers were other than before. From start to the first page, in "
        f"seconds: "
        f"median {starts[len(starts) // 2]:.2f}, most {starts[-1]:.2f}.\n"
    )


def killed_builds(folder: Path, kills: int, seed: int) -> Builds:
    """Kill builds of a city that is told otherwise; the earlier version must stay, or the later be whole."""
    data, state = folder / "data", folder / "state"
    _written(data, 1)
    _build(data, state)
    before = _seen(state)
    _written(data, 2)
    start = time.monotonic()
    _build(data, folder / "aside")
    took, after = time.monotonic() - start, _seen(folder / "aside")
    chance = random.Random(seed)
    switched = wrong = 0
    for _ in range(kills):
        build = _started(["build"], data, state)
        time.sleep(chance.uniform(0, took))
        _killed(build)
        found = _seen(state)
        switched += found == after
        wrong += found not in (before, after)
        if found == after:
            # Back to where a build has something to do.
            _written(data, 1)
            _build(data, state)
            _written(data, 2)
    left = _half_made(state)
    for one in left:
        os.utime(one, (time.time() - _AN_HOUR_AND_MORE,) * 2)
    _build(data, state)
    return Builds(
        kills=kills,
        switched=switched,
        wrong=wrong,
        left=len(left),
        left_after=len(_half_made(state)),
        same_at_last=_seen(state) == after,
    )


def killed_servers(data: Path, state: Path, kills: int, seed: int) -> Servers:
    """Kill a server while it answers and start it again, over and over."""
    _build(data, state)
    chance = random.Random(seed)
    starts: list[float] = []
    other = orphans = 0
    expected: tuple[bytes, str] | None = None
    for _ in range(kills + 1):
        port = free()
        start = time.monotonic()
        server = _started(["serve", "--port", str(port)], data, state)
        _first(port, HOME)
        starts.append(time.monotonic() - start)
        answer = _get(port, DAY)
        _get(port, QUERY)
        expected = expected or answer
        other += answer != expected
        moment = time.monotonic() + chance.uniform(0, 0.5)
        while time.monotonic() < moment:
            _get(port, DAY)
        below = descendants(server.pid)
        server.kill()
        server.wait()
        time.sleep(0.5)
        orphans += sum(_lives(child) for child in below)
    return Servers(kills=kills, starts=tuple(starts[1:]), other_answers=other, orphans=orphans)


def _written(data: Path, seed: int) -> None:
    for _ in generate(data, 1, 10, seed):
        pass


def _started(words: list[str], data: Path, state: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [*_PROGRAM, *words],
        env={**os.environ, "ORGANOGRAAF_DATA": str(data), "ORGANOGRAAF_STATE": str(state)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _build(data: Path, state: Path) -> None:
    if _started(["build"], data, state).wait():
        raise SystemExit("A build that was not killed failed.")


def _killed(process: subprocess.Popen[bytes]) -> None:
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _seen(state: Path) -> tuple[str, str]:
    """Return the version in use and a hash of its quads, those that tell of the build's day left out."""
    found = published(state)
    quads = sorted(line for line in found.store.n_quads().splitlines() if b"/derived/dataset>" not in line)
    return found.version, hashlib.sha256(b"\n".join(quads)).hexdigest()


def _half_made(state: Path) -> list[Path]:
    return [*(state / "stores").glob(".building-*")]


def _first(port: int, path: str) -> None:
    end = time.monotonic() + _PATIENCE
    while True:
        try:
            _get(port, path)
            return
        except (urllib.error.URLError, ConnectionError):
            if time.monotonic() > end:
                raise SystemExit(f"A server did not answer within {_PATIENCE} seconds.") from None
            time.sleep(0.02)


def _get(port: int, path: str) -> tuple[bytes, str]:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=_PATIENCE) as answer:
        return answer.read(), answer.headers.get("ETag", "")


def descendants(process: int) -> list[int]:
    """Return the processes that stem from one."""
    own = Path(f"/proc/{process}/task/{process}/children")
    threads = own.parent.parent.glob("*/children") if own.exists() else ()
    found = [int(child) for one in threads for child in one.read_text().split()]
    return [*found, *(below for child in found for below in descendants(child))]


def _lives(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"
