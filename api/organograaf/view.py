"""The values that views return and pictures draw: immutable, no RDF, no drawing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from organograaf.model import Basis
from organograaf.period import Certainty, Moment, remote


@dataclass(frozen=True, slots=True)
class Named:
    """A thing to point at: its slug (the end of its IRI) and its name on the day."""

    iri: str
    slug: str
    label: str


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """Where a statement stands: source number, heading path, stated or inferred.

    `reasoning` is our one sentence when it is inferred.
    """

    source: str
    locator: str
    phrase: str
    basis: Basis
    reasoning: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who holds a post on the day; capacity is "effective", "acting" or "honorary"."""

    iri: str
    slug: str
    label: str
    capacity: str
    certainty: Certainty


@dataclass(frozen=True, slots=True, kw_only=True)
class PostLine:
    """A post and its holders on the day.

    `vacant` is true only when a source says that nobody holds it; no holder and not
    vacant means that our sources do not name one.
    """

    iri: str
    slug: str
    label: str
    certainty: Certainty
    leads: bool
    vacant: bool
    holders: tuple[Holder, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskLine:
    """A task of a unit; narrower tasks of the same unit stand under it.

    `relation` is "responsibleFor", "carriesOut" or "contributesTo".
    """

    iri: str
    slug: str
    label: str
    relation: str
    certainty: Certainty
    tasks: tuple["TaskLine", ...] = ()


@dataclass(frozen=True, slots=True)
class StatedCount:
    """A number of units that a source gives without naming them: 4, "afdeling"."""

    number: int
    kind: str


@dataclass(frozen=True, slots=True)
class Mark:
    """What is new about a box in a comparison: "same", "appeared", "moved" … and lines per language."""

    kind: str
    lines: tuple[tuple[tuple[str, str], ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Gone:
    """A unit that no longer exists, and what became of it, per language."""

    label: str
    fate: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """With which day an organogram is compared, what has gone since, marks of units without a place."""

    since: date
    gone: tuple[Gone, ...]
    loose: tuple[tuple[str, Mark], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One box: an organisation or unit on the day, with all that stands under it.

    `type` is the word the source uses («bedrijfseenheid»), or None; `legal_person`
    tells whether it is one. `start` and `end` are the uncertain days on which it began
    and stopped (None: not known); `doubt` says in words, per language, why it is only
    possible on this day (empty when certain). `mentioned` are the first and last days between
    which its existence and its place are confirmed. `carriers` are those a source names, else those
    of what it stands under. `inferred_place`: its parent is our inference. `mark`: only in
    a comparison with another day. `notes` are further lines for its box, per language.
    """

    iri: str
    slug: str
    label: str
    abbreviation: str | None
    type: str | None
    legal_person: bool
    certainty: Certainty
    doubt: tuple[tuple[str, str], ...]
    mentioned: tuple[tuple[date, date], ...]
    inferred_place: bool
    start: Moment | None
    end: Moment | None
    carriers: tuple[Named, ...]
    serves: tuple[Named, ...]
    posts: tuple[PostLine, ...]
    tasks: tuple[TaskLine, ...]
    counts: tuple[StatedCount, ...]
    evidence: tuple[EvidenceLine, ...]
    units: tuple["Node", ...]
    mark: Mark | None = None
    notes: tuple[tuple[tuple[str, str], ...], ...] = ()

    def doubt_in(self, lang: str) -> str:
        """Return the doubt in "nl" or "en"; empty when certain."""
        return dict(self.doubt).get(lang, "")

    def remote(self, day: date) -> int:
        """Return how many days a day lies from those on which it, and its place, are confirmed."""
        return max((remote(mentioned, day) for mentioned in self.mentioned), default=0)

    def walk(self, depth: int = 0) -> Iterator[tuple[int, "Node"]]:
        """Yield this node and all under it, in order of reading, with their depth."""
        yield depth, self
        for unit in self.units:
            yield from unit.walk(depth + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Organogram:
    """The organogram of one day, as known on one day (None: all that is known now).

    `unplaced` are units possible on the day whose parent is not known then.
    `sources` are the numbers of all sources its facts rest on. `since` and `until`
    bound the stretch of days on which it is the same (None: unbounded). `only_certain`:
    what is only possible was left out. `reach` (years): what is confirmed only longer before
    or after the day was left out, `beyond` units (None: nothing was left out for that).
    `compared`: its boxes have marks of what changed since another day.
    """

    on: date
    known: date | None
    dataset: str
    root: Node
    unplaced: tuple[Named, ...]
    sources: tuple[str, ...]
    since: date | None
    until: date | None
    only_certain: bool = False
    reach: int | None = None
    beyond: int = 0
    compared: Compared | None = None

    @property
    def title(self) -> str:
        """The name of its root."""
        return self.root.label


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One thing known about a unit over time, with where it is said.

    `about` is what is said («valt onder», per language); `value` the thing or text it
    is said of; `other` that thing when it has a page; `when` the time in words, per language.
    `standing` is "so", "planned" or "disputed".
    """

    about: tuple[tuple[str, str], ...]
    value: str
    other: Named | None
    certainty: Certainty
    when: tuple[tuple[str, str], ...]
    start: Moment | None
    end: Moment | None
    basis: Basis
    standing: str
    note: str | None
    evidence: tuple[EvidenceLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitView:
    """A unit, organ, post or organisation on a day: its box, its place, all that is known of it.

    `node` is None on a day on which it did not exist; `path` runs from the top to its parent.
    `questions` is what our sources leave open about it.
    """

    iri: str
    slug: str
    label: str
    on: date
    node: Node | None
    path: tuple[Named, ...]
    statements: tuple[Statement, ...]
    questions: tuple[str, ...]
