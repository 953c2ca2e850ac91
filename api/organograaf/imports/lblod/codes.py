"""The codes of the register beside those of our own lists: their matches stand in ontology/codes.ttl."""

from collections.abc import Mapping
from functools import cache

from organograaf import share
from organograaf.graphs import read
from organograaf.vocab import SKOS, slug

BODIES = ("gemeente", "ocmw", "district", "provincie")  # what the law divides the country into: for good
_MATCHES = (SKOS.exactMatch, SKOS.closeMatch)


@cache
def matches() -> Mapping[str, str]:
    """Return our code for each code of others that one of ours matches."""
    rows = read(share.folder("ontology") / "codes.ttl").rows()
    return {str(value): subject for _, subject, predicate, value in rows if predicate in _MATCHES}


def short(code: str) -> str:
    """Return the last part of our code («gemeente»), or "" when none of ours matches."""
    return slug(matches()[code]) if code in matches() else ""
