"""The organogram of one day: a pure function of a register, a root and a day."""

from dataclasses import dataclass
from datetime import date

from organograaf import words
from organograaf.errors import NotFound
from organograaf.model import Basis, Literal, Spell
from organograaf.organogram.detail import counts, evidence, named, posts, tasks
from organograaf.organogram.doubt import doubt
from organograaf.organogram.reach import near, within
from organograaf.period import Certainty
from organograaf.register import Register
from organograaf.view import Named, Node, Organogram, StatedCount
from organograaf.vocab import GRAAF, ORG, RDF, SKOS, kind, slug

_PARENT = (ORG.unitOf, ORG.subOrganizationOf)
_UNDER = (*_PARENT, ORG.memberOf)
_PLACE = {"nl": "plaats", "en": "place"}
_TYPES = (ORG.FormalOrganization, ORG.OrganizationalCollaboration, ORG.OrganizationalUnit, ORG.Organization)


def as_of(
    register: Register, on: date, *, root: str, depth: int | None = None, reach: int | None = None
) -> Organogram:
    """Return the organogram under `root` (an IRI) on a day.

    All that is possible on that day is in it, each with its certainty. `depth` is the
    number of levels under the root; `reach` leaves out what is confirmed only more than
    that many years before or after the day, and counts it. Raises NotFound when the root did not exist then.
    Cost: proportional to the boxes drawn.
    """
    tree = Tree(register, on, reach)
    existence = tree.existence(root)
    if existence is None:
        raise _absent(register, root, on)
    whole = tree.node(root, existence, None, (), depth, frozenset())
    node = whole if reach is None else within(whole, reach)
    entire = kind(root) == "organisation"
    loose = tree.unplaced() if entire else ()
    placed = tuple(named for named, remote in loose if near(remote, reach))
    if entire and reach is not None:
        placed += tree.displaced(whole, node, reach)
    since, until = register.stretch(on)
    return Organogram(
        on=on,
        known=register.known,
        dataset=register.dataset,
        root=node,
        unplaced=placed,
        sources=tuple(sorted({line.source for _, found in node.walk() for line in found.evidence})),
        since=since,
        until=until,
        reach=reach,
        beyond=sum(1 for _ in whole.walk()) - sum(1 for _ in node.walk()) + len(loose) - len(placed),
    )


