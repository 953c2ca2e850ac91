"""A transition in every format: each a pure function of the value."""

from typing import Final

from organograaf.changes import Transition
from organograaf.render.formats import JSON, PDF, PNG, SVG, TXT, Format, write
from organograaf.render.transition.picture import transition_pdf, transition_png, transition_svg
from organograaf.render.transition.written import transition_json, transition_text

FORMATS: Final = {
    "svg": Format(media_type=SVG, write=transition_svg, on_paper=True),
    "png": Format(media_type=PNG, write=transition_png, on_paper=True),
    "pdf": Format(media_type=PDF, write=transition_pdf, on_paper=True),
    "json": Format(media_type=JSON, write=transition_json),
    "txt": Format(media_type=TXT, write=transition_text),
}


def transition(view: Transition, format_: str, *, paper: str = "A3", lang: str = "nl") -> bytes:
    """Write a transition as "svg", "png", "pdf", "json" or "txt".

    Raises NotSupported for another format or paper, and for a PNG of too many pages.
    """
    return write(FORMATS, view, format_, paper, lang)
