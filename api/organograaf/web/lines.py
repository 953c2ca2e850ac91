"""Things followed through time: pages, files and JSON of lineages."""

from dataclasses import replace
from itertools import groupby
from typing import Annotated, Final

from fastapi import APIRouter, Request, Response
from fastapi import Path as InPath

from organograaf.changes import Transition
from organograaf.descent import Lineage, Side
from organograaf.difference import transition
from organograaf.errors import NotSupported
from organograaf.lifelines import life, lifelines, window
from organograaf.lineage import find, lineage
from organograaf.period import ONE_DAY
from organograaf.render import lifelines as bars
from organograaf.render import lineage as drawn
from organograaf.render import transition as flows
from organograaf.render.comparison.tables import pair_rows
from organograaf.render.lifelines import words as bar_words
from organograaf.render.lifelines.picture import lifelines_svg
from organograaf.render.lineage.picture import lineage_svg
from organograaf.render.lineage.text import reasons
from organograaf.render.lineage.words import share, title
from organograaf.render.transition.picture import transition_svg
from organograaf.render.transition.words import subtitle as flow_subtitle
from organograaf.render.transition.words import title as flow_title
from organograaf.spans import Lifelines
from organograaf.vocab import kind
from organograaf.web.answers import Answer
from organograaf.web.asked import PAGED, Asked
from organograaf.web.compare import days_of, file, known_format
from organograaf.web.described import described
from organograaf.web.pages import page_answer
from organograaf.web.picture import placed
from organograaf.web.question import LINEAGE, TIMELINE, TRANSITION
from organograaf.web.serving import Serving
from organograaf.words import period

Slug = Annotated[str, InPath(description="bv. / e.g. sociale-dienstverlening")]
Suffix = Annotated[str, InPath(description=", ".join(drawn.FORMATS))]
BarSuffix = Annotated[str, InPath(description=", ".join(bars.FORMATS))]
FlowSuffix = Annotated[str, InPath(description=", ".join(flows.FORMATS))]
_FILE: Final = "Where a unit, office or task came from and went to, as a file"


def lines(serving: Serving) -> APIRouter:
    """Return the routes of what follows things through time."""
    router = APIRouter()

    @router.get("/lineage/{slug}.{suffix}", **described(_FILE, LINEAGE))
    def lineage_file(request: Request, slug: Slug, suffix: Suffix) -> Response:
        return serving.answer(request, LINEAGE, lambda asked: _lineage_file(asked, slug, suffix))

    @router.get("/lineage/{slug}", include_in_schema=False)
    def lineage_page(request: Request, slug: str) -> Response:
        return serving.answer(request, LINEAGE, lambda asked: _lineage_page(request, asked, slug))

    @router.get("/api/v1/lineage/{slug}", **described("What a thing came from and went to", LINEAGE))
    def lineage_json(request: Request, slug: Slug) -> Response:
        return serving.answer(request, LINEAGE, lambda asked: _lineage_file(asked, slug, "json"))

    @router.get("/transition", include_in_schema=False)
    def transition_page(request: Request) -> Response:
        return serving.answer(request, TRANSITION, lambda asked: _transition_page(request, asked))

    @router.get("/transition.{suffix}", **described("What flowed where between two days", TRANSITION))
    def transition_file(request: Request, suffix: FlowSuffix) -> Response:
        return serving.answer(request, TRANSITION, lambda asked: _transition_file(asked, suffix))

    @router.get("/api/v1/transition", **described("What flowed where between two days", TRANSITION))
    def transition_json(request: Request) -> Response:
        return serving.answer(request, TRANSITION, lambda asked: _transition_file(asked, "json"))

    @router.get("/timeline", include_in_schema=False)
    def timeline_page(request: Request) -> Response:
        return serving.answer(request, TIMELINE, lambda asked: _timeline_page(request, asked))

    @router.get("/timeline.{suffix}", **described("Lifelines on an axis of time, as a file", TIMELINE))
    def timeline_file(request: Request, suffix: BarSuffix) -> Response:
        return serving.answer(request, TIMELINE, lambda asked: _timeline_file(asked, suffix))

    @router.get("/api/v1/timeline", **described("Lifelines on an axis of time", TIMELINE))
    def timeline_json(request: Request) -> Response:
        return serving.answer(request, TIMELINE, lambda asked: _timeline_file(asked, "json"))

    return router


def _lineage(asked: Asked, slug: str) -> Lineage:
    return lineage(asked.register, find(asked.register, slug))


