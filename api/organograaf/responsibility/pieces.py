"""Sentences in pieces: texts and things, so that each thing named can be a link."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from organograaf.doing import Piece
from organograaf.model import Basis
from organograaf.period import Certainty
from organograaf.view import Named

Pieces = tuple[Piece, ...]
_AND: Final = {"nl": " en ", "en": " and "}
_MORE: Final = {"nl": "nog {n}", "en": "{n} more"}
_MAYBE: Final = {"nl": "mogelijk", "en": "possible"}
_INFERRED: Final = {"nl": "afgeleid", "en": "inferred"}
_GAP: Final = re.compile(r"{(\w+)}")
_MOST: Final = 6


def filled(template: str, **gaps: Piece | Pieces) -> Pieces:
    """Return a template as pieces, each `{gap}` replaced by its text, thing or pieces."""
    found: list[Piece] = []
    for at, text in enumerate(_GAP.split(template)):
        part = gaps[text] if at % 2 else text
        found.extend(part if isinstance(part, tuple) else (part,))
    return joined(found)


def joined(pieces: Iterable[Piece]) -> Pieces:
    """Return pieces with neighbouring texts made one, and empty ones left out."""
    found: list[Piece] = []
    for piece in pieces:
        last = found[-1] if found else None
        if isinstance(piece, str) and isinstance(last, str):
            found[-1] = last + piece
        elif piece != "":
            found.append(piece)
    return tuple(found)


def listed(parts: Sequence[Piece | Pieces], lang: str, most: int = _MOST) -> Pieces:
    """Return «A, B en C»; after `most` parts, how many more there are."""
    shown: list[Piece | Pieces] = list(parts)
    if len(shown) > most + 1:
        shown = [*shown[:most], _MORE[lang].format(n=len(shown) - most)]
    found: list[Piece] = []
    for at, part in enumerate(shown):
        if at:
            found.append(_AND[lang] if at == len(shown) - 1 else ", ")
        found.extend(part if isinstance(part, tuple) else (part,))
    return joined(found)


def sentences(parts: Iterable[Pieces]) -> Pieces:
    """Return sentences after one another, with a space between; each begins with a capital."""
    found: list[Piece] = []
    for part in parts:
        if part:
            first, *rest = part
            if isinstance(first, str):
                first = first[:1].upper() + first[1:]
            found.extend((" ", first, *rest) if found else (first, *rest))
    return joined(found)


def marked(
    thing: Named, certainty: Certainty, doubt: str, basis: Basis, lang: str, *, note: str = ""
) -> Pieces:
    """Return a thing with, in brackets, a note, why it is not sure, and that we inferred it."""
    notes = [note] if note else []
    notes += [": ".join(filter(None, (_MAYBE[lang], doubt)))] if certainty is Certainty.POSSIBLE else []
    notes += [_INFERRED[lang]] if basis is Basis.INFERRED else []
    return (thing, f" ({', '.join(notes)})") if notes else (thing,)


def shortly(doubt: Iterable[tuple[str, str]], lang: str) -> str:
    """Return the first part of a doubt: what is known, without what is not."""
    return dict(doubt).get(lang, "").split(";")[0]


def plain(pieces: Pieces) -> str:
    """Return pieces as text."""
    return "".join(piece if isinstance(piece, str) else piece.label for piece in pieces)
