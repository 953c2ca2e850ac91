"""What may have been meant by a slug that names nothing."""

from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches
from typing import Final

from organograaf.errors import Near
from organograaf.portrait import portrait
from organograaf.register import Register
from organograaf.vocab import kind, slug

_MOST: Final = 3
_LONGEST: Final = 80
_LIKENESS: Final = 0.6


def near(register: Register, wanted: str, kinds: tuple[str, ...], on: date) -> tuple[Near, ...]:
    """Return the things of some kinds with a slug most like `wanted`, best first, as they are on a day."""
    slugs = {slug(iri): iri for iri in _things(register, kinds)}
    return tuple(
        _near(register, slugs[one], on)
        for one in get_close_matches(wanted[:_LONGEST], slugs, n=_MOST, cutoff=_LIKENESS)
    )


def _things(register: Register, kinds: tuple[str, ...]) -> Iterator[str]:
    yield from register.of_kind(*kinds)
    yield from (iri for iri in register.plain if kind(iri) in kinds)


def _near(register: Register, iri: str, on: date) -> Near:
    view = portrait(register, iri, on)
    successors = {one.new.iri: one.new for one in view.left} if view.gone else {}
    found = tuple(Near(one.iri, one.slug, one.label) for one in successors.values())
    return Near(iri, slug(iri), view.label, view.gone, found)
