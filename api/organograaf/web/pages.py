"""The pages for people."""

from typing import Any, Final
from urllib.parse import quote

from fastapi import APIRouter, FastAPI, Request, Response

from organograaf.difference import events
from organograaf.portrait import story
from organograaf.web.answers import Answer, respond
from organograaf.web.asked import Asked
from organograaf.web.html import page
from organograaf.web.question import LANG, PARAMETERS, Question, question
from organograaf.web.serving import Serving

HTML: Final = "text/html"
_RECENT: Final = 7


def pages(serving: Serving) -> APIRouter:
    """Return the routes of the pages."""
    router = APIRouter(include_in_schema=False)

    @router.get("/")
    def home(request: Request) -> Response:
        return serving.answer(request, LANG, lambda asked: _home(request, asked))

    @router.get("/api/docs")
    def docs(request: Request) -> Response:
        put = question(request.query_params, LANG)
        return respond(request, (request.url.path, put), _docs(request, put))

    return router


def _home(request: Request, asked: Asked) -> Answer:
    register = asked.register
    past = [line for line in events(register, None, asked.on) if not line.planned]
    return page_answer(
        "home",
        request,
        asked.question,
        dataset=register.dataset,
        on=asked.on,
        top=register.label(asked.root()),
        recent=past[: -_RECENT - 1 : -1],
        story=story(register),
    )


def _docs(request: Request, put: Question) -> Answer:
    app: FastAPI = request.app
    meanings = {name: one.en if put.lang == "en" else one.nl for name, one in PARAMETERS.items()}
    return page_answer("api", request, put, meanings=meanings, paths=list(app.openapi()["paths"].items()))


def page_answer(template: str, request: Request, put: Question, **values: Any) -> Answer:
    """Return the page of a template, with links that keep the language and what is known."""
    keep = put.kept()
    other = "nl" if put.lang == "en" else "en"
    html = page(
        template,
        put.lang,
        question=put,
        keep=keep.query(),
        here=request.url.path,
        switch=quote(request.url.path) + put.query(lang=other),
        **values,
    )
    return Answer(body=html, media_type=HTML)
