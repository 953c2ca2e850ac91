"""Word groups: what people type, read as what sources call it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from organograaf.model import Literal
from organograaf.register import Register
from organograaf.search.words import said, stem
from organograaf.vocab import GRAAF, RDF, SKOS


@dataclass(frozen=True, slots=True)
class Reading:
    """A stretch of typed words, and the words of sources that it stands for (none: itself).

    `label` is how sources write it; `foreign` tells that it was not typed in Dutch.
    """

    typed: tuple[str, ...]
    meant: tuple[str, ...] = ()
    label: str = ""
    foreign: bool = False


class Groups:
    """The word groups of a register, to read a question by."""

    def __init__(self, register: Register) -> None:
        self._meant: Final = dict(_entries(register))
        self._longest: Final = max(map(len, self._meant), default=0)

    def read(self, typed: Sequence[str]) -> list[Reading]:
        """Return a question in stretches: the longest that a group knows, else word by word."""
        readings: list[Reading] = []
        at = 0
        while at < len(typed):
            length = next(self._lengths(typed, at), 0)
            stretch = tuple(typed[at : at + max(length, 1)])
            readings.append(Reading(stretch, *self._meant[_stems(stretch)]) if length else Reading(stretch))
            at += len(stretch)
        return readings

    def _lengths(self, typed: Sequence[str], at: int) -> Iterator[int]:
        longest = min(self._longest, len(typed) - at)
        return (n for n in range(longest, 0, -1) if _stems(typed[at : at + n]) in self._meant)


def _entries(register: Register) -> Iterator[tuple[tuple[str, ...], tuple[tuple[str, ...], str, bool]]]:
    for _, properties in sorted(register.plain.items()):
        if GRAAF.WordGroup in properties.get(RDF.type, ()):
            meant = [v.value for v in properties.get(SKOS.prefLabel, ()) if isinstance(v, Literal)]
            for label in properties.get(SKOS.altLabel, ()):
                if isinstance(label, Literal) and meant:
                    yield _stems(said(label.value)), (tuple(said(meant[0])), meant[0], label.lang == "en")


def _stems(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(stem(word) for word in words)
