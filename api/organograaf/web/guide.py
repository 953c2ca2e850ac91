"""The pages about the site: help, about, coverage, and where researchers begin."""

from collections.abc import Callable
from typing import Any, Final

from fastapi import APIRouter, Request, Response

from organograaf.organogram.coverage import coverage
from organograaf.web.answers import Answer
from organograaf.web.asked import Asked
from organograaf.web.pages import page_answer
from organograaf.web.question import LANG
from organograaf.web.serving import Serving

HELP: Final = ("who", "council", "became", "compare", "certain", "colours", "take", "keys", "wrong")
RESEARCH: Final = (
    ("sparql", ("/sparql",)),
    ("download", ("/downloads", "/dataset")),
    ("model", ("/ns", "/shapes")),
    ("time", ()),
    ("api", ("/api/docs",)),
)


def guide(serving: Serving) -> APIRouter:
    """Return the routes of the pages about the site."""
    router = APIRouter(include_in_schema=False)

    def route(name: str, values: Callable[[Request, Asked], dict[str, Any]]) -> None:
        def page(request: Request) -> Response:
            def answer(asked: Asked) -> Answer:
                told = values(request, asked)
                return page_answer(name, request, asked.question, dataset=asked.register.dataset, **told)

            return serving.answer(request, LANG, answer)

        router.add_api_route(f"/{name}", page, methods=["GET"])

    route("help", lambda request, asked: {"topics": HELP})
    route("about", lambda request, asked: {"view": coverage(asked.register)})
    route("coverage", lambda request, asked: {"view": coverage(asked.register)})
    route("research", _research)
    return router


def _research(request: Request, asked: Asked) -> dict[str, Any]:
    return {
        "topics": RESEARCH,
        "top": asked.register.label(asked.root()),
        "site": str(request.base_url).rstrip("/"),
    }
