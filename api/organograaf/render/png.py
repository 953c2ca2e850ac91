"""The organogram as PNG, drawn by resvg from the SVG with the font that was measured."""

import resvg_py

from organograaf.errors import NotSupported
from organograaf.render.fonts import FAMILY, Face
from organograaf.render.layout import Layout, document, pages
from organograaf.render.shapes import Document
from organograaf.render.svg import svg_of
from organograaf.view import Organogram

MOST_PAGES = 40


def png(
    view: Organogram, paper: str = "A3", lang: str = "nl", *, zoom: float = 2.0, layout: Layout = pages
) -> bytes:
    """Draw the organogram as PNG, by default 144 pixels to the inch (72 when it is long).

    Raises NotSupported when it takes more than 40 pages.
    """
    return png_of(document(view, paper, lang, layout), zoom=zoom)


def png_of(made: Document, *, zoom: float = 2.0) -> bytes:
    """Draw pages as PNG in the same way. Raises NotSupported when they are more than 40."""
    count = len(made.pages)
    if count > MOST_PAGES:
        raise NotSupported(
            f"Deze tekening telt {count} bladzijden, te veel voor één PNG. Vraag ze als PDF.",
            f"This picture takes {count} pages, too many for one PNG. Ask for it as PDF.",
        )
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg_of(made, embed_font=False).decode(),
            skip_system_fonts=True,
            font_files=[str(face.file) for face in Face],
            font_family=FAMILY,
            dpi=72,
            zoom=zoom if count <= 4 else 1.0,
            background="#ffffff",
        )
    )
