"""The picture of a transition: units of two days, and ribbons of one width between them."""

from typing import Final

from organograaf.changes import Pair, Transition
from organograaf.model import Basis
from organograaf.render.fonts import Face, width
from organograaf.render.frame import MARGIN
from organograaf.render.layout import PAPERS
from organograaf.render.marks import Drawn, Rect
from organograaf.render.pdf import pdf_of
from organograaf.render.png import png_of
from organograaf.render.ribbons import blend, ribbon
from organograaf.render.shapes import Box, Document, Page, Text
from organograaf.render.sheet import SWATCH, Draw, Key, Surround, surround, tone_key
from organograaf.render.svg import svg_of
from organograaf.render.text import wrap
from organograaf.render.tone import COLOURS, HAIR, INK, Tone, tone_of
from organograaf.render.transition import words
from organograaf.render.transition.layout import APART, RIBBON, ROOM, Band, Placed, bands
from organograaf.words import day

LABEL: Final = 8.5
SMALLEST: Final = 0.8
LARGEST: Final = 1.15
_HEAD: Final = 22.0
_FLAT: Final = (0.42, 0.12)
_STRENGTH: Final = 0.38
_QUIET: Final = 0.5


def transition_svg(
    view: Transition, paper: str = "A3", lang: str = "nl", *, embed_font: bool = True
) -> bytes:
    """Draw a transition as SVG."""
    return svg_of(document(view, paper, lang), embed_font=embed_font)


def transition_pdf(view: Transition, paper: str = "A3", lang: str = "nl") -> bytes:
    """Draw a transition as PDF."""
    return pdf_of(document(view, paper, lang))


def transition_png(view: Transition, paper: str = "A3", lang: str = "nl") -> bytes:
    """Draw a transition as PNG. Raises NotSupported when it takes too many pages."""
    return png_of(document(view, paper, lang))


def document(view: Transition, paper: str, lang: str) -> Document:
    """Lay out a transition on as few pages of the paper as can be read."""
    wide, high = PAPERS[paper]
    around = surround(words.title(view, lang), words.subtitle(view, lang), words.notes(view, lang),
                      _keys(view, lang), wide - 2 * MARGIN, lang)  # fmt: skip
    made = bands(view, lang)
    room = high - around.top - around.foot - _HEAD
    total = sum(band.height + APART for band in made)
    scale = max(SMALLEST, min(LARGEST, room / total if total else 1.0, around.room / (3.2 * ROOM)))
    sheets = _shared(made, room / scale)
    return Document(
        title=words.title(view, lang),
        description=words.subtitle(view, lang),
        on=view.until,
        lang=lang,
        pages=tuple(
            _page(view, sheet, around, scale, lang, number, len(sheets))
            for number, sheet in enumerate(sheets, start=1)
        ),
        query=f"?on={view.until}",
        scope="transition",
    )


def _shared(made: list[Band], room: float) -> list[list[Band]]:
    """Share bands over pages in their order; one that is higher than a page makes it longer."""
    sheets: list[list[Band]] = [[]]
    used = 0.0
    for band in made:
        if sheets[-1] and used + band.height > room:
            sheets.append([])
            used = 0.0
        sheets[-1].append(band)
        used += band.height + APART
    return sheets


def _page(
    view: Transition, sheet: list[Band], around: Surround, scale: float, lang: str, number: int, count: int
) -> Page:
    left, right = MARGIN, around.width - MARGIN - ROOM * scale
    texts = [_heading(day(view.since, lang), left, around.top, lang)]
    texts.append(_heading(day(view.until, lang), right, around.top, lang))
    boxes: list[Box] = []
    marks: list[Drawn] = []
    top, y = around.top + _HEAD, 0.0
    for band in sheet:
        at = top + y
        boxes += [one.box.scaled(scale, left, at) for one in band.left]
        boxes += [one.box.scaled(scale, right, at) for one in band.right]
        for pair in band.pairs:
            drawn, told = _flow(pair, band, (left + ROOM * scale, right), at, scale, lang)
            marks += drawn
            texts += told
        y += (band.height + APART) * scale
    return around.page(
        _HEAD + y, boxes=boxes, marks=marks, texts=texts, number=number, count=count,
        title=words.title(view, lang),
    )  # fmt: skip


def _heading(told: str, x: float, y: float, lang: str) -> Text:
    return Text(x=x, y=y + 10, text=words.word("on", lang, told), face=Face.BOLD, size=11.5, ink=INK)


def _flow(
    pair: Pair, band: Band, xs: tuple[float, float], top: float, scale: float, lang: str
) -> tuple[list[Drawn], list[Text]]:
    old = next(one for one in band.left if pair in one.ends)
    new = next(one for one in band.right if pair in one.ends)
    fill, edge = _colours(pair, old)
    start = (xs[0], top + old.ends[pair] * scale)
    end = (xs[1], top + new.ends[pair] * scale)
    high = (RIBBON - 1.5) * scale
    hatched = pair.basis is Basis.INFERRED
    flat = ((xs[1] - xs[0]) * _FLAT[0], (xs[1] - xs[0]) * _FLAT[1])
    marks = ribbon(start, end, high, colour=fill, edge=edge, hatched=hatched, flat=flat)
    size = LABEL * scale
    room = flat[0] - 11 * scale
    (told, *more) = wrap(words.on_ribbon(pair, lang), Face.REGULAR, size, room)
    told = f"{told} …" if more else told
    text = Text(
        x=start[0] + 8 * scale,
        y=start[1] + high / 2 + 0.34 * size,
        text=told,
        face=Face.REGULAR,
        size=size,
        ink=INK,
    )
    ground = Rect(
        x=text.x - 3 * scale,
        y=start[1] + 0.8,
        width=width(told, Face.REGULAR, size) + 6 * scale,
        height=high - 1.6,
        fill=blend(fill, 0.35),
        radius=2,
    )
    return ([*marks, ground] if hatched else marks), [text]


def _colours(pair: Pair, old: Placed) -> tuple[str, str]:
    if words.staying(pair):
        return blend(HAIR, _QUIET), HAIR
    strong = COLOURS[tone_of(old.stop.behind)].strong
    return blend(strong, _STRENGTH), strong


def _keys(view: Transition, lang: str) -> list[Key]:
    flows = [one for one in view.pairs if one.new]
    found = {(words.staying(one), one.basis) for one in flows}
    strong = COLOURS[Tone.OCMW].strong
    keys = [
        Key(
            text=words.word(f"{basis.value} flow", lang),
            draw=_swatch(strong, _STRENGTH, basis),
        )
        for basis in Basis
        if (False, basis) in found
    ]
    if any(stays for stays, _ in found):
        keys.append(Key(text=words.word("quiet", lang), draw=_swatch(HAIR, _QUIET, Basis.STATED)))
    if (True, Basis.INFERRED) in found:
        keys.append(Key(text=words.word("quiet inferred", lang), draw=_swatch(HAIR, _QUIET, Basis.INFERRED)))
    tones = {tone_of(stop.behind) for stop in (*view.before, *view.after)}
    return keys + [tone_key(tone, lang) for tone in Tone if tone in tones]


def _swatch(colour: str, strength: float, basis: Basis) -> Draw:
    def draw(x: float, y: float) -> tuple[Drawn, ...]:
        wide, high = SWATCH
        fill, hatched = blend(colour, strength), basis is Basis.INFERRED
        return tuple(ribbon((x, y), (x + wide, y), high, colour=fill, edge=colour, hatched=hatched))

    return draw