@dataclass(frozen=True, slots=True)
class Tree:
    """A register on a day, as a tree of boxes.

    `reach` (years) leaves out posts, holders, tasks and counts that are remote from the day.
    """

    register: Register
    on: date
    reach: int | None = None

    def existence(self, iri: str) -> tuple[Spell, Certainty] | None:
        """Return the spell in which a thing exists on the day, or None."""
        found = self.register.on(self.on, iri, RDF.type)
        return min(found, key=lambda pair: _type_rank(pair), default=None)

    def place(self, iri: str) -> tuple[Spell, Certainty] | None:
        """Return the spell that says what it stands under on the day, or None.

        To be a member of something else than the top is no place: a city stands not under
        an association that it belongs to.
        """
        found = [
            pair
            for p in _UNDER
            for pair in self.register.on(self.on, iri, p)
            if p != ORG.memberOf or pair[0].object == self.register.top
        ]
        return min(found, key=self._doubt, default=None)

    def children(self, iri: str) -> list[tuple[Spell, Certainty]]:
        """Return the spells that say what stands under a thing on the day."""
        found = [pair for p in _UNDER for pair in self.register.to_on(self.on, iri, p)]
        best: dict[str, tuple[Spell, Certainty]] = {}
        for spell, certainty in sorted(found, key=lambda pair: pair[1] is not Certainty.CERTAIN):
            if certainty is Certainty.POSSIBLE and not self._likeliest(spell):
                continue
            best.setdefault(spell.subject, (spell, certainty))
        return sorted(best.values(), key=lambda pair: self._reading_order(pair[0]))

    def node(
        self,
        iri: str,
        existence: tuple[Spell, Certainty],
        place: tuple[Spell, Certainty] | None,
        inherited: tuple[Named, ...],
        depth: int | None,
        above: frozenset[str],
    ) -> Node:
        """Return the box of a thing with all under it, `depth` levels (None: all)."""
        register, on = self.register, self.on
        legal = existence[0].object == ORG.FormalOrganization
        own = (Named(iri, slug(iri), register.label(iri, on)),) if legal else ()
        carriers = named(register, on, iri, GRAAF.legalCarrier, self.reach) or own or inherited
        units = self._units(iri, carriers, depth, above | {iri})
        spells = [existence[0], *([place[0]] if place else []), *self._naming(iri)]
        return Node(
            iri=iri,
            slug=slug(iri),
            label=register.label(iri, on),
            abbreviation=self._text(iri, GRAAF.abbreviation),
            type=self._type(iri),
            legal_person=legal,
            certainty=_weakest(existence, place),
            doubt=_doubt(existence, place, on),
            remote=max(pair[0].remote(on) for pair in (existence, place or existence)),
            inferred_place=bool(place and place[0].basis is Basis.INFERRED),
            start=existence[0].start,
            end=existence[0].end,
            carriers=carriers,
            serves=named(register, on, iri, GRAAF.serves, self.reach),
            posts=posts(register, on, iri, self.reach),
            tasks=tasks(register, on, iri, self.reach),
            counts=_unnamed(counts(register, on, iri, self.reach), (*units, *self._beside(iri, legal))),
            evidence=evidence(register, [fact for spell in spells for fact in spell.facts]),
            units=units,
        )

    def _beside(self, iri: str, legal: bool) -> tuple[Node, ...]:
        """Return what stands beside a legal person, under the collaboration that it is part of."""
        place = self.place(iri) if legal else None
        if place is None or place[0].predicate != ORG.memberOf:
            return ()
        units = (pair[0].subject for pair in self.children(str(place[0].object)) if pair[0].subject != iri)
        living = ((unit, self.existence(unit)) for unit in units if kind(unit) == "unit")
        return tuple(self.node(unit, life, None, (), 0, frozenset()) for unit, life in living if life)

    def _units(
        self, iri: str, inherited: tuple[Named, ...], depth: int | None, above: frozenset[str]
    ) -> tuple[Node, ...]:
        if depth is not None and depth <= 0:
            return ()
        deeper = None if depth is None else depth - 1
        nodes = []
        for place in self.children(iri):
            child = place[0].subject
            existence = self.existence(child)
            if existence and child not in above:
                nodes.append(self.node(child, existence, place, inherited, deeper, above))
        return tuple(nodes)

    def unplaced(self) -> tuple[tuple[Named, int], ...]:
        """Return the units that may exist on the day without a known parent, and how remote."""
        living = ((iri, self.existence(iri)) for iri in self.register.of_kind("unit"))
        return tuple(
            (Named(iri, slug(iri), self.register.label(iri, self.on)), existence[0].remote(self.on))
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

    def _doubt(self, pair: tuple[Spell, Certainty]) -> tuple[bool, int]:
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


def _unnamed(stated: tuple[StatedCount, ...], units: tuple[Node, ...]) -> tuple[StatedCount, ...]:
    """Leave out a stated count when as many units of that kind are known by name."""
    return tuple(c for c in stated if sum(unit.type == c.kind for unit in units) < c.number)


def _weakest(existence: tuple[Spell, Certainty], place: tuple[Spell, Certainty] | None) -> Certainty:
    both = {existence[1], place[1] if place else Certainty.CERTAIN}
    return Certainty.POSSIBLE if Certainty.POSSIBLE in both else Certainty.CERTAIN


def _doubt(
    existence: tuple[Spell, Certainty], place: tuple[Spell, Certainty] | None, on: date
) -> tuple[tuple[str, str], ...]:
    if existence[1] is Certainty.POSSIBLE:
        return doubt(existence[0].period, on)
    if place and place[1] is Certainty.POSSIBLE:
        return tuple((lang, f"{_PLACE[lang]}: {why}") for lang, why in doubt(place[0].period, on))
    return ()


def _type_rank(pair: tuple[Spell, Certainty]) -> tuple[bool, int]:
    spell, certainty = pair
    known = _TYPES.index(str(spell.object)) if spell.object in _TYPES else len(_TYPES)
    return (certainty is not Certainty.CERTAIN, known)


def _absent(register: Register, root: str, on: date) -> NotFound:
    name = register.label(root)
    lives = register.about(root, RDF.type)
    first = min((s.period.earliest_start for s in lives), default=None)
    last = max((s.period.latest_end for s in lives), default=None)
    bounds = [day for day in (first, last) if day and words.bounded(day)]
    nl = " en ".join(words.day(day) for day in bounds)
    en = " and ".join(words.day(day, "en") for day in bounds)
    return NotFound(
        f"«{name}» bestond niet op {words.day(on)}" + (f"; vraag een dag rond {nl}." if bounds else "."),
        f"“{name}” did not exist on {words.day(on, 'en')}"
        + (f"; ask for a day near {en}." if bounds else "."),
        (slug(root),),
    )
