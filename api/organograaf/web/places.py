"""Where the page of a thing is; of what has none, the answer to its name."""

from typing import Final
from urllib.parse import quote

from organograaf.search import LONGEST
from organograaf.view import Named
from organograaf.vocab import kind
from organograaf.web.question import Question

PAGES: Final = {
    "unit": "/units",
    "organisation": "/units",
    "organ": "/units",
    "post": "/units",
    "person": "/people",
    "task": "/tasks",
    "goal": "/goals",
    "event": "/events",
    "law": "/laws",
    "site": "/sites",
    "source": "/sources",
}


def href(thing: Named) -> str:
    """Return the address of the page of a thing that has one, without a query."""
    return f"{PAGES[kind(thing.iri) or '']}/{quote(thing.slug.encode('utf-8', 'replace'), safe='')}"


def place(thing: Named, there: Question) -> str:
    """Return the address of a thing, with the day and language of `there`."""
    found = kind(thing.iri) or ""
    if found == "source":
        there = there.kept()
    if found in PAGES:
        return href(thing) + there.query()
    return f"/who{there.query(q=thing.label[:LONGEST])}"
