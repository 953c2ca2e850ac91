"""Placed geometry, in points from the top left: what every drawing format draws."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from organograaf.render.fonts import Face, width
from organograaf.render.marks import Drawn
from organograaf.render.tone import Tone


class Kind(Enum):
    """What a box stands for; it decides border, fill and type."""

    ROOT = "root"
    BAND = "band"
    PERSON = "person"
    HEAD = "head"
    SUB = "sub"
    LEAF = "leaf"
    ROW = "row"
    TASK = "task"
    COUNT = "count"
    CAPTION = "caption"
    PANEL = "panel"
    SWATCH = "swatch"
    TOGGLE = "toggle"
    LABEL = "label"
    SUBJECT = "subject"


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One line of text: `x` is where its anchor stands, `y` its baseline."""

    x: float
    y: float
    text: str
    face: Face
    size: float
    ink: str
    anchor: str = "start"

    @property
    def width(self) -> float:
        """How wide it is drawn."""
        return width(self.text, self.face, self.size)

    @property
    def left(self) -> float:
        """Where its first letter begins."""
        return self.x - {"start": 0.0, "middle": 0.5, "end": 1.0}[self.anchor] * self.width

    def scaled(self, by: float, dx: float, dy: float) -> "Text":
        """Return it multiplied by `by`, then moved."""
        return Text(
            x=self.x * by + dx,
            y=self.y * by + dy,
            text=self.text,
            face=self.face,
            size=self.size * by,
            ink=self.ink,
            anchor=self.anchor,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle with its lines of text; `above` is the air it wants above it in a stack.

    `bar` is drawn along its left side: "solid", "dashed", "hollow" or "" for none.
    `slug` and `name` say which unit it is, for links; `target` is a page of this document.
    `sign` is drawn in its top right corner: what changed. `fold` is the unit a toggle folds.
    """

    kind: Kind
    x: float
    y: float
    width: float
    height: float
    tone: Tone
    texts: tuple[Text, ...] = ()
    above: float = 0.0
    dashed: bool = False
    bar: str = ""
    scale: float = 1.0
    slug: str = ""
    name: str = ""
    target: int = 0
    sign: Tone | None = None
    fold: str = ""

    def scaled(self, by: float, dx: float, dy: float) -> "Box":
        """Return it multiplied by `by`, then moved."""
        # Written out, because `replace` takes most of the time of the search for a scale.
        return Box(
            kind=self.kind,
            x=self.x * by + dx,
            y=self.y * by + dy,
            width=self.width * by,
            height=self.height * by,
            tone=self.tone,
            texts=tuple([text.scaled(by, dx, dy) for text in self.texts]),
            above=self.above,
            dashed=self.dashed,
            bar=self.bar,
            scale=self.scale * by,
            slug=self.slug,
            name=self.name,
            target=self.target,
            sign=self.sign,
            fold=self.fold,
        )

    def at(self, x: float, y: float) -> "Box":
        """Return it with its top left corner moved by x and y."""
        return self.scaled(1.0, x, y)


@dataclass(frozen=True, slots=True)
class Stroke:
    """A connector: a line through points; dashed when the place is our inference."""

    points: tuple[tuple[float, float], ...]
    dashed: bool = False

    def scaled(self, by: float, dx: float, dy: float) -> "Stroke":
        """Return it multiplied by `by`, then moved."""
        return Stroke(tuple((x * by + dx, y * by + dy) for x, y in self.points), self.dashed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One sheet, ready to draw. `title` is its name among the bookmarks.

    `marks` lie under the boxes: bars, ribbons, curves.
    """

    width: float
    height: float
    title: str
    boxes: tuple[Box, ...]
    strokes: tuple[Stroke, ...]
    texts: tuple[Text, ...]
    marks: tuple[Drawn, ...] = ()

    def every_text(self) -> tuple[Text, ...]:
        """Return all that is written on it."""
        return (*self.texts, *(text for box in self.boxes for text in box.texts))


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Pages with what goes around them: title, description, the day they show.

    A box with a slug links to `place`/slug + `query`. `scope` goes before the ids of a picture
    that may share a page with others.
    """

    title: str
    description: str
    on: date
    lang: str
    pages: tuple[Page, ...]
    place: str = "/units"
    query: str = ""
    scope: str = ""
