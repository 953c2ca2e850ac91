"""Two days compared: pages, files and JSON of differences, crosswalks and events."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Annotated, Final

from fastapi import APIRouter, Request, Response
from fastapi import Path as InPath

from organograaf.changes import ChangeKind, Crosswalk, Difference
from organograaf.difference import around, checked, crosswalk, difference, events, steps
from organograaf.errors import NotFound
from organograaf.period import ONE_DAY
from organograaf.render import comparison
from organograaf.render.comparison.json import event_json, text_of
from organograaf.render.comparison.picture import marked
from organograaf.render.comparison.tables import crosswalk_rows, difference_rows
from organograaf.render.formats import JSON, Format
from organograaf.web.answers import Answer
from organograaf.web.api import SVG_POLICY
from organograaf.web.asked import Asked
from organograaf.web.described import described
from organograaf.web.pages import page_answer
from organograaf.web.picture import inline
from organograaf.web.question import CROSSWALK, DIFFERENCE, shown
from organograaf.web.serving import Serving

DiffSuffix = Annotated[str, InPath(description="svg, png, pdf, csv, xlsx, md, json, txt")]
WalkSuffix = Annotated[str, InPath(description="csv, xlsx, json")]
_DOWNLOADED: Final = ("csv", "xlsx", "md", "graphml", "gexf")
_IN_TABLE: Final = (0, 1, 3, 4, 5, 8, 9, 11)


def compare(serving: Serving) -> APIRouter:
    """Return the routes of what compares two days."""
    router = APIRouter()

    @router.get("/diff", include_in_schema=False)
    def diff_page(request: Request) -> Response:
        return serving.answer(request, DIFFERENCE, lambda asked: _diff_page(request, asked))

    @router.get("/crosswalk", include_in_schema=False)
    def crosswalk_page(request: Request) -> Response:
        return serving.answer(request, CROSSWALK, lambda asked: _crosswalk_page(request, asked))

    @router.get("/diff.{suffix}", **described("The difference of two days as a file", DIFFERENCE))
    def diff_file(request: Request, suffix: DiffSuffix) -> Response:
        return serving.answer(request, DIFFERENCE, lambda asked: _diff_file(asked, suffix))

    @router.get("/crosswalk.{suffix}", **described("Old units to new ones, as a file", CROSSWALK))
    def crosswalk_file(request: Request, suffix: WalkSuffix) -> Response:
        return serving.answer(request, CROSSWALK, lambda asked: _crosswalk_file(asked, suffix))

    @router.get("/api/v1/diff", **described("The difference of two days", DIFFERENCE))
    def diff(request: Request) -> Response:
        return serving.answer(request, DIFFERENCE, lambda asked: _diff_file(asked, "json"))

    @router.get("/api/v1/crosswalk", **described("Old units to new ones", CROSSWALK))
    def old_to_new(request: Request) -> Response:
        return serving.answer(request, CROSSWALK, lambda asked: _crosswalk_file(asked, "json"))

    @router.get("/api/v1/events", **described("Change events, after `from` and up to `until`", CROSSWALK))
    def all_events(request: Request) -> Response:
        return serving.answer(request, CROSSWALK, _events)

    return router


def days_of(asked: Asked) -> tuple[date, date]:
    """Return the two days asked about: without one, the last days between which something changed."""
    put, days = asked.question, asked.register.change_days
    until = put.until or (
        max(put.since, asked.register.latest_day) if put.since else asked.register.latest_day
    )
    before = [day for day in days if day <= until]
    since = put.since or (before[-1] if before else until) - ONE_DAY
    checked(asked.register, since, until, corrections=asked.earlier is not None)
    return since, until


def _difference(asked: Asked) -> Difference:
    before = asked.earlier or asked.register
    return difference(before, asked.register, *days_of(asked), asked.root())


def _crosswalk(asked: Asked) -> Crosswalk:
    return crosswalk(asked.register, *days_of(asked))


def _diff_page(request: Request, asked: Asked) -> Answer:
    view, lang = _difference(asked), asked.question.lang
    there = replace(asked, question=replace(asked.question, on=view.until))
    head, *rows = difference_rows(view, lang)
    earlier, later = around(steps(asked.register), view.since, view.until)
    return page_answer(
        "diff",
        request,
        asked.question,
        register=asked.register,
        dataset=view.dataset,
        view=view,
        roots=asked.roots(),
        top=asked.register.label(asked.register.top or asked.root()),
        changes=view.told,
        certainty=view.of(ChangeKind.CERTAINTY),
        days={"from": view.since, "until": view.until},
        there=there.there.query(),
        earlier=_named_days(earlier),
        later=_named_days(later),
        head=[head[at] for at in _IN_TABLE],
        rows=[[row[at] for at in _IN_TABLE] for row in rows],
        picture=inline(there, marked(view)),
        suffixes=tuple(comparison.DIFFERENCE_FORMATS),
    )


def _named_days(days: tuple[date, date] | None) -> dict[str, date] | None:
    return {"from": days[0], "until": days[1]} if days else None


def _crosswalk_page(request: Request, asked: Asked) -> Answer:
    view = _crosswalk(asked)
    head, *rows = crosswalk_rows(view, asked.question.lang)
    return page_answer(
        "crosswalk",
        request,
        asked.question,
        register=asked.register,
        dataset=view.dataset,
        view=view,
        days={"from": view.since, "until": view.until},
        head=head,
        rows=rows,
        suffixes=tuple(comparison.CROSSWALK_FORMATS),
    )


def _diff_file(asked: Asked, suffix: str) -> Answer:
    known_format(suffix, comparison.DIFFERENCE_FORMATS)
    view, put = _difference(asked), asked.question
    body = comparison.difference(view, suffix, paper=put.paper, lang=put.lang)
    return file(body, comparison.DIFFERENCE_FORMATS, suffix, f"diff-{view.since}-{view.until}")


def _crosswalk_file(asked: Asked, suffix: str) -> Answer:
    known_format(suffix, comparison.CROSSWALK_FORMATS)
    view = _crosswalk(asked)
    body = comparison.crosswalk(view, suffix, lang=asked.question.lang)
    return file(body, comparison.CROSSWALK_FORMATS, suffix, f"crosswalk-{view.since}-{view.until}")


def known_format(suffix: str, formats: Mapping[str, Format]) -> None:
    """Refuse a suffix that is none of the formats. Raises NotFound."""
    if suffix not in formats:
        known = ", ".join(formats)
        raise NotFound(
            f"Er is niets als «{shown(suffix)}». Er zijn: {known}.",
            f"There is nothing as “{shown(suffix)}”. There are: {known}.",
        )


def file(body: bytes, formats: Mapping[str, Format], suffix: str, name: str) -> Answer:
    """Return a file as an answer: tables to keep, the rest to look at."""
    kept = "attachment" if suffix in _DOWNLOADED else "inline"
    headers = {"Content-Disposition": f'{kept}; filename="{name}.{suffix}"'}
    if suffix == "svg":
        headers["Content-Security-Policy"] = SVG_POLICY
    return Answer(body=body, media_type=formats[suffix].media_type, headers=headers)


def _events(asked: Asked) -> Answer:
    put = asked.question
    if put.since and put.until:
        checked(asked.register, put.since, put.until)
    lines = events(asked.register, put.since, put.until)
    values = {
        "from": put.since.isoformat() if put.since else None,
        "until": put.until.isoformat() if put.until else None,
        "known": put.known.isoformat() if put.known else None,
        "dataset": asked.register.dataset,
        "events": [event_json(line) for line in lines],
    }
    return Answer(body=text_of(values), media_type=JSON)
