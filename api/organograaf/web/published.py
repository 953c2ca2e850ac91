"""The graphs themselves: the snapshot of a day, and a named graph."""

from collections import Counter
from dataclasses import replace
from datetime import date
from difflib import get_close_matches
from itertools import groupby
from typing import Annotated, Final

from fastapi import APIRouter, Request, Response
from fastapi import Path as InPath
from fastapi.responses import RedirectResponse

from organograaf.errors import NotFound
from organograaf.graphs import Triple, snapshot
from organograaf.period import question_day
from organograaf.vocab import GRAPH, RDF, SNAPSHOT, kind
from organograaf.web.answers import Answer
from organograaf.web.asked import Asked
from organograaf.web.cells import Cells
from organograaf.web.described import described
from organograaf.web.pages import page_answer
from organograaf.web.question import KNOWN, LANG, question, shown
from organograaf.web.representations import files_of, negotiated, of_triples, split
from organograaf.web.serving import Serving

Day = Annotated[str, InPath(description="2018-06-01, 2018-06-01.ttl …")]
Certain = Annotated[str, InPath(description="certain, certain.ttl …")]
Slug = Annotated[str, InPath(description="bv. / e.g. stad-en-ocmw-antwerpen")]
Known = Annotated[str, InPath(description="bv. / e.g. 2026-11-01")]
Path = Annotated[str, InPath(description="bv. / e.g. antwerpen/001-wat-doet-sd")]
MOST_LINES: Final = 1000


def graphs(serving: Serving) -> APIRouter:
    """Return the routes of snapshots and named graphs."""
    router = APIRouter()

    @router.get("/op/{day}", **described("The snapshot of a day: plain W3C ORG", KNOWN))
    def on_day(request: Request, day: Day) -> Response:
        text, suffix = split(day)
        return _snapshot(serving, request, text, "", suffix)

    @router.get("/op/{day}/known/{known}", **described("The same as known on a day", LANG))
    def as_known(request: Request, day: Day, known: Known) -> Response:
        return _as_known(request, day, "", known)

    @router.get("/op/{day}/certain/known/{known}", **described("The same as known on a day", LANG))
    def certain_as_known(request: Request, day: Day, known: Known) -> Response:
        return _as_known(request, day, "/certain", known)

    @router.get("/op/{day}/of/{slug}", **described("The snapshot of one organisation", LANG))
    def of_one(request: Request, day: Day, slug: Slug) -> Response:
        return _of(request, day, "", slug)

    @router.get("/op/{day}/certain/of/{slug}", **described("What is certain of one organisation", LANG))
    def certain_of_one(request: Request, day: Day, slug: Slug) -> Response:
        return _of(request, day, "/certain", slug)

    @router.get("/op/{day}/{certain}", **described("What is certain of a day: plain W3C ORG", KNOWN))
    def certain_on_day(request: Request, day: Day, certain: Certain) -> Response:
        name, suffix = split(certain)
        if name != "certain":
            raise NotFound(
                f"Er is geen «{shown(name)}» van een dag, alleen «certain»: wat die dag zeker is.",
                f"There is no “{shown(name)}” of a day, only “certain”: what is certain that day.",
            )
        return _snapshot(serving, request, day, "/certain", suffix)

    @router.get("/graph/{path:path}", **described("A named graph: what one source says", LANG))
    def graph(request: Request, path: Path) -> Response:
        name, suffix = split(path)
        makes = of_triples(lambda asked: _graph(asked, name), lambda asked: _graph_page(request, asked, name))
        return negotiated(serving, request, LANG, makes, suffix)

    return router


def _as_known(request: Request, text: str, part: str, known: str) -> Response:
    """Lead from the name that SPARQL has for a snapshot as known on a day to its address here."""
    put = replace(question(request.query_params, LANG), known=question_day(known))
    return RedirectResponse(f"/op/{question_day(text)}{part}{put.query()}", status_code=303)


def _of(request: Request, text: str, part: str, slug: str) -> Response:
    """Lead from the name that SPARQL has for a snapshot of one organisation to its address here."""
    put = replace(question(request.query_params, LANG), organisation=slug)
    return RedirectResponse(f"/op/{question_day(text)}{part}{put.query()}", status_code=303)


def _snapshot(serving: Serving, request: Request, text: str, part: str, suffix: str | None) -> Response:
    day = question_day(text)
    if text != day.isoformat():
        query = f"?{request.url.query}" if request.url.query else ""
        ending = f".{suffix}" if suffix else ""
        return RedirectResponse(f"/op/{day}{part}{ending}{query}", status_code=308)

    def triples(asked: Asked) -> list[Triple]:
        return snapshot(asked.register, day, certain_only=bool(part))

    def page(asked: Asked) -> Answer:
        return _snapshot_page(request, asked, day, part, triples(asked))

    return negotiated(serving, request, KNOWN, of_triples(triples, page), suffix)


def _snapshot_page(request: Request, asked: Asked, day: date, part: str, found: list[Triple]) -> Answer:
    cells = Cells(asked.register, asked.question)
    counted = Counter(str(value) for _, predicate, value in found if predicate == RDF.type)
    days = asked.register.change_days
    return page_answer(
        "snapshot",
        request,
        asked.question,
        dataset=asked.register.dataset,
        day_=day,
        part=part,
        iri=f"{SNAPSHOT}{day}{part}",
        there=asked.question.query(on=day),
        triples_=len(found),
        counted=[(cells.value(class_), number) for class_, number in counted.most_common()],
        before=max((one for one in days if one < day), default=None),
        after=min((one for one in days if one > day), default=None),
        files=files_of(f"/op/{day}{part}", asked.question),
    )


def _graph(asked: Asked, path: str) -> list[Triple]:
    name, names = GRAPH + path, asked.graphs()
    if name not in names:
        known = [one.removeprefix(GRAPH) for one in names]
        near = get_close_matches(path[:80], known, n=3) or known[:3]
        raise NotFound(
            f"Er is geen graaf «{shown(path)}». Er is wel {', '.join(near)}.",
            f"There is no graph “{shown(path)}”. There is {', '.join(near)}.",
        )
    return asked.graph(name)


def _graph_page(request: Request, asked: Asked, path: str) -> Answer:
    found, cells = _graph(asked, path), Cells(asked.register, asked.question)
    name = GRAPH + path
    subjects = sorted({subject for subject, _, _ in found if subject != name})
    by_kind = groupby(
        sorted(subjects[:MOST_LINES], key=lambda one: kind(one) or ""), key=lambda one: kind(one) or ""
    )
    return page_answer(
        "graph",
        request,
        asked.question,
        dataset=asked.register.dataset,
        path=path,
        iri=name,
        triples_=len(found),
        head=cells.properties(one for one in found if one[0] == name),
        nodes=[(word, [cells.value(one) for one in group]) for word, group in by_kind],
        cut=len(subjects) > MOST_LINES,
        files=files_of(f"/graph/{path}", asked.question),
    )
