"""The same as JSON and files, for programs."""

import json
from typing import Annotated, Any

from fastapi import APIRouter, Request, Response
from fastapi import Path as InPath

from organograaf import __version__, render
from organograaf.errors import NotFound
from organograaf.render.unit_json import unit_json
from organograaf.vocab import slug as slug_of
from organograaf.web.answers import Answer, respond
from organograaf.web.asked import Asked
from organograaf.web.days import by_valid_day
from organograaf.web.described import described
from organograaf.web.question import DAY, KNOWN, ORGANISATIONS, ORGANOGRAM, question, shown
from organograaf.web.serving import Serving

Suffix = Annotated[str, InPath(description="svg, png, pdf, dot, json, csv, xlsx, txt")]
Slug = Annotated[str, InPath(description="bv. / e.g. sociale-dienstverlening")]

_DOWNLOADED = ("csv", "xlsx")
# A stand-alone SVG carries its own letters and style; nothing else may load in it.
SVG_POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; frame-ancestors 'self'"


def api(serving: Serving) -> APIRouter:
    """Return the routes for programs."""
    router = APIRouter()

    @router.get("/organogram.{suffix}", **described("The organogram of a day as a file", ORGANOGRAM))
    def file(request: Request, suffix: Suffix) -> Response:
        return by_valid_day(
            serving,
            request,
            ORGANOGRAM,
            lambda: serving.answer(request, ORGANOGRAM, lambda asked: _file(asked, suffix)),
        )

    @router.get("/api/v1/organogram", **described("The organogram of a day", ORGANOGRAM))
    def organogram(request: Request) -> Response:
        return serving.answer(request, ORGANOGRAM, lambda asked: _drawn(asked, "json"))

    @router.get("/api/v1/units", **described("Every unit that is possible on a day", DAY))
    def units(request: Request) -> Response:
        return serving.answer(request, DAY, _units)

    @router.get("/api/v1/units/{slug}", **described("All that is known of a unit", DAY))
    def unit(request: Request, slug: Slug) -> Response:
        return serving.answer(request, DAY, lambda asked: _json(unit_json(asked.thing(slug))))

    @router.get("/api/v1/organisations", **described("The organisations that there are", ORGANISATIONS))
    def organisations(request: Request) -> Response:
        return _organisations(serving, request)

    @router.get("/api/v1/changes-on", **described("The days on which something changes", KNOWN))
    def changes_on(request: Request) -> Response:
        return serving.answer(request, KNOWN, _changes_on)

    @router.get("/healthz", summary="Whether the server is alive")
    def healthz() -> dict[str, str]:
        return {"status": "ok"}

    @router.get("/version", summary="The versions of the program and of the data set")
    def version() -> dict[str, str | None]:
        return {"program": __version__, "dataset": serving.current.version()}

    return router


def _file(asked: Asked, suffix: str) -> Answer:
    if suffix not in render.FORMATS or suffix == "html":
        known = ", ".join(name for name in render.FORMATS if name != "html")
        raise NotFound(
            f"Er is geen organogram als «{shown(suffix)}». Er zijn: {known}.",
            f"There is no organogram as “{shown(suffix)}”. There are: {known}.",
        )
    return _drawn(asked, suffix)


def _drawn(asked: Asked, suffix: str) -> Answer:
    view, put = asked.organogram(), asked.question
    name = "".join(c for c in slug_of(view.root.iri) if c.isascii() and (c.isalnum() or c == "-"))
    kept = "attachment" if suffix in _DOWNLOADED else "inline"
    headers = {"Content-Disposition": f'{kept}; filename="organogram-{name}-{view.on}.{suffix}"'}
    if suffix == "svg":
        headers["Content-Security-Policy"] = SVG_POLICY
    return Answer(
        body=render.organogram(view, suffix, paper=put.paper, lang=put.lang, layout=put.layout),
        media_type=render.FORMATS[suffix].media_type,
        headers=headers,
    )


def _units(asked: Asked) -> Answer:
    units = [
        {
            "id": node.iri,
            "slug": node.slug,
            "label": node.label,
            "type": node.type,
            "certainty": node.certainty.value,
        }
        for node in asked.units()
    ]
    return _json({**_about(asked), "on": asked.on.isoformat(), "units": units})


def _organisations(serving: Serving, request: Request) -> Response:
    put = question(request.query_params, ORGANISATIONS)
    published = serving.current.take()
    found = [
        {"id": one.topic, "slug": one.slug, "label": one.label(put.lang)}
        for one in published.registers.called(put.q or "")
    ]
    answer = _json({"dataset": published.version, "organisations": found})
    return respond(request, (published.version, request.url.path, put), answer)


def _changes_on(asked: Asked) -> Answer:
    return _json({**_about(asked), "dates": [day.isoformat() for day in asked.register.change_days]})


def _about(asked: Asked) -> dict[str, Any]:
    known = asked.register.known
    return {"known": known.isoformat() if known else None, "dataset": asked.register.dataset}


def _json(values: dict[str, Any]) -> Answer:
    body = json.dumps(values, ensure_ascii=False).encode("utf-8", "replace")
    return Answer(body=body, media_type="application/json")
