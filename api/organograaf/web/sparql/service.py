"""`/sparql` and `/metrics`: queries answered as the SPARQL 1.1 Protocol says, and how it goes."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Mapping
from contextlib import asynccontextmanager, suppress
from functools import partial
from http import HTTPStatus
from pathlib import Path
from time import perf_counter
from typing import Any, Final

from fastapi import APIRouter
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response

from organograaf import queries
from organograaf.endpoint import Answered, Ask, Content, Endpoint, known_by, published
from organograaf.endpoint.metrics import MEDIA_TYPE
from organograaf.errors import (
    BadQuestion,
    Busy,
    NoStore,
    NotAcceptable,
    OrganograafError,
    OverBudget,
    TooLarge,
    TooSlow,
    Unchosen,
    UnknownMedia,
)
from organograaf.register import Register
from organograaf.store import Registers
from organograaf.vocab import slug
from organograaf.web import editor, problems
from organograaf.web.current import Current
from organograaf.web.sparql.cells import MOST_BYTES
from organograaf.web.sparql.media import DEFAULT, MEDIA_TYPES, Wanted, wanted
from organograaf.web.sparql.page import Site, shown
from organograaf.web.sparql.request import Put, client, put

METHODS: Final = ("GET", "POST", "OPTIONS")
# The protocol asks for 400 where our other addresses say 422. Source: SPARQL 1.1 Protocol, 2.1.6.
STATUSES: Final[Mapping[type[OrganograafError], HTTPStatus]] = {
    TooLarge: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    UnknownMedia: HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    NotAcceptable: HTTPStatus.NOT_ACCEPTABLE,
    BadQuestion: HTTPStatus.BAD_REQUEST,
    NoStore: HTTPStatus.SERVICE_UNAVAILABLE,
    OverBudget: HTTPStatus.TOO_MANY_REQUESTS,
    Busy: HTTPStatus.SERVICE_UNAVAILABLE,
    TooSlow: HTTPStatus.GATEWAY_TIMEOUT,
    OrganograafError: HTTPStatus.INTERNAL_SERVER_ERROR,
}
_OPEN: Final = {"Access-Control-Allow-Origin": "*"}
_PREFLIGHT: Final = {
    **_OPEN,
    "Allow": "GET, HEAD, POST, OPTIONS",
    "Access-Control-Allow-Methods": "GET, HEAD, POST, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, Accept-Language, Content-Type",
    "Access-Control-Max-Age": "86400",
    "Accept-Post": "application/sparql-query, application/x-www-form-urlencoded",
}
_NOT_KEPT: Final = {"Vary": "Accept", "Cache-Control": "no-cache"}


class Published:
    """What the queries of a server are put to: the data set that is published now."""

    def __init__(self, current: Current) -> None:
        self._current = current
        self._content: Content | None = None

    async def content(self) -> Content:
        """Return the data set to ask. Raises NoStore."""
        opened = self._current.peek()
        if opened is None:
            opened = await asyncio.to_thread(self._current.take)
        if self._content is None or self._content.version != opened.version:
            self._content = published(opened.version, opened.store, opened.registers)
        return self._content

    def registers(self) -> Registers:
        """Return the registers of the data set. Raises NoStore."""
        return self._current.take().registers


class Sparql:
    """Answers requests at one address, about what `content` returns."""

    def __init__(
        self,
        endpoint: Endpoint,
        content: Callable[[], Awaitable[Content]],
        registers: Callable[[], Registers] | None = None,
        state: Path | None = None,
    ) -> None:
        self.endpoint = endpoint
        self._content = content
        self._registers = registers
        self._state = state

    async def answer(self, request: Request) -> Response:
        """Answer one request; an error too is an answer."""
        if request.method == "OPTIONS":
            return Response(status_code=204, headers=_PREFLIGHT)
        try:
            asked = await put(request)
        except OrganograafError as error:
            given = request.query_params
            asked = Put(query=given.get("query"), lang="en" if given.get("lang") == "en" else "nl")
            return await self._failed(request, asked, error, page=_for_people(request))
        try:
            liked = wanted(asked.format, request.headers.get("accept"))
        except NotAcceptable as error:
            return await self._failed(request, asked, error, page=False)
        try:
            if asked.query is None:
                return await self._described(request, asked, liked)
            began = perf_counter()
            answer = await _while_there(request, self._answer(request, asked, liked))
            if not liked.page:
                return _sent(answer)
            return shown(asked, await self._site(request), answer, took=perf_counter() - began)
        except OrganograafError as error:
            return await self._failed(request, asked, error, page=liked.page)

    async def metrics(self, _: Request) -> Response:
        """Answer with the figures of the endpoint."""
        return Response(self.endpoint.metrics.text(), media_type=MEDIA_TYPE)

    @asynccontextmanager
    async def lifespan(self, _: Starlette) -> AsyncIterator[None]:
        """Read the data set while the server starts, and end all workers when it stops."""
        reading = asyncio.create_task(self._read())
        yield
        reading.cancel()
        self.endpoint.close()

    async def _read(self) -> None:
        # Without a data set, the first query says so to who asks.
        with suppress(OrganograafError):
            await self.endpoint.ready(await self._content())

    async def _answer(self, request: Request, asked: Put, liked: Wanted) -> Answered:
        content = await self._content()
        usual = None
        if asked.known and self._registers:
            usual = await asyncio.to_thread(known_by, asked.known, self._registers())
        ask = Ask(
            query=asked.query or "",
            base=content.base,
            default=asked.default,
            named=asked.named,
            usual_default=usual[0] if usual else None,
            usual_named=usual[1] if usual else None,
            solutions=liked.solutions,
            triples=liked.triples,
            most=MOST_BYTES if liked.page else None,
        )
        return await self.endpoint.ask(content, ask, client=client(request), timeout=asked.timeout)

    async def _described(self, request: Request, asked: Put, liked: Wanted) -> Response:
        """Answer a request without a query: the form for people, else the service description."""
        if liked.page:
            return shown(asked, await self._site(request))
        address = str(request.url.replace(query="", fragment=""))
        ask = Ask(query=queries.load("service").text, base=address, triples=liked.triples or DEFAULT)
        content = await self._content()
        return _sent(await self.endpoint.ask(content, ask, client=client(request)))

    async def _site(self, request: Request) -> Site:
        register = await asyncio.to_thread(self._register)
        return Site(
            address=str(request.url.replace(query="", fragment="")),
            units={slug(iri): register.label(iri) for iri in register.of_kind("unit")} if register else {},
            name=partial(_name, register),
            editor=editor.VERSION if self._state and editor.present(self._state) else None,
        )

    def _register(self) -> Register | None:
        try:
            return self._registers().get() if self._registers else None
        except (NoStore, Unchosen):
            return None

    async def _failed(self, request: Request, asked: Put, error: OrganograafError, *, page: bool) -> Response:
        found = problems.status(error, STATUSES)
        if page:
            return shown(asked, await self._site(request), error=error, status=found)
        headers = {**_OPEN, "Vary": "Accept", **problems.again(error)}
        return problems.as_json(found, error, asked.lang, headers)


def sparql(service: Sparql) -> APIRouter:
    """Return the routes of the endpoint and of its figures."""
    router = APIRouter()
    router.add_route("/sparql", service.answer, methods=list(METHODS))
    router.add_route("/metrics", service.metrics)
    return router


def _name(register: Register | None, iri: str) -> str | None:
    name = register.label(iri) if register else slug(iri)
    return None if name == slug(iri) else name


def _for_people(request: Request) -> bool:
    """Whether a request that could not be read comes from a form, and not from a program."""
    try:
        return wanted(request.query_params.get("format") or None, request.headers.get("accept")).page
    except NotAcceptable:
        return False


async def _while_there(request: Request, work: Coroutine[Any, Any, Answered]) -> Answered:
    """Return what the work returns, and stop it when who asked is gone. Raises Busy then."""
    working, leaving = asyncio.create_task(work), asyncio.create_task(_left(request))
    try:
        await asyncio.wait((working, leaving), return_when=asyncio.FIRST_COMPLETED)
        if not working.done():
            raise Busy("U bent al weg.", "You have left.")
        return await working
    finally:
        working.cancel()
        leaving.cancel()


async def _left(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _sent(answer: Answered) -> Response:
    headers = {**_OPEN, **_NOT_KEPT}
    return Response(answer.body, headers=headers, media_type=MEDIA_TYPES[answer.format])
