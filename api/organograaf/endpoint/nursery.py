"""Where workers come from, seen from the server: start one, end one."""

import asyncio
import os
import socket
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from threading import Lock
from typing import Final

from organograaf.store.nursery import END, KILL, NUMBER, START, Setting, order
from organograaf.store.wire import HEADER, Message, pack, take, unpack

_READY: Final = b"!"
_LOW: Final = 10
_ROOM: Final = 1 << 20
_PARTING: Final = 5
_PASSED_ON: Final = ("PATH", "PYTHONPATH", "LANG", "LC_ALL", "SYSTEMROOT", "VIRTUAL_ENV")


class Gone(Exception):
    """The other side of a socket is gone."""


@dataclass(frozen=True, slots=True, eq=False)
class Worker:
    """A process that answers, and the socket to it."""

    number: int
    connection: socket.socket

    def alive(self) -> bool:
        """Whether it has not hung up, as far as one can tell without asking."""
        try:
            return bool(self.connection.recv(1, socket.MSG_PEEK))
        except BlockingIOError:
            return True
        except OSError:
            return False

    def used(self) -> float:
        """Return the seconds of processor time used so far; of the clock where that is not told."""
        if sys.platform == "linux":
            with suppress(OSError):
                # The clock of another process. Source: clock_getcpuclockid(3).
                return time.clock_gettime(~self.number << 3 | 2)
        return time.monotonic()

    def yield_(self) -> None:
        """Let all quicker work on this machine go first, from now on."""
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, self.number, _LOW)

    async def send(self, message: Message) -> None:
        """Send a message. Raises Gone."""
        try:
            await asyncio.get_running_loop().sock_sendall(self.connection, pack(message))
        except OSError as error:
            raise Gone from error

    async def receive(self, most: int) -> Message:
        """Return the next message, of at most so many bytes. Raises Gone."""
        header, body = HEADER.unpack(await self._take(HEADER.size))
        if header + body > most + _ROOM:
            raise Gone
        return unpack(await self._take(header), await self._take(body))

    async def _take(self, size: int) -> bytes:
        taken, loop = bytearray(size), asyncio.get_running_loop()
        view, at = memoryview(taken), 0
        while at < size:
            try:
                read = await loop.sock_recv_into(self.connection, view[at:])
            except OSError as error:
                raise Gone from error
            if not read:
                raise Gone
            at += read
        return bytes(taken)


class Nursery:
    """The process that forks workers for one data set. Safe to use from threads."""

    def __init__(self, setting: Setting, quads: bytes) -> None:
        """Start it and wait until it has read the quads. Raises Gone."""
        self._lock = Lock()
        self._control, theirs = socket.socketpair()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "organograaf.store.nursery", str(theirs.fileno())],
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            env={name: os.environ[name] for name in _PASSED_ON if name in os.environ},
        )
        theirs.close()
        self._ask(setting.pack(quads), len(_READY))

    def start(self) -> Worker:
        """Start a worker. Raises Gone."""
        ours, theirs = socket.socketpair()
        with theirs, self._lock:
            try:
                socket.send_fds(self._control, [order(START)], [theirs.fileno()])
            except OSError as error:
                raise Gone from error
            number = int(self._ask(b"", NUMBER))
        ours.setblocking(False)
        return Worker(number, ours)

    def kill(self, worker: Worker) -> None:
        """End a worker without waiting until it has gone."""
        worker.connection.close()
        with suppress(Gone), self._lock:
            self._ask(order(KILL, worker.number), 0)

    def end(self, worker: Worker) -> int | None:
        """Return how a worker ended: minus the signal. None when that is not known."""
        worker.connection.close()
        with self._lock:
            try:
                return int(self._ask(order(END, worker.number), NUMBER))
            except Gone:
                return None

    def close(self) -> None:
        """End it, and all its workers with it."""
        with self._lock:
            self._control.close()
            try:
                self._process.wait(_PARTING)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()

    def _ask(self, message: bytes, size: int) -> bytes:
        try:
            self._control.sendall(message)
            answer = take(self._control, size)
        except OSError as error:
            raise Gone from error
        if answer is None:
            raise Gone
        return answer
