"""What the radar sees of a register: what is confirmed near a day, under a root."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from organograaf.model import Literal, Spell
from organograaf.organogram.as_of import as_of
from organograaf.organogram.reach import near
from organograaf.organogram.tree import Tree
from organograaf.period import MAX, MIN, Certainty, Moment, between
from organograaf.register import Register
from organograaf.signals import SignalKind
from organograaf.view import Named
from organograaf.vocab import GRAAF, ORG, RDF, kind, slug

Found = list[tuple[Spell, Certainty]]

_UP = (ORG.unitOf, ORG.subOrganizationOf, ORG.memberOf, ORG.postIn, GRAAF.leads)
DOING = (GRAAF.responsibleFor, GRAAF.carriesOut)
RELATIONS = (*DOING, GRAAF.contributesTo)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """A gap or overlap before it is worded: `spells` are what is known, `because` fills the gaps.

    `extra` are further phrases, each a key and the names that fill it.
    """

    kind: SignalKind
    thing: str
    spells: tuple[Spell, ...]
    since: Moment | None
    certainty: Certainty
    extra: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True)
class Sight:
    """A register on a day. `root` (an IRI) narrows what is looked at; `reach` is in years."""

    register: Register
    on: date
    root: str | None
    reach: int | None

    @cached_property
    def scope(self) -> frozenset[str] | None:
        """What stands under the root on the day, with its posts; None without a root."""
        if self.root is None:
            return None
        view = as_of(self.register, self.on, root=self.root)
        under = {node.iri for _, node in view.root.walk()} | {one.iri for one in view.unplaced}
        return frozenset(under | {post.iri for _, node in view.root.walk() for post in node.posts})

    def held(self, subject: str, predicate: str) -> Found:
        """Return the spells of a property on the day that are confirmed near it."""
        return self._near(self.register.on(self.on, subject, predicate))

    def to(self, value: str, predicate: str) -> Found:
        """Return the spells that point to a thing on the day and are confirmed near it."""
        return self._near(self.register.to_on(self.on, value, predicate))

    def living(self, *kinds: str) -> list[tuple[str, Certainty]]:
        """Return what exists near the day, under the root, with its certainty."""
        found = ((iri, self.held(iri, RDF.type)) for iri in self.register.of_kind(*kinds))
        return [(iri, lives[0][1]) for iri, lives in found if lives and self.within(iri)]

    def beyond(self, *kinds: str) -> int:
        """Return how many things may exist on the day, but are confirmed only far from it."""
        found = (iri for iri in self.register.of_kind(*kinds) if self.register.on(self.on, iri, RDF.type))
        return sum(self.within(iri) and not self.held(iri, RDF.type) for iri in found)

    def within(self, *iris: str) -> bool:
        """Tell whether one of the things stands under the root."""
        return self.scope is None or any(iri in self.scope for iri in iris)

    def close(self, spell: Spell) -> bool:
        """Tell whether a spell is confirmed near the day, also when it no longer holds."""
        return near(spell.remote(self.on), self.reach)

    @cached_property
    def tree(self) -> Tree:
        """The organogram of the day, to climb."""
        return Tree(self.register, self.on)

    @cached_property
    def _above(self) -> dict[str, frozenset[str]]:
        return {}

    def above(self, iri: str) -> frozenset[str]:
        """Return all that a thing may stand under on the day."""
        if iri not in self._above:
            self._above[iri] = frozenset()  # a ring ends here
            direct = {
                str(s.object)
                for predicate in _UP
                for s, _ in self.register.on(self.on, iri, predicate)
                if isinstance(s.object, str)
            }
            self._above[iri] = frozenset(direct.union(*(self.above(one) for one in direct)))
        return self._above[iri]

    def apart(self, found: Found) -> Found:
        """Leave out the spells whose subject stands above that of another."""
        subjects = {spell.subject for spell, _ in found}
        covered = {above for subject in subjects for above in self.above(subject)}
        return [(spell, certainty) for spell, certainty in found if spell.subject not in covered]

    def named(self, iri: str) -> Named:
        """Return a thing to point at, by its name on the day."""
        return Named(iri, slug(iri), self.register.label(iri, self.on))

    def _near(self, found: Iterable[tuple[Spell, Certainty]]) -> Found:
        return [pair for pair in found if self.close(pair[0])]


def began(spell: Spell) -> Moment | None:
    """Return when a spell began, or None when that is not known."""
    return spell.start or _known(spell.period.earliest_start, spell.period.latest_start)


def ended(spell: Spell) -> Moment | None:
    """Return the first day on which a spell no longer holds, or None when that is not known."""
    return spell.end or _known(spell.period.earliest_end, spell.period.latest_end)


def overlap(found: Found) -> tuple[Moment | None, Certainty]:
    """Return since when several spells hold at once, and how certain that is."""
    starts = [began(spell) for spell, _ in found]
    known = [start for start in starts if start]
    since = max(known, key=lambda moment: moment.earliest) if len(known) == len(starts) else None
    certain = sum(certainty is Certainty.CERTAIN for _, certainty in found) > 1
    return since, Certainty.CERTAIN if certain else Certainty.POSSIBLE


def is_task(value: object) -> bool:
    """Tell whether a value is a task; goals are policy."""
    return isinstance(value, str) and kind(value) == "task"


def distinct(found: Found) -> Found:
    """Return one spell per object, the most certain."""
    best: dict[str, tuple[Spell, Certainty]] = {}
    for spell, certainty in found:
        value = spell.object.value if isinstance(spell.object, Literal) else spell.object
        best.setdefault(value, (spell, certainty))
    return list(best.values())


def latest(spells: Sequence[Spell]) -> Spell:
    """Return the spell that ended last."""
    return max(spells, key=lambda spell: (spell.period.latest_end, spell.period.earliest_end))


def _known(first: date, last: date) -> Moment | None:
    return between(first, last) if first > MIN and last < MAX else None
