"""The picture of lifelines: bars by heading, curves of what passed on, events with numbers."""

from typing import Final

from organograaf.changes import Transfer
from organograaf.period import Moment, between
from organograaf.render.fonts import Face
from organograaf.render.frame import MARGIN
from organograaf.render.layout import PAPERS
from organograaf.render.lifelines import words
from organograaf.render.lifelines.bars import HIGH, OPEN, Axis, bar_marks
from organograaf.render.lifelines.events import event_list, event_marks
from organograaf.render.lifelines.keys import keys
from organograaf.render.lifelines.rows import LABEL, Row, bottom_of, rows_of, shared_out
from organograaf.render.marks import Drawn, Path, Point
from organograaf.render.pdf import pdf_of
from organograaf.render.png import png_of
from organograaf.render.ribbons import arrow, blend
from organograaf.render.shapes import Box, Document, Page, Text
from organograaf.render.sheet import Surround, surround
from organograaf.render.svg import svg_of
from organograaf.render.tone import HAIR, INK, PAPER, QUIET, tone_of
from organograaf.spans import Lifeline, Lifelines

SMALLEST: Final = 0.82
LARGEST: Final = 1.1
_AXIS: Final = 20.0
_STEPS: Final = 24
_LEAN: Final = 7.0


def lifelines_svg(view: Lifelines, paper: str = "A3", lang: str = "nl", *, embed_font: bool = True) -> bytes:
    """Draw lifelines as SVG."""
    return svg_of(document(view, paper, lang), embed_font=embed_font)


def lifelines_pdf(view: Lifelines, paper: str = "A3", lang: str = "nl") -> bytes:
    """Draw lifelines as PDF."""
    return pdf_of(document(view, paper, lang))


def lifelines_png(view: Lifelines, paper: str = "A3", lang: str = "nl") -> bytes:
    """Draw lifelines as PNG. Raises NotSupported when they take too many pages."""
    return png_of(document(view, paper, lang))


def life_svg(view: Lifelines, lang: str = "nl") -> bytes:
    """Draw the lines of one thing as a small SVG to stand in a page, without a frame."""
    wide = 720.0
    rows = rows_of(view, lang)
    axis = Axis(LABEL + OPEN + 4, wide - OPEN - 4, view.since, view.until)
    boxes, marks, texts = _drawn(view, rows, axis, {}, 0)
    high = _AXIS + bottom_of(rows) + 4
    page = Page(
        width=wide, height=high, title=dict(view.title)[lang], boxes=tuple(boxes), strokes=(),
        texts=tuple(texts), marks=tuple(marks),
    )  # fmt: skip
    return svg_of(_document(view, lang, (page,), "life"), embed_font=False)


def document(view: Lifelines, paper: str, lang: str) -> Document:
    """Lay out lifelines on as few pages of the paper as can be read."""
    wide, high = PAPERS[paper]
    around = _around(view, wide - 2 * MARGIN, lang, 0)
    rows = rows_of(view, lang)
    total = _AXIS + bottom_of(rows) + event_list(view, around.room, lang).height + 30
    room = high - around.top - around.foot
    scale = max(SMALLEST, min(LARGEST, room / total))
    sheets = shared_out(rows, room / scale - _AXIS - 40)
    placed = [{row.line.thing.iri for row in sheet if row.line and row.line.thing} for sheet in sheets]
    apart = [one for one in view.transfers if not any({one.old.iri, one.new.iri} <= some for some in placed)]
    around = _around(view, wide - 2 * MARGIN, lang, len(apart))
    pages = tuple(
        _page(view, sheet, around, scale, lang, number, len(sheets))
        for number, sheet in enumerate(sheets, start=1)
    )
    return _document(view, lang, pages, "timeline")


def _document(view: Lifelines, lang: str, pages: tuple[Page, ...], scope: str) -> Document:
    return Document(
        title=words.title(view, lang),
        description=words.subtitle(view, lang),
        on=view.until,
        lang=lang,
        pages=pages,
        scope=scope,
    )


def _around(view: Lifelines, wide: float, lang: str, apart: int) -> Surround:
    told = words.subtitle(view, lang, apart)
    return surround(words.title(view, lang), told, words.notes(view, lang), keys(view, lang), wide, lang)


