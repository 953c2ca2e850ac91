"""Who does what: the page and the JSON."""

import json
from typing import Final

from fastapi import APIRouter, Request, Response

from organograaf.doing import Answered
from organograaf.errors import BadQuestion
from organograaf.render.formats import JSON
from organograaf.render.who_json import who_json
from organograaf.search import LONGEST, Filter, ask
from organograaf.web.answers import Answer
from organograaf.web.asked import Asked
from organograaf.web.described import described
from organograaf.web.pages import page_answer
from organograaf.web.places import place
from organograaf.web.question import WHO
from organograaf.web.serving import Serving

_EXAMPLES: Final = {
    "nl": ("schulden", "leefloon", "dakloos", "ouderenzorg", "schepen voor sociale zaken"),
    "en": ("debt", "living wage", "homeless", "elderly", "translation"),
}


def who(serving: Serving) -> APIRouter:
    """Return the routes of who does what."""
    router = APIRouter()

    @router.get("/who", include_in_schema=False)
    def page(request: Request) -> Response:
        return serving.answer(request, WHO, lambda asked: _page(request, serving, asked))

    @router.get("/api/v1/who", **described("Who does what on a day, for whom and on what law", WHO))
    def answers(request: Request) -> Response:
        return serving.answer(request, WHO, lambda asked: _json(serving, asked))

    return router


def _answered(serving: Serving, asked: Asked) -> Answered:
    put = asked.question
    kept_to = Filter(kind=put.kind, carrier=put.carrier, only_certain=put.certainty == "certain")
    index = serving.indexes.of(asked.register)
    return ask(asked.register, index, put.q or "", asked.on, kept_to)


def _json(serving: Serving, asked: Asked) -> Answer:
    body = json.dumps(who_json(_answered(serving, asked)), ensure_ascii=False)
    return Answer(body=body.encode("utf-8", "replace"), media_type=JSON)


def _page(request: Request, serving: Serving, asked: Asked) -> Answer:
    """Return the page: a form alone when nothing was asked, with a sentence when it says nothing."""
    put = asked.question
    sentence, view = "", None
    try:
        view = _answered(serving, asked) if put.q else None
    except BadQuestion as error:
        if len(put.q or "") > LONGEST:
            raise
        sentence = error.text(put.lang)
    there = asked.there
    return page_answer(
        "who",
        request,
        put,
        register=asked.register,
        dataset=asked.register.dataset,
        on=asked.on,
        latest=asked.register.latest_day,
        view=view,
        sentence=sentence,
        examples=_EXAMPLES[put.lang],
        plainly=put.kept(q=put.q, on=put.on),
        place=lambda thing: place(thing, there),
    )
