"""What server and worker say to each other: JSON with bytes behind it, over a socket.

Nothing here can make the reader run anything, whatever the other side sends.
"""

import json
import socket
import struct
from dataclasses import asdict, dataclass
from typing import Any, Final

HEADER: Final = struct.Struct(">II")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A query, and the graphs it asks of: those of the request, else its own, else the usual.

    None is what was not said. `solutions` and `triples` are the formats wanted for either kind
    of answer; None: no format of that kind will do. `most` bytes are taken, when that is less
    than what is given.
    """

    query: str
    base: str
    default: tuple[str, ...] | None = None
    named: tuple[str, ...] | None = None
    usual_default: tuple[str, ...] | None = None
    usual_named: tuple[str, ...] | None = None
    solutions: str | None = "json"
    triples: str | None = "ttl"
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Need:
    """Derived graphs that a query speaks of and the worker does not have."""

    graphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Supply:
    """A derived graph: its triples as N-Triples, or the graphs that it is made of."""

    graph: str
    triples: bytes = b""
    gathers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """An answer in one of the formats asked for; `spare` workers can take another query."""

    format: str
    body: bytes
    spare: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """Why there is no answer: the name of an error of ours, its sentences, and its place in the query."""

    error: str
    nl: str
    en: str
    place: tuple[int, int] | None = None


Message = Ask | Need | Supply | Answered | Failed
_KINDS: Final[dict[str, type[Message]]] = {c.__name__: c for c in (Ask, Need, Supply, Answered, Failed)}
_BODIES: Final = ("body", "triples")
_LISTS: Final = ("default", "named", "usual_default", "usual_named", "graphs", "gathers", "place")


def pack(message: Message) -> bytes:
    """Return a message as bytes, its sizes first."""
    fields = asdict(message)
    body = next((fields.pop(name) for name in _BODIES if isinstance(fields.get(name), bytes)), b"")
    header = json.dumps({"kind": type(message).__name__, **fields}).encode()
    return HEADER.pack(len(header), len(body)) + header + body


def unpack(header: bytes, body: bytes) -> Message:
    """Return the message of a header and a body. Raises ValueError for what is none."""
    fields: dict[str, Any] = json.loads(header)
    kind = _KINDS.get(fields.pop("kind", ""))
    if kind is None:
        raise ValueError("a message of no known kind")
    for name in _LISTS:
        if isinstance(fields.get(name), list):
            fields[name] = tuple(fields[name])
    if kind is Answered:
        fields["body"] = body
    elif kind is Supply:
        fields["triples"] = body
    try:
        return kind(**fields)
    except TypeError as error:
        raise ValueError(f"a message of other fields: {error}") from error


def send(connection: socket.socket, message: Message) -> None:
    """Send a message, all of it."""
    connection.sendall(pack(message))


def receive(connection: socket.socket) -> Message | None:
    """Return the next message, or None when the other side is gone."""
    sizes = take(connection, HEADER.size)
    if sizes is None:
        return None
    first, second = HEADER.unpack(sizes)
    header, body = take(connection, first), take(connection, second)
    return None if header is None or body is None else unpack(header, body)


def take(connection: socket.socket, size: int) -> bytes | None:
    """Return exactly `size` bytes, or None when the other side is gone."""
    taken = bytearray()
    while len(taken) < size:
        part = connection.recv(min(size - len(taken), 1 << 20))
        if not part:
            return None
        taken += part
    return bytes(taken)