def _lineage_file(asked: Asked, slug: str, suffix: str) -> Answer:
    known_format(suffix, drawn.FORMATS)
    view, put = _lineage(asked, slug), asked.question
    body = drawn.lineage(view, suffix, paper=put.paper, lang=put.lang)
    return file(body, drawn.FORMATS, suffix, f"lineage-{view.thing.slug}")


def _lineage_page(request: Request, asked: Asked, slug: str) -> Answer:
    view, put = _lineage(asked, slug), asked.question
    keep = put.kept()
    try:
        picture, why_not = placed(lineage_svg(view, put.paper.upper(), put.lang, embed_font=False), keep), ""
    except NotSupported as error:
        picture, why_not = "", error.text(put.lang)
    return page_answer(
        "lineage",
        request,
        put,
        register=asked.register,
        dataset=view.dataset,
        view=view,
        heading=title(view, put.lang),
        parts_of=tuple((key, view.on(*sides)) for key, sides in _PARTS if view.on(*sides)),
        paged=kind(view.thing.iri) in PAGED,
        picture=picture,
        why_not=why_not,
        share=share,
        reasons=reasons,
        suffixes=tuple(drawn.FORMATS),
    )


_PARTS: Final = (
    ("self", (Side.SELF,)),
    ("before", (Side.BEFORE, Side.BOTH)),
    ("after", (Side.AFTER, Side.BOTH)),
    ("had", (Side.HAD,)),
)


def _transition(asked: Asked) -> Transition:
    put = asked.question
    whole = put.units == "all"
    return transition(asked.register, *days_of(asked), asked.root(), depth=put.depth, whole=whole)


def _transition_file(asked: Asked, suffix: str) -> Answer:
    known_format(suffix, flows.FORMATS)
    view, put = _transition(asked), asked.question
    body = flows.transition(view, suffix, paper=put.paper, lang=put.lang)
    return file(body, flows.FORMATS, suffix, f"transition-{view.since}-{view.until}")


def _transition_page(request: Request, asked: Asked) -> Answer:
    view, put = _transition(asked), asked.question
    there = put.kept(on=view.until)
    head, *rows = pair_rows(view, view.pairs, put.lang)
    return page_answer(
        "transition",
        request,
        put,
        register=asked.register,
        dataset=view.dataset,
        view=view,
        heading=flow_title(view, put.lang),
        subheading=flow_subtitle(view, put.lang),
        roots=asked.roots(),
        top=asked.register.label(asked.register.top or asked.root()),
        days={"from": view.since, "until": view.until},
        picture=placed(transition_svg(view, put.paper.upper(), put.lang, embed_font=False), there),
        head=[head[at] for at in _IN_TABLE],
        rows=[[row[at] for at in _IN_TABLE] for row in rows],
        suffixes=tuple(flows.FORMATS),
    )


_IN_TABLE: Final = (1, 4, 6, 7, 8, 11, 12, 15, 16)


def _timeline(asked: Asked) -> Lifelines:
    put, register = asked.question, asked.register
    chosen = asked.things()
    if len(chosen) == 1 and not (put.since or put.until):
        return life(register, chosen[0])
    days = window(register, put.since, put.until)
    return lifelines(register, *days, root=asked.root() if put.root else None, chosen=chosen)


def _timeline_file(asked: Asked, suffix: str) -> Answer:
    known_format(suffix, bars.FORMATS)
    view, put = _timeline(asked), asked.question
    body = bars.lifelines(view, suffix, paper=put.paper, lang=put.lang)
    return file(body, bars.FORMATS, suffix, f"timeline-{view.since}-{view.until}")


def _timeline_page(request: Request, asked: Asked) -> Answer:
    view, chosen = _timeline(asked), asked.chosen()
    put = replace(asked.question, things=",".join(one.slug for one in chosen), add="")
    there = put.kept()
    return page_answer(
        "timeline",
        request,
        put,
        register=asked.register,
        dataset=view.dataset,
        view=view,
        last=view.until - ONE_DAY,
        heading=bar_words.title(view, put.lang),
        subheading=bar_words.subtitle(view, put.lang),
        event=bar_words.event,
        chosen=chosen,
        roots=asked.roots(),
        top=asked.register.label(asked.register.top or asked.root()),
        picture=placed(lifelines_svg(view, put.paper.upper(), put.lang, embed_font=False), there),
        when=period,
        groups=[(group, list(some)) for group, some in groupby(view.lines, key=lambda line: line.group)],
        suffixes=tuple(bars.FORMATS),
    )
