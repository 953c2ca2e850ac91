"""The figures of an organisation per year: page, plot, tables and JSON."""

from typing import Annotated

from fastapi import APIRouter, Request, Response
from fastapi import Path as InPath

from organograaf.analysis import analysis as analysis_of
from organograaf.figures import Analysis
from organograaf.organogram import years
from organograaf.render.analysis import ANALYSIS_FORMATS
from organograaf.render.analysis import analysis as written
from organograaf.render.analysis.picture import analysis_svg
from organograaf.render.analysis.tables import analysis_rows
from organograaf.render.analysis.words import notes, title
from organograaf.render.table import Cell
from organograaf.web.answers import Answer
from organograaf.web.asked import Asked
from organograaf.web.compare import file, known_format
from organograaf.web.described import described
from organograaf.web.pages import page_answer
from organograaf.web.picture import placed
from organograaf.web.question import ANALYSIS
from organograaf.web.serving import Serving

Suffix = Annotated[str, InPath(description=", ".join(ANALYSIS_FORMATS))]


def analysis(serving: Serving) -> APIRouter:
    """Return the routes of the figures."""
    router = APIRouter()

    @router.get("/analysis", include_in_schema=False)
    def page(request: Request) -> Response:
        return serving.answer(request, ANALYSIS, lambda asked: _page(request, asked))

    @router.get("/analysis.{suffix}", **described("Units, form and churn per year as a file", ANALYSIS))
    def as_file(request: Request, suffix: Suffix) -> Response:
        return serving.answer(request, ANALYSIS, lambda asked: _file(asked, suffix))

    @router.get("/api/v1/analysis", **described("Units, form and churn per year", ANALYSIS))
    def as_json(request: Request) -> Response:
        return serving.answer(request, ANALYSIS, lambda asked: _file(asked, "json"))

    return router


def _analysis(asked: Asked) -> Analysis:
    put = asked.question
    first, last = (day.year if day else None for day in (put.since, put.until))
    return analysis_of(asked.register, asked.root(), first, last, years(put.reach))


def _page(request: Request, asked: Asked) -> Answer:
    view, lang = _analysis(asked), asked.question.lang
    head, *rows = analysis_rows(view, lang)
    return page_answer(
        "analysis",
        request,
        asked.question,
        register=asked.register,
        dataset=view.dataset,
        view=view,
        heading=title(view, lang),
        notes=notes(view, lang)[:-1],
        roots=asked.roots(),
        top=asked.register.label(asked.register.top or asked.root()),
        picture=placed(analysis_svg(view, lang=lang, embed_font=False), asked.there),
        head=head,
        rows=[[_cell(cell, lang) for cell in row] for row in rows],
        suffixes=tuple(ANALYSIS_FORMATS),
    )


def _cell(cell: Cell, lang: str) -> Cell:
    return f"{cell:.1f}".replace(".", "," if lang == "nl" else ".") if isinstance(cell, float) else cell


def _file(asked: Asked, suffix: str) -> Answer:
    known_format(suffix, ANALYSIS_FORMATS)
    view = _analysis(asked)
    body = written(view, suffix, lang=asked.question.lang)
    name = f"analysis-{view.root.slug}-{view.years[0].year}-{view.years[-1].year}"
    return file(body, ANALYSIS_FORMATS, suffix, name)
