"""What goes wrong, as an answer: a status, and a sentence that says what to do.

JSON problems follow RFC 9457; pages get a page. Nothing of the program's inside shows.
"""

import json
import logging
from collections.abc import Mapping
from http import HTTPStatus
from typing import Final
from urllib.parse import quote, urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from organograaf.errors import (
    BadDatetime,
    BadQuestion,
    Later,
    Near,
    NoStore,
    NotAcceptable,
    NotFound,
    OrganograafError,
    Unchosen,
    Unreachable,
    Unwritable,
)
from organograaf.web.html import page
from organograaf.web.manners import SECURITY
from organograaf.web.negotiate import asks_for
from organograaf.web.question import Question, shown

_log = logging.getLogger(__name__)

STATUSES: Final[Mapping[type[OrganograafError], HTTPStatus]] = {
    NotAcceptable: HTTPStatus.NOT_ACCEPTABLE,
    BadDatetime: HTTPStatus.BAD_REQUEST,
    BadQuestion: HTTPStatus.UNPROCESSABLE_ENTITY,
    NotFound: HTTPStatus.NOT_FOUND,
    NoStore: HTTPStatus.SERVICE_UNAVAILABLE,
    Unwritable: HTTPStatus.INSUFFICIENT_STORAGE,
    OrganograafError: HTTPStatus.INTERNAL_SERVER_ERROR,
}
_TITLES: Final = {
    HTTPStatus.BAD_REQUEST: ("Deze vraag klopt niet", "This question is not right"),
    HTTPStatus.UNPROCESSABLE_ENTITY: ("Deze vraag klopt niet", "This question is not right"),
    HTTPStatus.NOT_FOUND: ("Niet gevonden", "Not found"),
    HTTPStatus.NOT_ACCEPTABLE: ("Niet in dit formaat", "Not in this format"),
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: ("Te lang", "Too long"),
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: ("Zo niet", "Not this way"),
    HTTPStatus.TOO_MANY_REQUESTS: ("Even wachten", "Wait a moment"),
    HTTPStatus.GATEWAY_TIMEOUT: ("Het duurde te lang", "It took too long"),
    HTTPStatus.METHOD_NOT_ALLOWED: ("Dit kan hier niet", "This cannot be done here"),
    HTTPStatus.INSUFFICIENT_STORAGE: ("Er is geen plaats", "There is no room"),
    HTTPStatus.SERVICE_UNAVAILABLE: ("Nog niet beschikbaar", "Not available yet"),
}
_BROKEN: Final = ("Er ging iets mis", "Something went wrong")
LINKED_PLACES: Final = (
    "/id/", "/doc/", "/op/", "/graph/", "/ns", "/shapes", "/dataset", "/.well-known/void", "/timemap/",
)  # fmt: skip
_JSON_PLACES: Final = ("/api/", "/healthz", "/version", "/sparql", "/metrics")


def status(
    error: OrganograafError, statuses: Mapping[type[OrganograafError], HTTPStatus] = STATUSES
) -> HTTPStatus:
    """Return the HTTP status of an error: that of the nearest kind in the table."""
    return next(statuses[kind] for kind in type(error).__mro__ if kind in statuses)


def as_json(found: HTTPStatus, error: OrganograafError, lang: str, headers: Mapping[str, str]) -> Response:
    """Answer an error to a program. Source: RFC 9457."""
    title = _TITLES.get(found, _BROKEN)[lang == "en"]
    return _problem(found, title, error.text("nl"), error.text("en"), lang, headers)


def of_ours(request: Request, error: OrganograafError) -> Response:
    """Answer an error of our own tree."""
    if isinstance(error, Unchosen):
        return _choose(request, error)
    if isinstance(error, Unwritable):
        return _no_room(request, error)
    near = error.near if isinstance(error, NotFound) else ()
    return _answer(request, status(error), error.text("nl"), error.text("en"), again(error), near)


def _no_room(request: Request, error: Unwritable) -> Response:
    """Answer that nothing can be written: where is for the server's log, not for who asks."""
    _log.error("%s", error)
    nl = "De server kan dit nu niet bewaren. Vraag de beheerder plaats te maken; de andere pagina's werken."
    en = "The server cannot store this now. Ask the administrator to make room; the other pages work."
    return _answer(request, status(error), nl, en)


def again(error: OrganograafError) -> dict[str, str]:
    """Return the header that says when to ask again, of an error that passes. Source: RFC 9110, 10.2.3."""
    return {"Retry-After": str(error.seconds)} if isinstance(error, Later | Unreachable) else {}


