"""The picture of a lineage: things as boxes from left to right, what went over as arrows."""

from dataclasses import dataclass, replace
from typing import Final

from organograaf.descent import Kin, Lineage, Side, Step
from organograaf.errors import NotSupported
from organograaf.model import Basis
from organograaf.render.fonts import Face
from organograaf.render.frame import MARGIN
from organograaf.render.layout import PAPERS
from organograaf.render.lineage import words
from organograaf.render.lineage.place import Link, Placed, place
from organograaf.render.marks import Drawn, Point, Rect
from organograaf.render.pdf import pdf_of
from organograaf.render.pieces import BASELINE, LEADING, text_box
from organograaf.render.png import png_of
from organograaf.render.ribbons import arrow
from organograaf.render.shapes import Box, Document, Kind, Page, Text
from organograaf.render.sheet import SWATCH, Draw, Key, Surround, surround, tone_key
from organograaf.render.svg import svg_of
from organograaf.render.text import balanced
from organograaf.render.tone import COLOURS, INK, LINE, PAPER, QUIET, Tone, tone_of

MOST: Final = 150
ROOM: Final = 168.0
LABEL_ROOM: Final = 116.0
LABEL: Final = 8.5
SMALLEST: Final = 0.75
LARGEST: Final = 1.2
_TERMS: Final = 8


def lineage_svg(view: Lineage, paper: str = "A3", lang: str = "nl", *, embed_font: bool = True) -> bytes:
    """Draw a lineage as SVG. Raises NotSupported when it is too large, or without Graphviz."""
    return svg_of(document(view, paper, lang), embed_font=embed_font)


def lineage_pdf(view: Lineage, paper: str = "A3", lang: str = "nl") -> bytes:
    """Draw a lineage as PDF. Raises NotSupported likewise."""
    return pdf_of(document(view, paper, lang))


def lineage_png(view: Lineage, paper: str = "A3", lang: str = "nl") -> bytes:
    """Draw a lineage as PNG. Raises NotSupported likewise."""
    return png_of(document(view, paper, lang))


@dataclass(frozen=True, slots=True)
class _Label:
    lines: tuple[tuple[str, Face], ...]

    @property
    def height(self) -> float:
        return len(self.lines) * LABEL * LEADING + 7


def document(view: Lineage, paper: str, lang: str) -> Document:
    """Lay out a lineage on a page as large as it needs, within the paper when that can be read."""
    if len(view.kin) > MOST:
        raise NotSupported(
            f"Deze lijn telt {len(view.kin)} onderdelen, te veel voor een tekening. Vraag GraphML of JSON.",
            f"This lineage has {len(view.kin)} parts, too many to draw. Ask for it as GraphML or JSON.",
        )
    boxes = [_box(one, lang) for one in view.kin]
    labels = [_label(step, lang) for step in view.steps]
    placed = place([(box.width, box.height) for box in boxes], _links(view, labels))
    wide, high = PAPERS[paper]
    around = surround(words.title(view, lang), words.told(view, lang), words.notes(view, lang),
                      _keys(view, lang), wide - 2 * MARGIN, lang)  # fmt: skip
    fits = min((wide - 2 * MARGIN) / placed.width, (high - around.top - around.foot) / max(placed.height, 1))
    scale = max(SMALLEST, min(LARGEST, fits))
    around = surround(words.title(view, lang), words.told(view, lang), words.notes(view, lang),
                      _keys(view, lang), placed.width * scale, lang)  # fmt: skip
    page = _page(view, placed, boxes, labels, around, scale)
    return Document(
        title=words.title(view, lang),
        description=words.told(view, lang),
        on=view.latest,
        lang=lang,
        pages=(page,),
        place="/lineage",
        scope="lineage",
    )


def _box(one: Kin, lang: str) -> Box:
    told = [*words.life(one, lang), *(f"• {term}" for term in words.terms(one, lang))]
    if len(told) > _TERMS + 1:
        told = [*told[:_TERMS], words.word("more", lang, str(len(told) - _TERMS))]
    own, itself = tone_of(one.behind), one.side is Side.SELF
    kind = Kind.SUBJECT if itself else Kind.SUB
    mark = COLOURS[own].mark
    box = text_box(kind, one.thing.label, told, ROOM, own, mark=mark)
    return replace(box, bar="" if itself else "solid", slug=one.thing.slug, name=one.thing.label)


