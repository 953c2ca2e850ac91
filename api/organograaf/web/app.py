"""The application: routes, errors and manners put together."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.util import find_spec
from pathlib import Path
from threading import Thread

from fastapi import FastAPI, Request, Response
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware
from starlette.responses import FileResponse
from starlette.staticfiles import StaticFiles

from organograaf import __version__, share
from organograaf.build.releases import Releases
from organograaf.endpoint import Endpoint, Limits
from organograaf.errors import OrganograafError
from organograaf.store import Place, place
from organograaf.web import editor, problems
from organograaf.web.analysis import analysis
from organograaf.web.answers import Answers, respond
from organograaf.web.api import api
from organograaf.web.chart import chart
from organograaf.web.compare import compare
from organograaf.web.current import Current
from organograaf.web.dataset import dataset
from organograaf.web.days import timemaps
from organograaf.web.downloads import downloads
from organograaf.web.fonts import FACES, font
from organograaf.web.guide import guide
from organograaf.web.lines import lines
from organograaf.web.linked import linked
from organograaf.web.lists import lists
from organograaf.web.manners import Manners
from organograaf.web.pages import pages
from organograaf.web.published import graphs
from organograaf.web.radar import radar
from organograaf.web.serving import Serving
from organograaf.web.sparql import Published, Sparql, sparql
from organograaf.web.things import things
from organograaf.web.vocabulary import vocabulary
from organograaf.web.who import who

_STATIC = Path(__file__).resolve().parent / "static"


def _make_fonts(state: Path) -> None:
    """Make the fonts before the first page asks for them, without keeping it waiting."""
    Thread(
        target=lambda: [font(f"{face}.woff2", state) for face in FACES if find_spec("brotli")], daemon=True
    ).start()


def create_app(state: Path, at: Place | None = None) -> FastAPI:
    """Return the server of the data set published at a place, else `state`, where what is made lies.

    It starts without one too, and takes over each new build at the next request.
    """
    current = Current(at or place(state))
    queried = Published(current)
    service = Sparql(Endpoint(Limits.from_environment()), queried.content, queried.registers, state)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        _make_fonts(state)
        async with service.lifespan(app):
            yield

    app = FastAPI(
        lifespan=lifespan,
        title="Organograaf",
        version=__version__,
        summary="Wie doet wat, op elke dag, met de bron / Who does what, on any day, with the source",
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
    )
    serving = Serving(current, Answers())
    app.include_router(pages(serving))
    app.include_router(chart(serving))
    app.include_router(things(serving))
    app.include_router(lists(serving))
    app.include_router(guide(serving))
    app.include_router(api(serving))
    app.include_router(compare(serving))
    app.include_router(radar(serving))
    app.include_router(analysis(serving))
    app.include_router(lines(serving))
    app.include_router(dataset(serving))
    app.include_router(who(serving))
    app.include_router(linked(serving))
    app.include_router(sparql(service))
    app.include_router(graphs(serving))
    app.include_router(vocabulary(serving))
    app.include_router(timemaps(serving))
    app.include_router(downloads(serving, Releases(state)))

    @app.get("/static/fonts/{name}", include_in_schema=False)
    def font_file(request: Request, name: str) -> Response:
        return respond(request, name, font(name, state))

    @app.get("/theme.css", include_in_schema=False)
    def theme() -> Response:
        path = share.theme()
        return Response(path.read_bytes() if path else b"", media_type="text/css")

    @app.get("/static/editor/{name}", include_in_schema=False)
    def editor_file(name: str) -> Response:
        if name not in editor.FILES or not editor.present(state):
            raise HTTPException(404)
        return FileResponse(editor.folder(state) / name)

    app.mount("/static", StaticFiles(directory=_STATIC), name="static")
    app.add_middleware(Manners)
    app.add_middleware(
        CORSMiddleware,
        allow_origins=["*"],
        allow_methods=["GET", "HEAD", "POST"],
        allow_headers=["*"],
        expose_headers=["*"],
    )
    app.exception_handler(OrganograafError)(problems.of_ours)
    app.exception_handler(HTTPException)(problems.of_http)
    app.exception_handler(Exception)(problems.of_surprise)
    return app
