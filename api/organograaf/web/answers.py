"""Answers kept as bytes, and the conditional requests that spare sending them again."""

import hashlib
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from organograaf import share
from organograaf.kept import Kept

MOST: Final = 4096
LARGEST: Final = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Bytes to send, what they are, and any further headers."""

    body: bytes
    media_type: str
    headers: Mapping[str, str] = field(default_factory=dict)


class Answers(Kept[Hashable, Answer]):
    """The answers made lately, by question: at most `most` of them, of `largest` bytes together."""

    def __init__(self, most: int = MOST, largest: int = LARGEST) -> None:
        super().__init__(lambda answer: len(answer.body), largest, most)


def respond(request: Request, key: Hashable, answer: Answer) -> Response:
    """Send an answer, or 304 when the client has it. The ETag is a hash of key and program.

    `key` must hold the version of the data set. Source: RFC 9110, 13.1.2.
    """
    etag = '"' + hashlib.sha256(repr((share.fingerprint(), key)).encode()).hexdigest()[:32] + '"'
    headers = {"ETag": etag, "Cache-Control": "no-cache", **answer.headers}
    if has(request.headers.get("if-none-match", ""), etag):
        return Response(status_code=304, headers=headers)
    return Response(answer.body, headers=headers, media_type=answer.media_type)


def has(if_none_match: str, etag: str) -> bool:
    """Return whether a client that sends this If-None-Match has the answer with this ETag."""
    named = {tag.strip().removeprefix("W/") for tag in if_none_match.split(",")}
    return bool(named & {etag, "*"})
