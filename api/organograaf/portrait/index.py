"""All things of a kind, to choose from."""

from dataclasses import dataclass

from organograaf.register import Register
from organograaf.view import Named
from organograaf.vocab import ELI, kind, slug


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A thing to choose, and in how many statements it takes part."""

    thing: Named
    count: int


def index(register: Register, *kinds: str) -> tuple[Entry, ...]:
    """Return every thing of these kinds that something is said of or that a source names, by name.

    The text of a law in one language is no law beside it.
    """
    found = ((iri, properties) for iri, properties in register.plain.items() if kind(iri) in kinds)
    counts = {iri: 0 for iri, properties in found if ELI.realizes not in properties}
    for spell in register.spells:
        for iri in (spell.subject, spell.object):
            if isinstance(iri, str) and kind(iri) in kinds:
                counts[iri] = counts.get(iri, 0) + 1
    entries = (Entry(thing=Named(iri, slug(iri), register.label(iri)), count=n) for iri, n in counts.items())
    return tuple(sorted(entries, key=lambda one: (one.thing.label.casefold(), one.thing.slug)))
