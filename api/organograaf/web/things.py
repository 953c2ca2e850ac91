"""The pages of things: units, people, tasks, events, laws, goals, sites and sources."""

from collections.abc import Callable
from datetime import date
from typing import Final

from fastapi import APIRouter, Request, Response

from organograaf.errors import NotFound
from organograaf.lifelines import life
from organograaf.organogram.source import source
from organograaf.period import MIN, ONE_DAY
from organograaf.portrait import Portrait, portrait
from organograaf.register import Register
from organograaf.render.lifelines import life_svg
from organograaf.vocab import iri, kind
from organograaf.web.answers import Answer
from organograaf.web.asked import PAGED, ROOTS, Asked
from organograaf.web.near import near
from organograaf.web.pages import page_answer
from organograaf.web.picture import placed
from organograaf.web.places import PAGES
from organograaf.web.question import DAY, KNOWN, shown
from organograaf.web.serving import Serving

KINDS: Final = {path.strip("/"): name for name, path in PAGES.items() if name not in (*PAGED, "source")}


def things(serving: Serving) -> APIRouter:
    """Return the routes of the pages of things."""
    router = APIRouter(include_in_schema=False)

    @router.get("/units/{slug}")
    def unit(request: Request, slug: str) -> Response:
        return serving.answer(request, DAY, lambda asked: _page(request, asked, asked.found(slug, PAGED)))

    @router.get("/sources/{number}")
    def of_source(request: Request, number: str) -> Response:
        return serving.answer(request, KNOWN, lambda asked: _source(request, asked, number))

    for path in KINDS:
        router.add_api_route(f"/{path}/{{slug}}", _route(serving, path), methods=["GET"])
    return router


def _route(serving: Serving, path: str) -> Callable[[Request, str], Response]:
    def thing(request: Request, slug: str) -> Response:
        def answer(asked: Asked) -> Answer:
            return _page(request, asked, _known(asked.register, path, slug, asked.on))

        return serving.answer(request, DAY, answer)

    return thing


def _known(register: Register, path: str, slug: str, on: date) -> str:
    found = iri(KINDS[path], slug)
    if found in register.plain or any(s.subject == found or s.object == found for s in register.spells):
        return found
    raise NotFound(
        f"«{shown(slug)}» is niet bekend. Kies uit de lijst op /{path}.",
        f"“{shown(slug)}” is not known. Choose from the list at /{path}.",
        near(register, slug, (KINDS[path],), on),
    )


def _page(request: Request, asked: Asked, found: str) -> Answer:
    view = portrait(asked.register, found, asked.on)
    return page_answer(
        "thing",
        request,
        asked.question,
        register=asked.register,
        dataset=asked.register.dataset,
        view=view,
        charted=kind(found) in ROOTS,
        there=asked.there.query(),
        around=_around(view, asked),
        lifeline=_lifeline(asked, found) if kind(found) in PAGED else "",
    )


def _lifeline(asked: Asked, found: str) -> str:
    """Return the picture of a life to stand in its page; nothing when no day is known of it."""
    view = life(asked.register, found)
    put = asked.question
    drawn = life_svg(view, put.lang) if view.lines else b""
    return placed(drawn, put.kept()) if drawn else ""


def _around(view: Portrait, asked: Asked) -> str:
    """Return the query of the comparison of the days around an event, or nothing."""
    when = view.event.moment if view.event and not view.event.planned else None
    if when is None or when.earliest <= MIN or when.latest > asked.register.latest_day:
        return ""
    put = asked.question
    around = put.kept(since=when.earliest - ONE_DAY, until=when.latest)
    return around.query()


def _source(request: Request, asked: Asked, number: str) -> Answer:
    view = source(asked.register, number)
    return page_answer("source", request, asked.question, dataset=asked.register.dataset, view=view)
