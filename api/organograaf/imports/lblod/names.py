"""What units are called, and the last part of their address with us.

The register names a municipality, its OCMW and its province alike, marks who went up in a merger with «(voor
fusie)», and gives who goes on under a new name that name for all time.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Final

from organograaf.imports.lblod.codes import short
from organograaf.imports.lblod.export import Event, Unit

_WITH_KIND: Final = {"ocmw": "OCMW", "district": "District", "provincie": "Provincie"}
_IN_SLUG: Final = {"gemeente": "gemeente", **{kind: kind for kind in _WITH_KIND}}
_MARK: Final = " (voor fusie)"


def named(unit: Unit, name: str | None = None) -> str:
    """Return a name (that of the register when none is given) that tells a unit from its namesakes."""
    name = name or unit.name
    word = _WITH_KIND.get(short(unit.kinds[0]))
    return name if word is None or word.casefold() in name.casefold() else f"{word} {name}"


def unmarked(unit: Unit) -> str | None:
    """Return the name without the register's mark «(voor fusie)»; None when it has none."""
    return named(unit, unit.name.removesuffix(_MARK)) if unit.name.endswith(_MARK) else None


def before(unit: Unit, event: Event, units: Mapping[str, Unit]) -> str | None:
    """Return what who goes on after a merger was called before it, as far as its name of now tells.

    «Bilzen-Hoeselt» took up «Hoeselt»: what is left is «Bilzen». None when nothing can be told.
    """
    for other in event.original:
        taken = units[other].name
        for left in (unit.name.removesuffix(f"-{taken}"), unit.name.removeprefix(f"{taken}-")):
            if other != unit.iri and left not in ("", unit.name):
                return left
    return None


def slugs(units: Iterable[Unit]) -> dict[str, str]:
    """Return for each unit the last part of its address: its kind and name, and more when that is not one."""
    wanted: dict[str, list[Unit]] = {}
    for unit in units:
        wanted.setdefault(plain(_told(unit)), []).append(unit)
    found = {}
    for text, same in wanted.items():
        for unit in same:
            number = next((number.lower() for agency, number in unit.numbers if agency == "OVO"), None)
            own = number or sha256(unit.iri.encode()).hexdigest()[:8]
            found[unit.iri] = text if len(same) == 1 and text else "-".join(filter(None, (text, own)))
    return found


def plain(text: str) -> str:
    """Return a text as a slug: lower case, no accents, hyphens.

    >>> plain("Sint-Job (PEVA) ‘Één’")
    'sint-job-peva-een'
    """
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", letters))


def _told(unit: Unit) -> str:
    word = _IN_SLUG.get(short(unit.kinds[0]), "")
    return unit.name if unit.name.casefold().startswith(word) and word else f"{word} {unit.name}"
