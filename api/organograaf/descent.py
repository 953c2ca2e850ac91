"""The values of a lineage: what came before a thing, what came after, and how."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from organograaf.changes import Transfer
from organograaf.model import Basis
from organograaf.view import EvidenceLine, Named

Worded = tuple[tuple[str, str], ...]


class Side(Enum):
    """Where a thing stands in a lineage; of a task, all units that had it are `HAD`."""

    SELF = "self"
    BEFORE = "before"
    AFTER = "after"
    BOTH = "both"
    HAD = "had"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """What is said of a thing over a stretch of time: a name, a holder, having a task.

    `what` and `when` are words per language.
    """

    what: Worded
    when: Worded
    basis: Basis
    evidence: tuple[EvidenceLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kin:
    """A thing in a lineage: its kind and life in words, the legal persons behind it.

    `terms` are earlier names of a unit, the holders of an office, or how a unit had the task.
    """

    thing: Named
    side: Side
    kind: Worded
    behind: tuple[Named, ...]
    when: tuple[Worded, ...]
    terms: tuple[Term, ...]
    evidence: tuple[EvidenceLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Something that went from one thing to another, and a sentence on it per language.

    `because` is why we infer it when no fact of a transfer says so (else empty).
    """

    transfer: Transfer
    sentence: Worded
    because: Worded = ()

    @property
    def sources(self) -> tuple[str, ...]:
        """The numbers of its sources, each once."""
        return tuple(sorted({line.source for line in self.transfer.evidence}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """All that a thing came from and went to, at any remove.

    `kin` begins with the thing itself, unless that is a task: then it is the units that had
    it, in order of time. `told` is one sentence per language on the whole; `near` are broader
    and narrower tasks, `order` pairs of units of which the first had the task before the second;
    `latest` is the last day that the data speaks of.
    """

    thing: Named
    kind: Worded
    known: date | None
    latest: date
    dataset: str
    kin: tuple[Kin, ...]
    steps: tuple[Step, ...]
    told: Worded
    near: tuple[Named, ...] = ()
    order: tuple[tuple[str, str], ...] = ()

    def on(self, *sides: Side) -> tuple[Kin, ...]:
        """Return the things that stand on some sides."""
        return tuple(one for one in self.kin if one.side in sides)

    @property
    def predecessors(self) -> tuple[Named, ...]:
        """What it came from, at any remove."""
        return tuple(one.thing for one in self.on(Side.BEFORE, Side.BOTH))

    @property
    def successors(self) -> tuple[Named, ...]:
        """What it went to, at any remove."""
        return tuple(one.thing for one in self.on(Side.AFTER, Side.BOTH))

    @property
    def sources(self) -> tuple[str, ...]:
        """The numbers of the sources of all that is told, each once."""
        lines = [*(line for one in self.kin for line in one.evidence)]
        lines += [line for one in self.kin for term in one.terms for line in term.evidence]
        lines += [line for step in self.steps for line in step.transfer.evidence]
        return tuple(sorted({line.source for line in lines}))
