"""A page as large as what stands on it: title above, legend, data set and sources below."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from organograaf.render import words
from organograaf.render.fonts import Face, width
from organograaf.render.frame import LEGEND, MARGIN, NOTES, title_lines, wrap_notes
from organograaf.render.marks import Drawn, Rect
from organograaf.render.pieces import BASELINE, LEADING
from organograaf.render.shapes import Box, Page, Stroke, Text
from organograaf.render.tone import COLOURS, INK, QUIET, Tone

SWATCH: Final = (22.0, 10.0)
NARROWEST: Final = 500.0
Draw = Callable[[float, float], tuple[Drawn, ...]]
_ROW: Final = 15.0
_TONES: Final = {
    Tone.CITY: "city",
    Tone.OCMW: "ocmw",
    Tone.SHARED: "shared tone",
    Tone.OTHER: "other",
    Tone.UNKNOWN: "unknown",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One entry of a legend: what it looks like in 22 by 10 points, and what it means."""

    text: str
    draw: Draw
    mark: str = ""
    ink: str = INK


@dataclass(frozen=True, slots=True, kw_only=True)
class Surround:
    """What stands around a drawing `width` wide, measured."""

    width: float
    lang: str
    title: str
    head: tuple[Text, ...]
    top: float
    keys: tuple[Key, ...]
    notes: tuple[str, ...]

    @property
    def room(self) -> float:
        """The width for the drawing, which begins at `MARGIN` and `top`."""
        return self.width - 2 * MARGIN

    @property
    def foot(self) -> float:
        """The height it takes under the drawing."""
        rows = self._rows()
        return 14 + len(rows) * _ROW + 6 + len(self.notes) * NOTES * LEADING + MARGIN - 6

    def page(
        self,
        height: float,
        *,
        boxes: Sequence[Box] = (),
        strokes: Sequence[Stroke] = (),
        marks: Sequence[Drawn] = (),
        texts: Sequence[Text] = (),
        title: str = "",
        number: int = 1,
        count: int = 1,
    ) -> Page:
        """Return the page of a drawing of this height."""
        y = self.top + height + 14
        swatches: list[Drawn] = []
        told: list[Text] = []
        for row in self._rows():
            x = MARGIN
            for key in row:
                swatches += key.draw(x, y)
                told += _lettering(key, x, y)
                x += _wide(key)
            y += _ROW
        y += 6
        for line in self.notes:
            told.append(_note(line, MARGIN, y, "start"))
            y += NOTES * LEADING
        of = words.word("page of", self.lang, str(number), str(count))
        last = _note(of, self.width - MARGIN, y - NOTES * LEADING, "end")
        return Page(
            width=self.width,
            height=y + MARGIN - 6,
            title=title or self.title,
            boxes=tuple(boxes),
            strokes=tuple(strokes),
            texts=(*self.head, *texts, *told, last),
            marks=(*marks, *swatches),
        )

    def _rows(self) -> list[list[Key]]:
        rows: list[list[Key]] = [[]]
        x = 0.0
        for key in self.keys:
            if rows[-1] and x + _wide(key) > self.room:
                rows.append([])
                x = 0.0
            rows[-1].append(key)
            x += _wide(key)
        return rows


def surround(
    title: str, subtitle: str, notes: Sequence[str], keys: Sequence[Key], wide: float, lang: str
) -> Surround:
    """Measure what goes around a drawing `wide` wide; a narrow one gets a wider page."""
    sheet = max(wide, NARROWEST) + 2 * MARGIN
    room = sheet - 2 * MARGIN
    big = 20.0 if sheet > 800 else 15.0
    head, y = title_lines(title, Face.BOLD, big, INK, room, MARGIN - 4)
    more, y = title_lines(subtitle, Face.REGULAR, 9.5, QUIET, room, y + 2) if subtitle else ([], y)
    return Surround(
        width=sheet,
        lang=lang,
        title=title,
        head=(*head, *more),
        top=y + 14,
        keys=tuple(keys),
        notes=wrap_notes(" · ".join(notes), room - 70),
    )


def tone_key(tone: Tone, lang: str) -> Key:
    """Return the entry of a colour: its letter on its tint."""
    colours = COLOURS[tone]

    def draw(x: float, y: float) -> tuple[Drawn, ...]:
        wide, high = SWATCH
        return (
            Rect(
                x=x, y=y, width=wide, height=high, fill=colours.tint, stroke=colours.strong, stroke_width=0.8
            ),
        )

    return Key(text=words.word(_TONES[tone], lang), draw=draw, mark=colours.mark, ink=colours.strong)


def _lettering(key: Key, x: float, y: float) -> list[Text]:
    wide, _ = SWATCH
    told = Text(x=x + wide + 4, y=y + 7.8, text=key.text, face=Face.REGULAR, size=LEGEND, ink=QUIET)
    if not key.mark:
        return [told]
    middle = x + wide / 2
    return [
        Text(x=middle, y=y + 7.8, text=key.mark, face=Face.BOLD, size=8, ink=key.ink, anchor="middle"),
        told,
    ]


def _wide(key: Key) -> float:
    return SWATCH[0] + 4 + width(key.text, Face.REGULAR, LEGEND) + 16


def _note(text: str, x: float, y: float, anchor: str) -> Text:
    return Text(
        x=x, y=y + BASELINE * NOTES, text=text, face=Face.REGULAR, size=NOTES, ink=QUIET, anchor=anchor
    )
