"""A worker: answers queries from memory, one at a time, closed to files and network.

A query that is too much ends the worker, and nothing else.
"""

import os
import socket
import threading
from dataclasses import replace
from typing import Final

from organograaf.errors import BadQuery, NotAcceptable, OrganograafError, Refused, TooLarge
from organograaf.queries.outline import check
from organograaf.store.memory import Memory
from organograaf.store.seal import bound, seal
from organograaf.store.wire import Answered, Ask, Failed, Need, Supply, receive, send

# A query of 64 KiB of nothing but brackets needs about a fifth of this.
STACK: Final = 512 * 1024 * 1024
MOST_EXTRA: Final = 48
ERRORS: Final = {kind.__name__: kind for kind in (BadQuery, NotAcceptable, Refused, TooLarge)}


def work(memory: Memory, connection: socket.socket, most: int) -> None:
    """Answer until the other side hangs up; the process may use `most` bytes. Never returns."""
    silence = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(silence, number)
    bound(most)
    threading.stack_size(STACK)
    thread = threading.Thread(target=_serve, args=(memory, connection))
    thread.start()
    thread.join()
    os._exit(0)


def _serve(memory: Memory, connection: socket.socket) -> None:
    seal()
    while isinstance(message := receive(connection), Ask):
        try:
            send(connection, _answer(memory, connection, message))
        except OrganograafError as error:
            name = type(error).__name__
            kind = name if name in ERRORS else BadQuery.__name__
            place = error.place if isinstance(error, BadQuery) else None
            send(connection, Failed(error=kind, nl=error.text("nl"), en=error.text("en"), place=place))


def _answer(memory: Memory, connection: socket.socket, ask: Ask) -> Answered | Failed:
    check(ask.query)
    lacking = memory.lacks(ask)
    if len(lacking) > MOST_EXTRA:
        raise BadQuery(
            f"Deze vraag noemt {len(lacking)} dagen; hoogstens {MOST_EXTRA} kunnen samen. Splits ze op.",
            f"This query names {len(lacking)} days; at most {MOST_EXTRA} go together. Split it.",
        )
    if lacking:
        send(connection, Need(lacking))
    for _ in lacking:
        supply = receive(connection)
        if isinstance(supply, Failed):
            return supply
        if not isinstance(supply, Supply):
            raise EOFError
        memory.add(supply)
    return replace(memory.answer(ask), spare=memory.extra < MOST_EXTRA)
