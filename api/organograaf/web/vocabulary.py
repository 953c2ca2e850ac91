"""What our words mean: the ontology with its code lists, and the shapes that guard the data."""

from difflib import get_close_matches
from itertools import chain
from typing import Annotated

from fastapi import APIRouter, Request, Response
from fastapi import Path as InPath

from organograaf.errors import NotFound
from organograaf.graphs import WRITERS, Triple
from organograaf.linked import ONTOLOGY, terms
from organograaf.validate import shacl
from organograaf.web.answers import Answer
from organograaf.web.asked import Asked
from organograaf.web.cells import Cells
from organograaf.web.described import described
from organograaf.web.pages import page_answer
from organograaf.web.question import LANG, shown
from organograaf.web.representations import files_of, known, negotiated, of_triples, split
from organograaf.web.serving import Serving

Suffix = Annotated[str, InPath(description="ttl, jsonld, rdf, nt, html")]
Name = Annotated[str, InPath(description="bv. / e.g. fact-evidence, fact-evidence.ttl")]


def vocabulary(serving: Serving) -> APIRouter:
    """Return the routes of the ontology and the shapes."""
    router = APIRouter()

    @router.get("/ns", **described("The ontology and its code lists", LANG))
    def ontology(request: Request) -> Response:
        return _ontology(serving, request, None)

    @router.get("/ns.{suffix}", **described("The ontology in one format", LANG))
    def ontology_file(request: Request, suffix: Suffix) -> Response:
        return _ontology(serving, request, known(suffix))

    @router.get("/shapes", **described("The rules that the data keeps to, in SHACL", LANG))
    def all_shapes(request: Request) -> Response:
        return _shapes(serving, request, None)

    @router.get("/shapes.{suffix}", **described("The rules in one format", LANG))
    def shapes_file(request: Request, suffix: Suffix) -> Response:
        return _shapes(serving, request, known(suffix))

    @router.get("/shapes/{name}", **described("One rule", LANG))
    def shape(request: Request, name: Name) -> Response:
        return _shape(serving, request, *split(name))

    return router


def _ontology(serving: Serving, request: Request, suffix: str | None) -> Response:
    def triples(asked: Asked) -> list[Triple]:
        graphs = (name for name in asked.graphs() if name.startswith(ONTOLOGY))
        return list(chain.from_iterable(map(asked.graph, graphs)))

    def page(asked: Asked) -> Answer:
        cells = Cells(asked.register, asked.question)
        return page_answer(
            "terms",
            request,
            asked.question,
            dataset=asked.register.dataset,
            groups=terms(asked.register),
            cells=cells,
            files=files_of("/ns", asked.question),
        )

    return negotiated(serving, request, LANG, of_triples(triples, page), suffix)


def _shapes(serving: Serving, request: Request, suffix: str | None) -> Response:
    def page(asked: Asked) -> Answer:
        return page_answer(
            "shapes",
            request,
            asked.question,
            dataset=asked.register.dataset,
            rules=shacl.rules(),
            files=files_of("/shapes", asked.question),
        )

    makes = of_triples(lambda _: shacl.triples(), page)
    return negotiated(serving, request, LANG, makes, suffix, edition=shacl.edition())


def _shape(serving: Serving, request: Request, name: str, suffix: str | None) -> Response:
    found = shacl.triples(name)
    if not found:
        near = get_close_matches(name[:80], [rule.name for rule in shacl.rules()], n=3)
        nl, en = (
            f" {word} {f' {or_} '.join(near)}?" if near else ""
            for word, or_ in (("Bedoelde u", "of"), ("Did you mean", "or"))
        )
        raise NotFound(
            f"Er is geen regel «{shown(name)}».{nl} Alle regels: /shapes.",
            f"There is no rule “{shown(name)}”.{en} All rules: /shapes.",
        )

    def page(asked: Asked) -> Answer:
        return page_answer(
            "shape",
            request,
            asked.question,
            dataset=asked.register.dataset,
            name=name,
            rule=next((rule for rule in shacl.rules() if rule.name == name), None),
            turtle=WRITERS["ttl"](found),
            files=files_of(f"/shapes/{name}", asked.question),
        )

    makes = of_triples(lambda _: found, page)
    return negotiated(serving, request, LANG, makes, suffix, edition=shacl.edition())
