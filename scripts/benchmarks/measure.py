"""Timing: each way in turn, round by round, so that all meet the same moments of the machine."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

Question = tuple[object, ...]


Prepare = Callable[..., Question]


@dataclass(frozen=True, slots=True)
class Way:
    """A way of asking: `ask` is timed; `prepare`, which may put another question, is not.

    A `slow` way is not asked to warm up.
    """

    ask: Callable[..., object]
    prepare: Prepare = lambda *question: question
    slow: bool = False


@dataclass(frozen=True, slots=True)
class Timed:
    """The median and 95th percentile in milliseconds, of how many askings; `stopped` before all were done."""

    median: float
    high: float
    count: int
    stopped: bool


def timed(ways: dict[str, Way], questions: Sequence[Question], rounds: int, most: float) -> dict[str, Timed]:
    """Ask every question once as warm-up, then in rounds; a way that took `most` seconds stops."""
    took: dict[str, list[float]] = {name: [] for name in ways}
    stopped: set[str] = set()
    for way in ways.values():
        until = time.perf_counter() + most
        for question in questions[: 0 if way.slow else None]:
            if time.perf_counter() < until:
                one(way, question)
    for number in range(rounds * len(questions)):
        for name, way in ways.items():
            if sum(took[name]) > most * 1000 and len(took[name]) >= 2:
                stopped.add(name)
                continue
            took[name].append(one(way, questions[number % len(questions)]))
    return {name: summed(figures, stopped=name in stopped) for name, figures in took.items()}


def one(way: Way, question: Question) -> float:
    """Ask once; return how long it took in milliseconds."""
    put = way.prepare(*question)
    start = time.perf_counter()
    way.ask(*put)
    return (time.perf_counter() - start) * 1000


def summed(figures: Sequence[float], *, stopped: bool = False) -> Timed:
    """Return the median and 95th percentile of times in milliseconds."""
    high = statistics.quantiles(figures, n=20)[-1] if len(figures) > 1 else figures[0]
    return Timed(statistics.median(figures), high, len(figures), stopped)
