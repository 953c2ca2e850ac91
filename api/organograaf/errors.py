"""Everything that can go wrong for a user, as one tree.

A message says what is wrong, where, and what to do. It is written in Dutch and
English at once: `str(error)` is Dutch, `error.text("en")` English.
"""

from collections.abc import Sequence
from dataclasses import dataclass


class OrganograafError(Exception):
    """The root of the tree: something a user or an author can mend."""

    def __init__(self, nl: str, en: str) -> None:
        # Both, so that an error that a worker raised can be made again in the process that asked.
        super().__init__(nl, en)
        self._texts = {"nl": nl, "en": en}

    def __str__(self) -> str:
        return self.text()

    def text(self, lang: str = "nl") -> str:
        """Return the sentence in `lang` ("nl" or "en"; Dutch for any other)."""
        return self._texts.get(lang, self._texts["nl"])


class BadQuestion(OrganograafError):
    """The question itself is wrong: an impossible date, an unknown parameter."""


class Unchosen(BadQuestion):
    """The data set holds several organisations, and the question does not say which.

    `choices` are the slug and name of some that may be meant, best first, of `number` in all.
    """

    def __init__(self, nl: str, en: str, choices: Sequence[tuple[str, str]] = (), number: int = 0) -> None:
        super().__init__(nl, en)
        self.choices = tuple(choices)
        self.number = number


class BadDate(BadQuestion, ValueError):
    """A date or EDTF text that no calendar knows."""


class BadDatetime(BadDate):
    """An `Accept-Datetime` that is no RFC 1123 date."""


@dataclass(frozen=True, slots=True)
class Near:
    """A thing that may have been meant: what names it, and the things that it passed into once gone."""

    iri: str
    slug: str
    label: str
    gone: bool = False
    successors: tuple["Near", ...] = ()


class NotFound(OrganograafError):
    """The question is fine, but no such thing is known.

    `near` are the things that may have been meant, best first; of some only the slug is known.
    """

    def __init__(self, nl: str, en: str, near: Sequence[Near | str] = ()) -> None:
        super().__init__(nl, en)
        self.near = tuple(near)


class BadData(OrganograafError):
    """The data cannot be read or does not hold together."""


class Invalid(BadData):
    """The data was read, but breaks a rule that forbids publishing it."""


class Unwritable(OrganograafError):
    """The disk does not take what has to be written: it is full, or may not be written."""


class NoStore(OrganograafError):
    """There is no built store yet, or it cannot be opened."""


class Unreachable(NoStore):
    """A server that holds the store does not answer, or not as it should; it may do so later."""

    seconds = 5


class NotFetched(OrganograafError):
    """Something from outside could not be fetched, or is not what it should be."""


class NotSupported(BadQuestion):
    """A format, size or feature that does not exist."""


class NotAcceptable(NotSupported):
    """The thing exists, but not in any of the formats that are asked for."""


class BadQuery(BadQuestion):
    """A SPARQL query, or the request around it, that cannot be answered as it stands.

    `place` is the line and column, counted from 1, where it goes wrong, when that is known.
    """

    def __init__(self, nl: str, en: str, *, place: tuple[int, int] | None = None) -> None:
        super().__init__(nl, en)
        self.place = place


class Refused(BadQuery):
    """SPARQL that would change something, or fetch something from elsewhere."""


class TooLarge(BadQuestion):
    """A question that is longer than what is taken."""


class UnknownMedia(BadQuestion):
    """A question in a media type that is not taken."""


class TooSlow(OrganograafError):
    """A query that took longer than it may; it was stopped."""


class Later(OrganograafError):
    """A question that can be put again after `seconds`."""

    def __init__(self, nl: str, en: str, *, seconds: int = 5) -> None:
        super().__init__(nl, en)
        self.seconds = seconds


class OverBudget(Later):
    """Someone used up the query time that one client may have."""


class Busy(Later):
    """Too much is asked at the same time."""
