"""Tasks and the tasks above and below them."""

from collections.abc import Callable, Iterable, Iterator

from organograaf.model import Value
from organograaf.register import Register
from organograaf.vocab import SKOS, kind

_FARTHEST = 3


def broader(register: Register, task: str) -> Iterator[tuple[str, ...]]:
    """Yield the tasks right above a task, then those above these, up to three levels."""
    yield from _levels(task, lambda one: _tasks(register.plain.get(one, {}).get(SKOS.broader, ())))


def narrower(register: Register, task: str) -> Iterator[tuple[str, ...]]:
    """Yield the tasks right below a task, then those below these, up to three levels."""
    yield from _levels(task, lambda one: _tasks(register.plainly_to(one, SKOS.broader)))


def _tasks(values: Iterable[Value]) -> tuple[str, ...]:
    return tuple(one for one in values if isinstance(one, str) and kind(one) == "task")


def _levels(task: str, beside: Callable[[str], Iterable[str]]) -> Iterator[tuple[str, ...]]:
    seen = {task}
    level: tuple[str, ...] = (task,)
    for _ in range(_FARTHEST):
        level = tuple(dict.fromkeys(n for one in level for n in beside(one) if n not in seen))
        if not level:
            return
        yield level
        seen.update(level)
