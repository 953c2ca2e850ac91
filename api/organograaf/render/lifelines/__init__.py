"""Lifelines in every format: each a pure function of the value."""

from typing import Final

from organograaf.render.formats import JSON, PDF, PNG, SVG, TXT, Format, write
from organograaf.render.lifelines.picture import life_svg, lifelines_pdf, lifelines_png, lifelines_svg
from organograaf.render.lifelines.written import lifelines_json, lifelines_text
from organograaf.spans import Lifelines

__all__ = ["FORMATS", "life_svg", "lifelines"]

FORMATS: Final = {
    "svg": Format(media_type=SVG, write=lifelines_svg, on_paper=True),
    "png": Format(media_type=PNG, write=lifelines_png, on_paper=True),
    "pdf": Format(media_type=PDF, write=lifelines_pdf, on_paper=True),
    "json": Format(media_type=JSON, write=lifelines_json),
    "txt": Format(media_type=TXT, write=lifelines_text),
}


def lifelines(view: Lifelines, format_: str, *, paper: str = "A3", lang: str = "nl") -> bytes:
    """Write lifelines as "svg", "png", "pdf", "json" or "txt".

    Raises NotSupported for another format or paper, and for a PNG of too many pages.
    """
    return write(FORMATS, view, format_, paper, lang)
