"""The gaps and overlaps of a day in every format: each a pure function of the value."""

from typing import Final

from organograaf.render.formats import CSV, JSON, TXT, XLSX, Format, write
from organograaf.render.radar.json import radar_json
from organograaf.render.radar.tables import radar_csv, radar_xlsx
from organograaf.render.radar.text import radar_text
from organograaf.signals import Radar

RADAR_FORMATS: Final = {
    "csv": Format(media_type=CSV, write=radar_csv),
    "xlsx": Format(media_type=XLSX, write=radar_xlsx),
    "json": Format(media_type=JSON, write=radar_json),
    "txt": Format(media_type=TXT, write=radar_text),
}


def radar(view: Radar, format_: str, *, lang: str = "nl") -> bytes:
    """Write a radar as "csv", "xlsx", "json" or "txt". Raises NotSupported for another format."""
    return write(RADAR_FORMATS, view, format_, "A3", lang)
