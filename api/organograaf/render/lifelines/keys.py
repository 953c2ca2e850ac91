"""The legend of lifelines."""

from organograaf.model import Basis
from organograaf.render.lifelines import words
from organograaf.render.lifelines.bars import HIGH, hatched
from organograaf.render.lifelines.events import COLOUR as EVENT
from organograaf.render.marks import Dot, Drawn, Path, Rect
from organograaf.render.ribbons import arrow, blend
from organograaf.render.sheet import SWATCH, Draw, Key, tone_key
from organograaf.render.tone import COLOURS, INK, Tone, tone_of
from organograaf.spans import Lifelines


def keys(view: Lifelines, lang: str) -> list[Key]:
    """Return an entry for each sign that occurs."""
    found = [Key(text=words.word("certain", lang), draw=_bar_key(Basis.STATED))]
    if any(bar.basis is Basis.INFERRED for line in view.lines for bar in line.bars):
        found.append(Key(text=words.word("inferred", lang), draw=_bar_key(Basis.INFERRED)))
    found.append(Key(text=words.word("possible", lang), draw=_hatched_key))
    found.append(Key(text=words.word("open", lang), draw=_open_key))
    found += [Key(text=words.word("event", lang), draw=_event_key)] if view.events else []
    bases = {one.basis for one in view.transfers}
    found += [
        Key(text=words.word(f"arrow {basis.value}", lang), draw=_arrow_key(basis))
        for basis in Basis
        if basis in bases
    ]
    tones = {tone_of(line.behind) for line in view.lines}
    return found + [tone_key(tone, lang) for tone in Tone if tone in tones]


def _bar_key(basis: Basis) -> Draw:
    strong = COLOURS[Tone.UNKNOWN].strong
    inferred = basis is Basis.INFERRED

    def draw(x: float, y: float) -> tuple[Drawn, ...]:
        fill = blend(strong, 0.35) if inferred else strong
        edge = {"stroke": strong, "stroke_width": 0.8} if inferred else {}
        return (Rect(x=x, y=y + 1, width=SWATCH[0], height=HIGH, fill=fill, **edge),)  # type: ignore[arg-type]

    return draw


def _hatched_key(x: float, y: float) -> tuple[Drawn, ...]:
    return tuple(hatched(x, x + SWATCH[0], y + 1, COLOURS[Tone.UNKNOWN].strong))


def _open_key(x: float, y: float) -> tuple[Drawn, ...]:
    strong = COLOURS[Tone.UNKNOWN].strong
    sizes = ((2.0, 2.0), (6.0, 2.6), (10.6, 3.2))
    squares = (
        Rect(x=x + far, y=y + 5 - size / 2, width=size, height=size, fill=strong) for far, size in sizes
    )
    return (*squares, Rect(x=x + 15, y=y + 1, width=7, height=HIGH, fill=strong))


def _event_key(x: float, y: float) -> tuple[Drawn, ...]:
    middle = y + SWATCH[1] / 2
    line = Path(points=((x, middle), (x + SWATCH[0], middle)), stroke=EVENT, stroke_width=1.6)
    return (line, Dot(x + SWATCH[0] / 2, middle, 4.5, EVENT))


def _arrow_key(basis: Basis) -> Draw:
    def draw(x: float, y: float) -> tuple[Drawn, ...]:
        middle = y + SWATCH[1] / 2
        line = [(x, middle), (x + SWATCH[0] / 2, middle), (x + SWATCH[0], middle)]
        return tuple(arrow(line, basis, 0.9, INK))

    return draw
