"""How much one query and one client may use; each can be set in the environment."""

import os
from dataclasses import dataclass, fields
from typing import Final

from organograaf.errors import BadQuestion

_MIB: Final = 1 << 20
_PREFIX: Final = "ORGANOGRAAF_SPARQL_"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Seconds, mebibytes and numbers; `ORGANOGRAAF_SPARQL_TIMEOUT=10` sets `timeout`, and so on.

    timeout: seconds for one query. workers: queries at the same time. memory and answer:
    mebibytes of one worker, and of one answer. budget: seconds of query time that a client
    can save up; recovery: how much of a second it gets back each second. waiting: queries
    that may wait for a worker, each at most `patience` seconds.
    """

    timeout: float = 30.0
    workers: int = 6
    memory: int = 2048
    answer: int = 32
    budget: float = 120.0
    recovery: float = 0.25
    waiting: int = 64
    patience: float = 10.0

    def __post_init__(self) -> None:
        for one in fields(self):
            if not getattr(self, one.name) > 0:
                raise BadQuestion(
                    f"{_PREFIX}{one.name.upper()} moet groter zijn dan 0.",
                    f"{_PREFIX}{one.name.upper()} must be larger than 0.",
                )

    @property
    def per_client(self) -> int:
        """Queries of one client at the same time: some workers are left to others."""
        return max(1, self.workers - 2)

    @property
    def memory_bytes(self) -> int:
        """The bytes of address space of one worker."""
        return self.memory * _MIB

    @property
    def answer_bytes(self) -> int:
        """The bytes of the largest answer."""
        return self.answer * _MIB

    @classmethod
    def from_environment(cls) -> "Limits":
        """Return the limits with what the environment sets. Raises BadQuestion."""
        given: dict[str, float | int] = {}
        for one in fields(cls):
            name = _PREFIX + one.name.upper()
            text = os.environ.get(name)
            if text is None:
                continue
            try:
                given[one.name] = int(text) if one.type in (int, "int") else float(text)
            except ValueError as error:
                raise BadQuestion(
                    f"{name}={text[:20]} is geen getal. Geef bijvoorbeeld {name}={one.default}.",
                    f"{name}={text[:20]} is not a number. Give, say, {name}={one.default}.",
                ) from error
        return cls(**given)  # type: ignore[arg-type]
