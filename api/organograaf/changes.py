"""The values of a comparison of two days: immutable, no RDF, no drawing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from organograaf.model import Basis
from organograaf.period import Certainty, Moment
from organograaf.view import EvidenceLine, Named, Organogram


class Aspect(Enum):
    """What a snapshot says of a thing."""

    EXISTENCE = "existence"
    PLACE = "place"
    NAME = "name"
    CARRIER = "carrier"
    TASK = "task"
    HOLDER = "holder"


class ChangeKind(Enum):
    """What happened to a thing between two days, in order of telling."""

    APPEARED = "appeared"
    DISAPPEARED = "disappeared"
    RENAMED = "renamed"
    MOVED = "moved"
    CARRIER = "carrier"
    TASK = "task"
    POST = "post"
    HOLDER = "holder"
    CERTAINTY = "certainty"


@dataclass(frozen=True, slots=True)
class Held:
    """One statement of a snapshot: an IRI, what is said of it, and an IRI or text ("": existence)."""

    thing: str
    aspect: Aspect
    value: str = ""


@dataclass(frozen=True, slots=True)
class Shift:
    """A statement whose certainty is another on the second day; NO is absence."""

    held: Held
    before: Certainty
    after: Certainty

    @property
    def moves(self) -> bool:
        """Whether it came or went, rather than grew more or less certain."""
        return Certainty.NO in (self.before, self.after)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLine:
    """A change event, with the number of its decision as `act`.

    `moment` is the day of effect, `decided` that of the decision; None when not known.
    """

    iri: str
    slug: str
    label: str
    kind: tuple[tuple[str, str], ...]
    kind_slug: str
    moment: Moment | None
    decided: Moment | None
    act: str | None
    planned: bool
    original: tuple[Named, ...]
    resulting: tuple[Named, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """What went from one unit to another; `share` is "whole", "most", "part" or "unknown".

    `wording` is how the source puts the share; `moment` None when no day is known; `tasks`
    are those it names as what went.
    """

    old: Named
    new: Named
    share: str
    wording: str | None
    basis: Basis
    event: EventLine | None
    moment: Moment | None
    evidence: tuple[EvidenceLine, ...]
    tasks: tuple[Named, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that is otherwise on the second day, with why and by which source.

    `before` and `after` are what it concerns: names (the thing as it was called), parents,
    carriers, holders, the units of a task; of what appeared whence it came, of what
    disappeared where it went. `along` only moved with it. `explained` is false when no
    source says why («geen bron»). `sentence` is per language.
    """

    kind: ChangeKind
    thing: Named
    before: tuple[Named, ...]
    after: tuple[Named, ...]
    certainty: tuple[Certainty, Certainty]
    moment: Moment | None
    event: EventLine | None
    basis: Basis
    explained: bool
    transfers: tuple[Transfer, ...]
    along: tuple[Named, ...]
    evidence: tuple[EvidenceLine, ...]
    shifts: frozenset[Shift]
    sentence: tuple[tuple[str, str], ...] = ()

    @property
    def sources(self) -> tuple[str, ...]:
        """The numbers of the sources that say so, each once."""
        lines = [*self.evidence, *(line for one in self.transfers for line in one.evidence)]
        return tuple(sorted({line.source for line in lines}))

    @property
    def things(self) -> tuple[Named, ...]:
        """What it is about."""
        return (self.thing,)

    @property
    def act(self) -> str | None:
        """The number of the decision, when its event has one."""
        return self.event.act if self.event else None

    def told(self, lang: str) -> str:
        """Return the sentence in "nl" or "en"."""
        return dict(self.sentence)[lang]


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence, per language, about one change or about things to which the same happened."""

    sentence: tuple[tuple[str, str], ...]
    changes: tuple[Change, ...]

    @property
    def things(self) -> tuple[Named, ...]:
        """What it is about, in order of telling."""
        return tuple(one.thing for one in self.changes)

    @property
    def sources(self) -> tuple[str, ...]:
        """The numbers of the sources that say so, each once."""
        return _sources(self.changes)

    @property
    def act(self) -> str | None:
        """The number of the decision, when its event has one."""
        return self.changes[0].act

    def told(self, lang: str) -> str:
        """Return the sentence in "nl" or "en"."""
        return dict(self.sentence)[lang]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What is otherwise on `until` than on `since`, under one root.

    `changes` happened in the world, as now known; `corrections` are what is known
    otherwise of the first day than on the day `earlier` (None: the same knowledge).
    `after` is the organogram to draw: that of `until`, without what is remote. `told` are the
    changes, but for those of certainty alone, as sentences to read.
    """

    since: date
    until: date
    known: date | None
    earlier: date | None
    dataset: str
    root: Named
    changes: tuple[Change, ...]
    told: tuple[Told, ...]
    corrections: tuple[Change, ...]
    events: tuple[EventLine, ...]
    after: Organogram

    def of(self, *kinds: ChangeKind) -> tuple[Change, ...]:
        """Return the changes of some kinds, in order of telling."""
        return tuple(one for one in self.changes if one.kind in kinds)

    @property
    def sources(self) -> tuple[str, ...]:
        """The numbers of the sources of all that is told, each once."""
        return _sources((*self.changes, *self.corrections))


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One row of a crosswalk: an old unit and what it is now (None: nothing known).

    `relation` is "same", "renamed", "moved", "merged", "split", "absorbed", "continued"
    or "ended"; `share` and `wording` say what went there, as in a transfer.
    """

    old: Named
    new: Named | None
    relation: str
    share: str | None
    certainty: tuple[Certainty, Certainty]
    events: tuple[EventLine, ...]
    moment: Moment | None
    basis: Basis
    sources: tuple[str, ...]
    wording: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Crosswalk:
    """From the units of one day to those of another, one pair per row."""

    since: date
    until: date
    known: date | None
    dataset: str
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A unit on one of two days: whose it was, under what it stood (None: not known), how sure."""

    thing: Named
    kind: tuple[tuple[str, str], ...]
    behind: tuple[Named, ...]
    place: Named | None
    certainty: Certainty


@dataclass(frozen=True, slots=True, kw_only=True)
class Transition:
    """What flowed where between two days: units of the first, of the second, and pairs of them.

    A unit of the first day in no pair with a new one ended without a known follow-up; one of
    the second in no pair has no known origin. `left_out` stayed as they were.
    """

    since: date
    until: date
    known: date | None
    dataset: str
    root: Named
    before: tuple[Stop, ...]
    after: tuple[Stop, ...]
    pairs: tuple[Pair, ...]
    left_out: int

    @property
    def sources(self) -> tuple[str, ...]:
        """The numbers of the sources of all pairs, each once."""
        return tuple(sorted({number for one in self.pairs for number in one.sources}))


def _sources(changes: Iterable[Change]) -> tuple[str, ...]:
    return tuple(sorted({number for one in changes for number in one.sources}))
