"""The pages of an organogram: geometry only, the same for every format."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from organograaf.render import words
from organograaf.render.book import book
from organograaf.render.fit import Body, fit
from organograaf.render.flow import Sheet, Space
from organograaf.render.frame import Frame, frame, furnish
from organograaf.render.shapes import Document, Page
from organograaf.view import Organogram

PAPERS: Final = {"A4": (841.89, 595.28), "A3": (1190.55, 841.89)}
Layout = Callable[[Organogram, str, str], tuple[Page, ...]]
COMFORTABLE: Final = 1.0
CLEARLY: Final = 0.12


def pages(view: Organogram, paper: str = "A3", lang: str = "nl") -> tuple[Page, ...]:
    """Lay out an organogram on A4 or A3, in points.

    One page, landscape unless portrait lets the text be clearly larger; an overview and
    a page per top unit when the text would get below 7 points. Raises KeyError for
    another paper.
    """
    view = _without_tasks_of_persons(view)
    wide, high = PAPERS[paper]
    around = frame(view, wide, high, lang)
    body = _fitted(view, around)
    if body is None or body.scale < COMFORTABLE:
        upright = frame(view, high, wide, lang)
        other = _fitted(view, upright)
        if other and (body is None or other.scale >= body.scale + CLEARLY):
            around, body = upright, other
    if body:
        sheets: tuple[Sheet, ...] = (Sheet(words.title(view, lang), body),)
    else:
        sheets = book(view, Space(around.body_width, around.body_height, lang))
    count = len(sheets)
    return tuple(
        furnish(around, sheet.body, sheet.title, number, count)
        for number, sheet in enumerate(sheets, start=1)
    )


def document(view: Organogram, paper: str = "A3", lang: str = "nl", layout: Layout = pages) -> Document:
    """Set an organogram on sheets, with its title and description; by default as for the council."""
    return Document(
        title=words.title(view, lang),
        description=words.subtitle(view, lang),
        on=view.on,
        lang=lang,
        pages=layout(view, paper, lang),
        query=f"?on={view.on}",
    )


def _without_tasks_of_persons(view: Organogram) -> Organogram:
    """Leave the tasks of root and legal persons to tables and pages: a picture shows who does them."""
    units = tuple(replace(unit, tasks=()) if unit.legal_person else unit for unit in view.root.units)
    return replace(view, root=replace(view.root, tasks=(), units=units))


def _fitted(view: Organogram, around: Frame) -> Body | None:
    return fit(view, around.body_width, around.body_height, around.lang)
