"""Which register a command asks: of the organisation named, or of the thing that it is about."""

from typing import Annotated

import typer

from organograaf import share
from organograaf.build import published
from organograaf.period import question_day
from organograaf.register import OWN, Register
from organograaf.store import Registers
from organograaf.vocab import iri

Organisation = Annotated[
    str | None,
    typer.Option("--organisation", help="Waar er meer zijn: de slug of naam / where there are several"),
]


def register_of(organisation: str | None, known: str | None, *about: str | None) -> Register:
    """Return the register asked for, as known on a day; `about` are slugs that find it without a name.

    Raises NoStore, BadDate, Unchosen.
    """
    return asked(published(share.store()).registers, organisation, known, *about)


def asked(registers: Registers, organisation: str | None, known: str | None, *about: str | None) -> Register:
    """Return the register asked for out of `registers`."""
    slugs = [slug for slug in about if slug]
    things = [iri(kind, slug) for slug in slugs for kind in (*OWN, "task")]
    found = registers.telling(things) if things and not organisation and len(registers.listings) > 1 else []
    one = found[0] if found else registers.chosen(organisation or "")
    return registers.get(question_day(known) if known else None, one)
