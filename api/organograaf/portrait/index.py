"""All things of a kind, to choose from."""

from dataclasses import dataclass

from organograaf.register import Register
from organograaf.view import Named
from organograaf.vocab import kind, slug


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A thing to choose, and in how many statements it takes part."""

    thing: Named
    count: int


def index(register: Register, kind_: str) -> tuple[Entry, ...]:
    """Return every thing of a kind that something is said of or that a source names, by name."""
    counts: dict[str, int] = {iri: 0 for iri in register.plain if kind(iri) == kind_}
    for spell in register.spells:
        for iri in (spell.subject, spell.object):
            if isinstance(iri, str) and kind(iri) == kind_:
                counts[iri] = counts.get(iri, 0) + 1
    entries = (Entry(thing=Named(iri, slug(iri), register.label(iri)), count=n) for iri, n in counts.items())
    return tuple(sorted(entries, key=lambda one: (one.thing.label.casefold(), one.thing.slug)))
