"""A lineage in every format: each a pure function of the value."""

from typing import Final

from organograaf.descent import Lineage
from organograaf.render.formats import JSON, PDF, PNG, SVG, TXT, Format, write
from organograaf.render.lineage.graph import lineage_dot, lineage_gexf, lineage_graphml
from organograaf.render.lineage.json import lineage_json
from organograaf.render.lineage.picture import lineage_pdf, lineage_png, lineage_svg
from organograaf.render.lineage.text import lineage_text

FORMATS: Final = {
    "svg": Format(media_type=SVG, write=lineage_svg, on_paper=True),
    "png": Format(media_type=PNG, write=lineage_png, on_paper=True),
    "pdf": Format(media_type=PDF, write=lineage_pdf, on_paper=True),
    "dot": Format(media_type="text/vnd.graphviz; charset=utf-8", write=lineage_dot),
    "json": Format(media_type=JSON, write=lineage_json),
    "graphml": Format(media_type="application/graphml+xml", write=lineage_graphml),
    "gexf": Format(media_type="application/gexf+xml", write=lineage_gexf),
    "txt": Format(media_type=TXT, write=lineage_text),
}


def lineage(view: Lineage, format_: str, *, paper: str = "A3", lang: str = "nl") -> bytes:
    """Write a lineage as "svg", "png", "pdf", "dot", "json", "graphml", "gexf" or "txt".

    Raises NotSupported for another format or paper, and for a picture that cannot be made.
    """
    return write(FORMATS, view, format_, paper, lang)
