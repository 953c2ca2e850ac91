"""Datetime negotiation: what has a state per day says so, and leads to the state asked for.

The organogram goes by the valid day (`on`), a document by the recorded day (`known`); each is its
own TimeGate. Source: RFC 7089, pattern 1.1 and 4.5; docs/decisions/0009.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any, Final
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from organograaf.errors import BadDatetime
from organograaf.period import ONE_DAY
from organograaf.web.question import Question, question, shown

_DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_RFC1123: Final = re.compile(
    rf"(?:{'|'.join(_DAYS)}), (\d\d) ({'|'.join(_MONTHS)}) (\d{{4}}) (\d\d):(\d\d):(\d\d) GMT", re.ASCII
)
_HOST: Final = re.compile(r"[A-Za-z0-9.-]+(:\d{1,5})?|\[[0-9A-Fa-f:.]+\](:\d{1,5})?")
_LAST_SECOND: Final = time(23, 59, 59)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """By which parameter something is dated, and at what time of its day a state stands."""

    parameter: str
    at: time

    def stamp(self, day: date) -> str:
        """Return the datetime of a day's state as an HTTP date."""
        return f"{_DAYS[day.weekday()]}, {day.day:02} {_MONTHS[day.month - 1]} {day.year:04} {self.at} GMT"

    def day(self, put: Question) -> date | None:
        """Return the day that a question names on this clock."""
        found: date | None = getattr(put, self.parameter)
        return found

    def reached(self, moment: datetime) -> date:
        """Return the last day whose state was there by then."""
        day = moment.date()
        return day if moment.time() >= self.at or day == date.min else day - ONE_DAY


VALID: Final = Clock(parameter="on", at=time(0, 0, 0))
RECORDED: Final = Clock(parameter="known", at=_LAST_SECOND)


def asked_for(request: Request) -> datetime | None:
    """Return the `Accept-Datetime` of a request. Raises BadDatetime for what is no RFC 1123 date."""
    text = request.headers.get("accept-datetime")
    if text is None:
        return None
    found = _RFC1123.fullmatch(text.strip())
    try:
        if found:
            day, month, year, hour, minute, second = found.groups()
            month_ = _MONTHS.index(month) + 1
            return datetime(
                int(year), month_, int(day), int(hour), int(minute), min(int(second), 59), tzinfo=UTC
            )
    except ValueError:
        pass
    raise BadDatetime(
        f"«{shown(text)}» is geen datum voor Accept-Datetime. Schrijf bv. Fri, 01 Jun 2018 00:00:00 GMT.",
        f"“{shown(text)}” is no date for Accept-Datetime. Write for example Fri, 01 Jun 2018 00:00:00 GMT.",
    )


def negotiated_in_time(
    request: Request,
    allowed: Iterable[str],
    clock: Clock,
    choose: Callable[[date], date | None],
    answer: Callable[[], Response],
) -> Response:
    """Answer with a state that is asked for by its day, or lead to the one of `Accept-Datetime`.

    `choose` gives the day to lead to for the one that was reached by then; None when there is no
    state at all. Raises BadDatetime.
    """
    put = question(request.query_params, allowed)
    day = clock.day(put)
    path = quote(request.url.path)
    moment = asked_for(request) if day is None else None
    if moment and (chosen := choose(clock.reached(moment))):
        there = path + put.query(**{clock.parameter: chosen})
        response: Response = RedirectResponse(there, status_code=302)
        response.headers["Vary"] = "Accept-Datetime"
    else:
        response = answer()
        if day is None:
            response.headers["Vary"] = ", ".join(
                filter(None, (response.headers.get("vary"), "Accept-Datetime"))
            )
        else:
            response.headers["Memento-Datetime"] = clock.stamp(day)
    response.headers.append("Link", links(request, put, clock))
    return response


def links(request: Request, put: Question, clock: Clock) -> str:
    """Return the `Link` of something dated: its original, which is its TimeGate, and its TimeMap."""
    original = _original(request.url.path, put, clock)
    here = site(request)
    return (
        f'<{here}{original}>; rel="original timegate", '
        f'<{here}/timemap/link{original}>; rel="timemap"; type="application/link-format"'
    )


def site(request: Request) -> str:
    """Return the scheme and host by which the client reached us; "" when the host is no host."""
    host = request.headers.get("host", "")
    return f"{request.url.scheme}://{host}" if _HOST.fullmatch(host) else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMap:
    """The states of one thing: its address without a day, and the address and datetime of each."""

    original: str
    here: str
    mementos: tuple[tuple[str, str], ...]

    def as_links(self) -> str:
        """Return it in application/link-format. Source: RFC 7089, 5; RFC 6690."""
        lines = [f'<{self.original}>; rel="original timegate"']
        first, last = self._span()
        lines.append(
            f'<{self.here}>; rel="self"; type="application/link-format"; from="{first}"; until="{last}"'
        )
        for at, (address, stamp) in enumerate(self.mementos):
            ends = [word for word, end in (("first", 0), ("last", len(self.mementos) - 1)) if at == end]
            lines.append(f'<{address}>; rel="{" ".join([*ends, "memento"])}"; datetime="{stamp}"')
        return ",\n".join(lines) + "\n"

    def as_json(self) -> dict[str, Any]:
        """Return it as the JSON that Memento clients read."""
        found = [{"datetime": stamp, "uri": address} for address, stamp in self.mementos]
        return {
            "original_uri": self.original,
            "timegate_uri": self.original,
            "self": self.here,
            "mementos": {"list": found, "first": found[0], "last": found[-1]},
        }

    def _span(self) -> tuple[str, str]:
        return self.mementos[0][1], self.mementos[-1][1]


def timemap(request: Request, path: str, put: Question, clock: Clock, days: Sequence[date]) -> TimeMap:
    """Return the TimeMap of an address whose states are those of `days`."""
    here = site(request)
    return TimeMap(
        original=here + _original(path, put, clock),
        here=here + quote(request.url.path) + put.query(),
        mementos=tuple(
            (here + quote(path) + put.query(**{clock.parameter: day}), clock.stamp(day)) for day in days
        ),
    )


def _original(path: str, put: Question, clock: Clock) -> str:
    return quote(path) + put.query(**{clock.parameter: None})
