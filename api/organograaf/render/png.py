"""The organogram as PNG, drawn by resvg from the SVG with the font that was measured."""

import resvg_py

from organograaf.errors import NotSupported
from organograaf.render.fonts import FAMILY, Face
from organograaf.render.layout import Layout, pages
from organograaf.render.svg import svg
from organograaf.view import Organogram

MOST_PAGES = 40


def png(
    view: Organogram, paper: str = "A3", lang: str = "nl", *, zoom: float = 2.0, layout: Layout = pages
) -> bytes:
    """Draw the organogram as PNG, by default 144 pixels to the inch (72 when it is long).

    Raises NotSupported when it takes more than 40 pages.
    """
    count = len(layout(view, paper, lang))
    if count > MOST_PAGES:
        raise NotSupported(
            f"Dit organogram telt {count} bladzijden, te veel voor één PNG. Vraag het als PDF.",
            f"This organogram takes {count} pages, too many for one PNG. Ask for it as PDF.",
        )
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg(view, paper, lang, embed_font=False, layout=layout).decode(),
            skip_system_fonts=True,
            font_files=[str(face.file) for face in Face],
            font_family=FAMILY,
            dpi=72,
            zoom=zoom if count <= 4 else 1.0,
            background="#ffffff",
        )
    )
