"""The data set as such: its description, where crawlers look for it, and whole as a file."""

from typing import Annotated, Final

from fastapi import APIRouter, Request, Response
from fastapi import Path as InPath
from fastapi.responses import RedirectResponse

from organograaf.build import dump
from organograaf.build.describe import DESCRIPTION, MEDIA_TYPES
from organograaf.errors import NotFound
from organograaf.model import Literal
from organograaf.vocab import DATASET, DCT
from organograaf.web.answers import Answer
from organograaf.web.asked import Asked
from organograaf.web.cells import Cells
from organograaf.web.described import described
from organograaf.web.pages import page_answer
from organograaf.web.question import LANG, shown
from organograaf.web.representations import files_of, known, negotiated, of_triples
from organograaf.web.serving import Serving

Suffix = Annotated[str, InPath(description="trig, nq, ttl, jsonld")]

_AT: Final = "/dataset/description"
_APART: Final = (DCT.hasPart, DCT.bibliographicCitation)


def dataset(serving: Serving) -> APIRouter:
    """Return the routes of the data set as a whole. Source: VoID, section 7.2; DCAT-AP."""
    router = APIRouter()

    @router.get("/dataset", **described("The description of the data set: DCAT-AP and VoID", LANG))
    def description(request: Request) -> Response:
        return _description(serving, request, None)

    @router.get("/dataset/description.{suffix}", **described("The description in one format", LANG))
    def description_file(request: Request, suffix: Suffix) -> Response:
        return _description(serving, request, known(suffix))

    @router.get("/.well-known/void", summary="Where the description of the data set is")
    def void() -> Response:
        return RedirectResponse("/dataset", status_code=303)

    @router.get("/dataset.{suffix}", summary="All graphs as one file: trig, nq, ttl or jsonld")
    def file(request: Request, suffix: Suffix) -> Response:
        if suffix not in MEDIA_TYPES:
            known = ", ".join(MEDIA_TYPES)
            raise NotFound(
                f"De dataset is er niet als «{shown(suffix)}». Er zijn: {known}.",
                f"The data set is not there as “{shown(suffix)}”. There are: {known}.",
            )
        if len(serving.current.take().registers.listings) > 1:
            raise too_large()
        return serving.whole(request, MEDIA_TYPES[suffix], lambda opened: dump(opened, suffix))

    return router


def _description(serving: Serving, request: Request, suffix: str | None) -> Response:
    makes = of_triples(lambda asked: asked.graph(DESCRIPTION), lambda asked: _page(request, asked))
    return negotiated(serving, request, LANG, makes, suffix, at=_AT)


def _page(request: Request, asked: Asked) -> Answer:
    cells = Cells(asked.register, asked.question)
    found = [one for one in asked.graph(DESCRIPTION) if one[0] == DATASET]
    parts = sorted(
        value for _, predicate, value in found if predicate == DCT.hasPart and isinstance(value, str)
    )
    return page_answer(
        "dataset",
        request,
        asked.question,
        dataset=asked.register.dataset,
        cited=cited(asked),
        lines=cells.properties(sorted((one for one in found if one[1] not in _APART), key=str)),
        named=[cells.value(part) for part in parts],
        files=files_of(_AT, asked.question),
    )


def cited(asked: Asked) -> str:
    """Return how to cite the data set."""
    said = (
        value for _, predicate, value in asked.graph(DESCRIPTION) if predicate == DCT.bibliographicCitation
    )
    return next((value.value for value in said if isinstance(value, Literal)), "")


def too_large() -> NotFound:
    """Return the error of a data set of several organisations that is asked for whole."""
    return NotFound(
        "Alles van alle organisaties samen wordt niet op vraag gemaakt. De beheerder maakt het met "
        "«organograaf release»; neem hier één organisatie, een dag of een graaf.",
        "All of all organisations together is not made on demand. The administrator makes it with "
        "“organograaf release”; take one organisation, a day or a graph here.",
    )
