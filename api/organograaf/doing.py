"""The values of who does what: immutable, no RDF, no pages."""

from dataclasses import dataclass
from datetime import date

from organograaf.changes import Transfer
from organograaf.model import Basis
from organograaf.period import Certainty
from organograaf.view import EvidenceLine, Named

Piece = str | Named  # a sentence is told in pieces, so that every thing in it can be a link
Told = tuple[tuple[str, tuple[Piece, ...]], ...]
Worded = tuple[tuple[str, str], ...]

RELATIONS = ("responsibleFor", "carriesOut", "contributesTo", "decidedBy")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A legal ground: a law or an article, and the law that it is part of.

    `by_way_of` is the broader task whose ground it is; None when it is the task's own.
    """

    law: Named
    of: Named | None
    by_way_of: Named | None
    certainty: Certainty
    basis: Basis
    evidence: tuple[EvidenceLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """That a unit does a task, or that an organ decides on it («decidedBy»).

    `way` is how the task stands to the one asked about: "same", "broader" or "narrower".
    `by_way_of` is what the deciding organ decides on, or the law that names it, when that is
    not the task. `path` runs from the top to what the unit stands under. `carriers` are the
    legal persons that carry the unit, `serves` those it works for. `when` is its whole time,
    `bound` its end when it is over by the day and its start when it is yet to come, `doubt` why
    it is only possible on the day: in words per language. `remote`: days from the
    day to those on which sources mention it. `known_on`: a day on which it was certain or mentioned.
    """

    task: Named
    way: str
    relation: str
    unit: Named
    by_way_of: Named | None
    path: tuple[Named, ...]
    carriers: tuple[Named, ...]
    serves: tuple[Named, ...]
    grounds: tuple[Ground, ...]
    certainty: Certainty
    when: Worded
    bound: Worded
    doubt: Worded
    remote: int
    known_on: date | None
    basis: Basis
    evidence: tuple[EvidenceLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A thing that was found, and what is known of it on the day.

    `now` are the doings confirmed on the day or near it, `remote` those that are possible
    but confirmed only long before or after it; `before` and `after` those of another time.
    `transfers` are what went over from or to those who did it. `told` is one paragraph per
    language. `known_on`, when nobody is known on the day, is the nearest day with somebody.
    """

    thing: Named
    kind: str
    now: tuple[Doing, ...] = ()
    remote: tuple[Doing, ...] = ()
    before: tuple[Doing, ...] = ()
    after: tuple[Doing, ...] = ()
    transfers: tuple[Transfer, ...] = ()
    told: Told = ()
    evidence: tuple[EvidenceLine, ...] = ()
    known_on: date | None = None

    @property
    def possible(self) -> tuple[Doing, ...]:
        """All that is possible on the day, what is near first."""
        return (*self.now, *self.remote)

    @property
    def grounds(self) -> tuple[Ground, ...]:
        """The legal grounds of what is done near the day, each once."""
        found = {ground.law.iri: ground for one in self.now for ground in one.grounds}
        return tuple(found.values())

    @property
    def sources(self) -> tuple[str, ...]:
        """The numbers of the sources that it rests on, each once."""
        return tuple(sorted({line.source for line in self.evidence}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A finding with the name it was found by, what that name is to it, and how well it fits.

    `main` tells whether it fits well enough to be told in full.
    """

    finding: Finding
    text: str
    why: str
    score: float
    main: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What a text turned out to ask on a day: the things found, best first.

    `read_as` are misspelt words, each with the one it was taken for. `left_out` counts what was
    found too, but fell outside the filters. `kinds` and `persons` (legal persons) are what the
    answers can be kept to.
    """

    q: str
    on: date
    known: date | None
    dataset: str
    matches: tuple[Match, ...]
    left_out: int
    read_as: tuple[tuple[str, str], ...] = ()
    kinds: tuple[str, ...] = ()
    persons: tuple[Named, ...] = ()

    @property
    def doings(self) -> tuple[Doing, ...]:
        """Every doing possible on the day of what fits well, in order of finding, each once."""
        main = (match.finding for match in self.matches if match.main)
        return tuple(dict.fromkeys(one for found in main for one in found.possible))
