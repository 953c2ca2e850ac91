"""The pages that list all things of a kind, to choose from."""

from collections.abc import Callable
from itertools import groupby
from typing import Final

from fastapi import APIRouter, Request, Response

from organograaf.changes import EventLine
from organograaf.difference import events
from organograaf.organogram.source import period_of
from organograaf.portrait import index
from organograaf.web.answers import Answer
from organograaf.web.asked import Asked
from organograaf.web.pages import page_answer
from organograaf.web.question import KNOWN
from organograaf.web.serving import Serving
from organograaf.web.things import KINDS

LISTED: Final = {
    "units": ("organisation", "unit", "organ"),
    **{path: (kind,) for path, kind in KINDS.items() if path not in ("events", "sites")},
}


def lists(serving: Serving) -> APIRouter:
    """Return the routes of the lists."""
    router = APIRouter(include_in_schema=False)

    @router.get("/events")
    def all_events(request: Request) -> Response:
        return serving.answer(request, KNOWN, lambda asked: _events(request, asked))

    @router.get("/sources")
    def all_sources(request: Request) -> Response:
        return serving.answer(request, KNOWN, lambda asked: _sources(request, asked))

    for path in LISTED:
        router.add_api_route(f"/{path}", _route(serving, path), methods=["GET"])
    return router


def _route(serving: Serving, path: str) -> Callable[[Request], Response]:
    def listed(request: Request) -> Response:
        def answer(asked: Asked) -> Answer:
            entries = index(asked.register, *LISTED[path])
            return page_answer(
                "list", request, asked.question, dataset=asked.register.dataset, path=path, entries=entries
            )

        return serving.answer(request, KNOWN, answer)

    return listed


def _events(request: Request, asked: Asked) -> Answer:
    lines = [line for line in reversed(events(asked.register)) if not line.planned]
    years = [(year, list(found)) for year, found in groupby(lines, key=_year)]
    planned = [line for line in events(asked.register) if line.planned]
    return page_answer(
        "events", request, asked.question, dataset=asked.register.dataset, years=years, planned=planned
    )


def _year(line: EventLine) -> str:
    if line.moment is None:
        return ""
    first, last = line.moment.earliest.year, line.moment.latest.year
    return str(first) if first == last else f"{first}–{last}"


def _sources(request: Request, asked: Asked) -> Answer:
    found = sorted(asked.register.sources.values(), key=lambda one: one.number)
    return page_answer(
        "sources",
        request,
        asked.question,
        dataset=asked.register.dataset,
        sources=[(one, period_of(one)) for one in found],
    )
