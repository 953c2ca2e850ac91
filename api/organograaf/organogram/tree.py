"""What stands where on a day: the boxes of an organogram, found and filled."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from organograaf.model import Basis, Literal, Spell
from organograaf.organogram.detail import counts, evidence, named, posts, tasks
from organograaf.organogram.doubt import doubt
from organograaf.organogram.lasting import UNDER, lasting
from organograaf.organogram.reach import DEFAULT_REACH, near, years
from organograaf.period import Certainty
from organograaf.register import Register
from organograaf.view import Named, Node, StatedCount
from organograaf.vocab import GRAAF, ORG, RDF, SKOS, kind, slug

_PARENT = (ORG.unitOf, ORG.subOrganizationOf)
KEPT_REACHES = (None, years(DEFAULT_REACH))
Pair = tuple[Spell, Certainty]
_PLACE = {"nl": "plaats", "en": "place"}
_TYPES = (ORG.FormalOrganization, ORG.OrganizationalCollaboration, ORG.OrganizationalUnit, ORG.Organization)


@dataclass(frozen=True, slots=True)
class Tree:
    """A register on a day, as a tree of boxes.

    `reach` (years) leaves out posts, holders, tasks and counts that are remote from the day.
    """

    register: Register
    on: date
    reach: int | None = None

    def existence(self, iri: str) -> Pair | None:
        """Return the spell in which a thing exists on the day, or None."""
        found = self.register.on(self.on, iri, RDF.type)
        return min(found, key=_type_rank, default=None) if len(found) != 1 else found[0]

    def place(self, iri: str) -> Pair | None:
        """Return the spell that says what it stands under on the day, or None.

        To be a member of something else than the top is no place: a city stands not under
        an association that it belongs to.
        """
        found = [
            pair
            for p in UNDER
            for pair in self.register.on(self.on, iri, p)
            if p != ORG.memberOf or pair[0].object == self.register.top
        ]
        return min(found, key=self._doubt, default=None)

    def children(self, iri: str) -> list[Pair]:
        """Return the spells that say what stands under a thing on the day."""
        found = [pair for p in UNDER for pair in self.register.to_on(self.on, iri, p)]
        best: dict[str, Pair] = {}
        for spell, certainty in sorted(found, key=lambda pair: pair[1] is not Certainty.CERTAIN):
            if certainty is Certainty.POSSIBLE and not self._likeliest(spell):
                continue
            best.setdefault(spell.subject, (spell, certainty))
        return sorted(best.values(), key=lambda pair: self._reading_order(pair[0]))

    def living(self, iri: str, *, top: bool = True) -> Iterator[tuple[str, Pair, Pair]]:
        """Yield what stands under a thing and exists on the day, with the spells of its life and place.

        Who is only a member of it counts at the top of a tree: a port in which a province takes part does
        not have that province, and all its towns, under it.
        """
        for place in self.children(iri):
            existence = self.existence(place[0].subject)
            if existence and (top or place[0].predicate != ORG.memberOf or iri == self.register.top):
                yield place[0].subject, existence, place

    def under(self, root: str) -> Iterator[str]:
        """Yield a thing and all that stands under it, in order of reading, without filling a box."""
        waiting, seen = [root], {root}
        while waiting:
            here = waiting.pop()
            yield here
            found = self.living(here, top=here == root)
            below = [child for child, _, _ in found if child not in seen]
            seen.update(below)
            waiting += reversed(below)

    def node(
        self,
        iri: str,
        existence: Pair,
        place: Pair | None,
        inherited: tuple[Named, ...],
        depth: int | None,
        above: frozenset[str],
    ) -> Node:
        """Return the box of a thing with all under it, `depth` levels (None: all).

        `above` is what it stands under. A whole tree of usual reach is kept with the register, and is
        the same value on all days between which it does not change.
        """
        if depth is not None or self.reach not in KEPT_REACHES:
            return self._made(iri, existence, place, inherited, depth, above)
        lasts = lasting(self.register, iri, self.reach)
        if not above.isdisjoint(lasts.things):  # a ring: what is drawn depends on the way that leads here
            return self._made(iri, existence, place, inherited, depth, above)
        standing = id(place[0]) if place else None  # a spell lives as long as the register
        key = ("node", iri, standing, inherited, self.reach, lasts.stretch(self.on))
        return self.register.memo.get(key, lambda: self._made(iri, existence, place, inherited, depth, above))

    def _made(
        self,
        iri: str,
        existence: Pair,
        place: Pair | None,
        inherited: tuple[Named, ...],
        depth: int | None,
        above: frozenset[str],
    ) -> Node:
        register, on = self.register, self.on
        legal = existence[0].object == ORG.FormalOrganization
        label = register.label(iri, on)
        own = (Named(iri, slug(iri), label),) if legal else ()
        carriers = named(register, on, iri, GRAAF.legalCarrier, self.reach) or own or inherited
        units = self._units(iri, carriers, depth, above | {iri})
        spells = [existence[0], *([place[0]] if place else []), *self._naming(iri)]
        return Node(
            iri=iri,
            slug=slug(iri),
            label=label,
            abbreviation=self._text(iri, GRAAF.abbreviation),
            type=self._type(iri),
            legal_person=legal,
            certainty=_weakest(existence, place),
            doubt=_doubt(existence, place, on),
            mentioned=tuple(dict.fromkeys(pair[0].mentioned for pair in (existence, place or existence))),
            inferred_place=bool(place and place[0].basis is Basis.INFERRED),
            start=existence[0].start,
            end=existence[0].end,
            carriers=carriers,
            serves=named(register, on, iri, GRAAF.serves, self.reach),
            posts=posts(register, on, iri, self.reach),
            tasks=tasks(register, on, iri, self.reach),
            counts=self._unnamed(counts(register, on, iri, self.reach), units, iri, legal),
            evidence=evidence(register, [fact for spell in spells for fact in spell.facts]),
            units=units,
        )

    def _unnamed(
        self, stated: tuple[StatedCount, ...], units: tuple[Node, ...], iri: str, legal: bool
    ) -> tuple[StatedCount, ...]:
        """Leave out a stated count when as many units of that kind are known by name."""
        if not stated:
            return ()
        kinds = [*(unit.type for unit in units), *self._beside(iri, legal)]
        return tuple(count for count in stated if kinds.count(count.kind) < count.number)

    def _beside(self, iri: str, legal: bool) -> Iterator[str | None]:
        """Yield the kinds of what stands beside a legal person, under the collaboration it is part of."""
        place = self.place(iri) if legal else None
        if place and place[0].predicate == ORG.memberOf:
            beside = self.living(str(place[0].object))
            yield from (self._type(unit) for unit, _, _ in beside if unit != iri and kind(unit) == "unit")

    def _units(
        self, iri: str, inherited: tuple[Named, ...], depth: int | None, above: frozenset[str]
    ) -> tuple[Node, ...]:
        if depth is not None and depth <= 0:
            return ()
        deeper = None if depth is None else depth - 1
        return tuple(
            self.node(child, existence, place, inherited, deeper, above)
            for child, existence, place in self.living(iri, top=above == {iri})
            if child not in above
        )

    def unplaced(self) -> tuple[tuple[Named, Spell], ...]:
        """Return the units that may exist on the day without a known parent, and their lives."""
        living = ((iri, self.existence(iri)) for iri in self.register.of_kind("unit"))
        return tuple(
            (Named(iri, slug(iri), self.register.label(iri, self.on)), existence[0])
            for iri, existence in living
            if existence and not self._has_parent(iri)
        )

    def displaced(self, whole: Node, kept: Node, reach: int) -> tuple[Named, ...]:
        """Return the units left out of a tree only because their place is not confirmed near the day."""
        stay = {node.iri for _, node in kept.walk()}
        gone = {
            node.iri: node for _, node in whole.walk() if node.iri not in stay and kind(node.iri) == "unit"
        }
        return tuple(
            Named(iri, node.slug, node.label)
            for iri, node in gone.items()
            if (existence := self.existence(iri)) and near(existence[0].remote(self.on), reach)
        )

    def _has_parent(self, iri: str) -> bool:
        return any(self.register.on(self.on, iri, predicate) for predicate in _PARENT)

    def _likeliest(self, spell: Spell) -> bool:
        """Tell whether a possible place is the one to draw: a unit with two is drawn once."""
        if spell.predicate == ORG.memberOf:
            return True
        places = [pair for p in _PARENT for pair in self.register.on(self.on, spell.subject, p)]
        return min(places, key=self._doubt)[0].object == spell.object

    def _doubt(self, pair: Pair) -> tuple[bool, int]:
        return (pair[1] is not Certainty.CERTAIN, pair[0].remote(self.on))

    def _reading_order(self, place: Spell) -> tuple[bool, str]:
        return (place.predicate != ORG.memberOf, self.register.label(place.subject, self.on).casefold())

    def _naming(self, iri: str) -> list[Spell]:
        return [spell for spell, _ in self.register.on(self.on, iri, SKOS.prefLabel)]

    def _text(self, iri: str, predicate: str) -> str | None:
        for spell, _ in self.register.on(self.on, iri, predicate):
            if isinstance(spell.object, Literal):
                return spell.object.value
        return None

    def _type(self, iri: str) -> str | None:
        for spell, _ in self.register.on(self.on, iri, ORG.classification):
            if isinstance(spell.object, str):
                return self.register.label(spell.object)
        return None


def _weakest(existence: Pair, place: Pair | None) -> Certainty:
    both = {existence[1], place[1] if place else Certainty.CERTAIN}
    return Certainty.POSSIBLE if Certainty.POSSIBLE in both else Certainty.CERTAIN


def _doubt(existence: Pair, place: Pair | None, on: date) -> tuple[tuple[str, str], ...]:
    if existence[1] is Certainty.POSSIBLE:
        return doubt(existence[0].period, on)
    if place and place[1] is Certainty.POSSIBLE:
        return tuple((lang, f"{_PLACE[lang]}: {why}") for lang, why in doubt(place[0].period, on))
    return ()


def _type_rank(pair: Pair) -> tuple[bool, int]:
    spell, certainty = pair
    known = _TYPES.index(str(spell.object)) if spell.object in _TYPES else len(_TYPES)
    return (certainty is not Certainty.CERTAIN, known)
