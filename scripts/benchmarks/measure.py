"""Timing: each way in turn, round by round, so that all meet the same moments of the machine."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

Way = Callable[..., object]


@dataclass(frozen=True, slots=True)
class Timed:
    """The median and 95th percentile in milliseconds, and of how many questions."""

    median: float
    high: float
    count: int


def timed(
    ways: dict[str, Way], questions: Sequence[tuple[object, ...]], rounds: int, most: float
) -> dict[str, Timed]:
    """Ask every question once as warm-up, then in rounds; a way that took `most` seconds stops."""
    took: dict[str, list[float]] = {name: [] for name in ways}
    for name, way in ways.items():
        for question in questions[: 0 if name == "rdflib" else None]:
            way(*question)
    for number in range(rounds * len(questions)):
        for name, way in ways.items():
            if sum(took[name]) > most * 1000 and len(took[name]) >= 2:
                continue
            start = time.perf_counter()
            way(*questions[number % len(questions)])
            took[name].append((time.perf_counter() - start) * 1000)
    return {name: _timed(figures) for name, figures in took.items()}


def _timed(figures: list[float]) -> Timed:
    high = statistics.quantiles(figures, n=20)[-1] if len(figures) > 1 else figures[0]
    return Timed(statistics.median(figures), high, len(figures))
