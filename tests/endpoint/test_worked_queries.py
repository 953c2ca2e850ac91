"""The worked queries of the documentation, each asked of a running server."""

import re
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from organograaf.vocab import slug

DOCS = Path(__file__).parent.parent.parent / "docs"
_WORKED = re.compile(
    r"^## (\d+)\. (.*?)\n.*?```sparql\n(.*?)```\n\n((?:\|[^\n]*\n)+)", re.DOTALL | re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Worked:
    """A query of the page with the answer that is printed under it."""

    title: str
    query: str
    columns: list[str]
    rows: list[list[str]]


def worked() -> list[Worked]:
    """Return the queries of the page, in its order."""
    found = []
    for _, title, query, table in _WORKED.findall((DOCS / "queries.md").read_text(encoding="utf-8")):
        lines = (line.strip("| ").split("|") for line in table.splitlines())
        head, _, *rows = ([cell.strip() for cell in line] for line in lines)
        found.append(Worked(title, query, head, rows))
    return found


def test_there_are_ten() -> None:
    assert len(worked()) == 10


@pytest.mark.parametrize("one", worked(), ids=lambda one: one.title)
def test_a_worked_query_gives_the_answer_that_is_printed(one: Worked, antwerp_server: str) -> None:
    answer = httpx.get(f"{antwerp_server}/sparql", params={"query": one.query, "format": "json"}, timeout=60)
    assert answer.status_code == 200, answer.text
    found = answer.json()
    assert found["head"]["vars"] == one.columns
    rows = [[shown(**row[name]) for name in one.columns] for row in found["results"]["bindings"]]
    assert sorted(rows) == one.rows


def shown(type: str, value: str, **_: str) -> str:
    """Return a term of SPARQL's JSON as the page prints it: an IRI by its end."""
    return slug(value) if type == "uri" else value
