"""An error beside the query: the lines around it, and the mark where it goes wrong."""

from dataclasses import dataclass
from typing import Final

from organograaf.errors import BadQuery, OrganograafError

_AROUND: Final = 2
_SIDE: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of a query: its number, its text, and for the line of the error what is marked in it."""

    number: int
    text: str
    mark: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Why there is no answer; `line` and `column` from 1 when a place is known, and what is there."""

    text: str
    line: int | None = None
    column: int | None = None
    lines: tuple[Line, ...] = ()


def fault(error: OrganograafError, query: str, lang: str) -> Fault:
    """Return an error with the lines of the query around its place."""
    if not isinstance(error, BadQuery) or error.place is None:
        return Fault(text=error.text(lang))
    line, column = error.place
    lines = query.splitlines()
    first = max(1, line - _AROUND)
    around = (
        _marked(number, text, column) if number == line else Line(number=number, text=text[: 2 * _SIDE])
        for number, text in enumerate(lines[first - 1 : line + _AROUND], first)
    )
    return Fault(text=error.text(lang), line=line, column=column, lines=tuple(around))


def _marked(number: int, text: str, column: int) -> Line:
    at = min(max(column - 1, 0), len(text))
    return Line(
        number=number,
        text=text[max(0, at - _SIDE) : at],
        mark=text[at : at + 1] or " ",
        after=text[at + 1 : at + 1 + _SIDE],
    )