def _page(
    view: Lifelines, rows: list[Row], around: Surround, scale: float, lang: str, number: int, count: int
) -> Page:
    axis = Axis(LABEL + OPEN + 4, around.room / scale - OPEN - 2, view.since, view.until)
    badges, numbers, high = event_marks(view, axis)
    boxes, marks, texts = _drawn(view, rows, axis, numbers, high)
    bottom = high + _AXIS + bottom_of(rows)
    for one in badges:
        marks += one.marks(bottom)
        texts += one.texts
    if number == count and view.events:
        told = event_list(view, around.room / scale, lang)
        texts += [text.scaled(1, 0, bottom + 14) for text in told.texts]
        bottom += 14 + told.height
    left, top = MARGIN, around.top
    return around.page(
        bottom * scale,
        boxes=[box.scaled(scale, left, top) for box in boxes],
        marks=[mark.scaled(scale, left, top) for mark in marks],
        texts=[text.scaled(scale, left, top) for text in texts],
        number=number,
        count=count,
    )


def _drawn(
    view: Lifelines, rows: list[Row], axis: Axis, numbers: dict[str, int], high: float
) -> tuple[list[Box], list[Drawn], list[Text]]:
    """Return the rows under the axis: labels, bars, curves; `high` is what stands above it."""
    top = high + _AXIS
    bottom = top + bottom_of(rows)
    marks, texts = _years(axis, high, bottom)
    boxes = [row.label.at(0, top + row.top + (row.height - row.label.height) / 2) for row in rows]
    middles: dict[str, float] = {}
    lines: dict[str, Lifeline] = {}
    for row in rows:
        middle = top + row.middle
        if row.line is None:
            marks.append(_guide(0, axis.right + OPEN, top + row.top + row.height - 1.5, HAIR))
            continue
        marks.append(_guide(LABEL + 2, axis.right + OPEN, middle, blend(HAIR, 0.45)))
        if row.line.thing:
            middles[row.line.thing.iri] = middle
            lines[row.line.thing.iri] = row.line
    for row in rows:
        for bar in row.line.bars if row.line else ():
            marks += bar_marks(bar, axis, top + row.middle, tone_of(row.line.behind if row.line else ()))
    for one in view.transfers:
        if one.old.iri in middles and one.new.iri in middles and one.old.iri != one.new.iri:
            day = _shown(one, lines[one.old.iri], lines[one.new.iri])
            marks += _passing(one, axis.middle(day), middles[one.old.iri], middles[one.new.iri])
    return boxes, marks, texts


def _years(axis: Axis, high: float, bottom: float) -> tuple[list[Drawn], list[Text]]:
    marks: list[Drawn] = []
    texts: list[Text] = []
    for day, told in axis.years():
        x = axis.at(day)
        marks.append(
            Path(points=((x, high + _AXIS - 5), (x, bottom)), stroke=HAIR, stroke_width=0.7 if told else 0.35)
        )
        if told:
            texts.append(
                Text(
                    x=x,
                    y=high + 11,
                    text=str(day.year),
                    face=Face.SEMIBOLD,
                    size=9,
                    ink=QUIET,
                    anchor="middle",
                )
            )
    return marks, texts


def _guide(x0: float, x1: float, y: float, colour: str) -> Path:
    return Path(points=((x0, y), (x1, y)), stroke=colour, stroke_width=0.5)


def _shown(one: Transfer, old: Lifeline, new: Lifeline) -> Moment:
    """Return the days of a transfer on which both things are certain, else all its days.

    Its day is not known better than that; the line of its event shows how uncertain it is.
    """
    assert one.moment is not None
    starts = [bar.period.latest_start for line in (old, new) for bar in line.bars]
    ends = [bar.period.earliest_end for line in (old, new) for bar in line.bars]
    first, last = max(one.moment.earliest, *starts), min(one.moment.latest, *ends)
    return between(first, last) if first <= last else one.moment


def _passing(one: Transfer, x: float, before: float, after: float) -> list[Drawn]:
    """Return the curve of a transfer, on a white one so that it can be followed over bars."""
    down = 1 if after > before else -1
    start, end = before + down * HIGH / 2, after - down * HIGH / 2
    points: list[Point] = []
    for step in range(_STEPS + 1):
        t = step / _STEPS
        points.append((x - _LEAN + 2 * _LEAN * t * t * (3 - 2 * t), start + (end - start) * t))
    halo = Path(points=tuple(points), stroke=PAPER, stroke_width=3.4)
    return [halo, *arrow(points, one.basis, 0.85, INK)]
