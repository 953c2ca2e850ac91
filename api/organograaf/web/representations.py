"""One address, several representations: chosen by Accept, or by the extension of the address."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from organograaf.errors import NotAcceptable, NotFound
from organograaf.graphs import WRITERS, Triple
from organograaf.web.answers import Answer
from organograaf.web.asked import Asked
from organograaf.web.negotiate import best
from organograaf.web.question import Question, shown
from organograaf.web.serving import Make, Serving

# In the order of our liking: who says nothing gets Turtle; a browser says it wants HTML.
MEDIA: Final = {
    "ttl": "text/turtle",
    "jsonld": "application/ld+json",
    "rdf": "application/rdf+xml",
    "nt": "application/n-triples",
    "html": "text/html",
}
Makes = Mapping[str, Make]


def split(path: str) -> tuple[str, str | None]:
    """Return an address without the extension of a representation, and that extension."""
    name, _, suffix = path.rpartition(".")
    return (name, suffix) if name and suffix in MEDIA else (path, None)


def known(suffix: str) -> str:
    """Return the extension of a representation. Raises NotFound for any other."""
    if suffix not in MEDIA:
        raise NotFound(
            f"Dit is er niet als «{shown(suffix)}». Er zijn: {', '.join(MEDIA)}.",
            f"This is not there as “{shown(suffix)}”. There are: {', '.join(MEDIA)}.",
        )
    return suffix


def of_triples(triples: Callable[[Asked], Iterable[Triple]], html: Make) -> Makes:
    """Return what makes each representation: RDF from `triples`, and a page."""

    def writing(suffix: str) -> Make:
        return lambda asked: Answer(body=WRITERS[suffix](triples(asked)).encode(), media_type=_typed(suffix))

    return {**{suffix: writing(suffix) for suffix in WRITERS}, "html": html}


def chosen(request: Request) -> str:
    """Return the extension of what the client wants most. Raises NotAcceptable."""
    suffixes = {media_type: suffix for suffix, media_type in MEDIA.items()}
    found = best(request.headers.get("accept"), suffixes)
    if found is None:
        names = ", ".join(f"{media_type} (.{suffix})" for suffix, media_type in MEDIA.items())
        raise NotAcceptable(
            f"Dit bestaat niet in wat de vraag aanvaardt (Accept). Er zijn: {names}.",
            f"This does not exist as what the request accepts (Accept). There are: {names}.",
        )
    return suffixes[found]


def negotiated(
    serving: Serving,
    request: Request,
    allowed: Iterable[str],
    makes: Makes,
    suffix: str | None,
    *,
    edition: str = "",
    at: str = "",
) -> Response:
    """Answer with the representation asked for; without `suffix`, with the one that suits best.

    `edition` changes when the answer does and the data set does not. `at` is the address to which
    extensions are added, when it is not the one asked for.
    Raises NotAcceptable, and what `Serving.answer` raises.
    """
    name = suffix or chosen(request)
    response = serving.answer(request, allowed, makes[name], variant=name + edition)
    path = at or (request.url.path if suffix is None else split(request.url.path)[0])
    query = "?" + quote(request.url.query, safe="=&%+:/,") if request.url.query else ""
    for other, media_type in MEDIA.items():
        if other != name:
            address = f"{quote(path)}.{other}{query}"
            response.headers.append("Link", f'<{address}>; rel="alternate"; type="{media_type}"')
    if suffix is None:
        response.headers["Vary"] = "Accept"
        response.headers["Content-Location"] = f"{quote(path)}.{name}{query}"
    return response


def files_of(path: str, put: Question) -> list[tuple[str, str]]:
    """Return the extension and the address of each representation for programs."""
    return [(suffix, f"{quote(path)}.{suffix}{put.query()}") for suffix in WRITERS]


def _typed(suffix: str) -> str:
    return f"{MEDIA[suffix]}; charset=utf-8" if suffix == "ttl" else MEDIA[suffix]
