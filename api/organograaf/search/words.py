"""How a text falls into words, and which words of the index a typed word may mean.

Dutch forms of a word come together by its stem (Kraaij and Pohlmann's algorithm, in Snowball).
A compound shares its beginning or its end with what it is made of: «schuldbemiddeling» is found
by «schuld» and by «bemiddeling», and «schuldbegeleiding» finds both halves.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from functools import lru_cache
from itertools import pairwise
from typing import Final

import tantivy

_LONGEST: Final = 60
_SHORTEST_PART: Final = 4
_MOST_PARTS: Final = 40
_SHORTEST_TYPO: Final = 5
_BEGUN: Final = 0.8  # of a word that was only begun
_LONGEST_LINK: Final = 2  # the «s» or «en» between the halves of a compound
_MOST_ALIKE: Final = 3
_ALIKE: Final = 0.8
_FOLDED: Final = (
    tantivy.Filter.remove_long(_LONGEST),
    tantivy.Filter.lowercase(),
    tantivy.Filter.ascii_fold(),
)


def _built(tokenizer: tantivy.Tokenizer, *filters: tantivy.Filter) -> tantivy.TextAnalyzer:
    builder = tantivy.TextAnalyzerBuilder(tokenizer)
    for one in filters:
        builder = builder.filter(one)
    return builder.build()


_WORDS: Final = _built(tantivy.Tokenizer.simple(), *_FOLDED)
_SAID: Final = _built(
    tantivy.Tokenizer.simple(),
    *_FOLDED,
    tantivy.Filter.stopword("dutch"),
    tantivy.Filter.stopword("english"),
)
_SPACED: Final = _built(tantivy.Tokenizer.whitespace(), *_FOLDED)
_LINKS: Final = ("en", "of", "&")
_STEM: Final = _built(tantivy.Tokenizer.raw(), tantivy.Filter.stemmer("dutch"))


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
    """A word of the index that is like a typed word, or holds it; `share` from 0 to 1."""

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

    def suspended(self, text: str) -> tuple[str, ...]:
        """Return the words that a hanging hyphen leaves out, when the index knows them.

        >>> Vocabulary(["dak- en thuislozen", "daklozen"]).suspended("dak- en thuislozen")
        ('daklozen',)
        """
        tokens = [token for token in _SPACED.analyze(text) if token not in _LINKS]
        found = (
            begin + base[at:]
            for hung, follows in pairwise(tokens)
            if hung.endswith("-") and (begin := hung.rstrip("-"))
            for base in (follows, *self.halves(follows)[:1])
            for at in range(1, len(base) - 2)
            if begin + base[at:] in self.words
        )
        return tuple(dict.fromkeys(found))

    def longer(self, word: str) -> tuple[Part, ...]:
        """Return the words that begin or end with this one: compounds that it is a part of."""
        found = {other: len(word) / max(len(other), len(word)) for other in self._longer(word)}
        found |= {other: max(_BEGUN, found[other]) for other in found if other.startswith(word)}
        found.pop(word, None)
        ordered = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
        return tuple(Part(*pair) for pair in ordered[:_MOST_PARTS])

    def halves(self, word: str) -> tuple[str, ...]:
        """Return the longest known words with which a word begins and ends.

        >>> Vocabulary(["schuld", "begeleiding"]).halves("schuldbegeleiding")
        ('schuld', 'begeleiding')
        """
        lengths = range(len(word) - 3, _SHORTEST_PART - 1, -1)
        own = stem(word)
        begin = next((word[:n] for n in lengths if word[:n] != own and self._begins(word[:n])), "")
        end = next((word[-n:] for n in lengths if word[-n:] in self._content), "")
        return tuple(half for half in (begin, end) if half)

    def _begins(self, part: str) -> bool:
        return part in self._content or part in self.stems

    def knows(self, word: str) -> bool:
        """Tell whether a word stands in the index, in this or another form, or is made of two that do."""
        if word in self.words or stem(word) in self.stems:
            return True
        halves = self.halves(word)
        return len(halves) == 2 and sum(map(len, halves)) >= len(word) - _LONGEST_LINK

    def alike(self, word: str) -> tuple[Part, ...]:
        """Return the words that a misspelt one may stand for, the most alike first.

        None for a known word, or one so short that any slip makes it another word.
        """
        if self.knows(word) or len(word) < _SHORTEST_TYPO:
            return ()
        close = get_close_matches(word, self._forward, n=_MOST_ALIKE, cutoff=_ALIKE)
        return tuple(Part(other, SequenceMatcher(None, word, other).ratio()) for other in close)

    def _longer(self, word: str) -> Iterator[str]:
        for beginning in {word, stem(word)}:
            if len(beginning) >= _SHORTEST_PART or beginning == word:
                yield from _starting(self._forward, beginning)
        if len(word) > _SHORTEST_PART:
            yield from (found[::-1] for found in _starting(self._backward, word[::-1]))


def _starting(ordered: list[str], beginning: str) -> Iterator[str]:
    at = bisect_left(ordered, beginning)
    while at < len(ordered) and ordered[at].startswith(beginning):
        yield ordered[at]
        at += 1
