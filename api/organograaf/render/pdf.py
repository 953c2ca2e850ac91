"""The organogram as vector PDF with the same font and geometry as the other pictures."""

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from organograaf.render.fonts import Face, drawable
from organograaf.render.layout import Layout, document, pages
from organograaf.render.marks import Area, Dot, Drawn, Path, Rect
from organograaf.render.paint import CONNECTOR, CONNECTOR_WIDTH, DASH, paint
from organograaf.render.shapes import Document, Page, Stroke, Text
from organograaf.view import Organogram

if TYPE_CHECKING:
    from fpdf import FPDF


def pdf(view: Organogram, paper: str = "A3", lang: str = "nl", *, layout: Layout = pages) -> bytes:
    """Draw the organogram as PDF: real text, a bookmark and links per page.

    Its date is the day it shows, so that the same organogram is the same file.
    """
    return pdf_of(document(view, paper, lang, layout))


def pdf_of(made: Document) -> bytes:
    """Draw pages as PDF in the same way."""
    # Not with the module: it takes a third of a second, and a server starts without.
    from fpdf import FPDF

    out = FPDF(unit="pt")
    out.set_margin(0)
    out.set_auto_page_break(False)
    out.set_title(drawable(made.title))
    out.set_lang(made.lang)
    out.set_creator("Organograaf")
    out.set_creation_date(datetime.combine(made.on, time(), UTC))
    for face in Face:
        out.add_font(face.value, "", face.file)
    bookmark = ""
    for page in made.pages:
        out.add_page(format=(page.width, page.height))
        if page.title != bookmark:
            bookmark = page.title
            out.start_section(drawable(bookmark))
        _page(out, page)
    return bytes(out.output())


def _page(out: "FPDF", page: Page) -> None:
    for drawn in page.marks:
        _mark(out, drawn)
    for stroke in page.strokes:
        _stroke(out, stroke)
    for box in page.boxes:
        for drawn in paint(box):
            _mark(out, drawn)
        for text in box.texts:
            _text(out, text)
        if box.target:
            out.link(box.x, box.y, box.width, box.height, out.add_link(page=box.target))
    for text in page.texts:
        _text(out, text)


def _mark(out: "FPDF", drawn: Drawn) -> None:
    if isinstance(drawn, Dot):
        out.set_fill_color(drawn.fill)
        out.circle(drawn.x, drawn.y, drawn.radius, style="F")
    elif isinstance(drawn, Path):
        _line(out, drawn)
    elif isinstance(drawn, Area):
        out.set_fill_color(drawn.fill)
        out.polygon(list(drawn.points), style="F")
    else:
        _rect(out, drawn)


def _rect(out: "FPDF", rect: Rect) -> None:
    if rect.fill:
        out.set_fill_color(rect.fill)
    if rect.stroke:
        out.set_draw_color(rect.stroke)
        out.set_line_width(rect.stroke_width)
    if rect.dashed:
        out.set_dash_pattern(*DASH)
    style = "DF" if rect.fill and rect.stroke else "F" if rect.fill else "D"
    rounded = min(rect.radius, rect.width / 2, rect.height / 2)
    out.rect(
        rect.x,
        rect.y,
        rect.width,
        rect.height,
        style=style,
        round_corners=rounded > 0,
        corner_radius=rounded,
    )
    if rect.dashed:
        out.set_dash_pattern()


def _stroke(out: "FPDF", stroke: Stroke) -> None:
    path = Path(points=stroke.points, stroke=CONNECTOR, stroke_width=CONNECTOR_WIDTH, dashed=stroke.dashed)
    _line(out, path)


def _line(out: "FPDF", path: Path) -> None:
    out.set_draw_color(path.stroke)
    out.set_line_width(path.stroke_width)
    if path.dashed:
        out.set_dash_pattern(*DASH)
    out.polyline(list(path.points))
    if path.dashed:
        out.set_dash_pattern()


def _text(out: "FPDF", text: Text) -> None:
    out.set_font(text.face.value, size=text.size)
    out.set_text_color(text.ink)
    out.text(text.left, text.y, text.text)
