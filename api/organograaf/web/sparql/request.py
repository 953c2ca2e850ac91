"""A request as the SPARQL 1.1 Protocol has it: GET, POST of a form, POST of a query itself."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from ipaddress import IPv6Address, ip_address
from typing import Final
from urllib.parse import parse_qsl

from starlette.requests import Request

from organograaf.errors import BadQuery, TooLarge, UnknownMedia
from organograaf.period import question_day
from organograaf.queries.library import Ready, ready
from organograaf.queries.outline import LONGEST
from organograaf.web.question import shown

FORM: Final = "application/x-www-form-urlencoded"
QUERY: Final = "application/sparql-query"
UPDATE: Final = "application/sparql-update"
# In a form each byte of a query may take three.
_LARGEST: Final = 4 * LONGEST
_MOST_FIELDS: Final = 512
_UPDATING: Final = ("update", "using-graph-uri", "using-named-graph-uri")


@dataclass(frozen=True, slots=True, kw_only=True)
class Put:
    """A query that was put, and what goes with it; None is what was not said.

    `timeout` is in seconds. `ready` is the question of the library that the query comes from.
    Parameters that other endpoints know and this one does not are let be.
    """

    query: str | None
    default: tuple[str, ...] | None = None
    named: tuple[str, ...] | None = None
    known: date | None = None
    timeout: float | None = None
    format: str | None = None
    lang: str = "nl"
    ready: Ready | None = None


async def put(request: Request) -> Put:
    """Read a request. Raises BadQuery, TooLarge, UnknownMedia, BadDate."""
    fields = _fields(request.scope["query_string"])
    if request.method == "POST":
        fields += await _posted(request)
    names = [name for name, _ in fields]
    for name in _UPDATING:
        if name in names:
            raise BadQuery(
                f"Deze server wijzigt niets op vraag van buiten: «{name}» is geweigerd. Gebruik «query».",
                f"This server changes nothing when asked from outside: “{name}” is refused. Use “query”.",
            )
    for name in ("query", "known", "timeout"):
        if names.count(name) > 1:
            raise BadQuery(
                f"De parameter «{name}» staat er meer dan eens. Geef hem één keer.",
                f"The parameter “{name}” is given more than once. Give it once.",
            )
    if request.method == "POST" and "query" not in names and "question" not in names:
        raise BadQuery(
            "Er is geen vraag. Geef ze als «query» in een formulier, of zelf als application/sparql-query.",
            "There is no query. Give it as “query” in a form, or by itself as application/sparql-query.",
        )
    return _read(fields)


def client(request: Request) -> str:
    """Return who asks: the address, for IPv6 the network of one connection."""
    host = request.client.host if request.client else ""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    return address.exploded[:19] if isinstance(address, IPv6Address) else host


def _read(fields: list[tuple[str, str]]) -> Put:
    one = dict(reversed(fields))
    default, named = _all(fields, "default-graph-uri"), _all(fields, "named-graph-uri")
    said = bool(default or named)
    asked = _from_library(one) if "query" not in one else None
    return Put(
        query=asked.query if asked else one.get("query"),
        ready=asked,
        default=default if said else None,
        named=named if said else None,
        known=question_day(one["known"]) if one.get("known", "").strip() else None,
        timeout=_seconds(one["timeout"]) if one.get("timeout", "").strip() else None,
        format=one.get("format") or one.get("output") or None,
        lang="en" if one.get("lang") == "en" else "nl",
    )


def _from_library(one: Mapping[str, str]) -> Ready | None:
    if "question" not in one:
        return None
    on = question_day(one["on"]) if one.get("on", "").strip() else None
    return ready(one["question"]).about(on=on, unit=one.get("unit") or None)


def _all(fields: Iterable[tuple[str, str]], wanted: str) -> tuple[str, ...]:
    return tuple(value for name, value in fields if name == wanted and value)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if seconds > 0:
        return seconds
    raise BadQuery(
        f"«{shown(text)}» kan niet als timeout. Geef een aantal seconden, zoals 10.",
        f"“{shown(text)}” cannot be a timeout. Give a number of seconds, such as 10.",
    )


async def _posted(request: Request) -> list[tuple[str, str]]:
    kind, _, parameters = request.headers.get("content-type", "").partition(";")
    kind = kind.strip().lower()
    charset = parameters.partition("charset=")[2].strip(' "').lower()
    if kind not in (FORM, QUERY) or charset not in ("", "utf-8", "utf8"):
        raise _unknown(f"{kind}; charset={charset}" if kind in (FORM, QUERY) else kind)
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise _unknown(request.headers["content-encoding"])
    body = await _body(request)
    return _fields(body) if kind == FORM else [("query", _text(body))]


async def _body(request: Request) -> bytes:
    """Return the body. Raises TooLarge as soon as it is, without taking the rest."""
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > _LARGEST:
            raise TooLarge(
                f"Dit is te lang: een vraag heeft hoogstens {LONGEST // 1024} KiB. Maak ze korter.",
                f"This is too long: a query has at most {LONGEST // 1024} KiB. Make it shorter.",
            )
    return bytes(body)


def _fields(encoded: bytes) -> list[tuple[str, str]]:
    try:
        return parse_qsl(
            encoded.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS
        )
    except ValueError as error:
        raise _unreadable() from error


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _unreadable() from error


def _unreadable() -> BadQuery:
    return BadQuery(
        "De vraag is niet te lezen: ze moet in UTF-8 staan, in een formulier met %-tekens.",
        "The query cannot be read: it must be in UTF-8, in a form with percent signs.",
    )


def _unknown(kind: str) -> UnknownMedia:
    if kind == UPDATE:
        return UnknownMedia(
            "Deze server wijzigt niets op vraag van buiten: updates zijn geweigerd. Stuur een vraag als "
            f"{QUERY}.",
            "This server changes nothing when asked from outside: updates are refused. Send a query as "
            f"{QUERY}.",
        )
    return UnknownMedia(
        f"«{shown(kind)}» neem ik niet aan. Stuur een formulier ({FORM}) of een vraag ({QUERY}), in UTF-8.",
        f"I do not take “{shown(kind)}”. Send a form ({FORM}) or a query ({QUERY}), in UTF-8.",
    )
