"""Answers kept as bytes, and the conditional requests that spare sending them again."""

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from organograaf import share

MOST: Final = 512
LARGEST: Final = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Bytes to send, what they are, and any further headers."""

    body: bytes
    media_type: str
    headers: Mapping[str, str] = field(default_factory=dict)


class Answers:
    """The answers made lately, by question; the least recently used go first.

    At most `most` answers of `largest` bytes together. Safe to use from threads: of two
    that ask the same, one makes the answer and the other waits for it.
    """

    def __init__(self, most: int = MOST, largest: int = LARGEST) -> None:
        self._most = most
        self._largest = largest
        self._size = 0
        self._lock = Lock()
        self._making: dict[Hashable, Lock] = {}
        self._kept: OrderedDict[Hashable, Answer] = OrderedDict()

    def get(self, key: Hashable, make: Callable[[], Answer]) -> Answer:
        """Return the answer kept under `key`, or make it and keep it."""
        with self._lock:
            if found := self._find(key):
                return found
            making = self._making.setdefault(key, Lock())
        with making:
            with self._lock:
                if found := self._find(key):
                    return found
            try:
                return self._keep(key, make())
            finally:
                with self._lock:
                    self._making.pop(key, None)

    def _find(self, key: Hashable) -> Answer | None:
        if key in self._kept:
            self._kept.move_to_end(key)
        return self._kept.get(key)

    def _keep(self, key: Hashable, made: Answer) -> Answer:
        with self._lock:
            if replaced := self._kept.pop(key, None):
                self._size -= len(replaced.body)
            self._kept[key] = made
            self._size += len(made.body)
            while len(self._kept) > self._most or (self._size > self._largest and len(self._kept) > 1):
                self._size -= len(self._kept.popitem(last=False)[1].body)
        return made


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
