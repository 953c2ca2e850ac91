"""Text in lines that fit their box: Dutch hyphenation, and what must stay together."""

import re
from functools import lru_cache
from itertools import pairwise

import pyphen

from organograaf.render.fonts import NO_BREAK, Face, drawable, width

SHORTEST = 5
LONGEST = 400

CURATED = (
    "thuislozen-werking",
    "ontwikkelings-samenwerking",
    "personeels-management",
    "aankoop-centrale",
    "preventie-dienst",
    "dienst-verlening",
    "schuldhulp-verlening",
    "schuld-bemiddeling",
    "buurt-restaurants",
    "samenlevings-opbouw",
    "gezins-ondersteuning",
    "vrijetijds-activiteiten",
)

_ARTICLE = re.compile(r"\b(art\.|artikel|§) ?(\d+\w*)(?: ?(§) ?(\d+))?", re.IGNORECASE)


@lru_cache
def _dutch() -> pyphen.Pyphen:
    """Read the dictionary at the first word to break: a command that draws nothing need not wait."""
    return pyphen.Pyphen(lang="nl_NL", left=SHORTEST, right=SHORTEST)


@lru_cache(maxsize=65536)
def wrap(text: str, face: Face, size: float, room: float) -> tuple[str, ...]:
    """Break text into lines of at most `room`, measured in the face that is drawn.

    A word that is too wide alone is broken at a curated place, else by hyphenation,
    else where it must. Text of more than 400 characters is cut with «…».
    """
    clean = drawable(text)
    if len(clean) > LONGEST:
        clean = clean[: LONGEST - 1] + "…"
    lines: list[str] = []
    line = ""
    for word in keep_together(clean).split(" "):
        joined = f"{line} {word}" if line else word
        if width(joined, face, size) <= room:
            line = joined
            continue
        head, *parts = _parts(word, face, size, room, room - width(f"{line} ", face, size) if line else 0)
        lines.extend([f"{line} {head}" if head and line else head or line])
        lines.extend(parts[:-1])
        line = parts[-1] if parts else ""
    return tuple(found for found in [*lines, line] if found) or ("–",)


@lru_cache(maxsize=16384)
def balanced(text: str, face: Face, size: float, room: float) -> tuple[str, ...]:
    """Wrap in as few lines as `wrap`, of lengths as equal as can be."""
    best = wrap(text, face, size, room)
    if len(best) == 1:
        return best
    for share in (0.55, 0.65, 0.75, 0.85, 0.95):
        lines = wrap(text, face, size, room * share)
        if len(lines) == len(best) and "".join(lines).count("-") == "".join(best).count("-"):
            return lines
    return best


def keep_together(text: str) -> str:
    """Put no-break spaces inside «art. 60 § 7» and «§ 7»."""

    def glue(found: re.Match[str]) -> str:
        return NO_BREAK.join(part for part in found.groups() if part)

    return _ARTICLE.sub(glue, text)


def _parts(word: str, face: Face, size: float, room: float, left: float) -> list[str]:
    """Split a word: what still goes on the line (or ""), then whole lines, then the rest."""
    at_hyphen = [i for i in _hyphens(word) if width(word[:i], face, size) <= left]
    head = word[: at_hyphen[-1]] if at_hyphen else ""
    parts, rest = [head], word[len(head) :]
    while width(rest, face, size) > room:
        taken, hyphen = _break(rest, face, size, room)
        parts.append(rest[:taken] + hyphen)
        rest = rest[taken:].lstrip(NO_BREAK)
    return [*parts, rest]


def _hyphens(word: str) -> list[int]:
    """Positions after a hyphen or slash that the author wrote inside the word."""
    return [i + 1 for i, (a, b) in enumerate(pairwise(word)) if a in "-/–" and b.isalpha() and i > 0]


def _break(word: str, face: Face, size: float, room: float) -> tuple[int, str]:
    for places, hyphen in ((_hyphens(word), ""), (_curated(word), "-"), (_dutch().positions(word), "-")):
        fitting = [i for i in places if width(word[:i] + hyphen, face, size) <= room]
        if fitting:
            return fitting[-1], hyphen
    glued = [i for i, char in enumerate(word) if char == NO_BREAK and width(word[:i], face, size) <= room]
    if glued and glued[-1]:
        return glued[-1], ""
    fits = [i for i in range(2, len(word) + 1) if width(word[:i], face, size) <= room]
    return (fits[-1] if fits else 1), ""


def _curated(word: str) -> list[int]:
    lowered = word.lower()
    found = []
    for entry in CURATED:
        first, second = entry.split("-")
        at = lowered.find(first + second)
        if at >= 0:
            found.append(at + len(first))
    return sorted(found)
