"""What an import gives back: what it wrote, and what it could not take over, with the reason."""

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """Statements that were not taken over, for one reason; `example` is the first of their nodes."""

    reason: tuple[str, str]
    count: int
    example: str

    def text(self, lang: str) -> str:
        """Return the reason in `lang` ("nl" or "en")."""
        return self.reason[lang == "en"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import wrote: files, organisations, events, facts; and what it left out."""

    files: int
    organisations: int
    events: int
    facts: int
    left: tuple[Left, ...]


def _shown(node: str) -> str:
    """Return a node as people can find it: a blank one has no name that lasts."""
    return "_:" if node.startswith("_:") else node


@dataclass(frozen=True, slots=True)
class Leaving:
    """Gathers what is left out while a register is read. Reasons are pairs: nl, en."""

    _nodes: dict[tuple[str, str], list[str]] = field(default_factory=dict)

    def out(self, reason: tuple[str, str], nodes: Iterable[str]) -> None:
        """Note that the statements of these nodes are not taken over."""
        for node in nodes:
            self._nodes.setdefault(reason, []).append(node)

    def told(self) -> tuple[Left, ...]:
        """Return what was left out, the most first."""
        found = [
            Left(reason=reason, count=len(nodes), example=_shown(min(nodes)))
            for reason, nodes in self._nodes.items()
        ]
        return tuple(sorted(found, key=lambda left: (-left.count, left.reason)))
