"""Gaps and overlaps on a day: page, files and JSON."""

from typing import Annotated

from fastapi import APIRouter, Request, Response
from fastapi import Path as InPath

from organograaf.organogram import years
from organograaf.radar import radar as radar_of
from organograaf.render.radar import RADAR_FORMATS
from organograaf.render.radar import radar as written
from organograaf.render.radar.words import beyond
from organograaf.signals import Radar
from organograaf.vocab import kind
from organograaf.web.answers import Answer
from organograaf.web.asked import PAGED, Asked
from organograaf.web.compare import file, known_format
from organograaf.web.described import described
from organograaf.web.pages import page_answer
from organograaf.web.question import RADAR
from organograaf.web.serving import Serving

Suffix = Annotated[str, InPath(description="csv, xlsx, json, txt")]


def radar(serving: Serving) -> APIRouter:
    """Return the routes of the radar."""
    router = APIRouter()

    @router.get("/radar", include_in_schema=False)
    def page(request: Request) -> Response:
        return serving.answer(request, RADAR, lambda asked: _page(request, asked))

    @router.get("/radar.{suffix}", **described("Gaps and overlaps on a day as a file", RADAR))
    def as_file(request: Request, suffix: Suffix) -> Response:
        return serving.answer(request, RADAR, lambda asked: _file(asked, suffix))

    @router.get("/api/v1/radar", **described("Gaps and overlaps on a day", RADAR))
    def as_json(request: Request) -> Response:
        return serving.answer(request, RADAR, lambda asked: _file(asked, "json"))

    return router


def _radar(asked: Asked) -> Radar:
    root = asked.root() if asked.question.root else None
    return radar_of(asked.register, asked.on, root, years(asked.question.reach))


def _page(request: Request, asked: Asked) -> Answer:
    view, put = _radar(asked), asked.question
    before, after = asked.neighbours()
    return page_answer(
        "radar",
        request,
        put,
        register=asked.register,
        dataset=view.dataset,
        view=view,
        roots=asked.roots(),
        before=before,
        after=after,
        beyond=beyond(view, put.lang),
        kinds=list(view.kinds()),
        paged=lambda named: kind(named.iri) in PAGED,
        there=asked.there.query(),
        suffixes=tuple(RADAR_FORMATS),
    )


def _file(asked: Asked, suffix: str) -> Answer:
    known_format(suffix, RADAR_FORMATS)
    view = _radar(asked)
    body = written(view, suffix, lang=asked.question.lang)
    return file(body, RADAR_FORMATS, suffix, f"radar-{view.on}")
