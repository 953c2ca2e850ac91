"""The process that workers come from: it reads the data set once, and forks.

A worker so starts in milliseconds and shares the memory of the others. This process itself
never sees a query. Run by `organograaf.endpoint` with the number of an open socket.
"""

import gc
import json
import os
import signal
import socket
import sys
from dataclasses import asdict, dataclass
from typing import Final

from organograaf.store.memory import Memory
from organograaf.store.wire import HEADER, take
from organograaf.store.worker import work

START: Final = b"+"
KILL: Final = b"-"
END: Final = b"?"
NUMBER: Final = 12


def order(what: bytes, number: int = 0) -> bytes:
    """Return an order as bytes: start (with a socket), kill, or end and tell how it ended."""
    return what + written(number)


def written(number: int) -> bytes:
    """Return a number as bytes, always as many."""
    return f"{number:>{NUMBER}}".encode()


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What workers are to be: bytes of memory, bytes of an answer, graphs made on demand.

    `merged` are the named graphs whose triples make up the default graph too.
    """

    memory: int
    answer: int
    derived: tuple[str, ...] = ()
    merged: tuple[str, ...] = ()

    def pack(self, quads: bytes) -> bytes:
        """Return it as bytes, with the quads of the data set behind it."""
        header = json.dumps(asdict(self)).encode()
        return HEADER.pack(len(header), len(quads)) + header + quads


def main() -> None:
    """Read the setting and the quads, then start and end workers until the socket closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    control = socket.socket(fileno=int(sys.argv[1]))
    sizes = take(control, HEADER.size)
    if sizes is None:
        return
    first, second = HEADER.unpack(sizes)
    header, quads = take(control, first), take(control, second)
    if header is None or quads is None:
        return
    fields = json.loads(header)
    setting = Setting(
        memory=fields["memory"],
        answer=fields["answer"],
        derived=tuple(fields["derived"]),
        merged=tuple(fields["merged"]),
    )
    memory = Memory(quads, derived=setting.derived, largest=setting.answer)
    del quads
    memory.merge(setting.merged)
    gc.freeze()
    control.sendall(b"!")
    _tend(control, memory, setting)


def _tend(control: socket.socket, memory: Memory, setting: Setting) -> None:
    children: set[int] = set()
    dying: set[int] = set()
    while True:
        dying = {child for child in dying if os.waitpid(child, os.WNOHANG) == (0, 0)}
        message, descriptors, _, _ = socket.recv_fds(control, 1 + NUMBER, 1)
        if not message:
            break
        if message[:1] == START:
            connection = socket.socket(fileno=descriptors[0])
            child = os.fork()
            if child == 0:
                control.close()
                work(memory, connection, setting.memory)
            connection.close()
            children.add(child)
            control.sendall(written(child))
            continue
        child = int(message[1:])
        if child not in children:
            continue
        # Not yet waited for, so the number cannot be that of another process.
        os.kill(child, signal.SIGKILL)
        children.remove(child)
        if message[:1] == KILL:
            # To give back much memory takes time, in which others may want to start.
            dying.add(child)
        else:
            _, status = os.waitpid(child, 0)
            control.sendall(written(os.waitstatus_to_exitcode(status)))
    for child in children:
        os.kill(child, signal.SIGKILL)


if __name__ == "__main__":
    main()
