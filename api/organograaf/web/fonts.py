"""The font of the pages, served by ourselves: as WOFF2 where brotli is, and as TrueType."""

import io
from functools import lru_cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from fontTools.ttLib import TTFont

from organograaf import disk
from organograaf.errors import NotFound
from organograaf.render.fonts import Face
from organograaf.web.answers import Answer
from organograaf.web.question import shown

FACES: Final = {face.name.lower(): face for face in Face}
_KEPT_FOR: Final = {"Cache-Control": "public, max-age=604800"}


@lru_cache
def font(name: str, state: Path) -> Answer:
    """Return a font file: «regular.woff2», «bold.ttf» …; what took long is kept in a folder of `state`.

    Raises NotFound for another name, and for WOFF2 when brotli is not installed: the style
    sheet names the TrueType file next. Cost: some seconds for WOFF2, once.
    """
    stem, _, suffix = name.partition(".")
    if stem not in FACES or suffix not in ("woff2", "ttf") or (suffix == "woff2" and not find_spec("brotli")):
        raise NotFound(
            f"Er is geen lettertype «{shown(name)}». Er zijn: {', '.join(FACES)}, als .ttf.",
            f"There is no font “{shown(name)}”. There are: {', '.join(FACES)}, as .ttf.",
        )
    file = FACES[stem].file
    if suffix == "ttf":
        return Answer(body=file.read_bytes(), media_type="font/ttf", headers=_KEPT_FOR)
    kept = state / "fonts" / f"{sha256(file.read_bytes()).hexdigest()[:16]}.woff2"
    if not kept.is_file():
        made = _woff2(TTFont(file, recalcTimestamp=False))
        disk.remember(kept, made)
        return Answer(body=made, media_type="font/woff2", headers=_KEPT_FOR)
    return Answer(body=kept.read_bytes(), media_type="font/woff2", headers=_KEPT_FOR)


def _woff2(opened: TTFont) -> bytes:
    opened.flavor = "woff2"
    out = io.BytesIO()
    opened.save(out)
    return out.getvalue()
