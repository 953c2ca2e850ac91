"""What the radar finds on a day: immutable values, no RDF, no drawing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from organograaf.period import Certainty, Moment
from organograaf.view import EvidenceLine, Named


class SignalKind(Enum):
    """What is missing or double; the value is its slug in `ontology/codes.ttl`."""

    TASK_DROPPED = "taak-zonder-opvolging"
    TASK_UNANSWERED = "taak-zonder-verantwoordelijke"
    TASK_TWICE_ANSWERED = "taak-met-meer-verantwoordelijken"
    TASK_TWICE_DONE = "taak-met-meer-uitvoerders"
    POST_VACANT = "ambt-vacant"
    POST_BETWEEN = "ambt-tussen-twee-houders"
    POST_UNNAMED = "ambt-zonder-houder"
    POST_TWICE_HELD = "ambt-met-meer-houders"
    UNIT_UNCARRIED = "eenheid-zonder-drager"
    UNIT_UNPLACED = "eenheid-zonder-plaats"
    UNIT_TWICE_PLACED = "eenheid-met-meer-plaatsen"
    UNIT_TWICE_NAMED = "eenheid-met-meer-namen"
    INTERRUPTED = "onderbreking"

    @property
    def said(self) -> bool:
        """Whether sources say it; the other kinds are what no source says."""
        return self in _SAID


_SAID = frozenset(
    (
        SignalKind.TASK_TWICE_ANSWERED,
        SignalKind.TASK_TWICE_DONE,
        SignalKind.POST_VACANT,
        SignalKind.POST_TWICE_HELD,
        SignalKind.UNIT_TWICE_PLACED,
        SignalKind.UNIT_TWICE_NAMED,
        SignalKind.INTERRUPTED,
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """One gap or overlap on the day, about one thing.

    `label` is its kind in words, `meaning` what that means, `others` whom else it concerns:
    units, holders. `since` is when it began (None: not known); `known` what the sources do
    say; `settle` what would settle it, and `questions` the open questions on record about it.
    `reason` is why somebody put it aside (None: nobody did). Texts are per language.
    """

    kind: SignalKind
    label: tuple[tuple[str, str], ...]
    meaning: tuple[tuple[str, str], ...]
    thing: Named
    others: tuple[Named, ...]
    since: Moment | None
    known: tuple[tuple[str, str], ...]
    settle: tuple[tuple[str, str], ...]
    questions: tuple[str, ...]
    certainty: Certainty
    evidence: tuple[EvidenceLine, ...]
    reason: str | None = None

    @property
    def sources(self) -> tuple[str, ...]:
        """The numbers of the sources of what is known, each once."""
        return tuple(sorted({line.source for line in self.evidence}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Radar:
    """All signals of a day, by kind and name; those put aside stand apart.

    `root` is where it was looked for (None: everywhere). Things that are confirmed only more
    than `reach` years before or after the day do not count; there are `beyond` of them.
    """

    on: date
    known: date | None
    dataset: str
    root: Named | None
    reach: int | None
    beyond: int
    signals: tuple[Signal, ...]
    silenced: tuple[Signal, ...]

    def kinds(self) -> Iterable[tuple[SignalKind, tuple[Signal, ...]]]:
        """Yield each kind that has signals, with these."""
        for kind in SignalKind:
            if found := tuple(one for one in self.signals if one.kind is kind):
                yield kind, found
