"""The organogram in every format: each a pure function of the view.

The same view gives the same bytes.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from organograaf.errors import NotSupported
from organograaf.render.csvtable import csv_text
from organograaf.render.dot import dot
from organograaf.render.htmllist import html_list
from organograaf.render.jsontree import json_text
from organograaf.render.layout import PAPERS
from organograaf.render.pdf import pdf
from organograaf.render.png import png
from organograaf.render.svg import svg
from organograaf.render.texttree import text_tree
from organograaf.render.xlsx import xlsx
from organograaf.view import Organogram

__all__ = ["FORMATS", "PAPERS", "Format", "organogram", "svg"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format by its suffix: how to write it, its media type, whether it has a paper."""

    media_type: str
    write: Callable[..., bytes]
    on_paper: bool = False


FORMATS: Final = {
    "svg": Format(media_type="image/svg+xml", write=svg, on_paper=True),
    "png": Format(media_type="image/png", write=png, on_paper=True),
    "pdf": Format(media_type="application/pdf", write=pdf, on_paper=True),
    "dot": Format(media_type="text/vnd.graphviz; charset=utf-8", write=dot),
    "json": Format(media_type="application/json", write=json_text),
    "csv": Format(media_type="text/csv; charset=utf-8", write=csv_text),
    "xlsx": Format(
        media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", write=xlsx
    ),
    "html": Format(media_type="text/html; charset=utf-8", write=html_list),
    "txt": Format(media_type="text/plain; charset=utf-8", write=text_tree),
}


def organogram(view: Organogram, format_: str, *, paper: str = "A3", lang: str = "nl") -> bytes:
    """Write an organogram as "svg", "png", "pdf", "dot", "json", "csv", "xlsx", "html" or "txt".

    `paper` is "A3" or "A4", `lang` "nl" or "en". Raises NotSupported for another format or
    paper, and for a PNG of too many pages.
    """
    chosen = FORMATS.get(format_.lower())
    if chosen is None:
        known = ", ".join(FORMATS)
        raise NotSupported(
            f"Het formaat «{format_}» bestaat niet. Kies uit: {known}.",
            f"There is no format “{format_}”. Choose from: {known}.",
        )
    if not chosen.on_paper:
        return chosen.write(view, lang=lang)
    if paper.upper() not in PAPERS:
        known = ", ".join(PAPERS)
        raise NotSupported(
            f"Het papier «{paper}» bestaat niet. Kies uit: {known}.",
            f"There is no paper “{paper}”. Choose from: {known}.",
        )
    return chosen.write(view, paper.upper(), lang)
