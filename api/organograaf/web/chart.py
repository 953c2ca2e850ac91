"""The page of an organogram, and the same to stand in the page of another."""

from typing import Final

from fastapi import APIRouter, Request, Response

from organograaf.model import Source
from organograaf.render.table import columns, rows
from organograaf.render.words import subtitle
from organograaf.view import Organogram
from organograaf.web.answers import Answer
from organograaf.web.asked import Asked
from organograaf.web.days import by_valid_day
from organograaf.web.find import hits
from organograaf.web.manners import SECURITY
from organograaf.web.memento import site
from organograaf.web.pages import page_answer
from organograaf.web.picture import inline, listed
from organograaf.web.question import CHART, LAYOUTS, ORGANOGRAM
from organograaf.web.serving import Serving
from organograaf.web.strip import strip

PICTURES: Final = ("council", "tree")
_IN_TABLE: Final = (1, 3, 4, 5, 6, 7, 8, 15, 16, 17)
_ANYWHERE: Final = {
    "Content-Security-Policy": SECURITY["Content-Security-Policy"].replace(
        "frame-ancestors 'none'", "frame-ancestors *"
    ),
    "Cross-Origin-Opener-Policy": "unsafe-none",
}


def chart(serving: Serving) -> APIRouter:
    """Return the routes of the organogram as a page."""
    router = APIRouter(include_in_schema=False)

    @router.get("/organogram")
    def organogram(request: Request) -> Response:
        return by_valid_day(
            serving,
            request,
            CHART,
            lambda: serving.answer(
                request, CHART, lambda asked: _page(request, asked), variant=site(request)
            ),
        )

    @router.get("/embed/organogram")
    def embedded(request: Request) -> Response:
        return serving.answer(request, ORGANOGRAM, lambda asked: _embedded(request, asked))

    return router


def _page(request: Request, asked: Asked) -> Answer:
    view, register, put = asked.organogram(), asked.register, asked.question
    drawn = put.layout in PICTURES
    return page_answer(
        "organogram",
        request,
        put,
        register=asked.register,
        dataset=register.dataset,
        view=view,
        subtitle=subtitle(view, put.lang),
        roots=asked.roots(),
        top=register.label(register.top or asked.root()),
        strip=strip(register.change_days, view.on),
        layouts=LAYOUTS,
        found=hits(view, put.find),
        picture=inline(asked, view) if drawn else "",
        list=listed(asked, view) if put.layout != "table" else "",
        head=[columns(put.lang)[at] for at in _IN_TABLE],
        rows=[[row[at] for at in _IN_TABLE] for row in rows(view, put.lang)] if put.layout == "table" else [],
        sources=_sources(asked, view),
        site=site(request),
        exact=asked.exact.query(),
        there=asked.there.query(),
    )


def _embedded(request: Request, asked: Asked) -> Answer:
    view, put = asked.organogram(), asked.question
    made = page_answer(
        "embed",
        request,
        put,
        dataset=asked.register.dataset,
        view=view,
        picture=inline(asked, view) if put.layout in PICTURES else "",
        list=listed(asked, view),
        exact=asked.exact.query(),
    )
    return Answer(body=made.body, media_type=made.media_type, headers=_ANYWHERE)


def _sources(asked: Asked, view: Organogram) -> list[Source]:
    found = (one for one in asked.register.sources.values() if one.number in view.sources)
    return sorted(found, key=lambda one: one.number)
