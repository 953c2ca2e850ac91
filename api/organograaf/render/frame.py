"""What stands around the boxes on every page: title, legend, sources, page number."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from organograaf.render import words
from organograaf.render.fit import Body
from organograaf.render.fonts import Face, drawable, width
from organograaf.render.pieces import BASELINE, LEADING
from organograaf.render.shapes import Box, Kind, Page, Text
from organograaf.render.text import wrap
from organograaf.render.tone import CHANGES, COLOURS, INK, QUIET, Tone
from organograaf.view import Organogram

MARGIN: Final = 30.0
LEGEND: Final = 8.0
NOTES: Final = 7.5
_TONES: Final = {
    Tone.CITY: "city",
    Tone.OCMW: "ocmw",
    Tone.SHARED: "shared tone",
    Tone.OTHER: "other",
    Tone.UNKNOWN: "unknown",
}
_CHANGES: Final = {
    Tone.SAME: "tone same",
    Tone.NEW: "tone new",
    Tone.MOVED: "tone moved",
    Tone.RENAMED: "tone renamed",
    Tone.CHANGED: "tone changed",
    Tone.GONE: "tone gone",
}
_TOLD: Final = _TONES | _CHANGES
_SIGNS: Final = ("dashed", "inferred", "task", "mark")


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A sheet with its title and footer measured; the rest is for the body."""

    width: float
    height: float
    lang: str
    title: tuple[Text, ...]
    notes: tuple[str, ...]
    top: float
    bottom: float

    @property
    def body_width(self) -> float:
        """The width for boxes."""
        return self.width - 2 * MARGIN

    @property
    def body_height(self) -> float:
        """The height for boxes."""
        return self.bottom - self.top


def frame(view: Organogram, sheet_width: float, sheet_height: float, lang: str) -> Frame:
    """Measure title and footer of a sheet of these sizes in points."""
    room = sheet_width - 2 * MARGIN
    big = 20.0 if sheet_width * sheet_height > 600_000 else 16.0
    texts, y = title_lines(words.title(view, lang), Face.BOLD, big, INK, room, MARGIN - 4)
    more, y = title_lines(words.subtitle(view, lang), Face.REGULAR, 9.0, QUIET, room, y + 1)
    notes = [words.word("dataset", lang, view.dataset)]
    if view.sources:
        notes.append(words.word("sources", lang, ", ".join(view.sources)))
    lines = wrap_notes(" · ".join(notes), room - 70)
    legend = _legend([*(_CHANGES if view.compared else _TONES), *_SIGNS], lang, 0, 0, room)
    tall = max(text.y for text in legend[1]) + 2.2
    bottom = sheet_height - MARGIN + 6 - len(lines) * NOTES * LEADING - tall - 14
    return Frame(
        width=sheet_width,
        height=sheet_height,
        lang=lang,
        title=(*texts, *more),
        notes=lines,
        top=y + 12,
        bottom=bottom,
    )


def wrap_notes(text: str, room: float) -> tuple[str, ...]:
    """Break the footer into lines: many sources make it longer, never wider."""
    lines = [""]
    for word in drawable(text).split(" "):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if width(longer, Face.REGULAR, NOTES) <= room:
            lines[-1] = longer
        else:
            lines[-1:] = [*filter(None, lines[-1:]), *wrap(word, Face.REGULAR, NOTES, room)]
    return tuple(lines)


def furnish(around: Frame, body: Body, title: str, number: int, count: int) -> Page:
    """Put a body on its sheet, with a legend of what occurs in it."""
    boxes = [box.scaled(1, MARGIN, around.top) for box in body.boxes]
    strokes = tuple(stroke.scaled(1, MARGIN, around.top) for stroke in body.strokes)
    y = around.bottom + 10
    legend, lettering = _legend(_signs(body), around.lang, MARGIN, y, around.body_width)
    base = around.height - MARGIN + 6 - len(around.notes) * NOTES * LEADING
    texts = [
        Text(
            x=MARGIN,
            y=base + (i + BASELINE) * NOTES * LEADING,
            text=line,
            face=Face.REGULAR,
            size=NOTES,
            ink=QUIET,
        )
        for i, line in enumerate(around.notes)
    ]
    of = words.word("page of", around.lang, str(number), str(count))
    last = replace(texts[-1], x=around.width - MARGIN, text=of, anchor="end")
    return Page(
        width=around.width,
        height=around.height,
        title=title,
        boxes=(*boxes, *legend),
        strokes=strokes,
        texts=(*around.title, *lettering, *texts, last),
    )


def title_lines(
    text: str, face: Face, size: float, ink: str, room: float, y: float
) -> tuple[list[Text], float]:
    """Set a title from y down, smaller when it is long; return where it ends."""
    texts = []
    while size > 11 and len(wrap(text, face, size, room)) > 1:
        size -= 0.5
    for line in wrap(text, face, size, room):
        texts.append(Text(x=MARGIN, y=y + BASELINE * size, text=line, face=face, size=size, ink=ink))
        y += LEADING * size
    return texts, y


def _signs(body: Body) -> list[Tone | str]:
    units = [box for box in body.boxes if box.slug or box.sign]
    coloured = [box for box in units if not (box.kind is Kind.ROOT and box.tone is Tone.UNKNOWN)]
    tones = [tone for tone in Tone if any(box.tone is tone for box in coloured)]
    found: list[Tone | str] = [*tones]
    if any(box.dashed and box.tone is not Tone.GONE for box in units):
        found.append("unsure" if set(tones) & set(_CHANGES) else "dashed")
    if any(box.bar == "dashed" for box in units) or any(stroke.dashed for stroke in body.strokes):
        found.append("inferred")
    if any(box.kind is Kind.TASK for box in body.boxes):
        found.append("task")
    if len(tones) > 1 and not set(tones) & set(_CHANGES):
        found.append("mark")
    return found


def _legend(
    signs: Sequence[Tone | str], lang: str, left: float, top: float, room: float
) -> tuple[list[Box], list[Text]]:
    boxes, texts = [], []
    x, y = left, top
    for sign in signs:
        told = words.word(_TOLD[sign] if isinstance(sign, Tone) else sign, lang)
        wide = 26 + width(told, Face.REGULAR, LEGEND)
        if x > left and x + wide > left + room:
            x, y = left, y + 14
        if sign == "mark":
            x -= 26
        else:
            boxes.append(_swatch(sign, x, y))
        texts.append(Text(x=x + 26, y=y + 7.8, text=told, face=Face.REGULAR, size=LEGEND, ink=QUIET))
        x += wide + 14
    return boxes, texts


def _swatch(sign: Tone | str, x: float, y: float) -> Box:
    tone = sign if isinstance(sign, Tone) else Tone.UNKNOWN
    mark = COLOURS[tone].mark
    letters = Text(
        x=x + 11, y=y + 7.8, text=mark, face=Face.BOLD, size=8, ink=COLOURS[tone].strong, anchor="middle"
    )
    kind = {"task": Kind.TASK, "inferred": Kind.LEAF}.get(str(sign), Kind.SWATCH)
    return Box(
        kind=kind,
        x=x + (8 if kind is Kind.TASK else 0),
        y=y,
        width=22,
        height=10,
        tone=tone,
        texts=(letters,) if mark else (),
        dashed=sign in ("dashed", "unsure"),
        sign=tone if tone in CHANGES else None,
        bar="dashed" if sign == "inferred" else "hollow" if sign is Tone.UNKNOWN else "",
    )