def _label(step: Step, lang: str) -> _Label:
    one = step.transfer
    parts = [(words.share(one, lang), Face.SEMIBOLD), (words.when(one, lang), Face.REGULAR)]
    parts.append((words.sources(step.sources, lang), Face.REGULAR))
    lines = [(line, face) for text, face in parts if text for line in balanced(text, face, LABEL, LABEL_ROOM)]
    return _Label(tuple(lines))


def _links(view: Lineage, labels: list[_Label]) -> list[Link]:
    """Return a link per step, then those that only keep the units of a task in order."""
    at = {one.thing.iri: number for number, one in enumerate(view.kin)}
    ends = [(at[step.transfer.old.iri], at[step.transfer.new.iri]) for step in view.steps]
    links = [
        Link(tail=tail, head=head, width=LABEL_ROOM, height=label.height)
        for (tail, head), label in zip(ends, labels, strict=True)
    ]
    order = [(at[first], at[then]) for first, then in view.order]
    order = [pair for pair in order if pair not in ends and pair[::-1] not in ends]
    return links + [Link(tail=tail, head=head, order_only=True) for tail, head in order]


def _page(
    view: Lineage, placed: Placed, boxes: list[Box], labels: list[_Label], around: Surround, scale: float
) -> Page:
    left = MARGIN + max(0.0, (around.room - placed.width * scale) / 2)

    def at(point: Point) -> Point:
        return left + point[0] * scale, around.top + point[1] * scale

    drawn = [
        box.scaled(scale, middle[0] - (box.x + box.width / 2) * scale, middle[1] - box.height / 2 * scale)
        for box, middle in zip(boxes, map(at, placed.boxes), strict=True)
    ]
    marks: list[Drawn] = []
    grounds: list[Drawn] = []
    texts: list[Text] = []
    for step, curve, middle, label in zip(view.steps, placed.curves, placed.labels, labels, strict=False):
        marks += arrow([at(point) for point in curve], step.transfer.basis, scale, LINE)
        if middle:
            lettering = _lettering(label, *at(middle), scale)
            grounds.append(_ground(lettering))
            texts += lettering
    return around.page(placed.height * scale, boxes=drawn, marks=(*marks, *grounds), texts=texts)


def _lettering(label: _Label, x: float, y: float, scale: float) -> list[Text]:
    size = LABEL * scale
    top = y - len(label.lines) * size * LEADING / 2
    return [
        Text(
            x=x,
            y=top + (number * LEADING + BASELINE) * size,
            text=line,
            face=face,
            size=size,
            ink=INK if face is Face.SEMIBOLD else QUIET,
            anchor="middle",
        )
        for number, (line, face) in enumerate(label.lines)
    ]


def _ground(texts: list[Text]) -> Rect:
    left, right = min(t.left for t in texts), max(t.left + t.width for t in texts)
    top, bottom = texts[0].y - texts[0].size, texts[-1].y + 0.3 * texts[-1].size
    return Rect(x=left - 2, y=top, width=right - left + 4, height=bottom - top, fill=PAPER)


def _keys(view: Lineage, lang: str) -> list[Key]:
    bases = {step.transfer.basis for step in view.steps}
    keys = [
        Key(text=words.word(f"arrow {basis.value}", lang), draw=_arrow_key(basis))
        for basis in Basis
        if basis in bases
    ]
    tones = {tone_of(one.behind) for one in view.kin}
    return keys + [tone_key(tone, lang) for tone in Tone if tone in tones]


def _arrow_key(basis: Basis) -> Draw:
    def draw(x: float, y: float) -> tuple[Drawn, ...]:
        middle = y + SWATCH[1] / 2
        return tuple(
            arrow([(x, middle), (x + SWATCH[0] / 2, middle), (x + SWATCH[0], middle)], basis, 0.9, LINE)
        )

    return draw
