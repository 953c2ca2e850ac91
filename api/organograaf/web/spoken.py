"""Sentences that come as plain text, put on a page: Dutch names in an English one say that they are Dutch."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from markupsafe import Markup, escape

from organograaf.model import Literal
from organograaf.register import Register
from organograaf.vocab import SKOS

Spoken = Callable[[object], Markup]
_Names = Mapping[str, tuple[str, ...]]
_WORD: Final = re.compile(r"\w+")
_SHORTEST: Final = 3


def spoken(register: Register | None, lang: str) -> Spoken:
    """Return what escapes a text for a page in `lang`, and marks in it the names that a register knows.

    On a Dutch page there is nothing to mark. Cost: proportional to the text.
    """
    if register is None or lang == "nl":
        return escape
    names = register.memo.get("spoken names", lambda: _by_first_word(_dutch(register)))
    return lambda text: _marked(text, names) if isinstance(text, str) else escape(text)


def _marked(text: str, names: _Names) -> Markup:
    found, done = Markup(), 0
    for word in _WORD.finditer(text):
        name = next((n for n in names.get(word[0], ()) if _stands(text, n, word, done)), None)
        if name:
            start = word.start() - _lead(name)
            found += escape(text[done:start]) + Markup('<span lang="nl">{}</span>').format(name)
            done = start + len(name)
    return found + escape(text[done:])


def _stands(text: str, name: str, word: re.Match[str], done: int) -> bool:
    """Tell whether a name stands whole in a text where this word is its first, after what is done."""
    start = word.start() - _lead(name)
    return start >= done and text.startswith(name, start) and not text[start + len(name) :][:1].isalnum()


def _lead(name: str) -> int:
    """Return how many characters of a name come before its first word, as in «'t Eilandje»."""
    first = _WORD.search(name)
    return first.start() if first else 0


def _by_first_word(names: frozenset[str]) -> _Names:
    """Return names by their first word, the longest first."""
    found: dict[str, list[str]] = {}
    for name in sorted(names, key=lambda one: (-len(one), one)):
        if len(name) >= _SHORTEST and (first := _WORD.search(name)):
            found.setdefault(first[0], []).append(name)
    return {first: tuple(ordered) for first, ordered in found.items()}


def _dutch(register: Register) -> frozenset[str]:
    """Return the names that all pages use because there is none in English."""
    stated = {s.object.value for s in register.spells_of(SKOS.prefLabel) if isinstance(s.object, Literal)}
    plain = {register.label(iri) for iri in register.plain}
    return frozenset(stated | plain) - _translated(register)


def _translated(register: Register) -> frozenset[str]:
    """Return the Dutch names of what also has an English one."""
    return frozenset(
        register.label(iri) for iri in register.plain if register.label(iri, lang="en") != register.label(iri)
    )
