"""The formats of answers: what they are called, and which one a client likes best."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from organograaf.errors import NotAcceptable
from organograaf.web.negotiate import best
from organograaf.web.question import shown

HTML: Final = "html"
SOLUTIONS: Final[dict[str, tuple[str, ...]]] = {
    "json": ("application/sparql-results+json", "application/json"),
    "xml": ("application/sparql-results+xml", "application/xml", "text/xml"),
    "csv": ("text/csv",),
    "tsv": ("text/tab-separated-values",),
}
DEFAULT: Final = "ttl"
TRIPLES: Final[dict[str, tuple[str, ...]]] = {
    "ttl": ("text/turtle", "application/x-turtle", "text/n3"),
    "nt": ("application/n-triples", "text/plain"),
    "jsonld": ("application/ld+json", "application/json"),
    "rdf": ("application/rdf+xml", "application/xml", "text/xml"),
}
PAGE: Final[dict[str, tuple[str, ...]]] = {HTML: ("text/html", "application/xhtml+xml")}
MEDIA_TYPES: Final = {name: types[0] for name, types in (SOLUTIONS | TRIPLES | PAGE).items()}

# What the parameters `format` and `output` may say, beside media types.
_NAMED: Final[Mapping[str, tuple[str | None, str | None]]] = {
    "json": ("json", "jsonld"),
    "xml": ("xml", "rdf"),
    "csv": ("csv", None),
    "tsv": ("tsv", None),
    "srj": ("json", None),
    "srx": ("xml", None),
    "sparql-results+json": ("json", None),
    "sparql-results+xml": ("xml", None),
    **dict.fromkeys(("ttl", "turtle", "n3"), (None, "ttl")),
    **dict.fromkeys(("nt", "ntriples", "n-triples"), (None, "nt")),
    **dict.fromkeys(("jsonld", "json-ld"), (None, "jsonld")),
    **dict.fromkeys(("rdf", "rdfxml", "rdf+xml", "rdf-xml", "rdf/xml"), (None, "rdf")),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The formats that a client likes best for a table and for a graph; `page`: it likes HTML more."""

    solutions: str | None
    triples: str | None
    page: bool = False


def wanted(format_: str | None, accept: str | None) -> Wanted:
    """Return what is wanted: a format by name goes before the Accept header. Raises NotAcceptable."""
    if format_ is None:
        return _by_header(accept)
    name = format_.strip().lower()
    if name == HTML:
        return Wanted(solutions="json", triples="ttl", page=True)
    if name in _NAMED:
        solutions, triples = _NAMED[name]
        return Wanted(solutions=solutions, triples=triples)
    if "/" in name:
        return _by_header(name)
    raise NotAcceptable(
        f"Het formaat «{shown(format_)}» ken ik niet. Neem {', '.join(_SAID)}.",
        f"I do not know the format “{shown(format_)}”. Use {', '.join(_SAID)}.",
    )


_SAID: Final = (*SOLUTIONS, *TRIPLES, HTML)


def _by_header(accept: str | None) -> Wanted:
    solutions, triples = _best(accept, SOLUTIONS), _best(accept, TRIPLES)
    if _best(accept, SOLUTIONS | TRIPLES | PAGE) == HTML:
        return Wanted(solutions="json", triples="ttl", page=True)
    if solutions is None and triples is None:
        raise NotAcceptable(
            f"«{shown(accept or '')}» geef ik niet. Er zijn: {', '.join(MEDIA_TYPES.values())}.",
            f"I do not give “{shown(accept or '')}”. There are: {', '.join(MEDIA_TYPES.values())}.",
        )
    return Wanted(solutions=solutions, triples=triples)


def _best(accept: str | None, offers: Mapping[str, tuple[str, ...]]) -> str | None:
    """Return the name of the offer that a client likes best; other names of a type come last."""
    names: dict[str, str] = {}
    for name, types in (*((name, types[:1]) for name, types in offers.items()), *offers.items()):
        for type_ in types:
            names.setdefault(type_, name)
    chosen = best(accept, names)
    return names[chosen] if chosen else None
