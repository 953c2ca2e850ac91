"""The one font that is drawn: its files, its widths and a small part to embed.

Source Sans, from the `font-source-sans-pro` package (SIL Open Font License).
"""

import base64
import io
import unicodedata
from enum import Enum
from functools import lru_cache
from pathlib import Path

import font_source_sans_pro
from fontTools.ttLib import TTFont

FAMILY = "Source Sans Pro"
NO_BREAK = "\u00a0"
_MISSING = "?"
_FOLDER = Path(font_source_sans_pro.font_directory)


class Face(Enum):
    """A weight or slope, by the name in its file."""

    REGULAR = "Regular"
    SEMIBOLD = "Semibold"
    BOLD = "Bold"
    ITALIC = "It"

    @property
    def file(self) -> Path:
        """The TrueType file that is measured and drawn."""
        return _FOLDER / f"SourceSansPro-{self.value}.ttf"

    @property
    def weight(self) -> int:
        """The CSS weight."""
        return {Face.SEMIBOLD: 600, Face.BOLD: 700}.get(self, 400)

    @property
    def style(self) -> str:
        """The CSS style."""
        return "italic" if self is Face.ITALIC else "normal"


@lru_cache
def _advances(face: Face) -> dict[str, float]:
    font = TTFont(face.file)
    units = font["head"].unitsPerEm
    widths = font["hmtx"].metrics
    return {chr(code): widths[name][0] / units for code, name in font.getBestCmap().items()}


@lru_cache
def characters() -> frozenset[str]:
    """Return the characters that every face can draw."""
    return frozenset.intersection(*(frozenset(_advances(face)) for face in Face))


@lru_cache(maxsize=65536)
def width(text: str, face: Face, size: float) -> float:
    """Return how wide drawable text is set solid, in the unit of `size`."""
    advances = _advances(face)
    return size * sum(advances[char] for char in text)


@lru_cache(maxsize=16384)
def drawable(text: str) -> str:
    """Return text that every face can draw and no reader can be fooled by.

    Control and direction characters go, other white space becomes a space (a no-break
    space stays), of stacked accents one is left, and what the font lacks becomes «?».
    """
    kept: list[str] = []
    for char in unicodedata.normalize("NFC", text):
        kind = unicodedata.category(char)
        if char == NO_BREAK:
            kept.append(char)
        elif char in "\t\n\r\v\f" or kind.startswith("Z"):
            kept.append(" ")
        elif kind in ("Mn", "Me"):
            if char in characters() and kept and unicodedata.category(kept[-1]) not in ("Mn", "Me"):
                kept.append(char)
        elif not kind.startswith("C") or kind == "Cn":
            kept.append(char if char in characters() else _MISSING)
    return " ".join(part for part in "".join(kept).split(" ") if part)


@lru_cache(maxsize=256)
def embedded(face: Face, text: str) -> str:
    """Return a base64 WOFF with only the characters of `text`, the same bytes each time.

    Kerning goes: text is measured without it. Stacked accents keep their places.
    """
    # Not with the module: a picture on a page has the font of the page.
    from fontTools import subset

    font = TTFont(face.file, recalcTimestamp=False)
    if not any(unicodedata.combining(char) for char in text):
        for table in ("GPOS", "GSUB", "GDEF"):
            if table in font:
                del font[table]
    options = subset.Options(flavor="woff", notdef_outline=True, layout_features=["mark"])
    shrink = subset.Subsetter(options)
    shrink.populate(text=text)
    shrink.subset(font)
    font.flavor = "woff"
    out = io.BytesIO()
    font.save(out)
    return base64.b64encode(out.getvalue()).decode("ascii")
