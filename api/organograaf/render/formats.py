"""What a format is, and how one is chosen by its name."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from organograaf.errors import NotSupported
from organograaf.render.layout import PAPERS

SVG: Final = "image/svg+xml"
PNG: Final = "image/png"
PDF: Final = "application/pdf"
CSV: Final = "text/csv; charset=utf-8"
JSON: Final = "application/json"
TXT: Final = "text/plain; charset=utf-8"
MD: Final = "text/markdown; charset=utf-8"
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format by its suffix: how to write it, its media type, whether it has a paper."""

    media_type: str
    write: Callable[..., bytes]
    on_paper: bool = False


def write(formats: Mapping[str, Format], view: object, format_: str, paper: str, lang: str) -> bytes:
    """Write a value in one of the formats, on "A3" or "A4" when it has a paper.

    Raises NotSupported for another format or paper.
    """
    chosen = formats.get(format_.lower())
    if chosen is None:
        known = ", ".join(formats)
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
