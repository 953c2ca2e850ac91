"""Where the page of a thing is; of what has none, the answer to its name."""

from typing import Final
from urllib.parse import quote

from organograaf.search import LONGEST
from organograaf.view import Named
from organograaf.vocab import kind
from organograaf.web.question import Question

_PAGES: Final = {
    "unit": "/units",
    "organisation": "/units",
    "organ": "/units",
    "post": "/units",
    "source": "/sources",
}


def place(thing: Named, there: Question) -> str:
    """Return the address of a thing, with the day and language of `there`."""
    found = kind(thing.iri) or ""
    if found == "source":
        there = Question(known=there.known, lang=there.lang)
    if found in _PAGES:
        return f"{_PAGES[found]}/{quote(thing.slug, safe='')}{there.query()}"
    return f"/who{there.query(q=thing.label[:LONGEST])}"
