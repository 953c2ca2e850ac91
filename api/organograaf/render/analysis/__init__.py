"""The figures per year in every format: each a pure function of the value."""

from typing import Final

from organograaf.figures import Analysis
from organograaf.render.analysis.json import analysis_json
from organograaf.render.analysis.picture import analysis_pdf, analysis_png, analysis_svg
from organograaf.render.analysis.tables import analysis_csv, analysis_xlsx
from organograaf.render.formats import CSV, JSON, PDF, PNG, SVG, XLSX, Format, write

ANALYSIS_FORMATS: Final = {
    "csv": Format(media_type=CSV, write=analysis_csv),
    "xlsx": Format(media_type=XLSX, write=analysis_xlsx),
    "svg": Format(media_type=SVG, write=analysis_svg, on_paper=True),
    "png": Format(media_type=PNG, write=analysis_png, on_paper=True),
    "pdf": Format(media_type=PDF, write=analysis_pdf, on_paper=True),
    "json": Format(media_type=JSON, write=analysis_json),
}


def analysis(view: Analysis, format_: str, *, lang: str = "nl") -> bytes:
    """Write the figures as "csv", "xlsx", "svg", "png", "pdf" or "json".

    Raises NotSupported for another format.
    """
    return write(ANALYSIS_FORMATS, view, format_, "A3", lang)
