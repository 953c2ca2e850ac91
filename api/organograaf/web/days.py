"""What has a state per day: the organogram, the documents, and the lists of their states.

A state of the organogram is that of a valid day; one of a document, what was known on a recorded
day. See docs/decisions/0009 and `web.memento`.
"""

import json
from collections.abc import Callable, Iterable
from datetime import date
from typing import Annotated, Final

from fastapi import APIRouter, Request, Response
from fastapi import Path as InPath

from organograaf.errors import NotFound
from organograaf.linked import find
from organograaf.vocab import iri
from organograaf.web.answers import Answer, respond
from organograaf.web.described import described
from organograaf.web.memento import RECORDED, VALID, Clock, negotiated_in_time, timemap
from organograaf.web.question import CHART, DAY, question, shown
from organograaf.web.representations import split
from organograaf.web.serving import Serving

LINKS: Final = "application/link-format"
Format = Annotated[str, InPath(description="link, json")]
Path = Annotated[str, InPath(description="bv. / e.g. organogram, organogram.svg, doc/unit/buurtwerk")]


def by_valid_day(
    serving: Serving, request: Request, allowed: Iterable[str], answer: Callable[[], Response]
) -> Response:
    """Answer with the organogram of a day, or lead to that of `Accept-Datetime`."""

    def choose(day: date) -> date:
        register = serving.asked(request, allowed).register
        first = min(register.change_days, default=register.latest_day)
        return min(max(day, first), register.latest_day)

    return negotiated_in_time(request, allowed, VALID, choose, answer)


def by_recorded_day(
    serving: Serving, request: Request, allowed: Iterable[str], thing: str, answer: Callable[[], Response]
) -> Response:
    """Answer with a document as known on a day, or lead to that of `Accept-Datetime`."""

    def choose(day: date) -> date | None:
        days = serving.current.take().registers.changed_on(thing)
        return max((one for one in days if one <= day), default=min(days, default=None))

    return negotiated_in_time(request, allowed, RECORDED, choose, answer)


def timemaps(serving: Serving) -> APIRouter:
    """Return the route of TimeMaps. Source: RFC 7089, 5."""
    router = APIRouter()

    @router.get(
        "/timemap/{format}/{path:path}", **described("The states of an organogram or document", CHART)
    )
    def states(request: Request, format: Format, path: Path) -> Response:
        return _timemap(serving, request, format, path)

    return router


def _timemap(serving: Serving, request: Request, format_: str, path: str) -> Response:
    published = serving.current.take()
    clock, allowed, days = _states(serving, request, path)
    if format_ not in ("link", "json") or not days:
        raise NotFound(
            f"Van «{shown(path)}» is er geen lijst van toestanden. Probeer /timemap/link/organogram.",
            f"There is no list of states of “{shown(path)}”. Try /timemap/link/organogram.",
        )
    put = question(request.query_params, (name for name in allowed if name != clock.parameter))
    found = timemap(request, f"/{path}", put, clock, days)
    if format_ == "json":
        body, media_type = json.dumps(found.as_json()), "application/json"
    else:
        body, media_type = found.as_links(), LINKS
    key = (published.version, found.here, put)
    return respond(request, key, Answer(body=body.encode(), media_type=media_type))


def _states(serving: Serving, request: Request, path: str) -> tuple[Clock, tuple[str, ...], tuple[date, ...]]:
    asked = serving.asked(request, CHART)
    parts = path.split("/")
    if len(parts) == 1 and parts[0].partition(".")[0] == "organogram":
        return (
            VALID,
            CHART,
            tuple(day for day in asked.register.change_days if day <= asked.register.latest_day),
        )
    if len(parts) == 3 and parts[0] == "doc":
        slug, _ = split(parts[2])
        find(asked.register, parts[1], slug)
        return RECORDED, DAY, serving.current.take().registers.changed_on(iri(parts[1], slug))
    return VALID, CHART, ()
