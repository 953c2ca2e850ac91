"""How a register is called and which graphs it is made of: what a store tells of each."""

from dataclasses import dataclass

from organograaf.model import Literal
from organograaf.register.gist import OWN
from organograaf.register.partition import Part
from organograaf.register.register import Register
from organograaf.vocab import ORG, SKOS, kind, slug


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A register by name: the thing at its top, what that is called, and its members' names.

    `graphs` are its own; `neighbours` those of other registers that tell of what it mentions.
    """

    topic: str
    titles: tuple[Literal, ...]
    others: tuple[Literal, ...] = ()
    graphs: tuple[str, ...] = ()
    neighbours: tuple[str, ...] = ()

    @property
    def slug(self) -> str:
        """The slug by which addresses and commands name the register."""
        return slug(self.topic)

    def label(self, lang: str = "nl") -> str:
        """Return what it is called, in a language when it has a name in it."""
        found = {title.lang or "nl": title.value for title in self.titles}
        return found.get(lang) or next(iter(found.values()), self.slug)


def listing(part: Part, register: Register) -> Listing:
    """Return how a register is called: after its top, else after the first thing that it tells of."""
    own = frozenset(part.graphs)
    told = sorted({f.subject for f in register.facts if f.graph in own}, key=_kind_order)
    topic = register.top_told(own) or (told[0] if told else part.graphs[0])
    bodies = {topic, *(s.subject for held in (ORG.memberOf, ORG.unitOf) for s in register.to(topic, held))}
    names = [
        (spell.subject, spell.object)
        for body in bodies
        for spell in register.about(body, SKOS.prefLabel)
        if kind(body) == "organisation" and isinstance(spell.object, Literal)
    ]
    langs = {name.lang or "nl" for thing, name in names if thing == topic} or {"nl"}
    titles = tuple(Literal(register.label(topic, lang=lang), lang) for lang in sorted(langs))
    others = sorted({name for _, name in names} - set(titles), key=lambda name: (name.value, name.lang or ""))
    return Listing(
        topic=topic, titles=titles, others=tuple(others), graphs=part.graphs, neighbours=part.neighbours
    )


def _kind_order(iri: str) -> tuple[int, str]:
    found = kind(iri)
    return (OWN.index(found) if found in OWN else len(OWN), iri)
