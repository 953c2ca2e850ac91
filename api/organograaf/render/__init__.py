"""The organogram in every format: each a pure function of the view.

The same view gives the same bytes.
"""

from functools import partial
from typing import Final

from organograaf.render.csvtable import csv_text
from organograaf.render.dot import dot
from organograaf.render.formats import CSV, JSON, PDF, PNG, SVG, TXT, XLSX, Format, write
from organograaf.render.hanging import hanging
from organograaf.render.htmllist import html_list
from organograaf.render.jsontree import json_text
from organograaf.render.layout import PAPERS
from organograaf.render.pdf import pdf
from organograaf.render.png import png
from organograaf.render.svg import svg
from organograaf.render.texttree import text_tree
from organograaf.render.xlsx import xlsx
from organograaf.view import Organogram

__all__ = ["FORMATS", "PAPERS", "Format", "hanging", "organogram", "svg"]


FORMATS: Final = {
    "svg": Format(media_type=SVG, write=svg, on_paper=True),
    "png": Format(media_type=PNG, write=png, on_paper=True),
    "pdf": Format(media_type=PDF, write=pdf, on_paper=True),
    "dot": Format(media_type="text/vnd.graphviz; charset=utf-8", write=dot),
    "json": Format(media_type=JSON, write=json_text),
    "csv": Format(media_type=CSV, write=csv_text),
    "xlsx": Format(media_type=XLSX, write=xlsx),
    "html": Format(media_type="text/html; charset=utf-8", write=html_list),
    "txt": Format(media_type=TXT, write=text_tree),
}


_AS_TREE: Final = {
    name: Format(media_type=FORMATS[name].media_type, write=partial(draw, layout=hanging), on_paper=True)
    for name, draw in (("svg", svg), ("png", png), ("pdf", pdf))
}


def organogram(
    view: Organogram, format_: str, *, paper: str = "A3", lang: str = "nl", layout: str = "council"
) -> bytes:
    """Write an organogram as "svg", "png", "pdf", "dot", "json", "csv", "xlsx", "html" or "txt".

    `paper` is "A3" or "A4", `lang` "nl" or "en"; with `layout` "tree" a picture is a hanging
    tree on a sheet of its own size. Raises NotSupported for another format or paper, and for
    a PNG of too many pages.
    """
    return write(FORMATS | _AS_TREE if layout == "tree" else FORMATS, view, format_, paper, lang)