def of_http(request: Request, error: HTTPException) -> Response:
    """Answer an address that does not exist, or a method it does not take."""
    found = HTTPStatus(error.status_code)
    path = shown(request.url.path)
    if found is HTTPStatus.METHOD_NOT_ALLOWED:
        nl = f"«{path}» kan alleen opgevraagd worden. Gebruik GET."
        en = f"“{path}” can only be read. Use GET."
    else:
        nl = f"Er is hier geen «{path}». Begin op de startpagina."
        en = f"There is no “{path}” here. Start from the front page."
    return _answer(request, found, nl, en, error.headers)


def of_surprise(request: Request, _: Exception) -> Response:
    """Answer what nobody foresaw; the server's log has the details."""
    nl = "De server kon dit niet beantwoorden. Probeer het opnieuw, of meld het de beheerder."
    en = "The server could not answer this. Try again, or tell the administrator."
    return _answer(request, HTTPStatus.INTERNAL_SERVER_ERROR, nl, en)


def _answer(
    request: Request,
    found: HTTPStatus,
    nl: str,
    en: str,
    headers: Mapping[str, str] | None = None,
    near: tuple[Near | str, ...] = (),
) -> Response:
    lang = "en" if request.query_params.get("lang") == "en" else "nl"
    title = _TITLES.get(found, _BROKEN)[lang == "en"]
    more = {**SECURITY, "Cache-Control": "no-store", **(headers or {})}
    if _for_programs(request):
        return _problem(found, title, nl, en, lang, more)
    keep = Question(lang=lang).query()
    html = page(
        "problem",
        lang,
        keep=keep,
        switch=_switched(request, "nl" if lang == "en" else "en"),
        title=title,
        sentence=en if lang == "en" else nl,
        status=int(found),
        near=near,
        sought=_sought(request.url.path) if found is HTTPStatus.NOT_FOUND else "",
        again=quote(request.url.path) if found is HTTPStatus.UNPROCESSABLE_ENTITY else "",
    )
    return Response(html, found, more, media_type="text/html")


def _choose(request: Request, error: Unchosen) -> Response:
    """Ask a person which organisation is meant, and go on from there; tell a program which there are."""
    lang = "en" if request.query_params.get("lang") == "en" else "nl"
    title = _TITLES[HTTPStatus.UNPROCESSABLE_ENTITY][lang == "en"]
    more = {**SECURITY, "Cache-Control": "no-store"}
    if _for_programs(request):
        choices = [{"slug": slug, "label": label} for slug, label in error.choices]
        told = {"choices": choices, "number": error.number}
        found = HTTPStatus.UNPROCESSABLE_ENTITY
        return _problem(found, title, error.text("nl"), error.text("en"), lang, more, told)
    kept = {name: text for name, text in request.query_params.items() if name != "organisation"}
    here = quote(request.url.path)
    html = page(
        "choose",
        lang,
        keep=Question(lang=lang).query(),
        switch=_switched(request, "nl" if lang == "en" else "en"),
        here=request.url.path,
        kept=kept,
        sought=shown(request.query_params.get("organisation", "").strip()),
        choices=[
            (label, f"{here}?{urlencode({**kept, 'organisation': slug})}") for slug, label in error.choices
        ],
        number=error.number,
    )
    return Response(html, HTTPStatus.OK, more, media_type="text/html")


def _switched(request: Request, lang: str) -> str:
    """Return the address asked for, in another language."""
    kept = [(name, text) for name, text in request.query_params.multi_items() if name != "lang"]
    return f"{quote(request.url.path)}?{urlencode([*kept, ('lang', lang)])}"


def _sought(path: str) -> str:
    """Return the words of an address that leads nowhere, to look for."""
    return shown(" ".join(path.rsplit("/", 1)[-1].replace("-", " ").replace("_", " ").split()))


def _problem(
    found: HTTPStatus,
    title: str,
    nl: str,
    en: str,
    lang: str,
    headers: Mapping[str, str],
    told: Mapping[str, object] | None = None,
) -> Response:
    problem = {
        "type": "about:blank",
        "title": title,
        "status": int(found),
        "detail": en if lang == "en" else nl,
        "messages": {"nl": nl, "en": en},
        **(told or {}),
    }
    body = json.dumps(problem, ensure_ascii=False).encode("utf-8", "replace")
    more = {**SECURITY, "Cache-Control": "no-store", **headers}
    return Response(body, found, more, media_type="application/problem+json")


def _for_programs(request: Request) -> bool:
    path = request.url.path
    if path.startswith(LINKED_PLACES):
        return not asks_for(request.headers.get("accept"), "text/html")
    return path.startswith(_JSON_PLACES) or "." in path.rsplit("/", 1)[-1]
