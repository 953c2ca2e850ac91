"""The questions that are ready to be asked, each a query with fields for its day and its unit.

A field is a row of VALUES, or the day of a snapshot in FROM; what goes into it is a checked
term, never the text of somebody else.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib import resources
from typing import Final

from organograaf.errors import BadQuestion
from organograaf.queries import header
from organograaf.vocab import SNAPSHOT

AUDIENCES: Final = ("HR", "Bestuurszaken", "onderzoeker")
_SLUG: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ON: Final = re.compile(
    rf'(?<=VALUES \?day {{ ")\d{{4}}-\d\d-\d\d(?="\^\^xsd:date }})'
    rf"|(?<=FROM <{re.escape(SNAPSHOT)})\d{{4}}-\d\d-\d\d(?=>)"
)
_UNIT: Final = re.compile(r"(VALUES \?(?:unit|above) \{ unit:)([a-z0-9-]+)(?= \})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """A question and its query; `on` and `unit` (a slug) are what its fields hold, None: no such field.

    `said` is the sentence in nl and en, with `{on}` and `{unit}` where the fields go.
    """

    name: str
    audience: str
    said: Mapping[str, str]
    query: str
    on: date | None = None
    unit: str | None = None

    def about(self, *, on: date | None = None, unit: str | None = None) -> "Ready":
        """Return the same question about another day or unit. Raises BadQuestion."""
        query, on, unit = self.query, on if self.on else None, unit if self.unit else None
        if on:
            query = _ON.sub(on.isoformat(), query)
        if unit:
            if not _SLUG.fullmatch(unit):
                raise BadQuestion(
                    "Dat kan geen eenheid zijn. Kies er een uit de lijst.",
                    "That cannot be a unit. Choose one from the list.",
                )
            query = _UNIT.sub(rf"\g<1>{unit}", query)
        return replace(self, query=query, on=on or self.on, unit=unit or self.unit)


@cache
def library() -> tuple[Ready, ...]:
    """Return all questions, in their order."""
    files = (resources.files("organograaf.queries") / "library").iterdir()
    named = sorted((file.name, file) for file in files if file.name.endswith(".rq"))
    return tuple(_ready(name.removesuffix(".rq"), file.read_text(encoding="utf-8")) for name, file in named)


def ready(name: str) -> Ready:
    """Return the question of a name. Raises BadQuestion."""
    for one in library():
        if one.name == name:
            return one
    raise BadQuestion(
        "Die vraag staat niet in de lijst. Kies er een op de pagina /sparql.",
        "That question is not in the list. Choose one on the page /sparql.",
    )


def _ready(name: str, text: str) -> Ready:
    told = header(text)
    query = "".join(line for line in text.splitlines(keepends=True) if not line.startswith("#+ ")).strip()
    on, unit = _ON.search(query), _UNIT.search(query)
    return Ready(
        name=name,
        audience=told["for"],
        said={"nl": told["question"], "en": told["question@en"]},
        query=query,
        on=date.fromisoformat(on[0]) if on else None,
        unit=unit[2] if unit else None,
    )
