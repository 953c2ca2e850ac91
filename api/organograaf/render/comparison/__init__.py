"""A difference or a crosswalk in every format: each a pure function of the value."""

from typing import Final

from organograaf.changes import Crosswalk, Difference
from organograaf.render.comparison.json import crosswalk_json, difference_json
from organograaf.render.comparison.picture import difference_pdf, difference_png, difference_svg
from organograaf.render.comparison.tables import (
    crosswalk_csv,
    crosswalk_xlsx,
    difference_csv,
    difference_xlsx,
)
from organograaf.render.comparison.text import difference_markdown, difference_text
from organograaf.render.formats import CSV, JSON, MD, PDF, PNG, SVG, TXT, XLSX, Format, write

DIFFERENCE_FORMATS: Final = {
    "svg": Format(media_type=SVG, write=difference_svg, on_paper=True),
    "png": Format(media_type=PNG, write=difference_png, on_paper=True),
    "pdf": Format(media_type=PDF, write=difference_pdf, on_paper=True),
    "csv": Format(media_type=CSV, write=difference_csv),
    "xlsx": Format(media_type=XLSX, write=difference_xlsx),
    "md": Format(media_type=MD, write=difference_markdown),
    "json": Format(media_type=JSON, write=difference_json),
    "txt": Format(media_type=TXT, write=difference_text),
}
CROSSWALK_FORMATS: Final = {
    "csv": Format(media_type=CSV, write=crosswalk_csv),
    "xlsx": Format(media_type=XLSX, write=crosswalk_xlsx),
    "json": Format(media_type=JSON, write=crosswalk_json),
}


def difference(view: Difference, format_: str, *, paper: str = "A3", lang: str = "nl") -> bytes:
    """Write a difference as "svg", "png", "pdf", "csv", "xlsx", "md", "json" or "txt".

    Raises NotSupported for another format or paper, and for a PNG of too many pages.
    """
    return write(DIFFERENCE_FORMATS, view, format_, paper, lang)


def crosswalk(view: Crosswalk, format_: str, *, lang: str = "nl") -> bytes:
    """Write a crosswalk as "csv", "xlsx" or "json". Raises NotSupported for another format."""
    return write(CROSSWALK_FORMATS, view, format_, "A3", lang)
