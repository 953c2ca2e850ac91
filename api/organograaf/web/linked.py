"""Linked data: what a thing's IRI leads to. Source: Cool URIs for the Semantic Web (W3C, 2008)."""

from typing import Annotated, Final
from urllib.parse import quote

from fastapi import APIRouter, Request, Response
from fastapi import Path as InPath
from fastapi.responses import RedirectResponse

from organograaf.linked import Document, document, find, name_of, sentence_of
from organograaf.vocab import curie, iri
from organograaf.web.answers import Answer
from organograaf.web.asked import Asked
from organograaf.web.cells import Cells, page_address
from organograaf.web.days import by_recorded_day
from organograaf.web.described import described
from organograaf.web.pages import page_answer
from organograaf.web.question import DAY
from organograaf.web.representations import chosen, files_of, negotiated, of_triples, split
from organograaf.web.serving import Serving

Kind = Annotated[str, InPath(description="unit, post, person, task, event, law, fact, source …")]
Slug = Annotated[str, InPath(description="bv. / e.g. sociale-dienstverlening")]
Name = Annotated[str, InPath(description="slug, of / or slug.ttl, .jsonld, .rdf, .nt, .html")]
MOST_LINES: Final = 400


def linked(serving: Serving) -> APIRouter:
    """Return the routes of things and their documents."""
    router = APIRouter()

    @router.get("/id/{kind}/{slug}", **described("A thing: leads to its document", DAY))
    def thing(request: Request, kind: Kind, slug: Slug) -> Response:
        asked = serving.asked(request, DAY)
        find(asked.register, kind, slug)
        return _see(f"/doc/{quote(kind)}/{quote(slug)}{asked.question.query()}")

    @router.get("/doc/{kind}/{name}", **described("All that the graph holds of a thing", DAY))
    def doc(request: Request, kind: Kind, name: Name) -> Response:
        slug, suffix = split(name)
        return by_recorded_day(
            serving, request, DAY, iri(kind, slug), lambda: _answer(serving, request, kind, slug, suffix)
        )

    return router


def _answer(serving: Serving, request: Request, kind: str, slug: str, suffix: str | None) -> Response:
    asked = serving.asked(request, DAY)
    if suffix is None and chosen(request) == "html":
        page = page_address(asked.register, find(asked.register, kind, slug))
        if page:
            return _see(page + asked.question.query())
    makes = of_triples(
        lambda asked: _document(asked, kind, slug).triples,
        lambda asked: _page(request, asked, _document(asked, kind, slug)),
    )
    return negotiated(serving, request, DAY, makes, suffix)


def _see(address: str) -> Response:
    return RedirectResponse(address, status_code=303, headers={"Vary": "Accept"})


def _document(asked: Asked, kind: str, slug: str) -> Document:
    return document(asked.register, find(asked.register, kind, slug), asked.on)


def _page(request: Request, asked: Asked, view: Document) -> Answer:
    register, cells = asked.register, Cells(asked.register, asked.question)
    path, lang = split(request.url.path)[0], asked.question.lang
    fact = next((one for one in view.about if one.iri == view.iri), None)
    return page_answer(
        "document",
        request,
        asked.question,
        dataset=register.dataset,
        view=view,
        name=sentence_of(register, fact, lang) if fact else name_of(register, view.iri, lang),
        is_fact=fact is not None,
        short=curie(view.iri),
        page=page_address(register, view.iri),
        there=asked.there.query(),
        files=files_of(path, asked.question),
        own=cells.properties(view.own),
        about=cells.facts(view.about[:MOST_LINES], view.on),
        naming=cells.facts(view.naming[:MOST_LINES], view.on),
        pointing=cells.subjects(view.pointing[:MOST_LINES]),
        then=cells.properties(one for one in view.snapshot if one[0] == view.iri),
        cut=max(map(len, (view.about, view.naming, view.pointing))) > MOST_LINES,
    )
