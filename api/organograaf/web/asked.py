"""A question put to a register: the day, the root and the views it comes down to."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from datetime import date

from organograaf import organogram as views
from organograaf.errors import BadQuestion, NotFound
from organograaf.graphs import Triple
from organograaf.organogram import certain
from organograaf.organogram.tree import Tree
from organograaf.period import Certainty
from organograaf.register import Register
from organograaf.store import Store
from organograaf.view import Named, Node, Organogram, UnitView
from organograaf.vocab import kind, slug
from organograaf.web.near import near
from organograaf.web.question import Question, shown

ROOTS = ("organisation", "unit")
MOST_THINGS = 200
PAGED = ("organisation", "unit", "organ", "post")


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """A question with the register that answers it.

    `earlier` is what was known on another day, `store` holds the graphs.
    """

    register: Register
    question: Question
    earlier: Register | None = None
    store: Store | None = None

    def graph(self, iri: str) -> list[Triple]:
        """Return the triples of a named graph; none when there is no such graph."""
        return [row[1:] for row in self.store.quads(iri)] if self.store else []

    def graphs(self) -> list[str]:
        """Return the names of all graphs."""
        return self.store.graphs() if self.store else []

    @property
    def on(self) -> date:
        """The day asked about: the latest one the data speaks of when none was given."""
        return self.question.on or self.register.latest_day

    @property
    def there(self) -> Question:
        """The day and language of the question, to go on to another page with."""
        return self.question.kept(on=self.on)

    @property
    def exact(self) -> Question:
        """The question with its day written out, for files and pages of others."""
        return replace(self.question, on=self.on, fold="", find="")

    def root(self) -> str:
        """Return the IRI of the root. Raises NotFound when there is no such unit."""
        if self.question.root:
            return self.found(self.question.root, ROOTS)
        if self.register.top is None:
            raise NotFound(
                "Er is niets bekend waar dit over kan gaan. Vraag het zonder «known», of met een latere dag.",
                "Nothing is known that this can be about. Ask without “known”, or with a later day.",
            )
        return self.register.top

    def organogram(self) -> Organogram:
        """Return the organogram asked for. Raises NotFound."""
        asked, root = self.question, self.root()
        reach = views.years(asked.reach)
        view = views.as_of(self.register, self.on, root=root, depth=asked.depth, reach=reach)
        if asked.certainty == "certain":
            view = certain(view, {unit.iri for unit in view.unplaced if self._sure(unit.iri)})
        return views.legal(view, self.register) if asked.legal == "yes" else view

    def thing(self, slug_: str) -> UnitView:
        """Return all about one organisation, unit, organ or post. Raises NotFound."""
        return views.unit(self.register, self.found(slug_, PAGED), self.on)

    def things(self) -> tuple[str, ...]:
        """Return the IRIs of the things asked for by their slugs. Raises NotFound, BadQuestion."""
        given = f"{self.question.things},{self.question.add}".split(",")
        slugs = [one.strip() for one in given if one.strip()]
        if len(slugs) > MOST_THINGS:
            raise BadQuestion(
                f"Dat zijn {len(slugs)} eenheden. Vraag er ten hoogste {MOST_THINGS}, of vraag een root.",
                f"Those are {len(slugs)} units. Ask for at most {MOST_THINGS}, or for a root.",
            )
        return tuple(self.found(one, PAGED) for one in dict.fromkeys(slugs))

    def chosen(self) -> tuple[Named, ...]:
        """Return the things asked for by their slugs, each once. Raises NotFound, BadQuestion."""
        return tuple(Named(iri, slug(iri), self.register.label(iri)) for iri in self.things())

    def units(self) -> tuple[Node, ...]:
        """Return every unit possible on the day, without what stands under it, by name."""
        tree = Tree(self.register, self.on)
        living = ((iri, tree.existence(iri)) for iri in self.register.of_kind("unit"))
        nodes = (tree.node(iri, life, None, (), 0, frozenset()) for iri, life in living if life)
        return tuple(sorted(nodes, key=lambda node: (node.label.casefold(), node.slug)))

    def roots(self) -> tuple[Named, ...]:
        """Return what can be the root of an organogram, organisations first, by name."""
        found = (Named(iri, slug(iri), self.register.label(iri)) for iri in self.register.of_kind(*ROOTS))
        return tuple(sorted(found, key=lambda one: (kind(one.iri) != "organisation", one.label.casefold())))

    def neighbours(self) -> tuple[date | None, date | None]:
        """Return the last change day before the day asked about, and the first after it."""
        days = self.register.change_days
        before, after = bisect_left(days, self.on), bisect_right(days, self.on)
        return (days[before - 1] if before else None, days[after] if after < len(days) else None)

    def _sure(self, iri: str) -> bool:
        existence = Tree(self.register, self.on).existence(iri)
        return existence is not None and existence[1] is Certainty.CERTAIN

    def found(self, slug_: str, kinds: tuple[str, ...]) -> str:
        """Return the IRI of the thing of one of these kinds with a slug. Raises NotFound."""
        # What was only planned never was, so the register does not find it; its facts name it.
        planned = (fact.subject for fact in self.register.facts if slug(fact.subject) == slug_)
        for iri in (self.register.find(slug_), *planned):
            if iri is not None and kind(iri) in kinds:
                return iri
        meant = near(self.register, slug_, kinds, self.on)
        names = ", ".join(f"{one.label} ({one.slug})" for one in meant)
        raise NotFound(
            f"«{shown(slug_)}» is niet bekend." + (f" Bedoelde u {names}?" if meant else " Kijk de slug na."),
            f"“{shown(slug_)}” is not known." + (f" Did you mean {names}?" if meant else " Check the slug."),
            meant,
        )
