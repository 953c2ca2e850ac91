"""The plot of the figures per year: what is only possible is hollow, dashed or italic."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import cycle
from typing import Final

from organograaf.figures import Analysis, Extent, Year
from organograaf.render.analysis.tables import CHURN, share
from organograaf.render.analysis.words import kind, notes, title, word
from organograaf.render.fonts import Face, drawable
from organograaf.render.frame import MARGIN
from organograaf.render.marks import Drawn, Path, Rect
from organograaf.render.pdf import pdf_of
from organograaf.render.png import png_of
from organograaf.render.shapes import Document, Text
from organograaf.render.sheet import SWATCH, Key, surround
from organograaf.render.svg import svg_of
from organograaf.render.tone import COLOURS, HAIR, INK, LINE, PAPER, QUIET, Tone

FILLS: Final = ("#0b4f8a", "#d08a2e", "#2d6a3a", "#7b1e5b", "#7fb0dc", "#8a8f98")
REST: Final = "#d3c5e0"
GUTTER: Final = 150.0
BARS: Final = 200.0
SOURCES: Final = 34.0
ROW: Final = 17.0
_GREY: Final = "#b4bcc6"
_STRIPE: Final = "#f5f6f8"
_TONES: Final = dict(zip(CHURN, (Tone.NEW, Tone.GONE, Tone.RENAMED, Tone.MOVED), strict=True))


def analysis_svg(view: Analysis, paper: str = "A3", lang: str = "nl", *, embed_font: bool = True) -> bytes:
    """Draw the figures as SVG, as wide as the years need."""
    return svg_of(document(view, lang), embed_font=embed_font)


def analysis_pdf(view: Analysis, paper: str = "A3", lang: str = "nl") -> bytes:
    """Draw the figures as PDF."""
    return pdf_of(document(view, lang))


def analysis_png(view: Analysis, paper: str = "A3", lang: str = "nl") -> bytes:
    """Draw the figures as PNG."""
    return png_of(document(view, lang))


@dataclass(slots=True)
class _Plot:
    """What is drawn so far, and where the years stand."""

    view: Analysis
    lang: str
    column: float
    y: float
    marks: list[Drawn] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)

    def middle(self, at: int) -> float:
        return MARGIN + GUTTER + (at + 0.5) * self.column

    @property
    def right(self) -> float:
        return MARGIN + GUTTER + len(self.view.years) * self.column

    def say(
        self,
        text: str,
        x: float,
        y: float,
        *,
        face: Face = Face.REGULAR,
        size: float = 8.5,
        ink: str = INK,
        anchor: str = "middle",
    ) -> None:
        self.texts.append(Text(x=x, y=y, text=text, face=face, size=size, ink=ink, anchor=anchor))

    def head(self, key: str) -> None:
        self.say(word(key, self.lang), MARGIN, self.y + 9, face=Face.SEMIBOLD, size=10.5, anchor="start")
        self.y += 16


def document(view: Analysis, lang: str) -> Document:
    """Return the plot as a page with its legend and notes."""
    column = max(26.0, min(60.0, 900 / len(view.years)))
    wide = GUTTER + len(view.years) * column
    keys = tuple(_keys(view, lang))
    around = surround(
        drawable(title(view, lang)),
        word("subtitle", lang),
        notes(view, lang),
        keys,
        wide,
        lang,
    )
    plot = _Plot(view, lang, column, around.top)
    _units(plot)
    _sources(plot)
    _form(plot)
    _churn(plot)
    return Document(
        title=title(view, lang),
        description=word("subtitle", lang),
        on=view.years[-1].on,
        lang=lang,
        pages=(around.page(plot.y - around.top, marks=plot.marks, texts=plot.texts),),
        scope="analysis",
    )


def _shown(view: Analysis) -> tuple[str | None, ...]:
    kinds = view.kinds
    return kinds if len(kinds) <= len(FILLS) + 1 else kinds[: len(FILLS)]


def _parts(view: Analysis, year: Year) -> Iterator[tuple[str, int]]:
    """Yield the fill and number of each kind that is certain, the rest as one."""
    kinds, shown = dict(year.kinds), _shown(view)
    for name, fill in zip(shown, (*FILLS, REST), strict=False):
        yield fill, kinds.get(name, Extent()).certain
    yield REST, sum(extent.certain for name, extent in year.kinds if name not in shown)


def _units(plot: _Plot) -> None:
    plot.head("panel units")
    tallest = max(year.units.certain + year.units.possible for year in plot.view.years) or 1
    step = _step(tallest)
    top, unit = plot.y + 24, BARS / tallest
    floor = top + BARS
    for number in range(0, tallest + 1, step):
        y = floor - number * unit
        line = ((MARGIN + GUTTER, y), (plot.right, y))
        plot.marks.append(Path(points=line, stroke=HAIR, stroke_width=0.5 if number else 1.0))
        plot.say(str(number), MARGIN + GUTTER - 6, y + 3, size=8, ink=QUIET, anchor="end")
    for at, year in enumerate(plot.view.years):
        _bar(plot, at, year, floor, unit)
        plot.say(str(year.year), plot.middle(at), floor + 12, face=Face.SEMIBOLD)
    plot.y = floor + 26


def _bar(plot: _Plot, at: int, year: Year, floor: float, unit: float) -> None:
    wide = plot.column * 0.6
    x, y = plot.middle(at) - wide / 2, floor
    for fill, number in _parts(plot.view, year):
        y -= number * unit
        if number:
            plot.marks.append(
                Rect(x=x, y=y, width=wide, height=number * unit, fill=fill, stroke=PAPER, stroke_width=0.5)
            )
    if year.units.possible:
        y -= year.units.possible * unit
        plot.marks.append(_hollow(x, y, wide, year.units.possible * unit))
        plot.marks.append(Rect(x=x, y=y - 20, width=wide, height=19, fill=PAPER))
        plot.say(f"+{year.units.possible}", plot.middle(at), y - 3, face=Face.ITALIC, size=8, ink=QUIET)
        y -= 9
    plot.say(str(year.units.certain), plot.middle(at), y - 3, face=Face.SEMIBOLD)


def _sources(plot: _Plot) -> None:
    plot.head("panel sources")
    most = max(year.sources for year in plot.view.years) or 1
    floor = plot.y + 12 + SOURCES
    for at, year in enumerate(plot.view.years):
        high, wide = SOURCES * year.sources / most, plot.column * 0.6
        x = plot.middle(at) - wide / 2
        plot.marks.append(Rect(x=x, y=floor - high, width=wide, height=high, fill=_GREY))
        plot.say(str(year.sources), plot.middle(at), floor - high - 3)
    plot.marks.append(
        Path(points=((MARGIN + GUTTER, floor), (plot.right, floor)), stroke=LINE, stroke_width=1)
    )
    plot.y = floor + 16


def _form(plot: _Plot) -> None:
    plot.head("panel form")
    _row(plot, "depth", [(str(y.drawn.depth), y.certain.depth == y.drawn.depth) for y in plot.view.years])
    means = [(_mean(y.drawn.mean, plot.lang), y.certain.mean == y.drawn.mean) for y in plot.view.years]
    _row(plot, "mean", means)
    _row(plot, "most", [(str(y.drawn.most), y.certain.most == y.drawn.most) for y in plot.view.years])
    shares = [(share(y), not (y.shared.possible or y.told.possible)) for y in plot.view.years]
    _row(plot, "shared", [("–" if part is None else f"{part} %", sure) for part, sure in shares])
    plot.y += 14


def _row(plot: _Plot, key: str, cells: Sequence[tuple[str, bool]]) -> None:
    """Draw a row of numbers: in italics where they count what is only possible."""
    _stripe(plot, key)
    for at, (text, sure) in enumerate(cells):
        face, ink = (Face.REGULAR, INK) if sure else (Face.ITALIC, QUIET)
        plot.say(text, plot.middle(at), plot.y - 5, face=face, ink=ink)


def _churn(plot: _Plot) -> None:
    plot.head("panel churn")
    for name in CHURN:
        _stripe(plot, name)
        colours = COLOURS[_TONES[name]]
        for at, year in enumerate(plot.view.years):
            extent: Extent = getattr(year.churn, name)
            both = [(extent.certain, True)] * bool(extent.certain)
            both += [(extent.possible, False)] * bool(extent.possible)
            for place, (number, sure) in enumerate(both):
                x = plot.middle(at) + (place - (len(both) - 1) / 2) * 13
                box = (x - 6, plot.y - ROW + 2.5, 12.0, 12.0)
                plot.marks.append(_solid(*box, colours.strong) if sure else _hollow(*box, colours.strong))
                plot.say(
                    str(number),
                    x,
                    plot.y - 5.3,
                    face=Face.SEMIBOLD if sure else Face.ITALIC,
                    size=8,
                    ink=PAPER if sure else INK,
                )
    plot.y += 4


def _stripe(plot: _Plot, key: str) -> None:
    room = plot.right - MARGIN
    plot.marks.append(Rect(x=MARGIN, y=plot.y, width=room, height=ROW - 2, fill=_STRIPE))
    plot.y += ROW
    plot.say(word(key, plot.lang), MARGIN + 4, plot.y - 5, anchor="start")


def _keys(view: Analysis, lang: str) -> Iterator[Key]:
    shown = _shown(view)
    for name, fill in zip(shown, (*FILLS, REST), strict=False):
        yield _key(drawable(kind(name, lang)), fill)
    if len(shown) < len(view.kinds):
        yield _key(word("other kinds", lang), REST)
    yield Key(text=word("only possible", lang), draw=lambda x, y: (_hollow(x, y, *SWATCH),))


def _key(text: str, fill: str) -> Key:
    return Key(text=text, draw=lambda x, y: (_solid(x, y, *SWATCH, fill),))


def _solid(x: float, y: float, width: float, height: float, fill: str) -> Rect:
    return Rect(x=x, y=y, width=width, height=height, fill=fill)


def _hollow(x: float, y: float, width: float, height: float, stroke: str = LINE) -> Rect:
    return Rect(
        x=x, y=y, width=width, height=height, fill=PAPER, stroke=stroke, stroke_width=0.9, dashed=True
    )


def _mean(value: float | None, lang: str) -> str:
    return "–" if value is None else f"{value:.1f}".replace(".", "," if lang == "nl" else ".")


def _step(tallest: int) -> int:
    """Return a round distance between lines that leaves at most six of them."""
    size, factors = 1, cycle((2, 2.5, 2))
    while tallest / size > 6:
        size = round(size * next(factors))
    return size
