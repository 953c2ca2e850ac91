"""How a text falls into words, and which words of the index a typed word may mean.

Dutch forms of a word come together by its stem (Kraaij and Pohlmann's algorithm, in Snowball).
A compound shares its beginning or its end with what it is made of: «schuldbemiddeling» is found
by «schuld» and by «bemiddeling», and «schuldbegeleiding» finds both halves.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import tantivy

_LONGEST: Final = 60
_SHORTEST_PART: Final = 4
_MOST_PARTS: Final = 40
_FOLDED: Final = (
    tantivy.Filter.remove_long(_LONGEST),
    tantivy.Filter.lowercase(),
    tantivy.Filter.ascii_fold(),
)


def _analyzer(*filters: tantivy.Filter, split: bool = True) -> tantivy.TextAnalyzer:
    tokenizer = tantivy.Tokenizer.simple() if split else tantivy.Tokenizer.raw()
    builder = tantivy.TextAnalyzerBuilder(tokenizer)
    for one in filters:
        builder = builder.filter(one)
    return builder.build()


_WORDS: Final = _analyzer(*_FOLDED)
_SAID: Final = _analyzer(*_FOLDED, tantivy.Filter.stopword("dutch"), tantivy.Filter.stopword("english"))
_STEM: Final = _analyzer(tantivy.Filter.stemmer("dutch"), split=False)


def words(text: str) -> list[str]:
    """Return the words of a name: lower case, without accents.

    >>> words("Coördinatie & Inspectie")
    ['coordinatie', 'inspectie']
    """
    return list(_WORDS.analyze(text))


def said(text: str) -> list[str]:
    """Return the words of a question that say something: without «wie», «de», «van», “who” …

    A question of nothing but such words keeps them all.
    """
    return list(_SAID.analyze(text)) or words(text)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return the stem of a word.

    >>> stem("daklozen"), stem("dakloos")
    ('dakloos', 'dakloos')
    """
    return str(next(iter(_STEM.analyze(word)), word))


@dataclass(frozen=True, slots=True)
class Part:
    """A word of the index that shares a part with a typed word; `share` from 0 to 1."""

    word: str
    share: float


class Vocabulary:
    """The words of an index, to find what begins or ends alike."""

    def __init__(self, texts: Sequence[str]) -> None:
        known = {word for text in texts for word in words(text)}
        self.words: Final = frozenset(known)
        self.stems: Final = frozenset(stem(word) for word in known)
        self._content: Final = frozenset(word for text in texts for word in _SAID.analyze(text))
        self._forward: Final = sorted(known)
        self._backward: Final = sorted(word[::-1] for word in known)

    def knows(self, word: str) -> bool:
        """Tell whether a word stands in the index, in this or another form."""
        return word in self.words or stem(word) in self.stems

    def parts(self, word: str) -> tuple[Part, ...]:
        """Return the words that this one is a part of, and those that are a part of it."""
        found: dict[str, float] = {}
        for other in (*self._longer(word), *self._shorter(word)):
            share = min(len(other), len(word)) / max(len(other), len(word))
            found[other] = max(found.get(other, 0.0), share)
        found.pop(word, None)
        ordered = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
        return tuple(Part(*pair) for pair in ordered[:_MOST_PARTS])

    def _longer(self, word: str) -> Iterator[str]:
        for beginning in {word, stem(word)}:
            if len(beginning) >= _SHORTEST_PART or beginning == word:
                yield from _starting(self._forward, beginning)
        if len(word) > _SHORTEST_PART:
            yield from (found[::-1] for found in _starting(self._backward, word[::-1]))

    def _shorter(self, word: str) -> Iterator[str]:
        for length in range(_SHORTEST_PART, len(word) - 2):
            yield from (part for part in (word[:length], word[-length:]) if part in self._content)


def _starting(ordered: list[str], beginning: str) -> Iterator[str]:
    at = bisect_left(ordered, beginning)
    while at < len(ordered) and ordered[at].startswith(beginning):
        yield ordered[at]
        at += 1
