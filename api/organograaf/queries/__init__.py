"""The SPARQL files of the program, each with a header that says what it answers."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

_HEADER = "#+ "
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^<>\"{}|^`\\\x00-\x20]*")


@dataclass(frozen=True, slots=True)
class Query:
    """A query file: its name, its text, and its header (question, returns, source)."""

    name: str
    text: str
    header: Mapping[str, str]

    def about(self, variable: str, things: Iterable[str]) -> str:
        """Return the text with other IRIs in the row of VALUES of a variable; what is no IRI is left out."""
        terms = " ".join(f"<{thing}>" for thing in things if _IRI.fullmatch(thing))
        row = re.compile(rf"(VALUES \?{variable} {{)[^}}]*}}")
        return row.sub(lambda found: f"{found[1]} {terms} }}", self.text, count=1)


def header(text: str) -> dict[str, str]:
    """Return the `#+ key: value` lines that open a query."""
    lines = (line[len(_HEADER) :] for line in text.splitlines() if line.startswith(_HEADER))
    return {key.strip(): value.strip() for key, _, value in (line.partition(":") for line in lines)}


@cache
def load(name: str) -> Query:
    """Return the query `name` of this package. Raises FileNotFoundError when there is none."""
    text = (resources.files(__package__) / f"{name}.rq").read_text(encoding="utf-8")
    return Query(name, text, header(text))


def names() -> list[str]:
    """Return the names of all queries, sorted."""
    files = resources.files(__package__).iterdir()
    return sorted(file.name.removesuffix(".rq") for file in files if file.name.endswith(".rq"))
