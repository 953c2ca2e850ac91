"""The data set as such: its description, where crawlers look for it, and whole as a file."""

from typing import Annotated, Final

from fastapi import APIRouter, Request, Response
from fastapi import Path as InPath
from fastapi.responses import RedirectResponse

from organograaf.build import description, dump
from organograaf.build.describe import MEDIA_TYPES
from organograaf.errors import NotFound
from organograaf.web.question import shown
from organograaf.web.serving import Serving

Suffix = Annotated[str, InPath(description="trig, nq, ttl, jsonld")]

_TURTLE: Final = "text/turtle; charset=utf-8"


def dataset(serving: Serving) -> APIRouter:
    """Return the routes of the data set as a whole. Source: VoID, section 7.2; DCAT-AP."""
    router = APIRouter()

    @router.get("/dataset", summary="The description of the data set: DCAT-AP and VoID, in Turtle")
    def described(request: Request) -> Response:
        return serving.whole(request, _TURTLE, description)

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
        return serving.whole(request, MEDIA_TYPES[suffix], lambda opened: dump(opened, suffix))

    return router
