"""Whom a unit is carried by or works for: a colour, and always a letter beside it."""

from dataclasses import dataclass
from enum import Enum
from typing import Final

from organograaf.view import Named, Node


class Tone(Enum):
    """What the colour of a unit says: the legal person behind it, or in a comparison what changed."""

    CITY = "city"
    OCMW = "ocmw"
    SHARED = "shared"
    OTHER = "other"
    UNKNOWN = "unknown"
    SAME = "same"
    NEW = "appeared"
    MOVED = "moved"
    RENAMED = "renamed"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """A strong colour under white text, a tint under dark text, and the letter mark."""

    strong: str
    tint: str
    mark: str


COLOURS: Final = {
    Tone.CITY: Colours(strong="#0b4f8a", tint="#e4eef8", mark="S"),
    Tone.OCMW: Colours(strong="#7b1e5b", tint="#f8e6f0", mark="O"),
    Tone.SHARED: Colours(strong="#2d6a3a", tint="#e7f2e9", mark="S+O"),
    Tone.OTHER: Colours(strong="#7a4a12", tint="#f8efe2", mark="A"),
    Tone.UNKNOWN: Colours(strong="#47505c", tint="#eef0f3", mark=""),
    Tone.SAME: Colours(strong="#5a636e", tint="#eef0f3", mark=""),
    Tone.NEW: Colours(strong="#1b6e35", tint="#e0f3e5", mark=""),
    Tone.MOVED: Colours(strong="#8a5300", tint="#fdf0d5", mark=""),
    Tone.RENAMED: Colours(strong="#1359b3", tint="#e4eefb", mark=""),
    Tone.CHANGED: Colours(strong="#6a2fa0", tint="#f1e7fb", mark=""),
    Tone.GONE: Colours(strong="#a11a1a", tint="#fdeaea", mark=""),
}

CHANGES: Final = (Tone.NEW, Tone.MOVED, Tone.RENAMED, Tone.CHANGED, Tone.GONE)
INK: Final = "#14181d"
QUIET: Final = "#4a525c"
LINE: Final = "#6b7480"
HAIR: Final = "#c3c9d1"
PAPER: Final = "#ffffff"


def tone(node: Node, person: Tone) -> Tone:
    """Return the tone of a unit: its carriers, else whom it serves, else `person`.

    `person` is the tone of what stands above it.
    """
    if node.mark:
        return Tone(node.mark.kind)
    if node.legal_person:
        return _of([node.slug])
    named = node.carriers or node.serves
    return _of(_slugs(named)) if named else person


def tone_of(behind: tuple[Named, ...]) -> Tone:
    """Return the tone of the legal persons behind a thing; UNKNOWN when none is named."""
    return _of(_slugs(behind)) if behind else Tone.UNKNOWN


def _slugs(named: tuple[Named, ...]) -> list[str]:
    return [one.slug for one in named]


def _of(slugs: list[str]) -> Tone:
    found = {_one(slug) for slug in slugs}
    if Tone.SHARED in found or {Tone.CITY, Tone.OCMW} <= found:
        return Tone.SHARED
    return found.pop() if len(found) == 1 else Tone.OTHER


def _one(slug: str) -> Tone:
    words = slug.split("-")
    if "ocmw" in words:
        return Tone.SHARED if "en" in words else Tone.OCMW
    city = any(word.endswith("stad") or word == "gemeente" for word in words)
    return Tone.CITY if city else Tone.OTHER
