"""Real servers on a free port: the one that people use, and the same endpoint over any quads."""

import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import uvicorn
from starlette.applications import Starlette
from starlette.types import ASGIApp

from organograaf.endpoint import Content, Endpoint, Limits
from organograaf.web.sparql import Sparql, sparql


@contextmanager
def serving(app: ASGIApp) -> Iterator[str]:
    """Serve an application while the block runs, and give its address."""
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


def app_over(content: Callable[[], Content], limits: Limits) -> Starlette:
    """Return the endpoint alone, over what `content` returns at each query."""

    async def now() -> Content:
        return content()

    service = Sparql(Endpoint(limits), now)
    return Starlette(routes=list(sparql(service).routes), lifespan=service.lifespan)


@dataclass(frozen=True)
class Process:
    """A server in a process of its own, as people start it."""

    address: str
    running: subprocess.Popen[bytes]

    def alive(self) -> bool:
        """Whether it is still the process that was started."""
        return self.running.poll() is None


@contextmanager
def process(state: Path, data: Path, **limits: float) -> Iterator[Process]:
    """Run `organograaf serve` on a free port while the block runs; `timeout=2` sets a limit."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    said = {f"ORGANOGRAAF_SPARQL_{name.upper()}": f"{value:g}" for name, value in limits.items()}
    running = subprocess.Popen(
        [sys.executable, "-m", "organograaf", "serve", "--port", str(port)],
        env={**os.environ, **said, "ORGANOGRAAF_STATE": str(state), "ORGANOGRAAF_DATA": str(data)},
    )
    address = f"http://127.0.0.1:{port}"
    try:
        while not _answers(address):
            assert running.poll() is None, "the server did not start"
            time.sleep(0.1)
        yield Process(address, running)
    finally:
        running.terminate()
        running.wait()


def _answers(address: str) -> bool:
    try:
        return httpx.get(f"{address}/healthz").is_success
    except httpx.TransportError:
        return False


@dataclass
class Listener:
    """Something on this machine that hostile queries try to reach; it counts who does."""

    hits: int = 0
    port: int = 0
    _socket: socket.socket = field(default_factory=socket.socket)

    def __enter__(self) -> "Listener":
        self._socket.bind(("127.0.0.1", 0))
        self._socket.listen(64)
        self.port = self._socket.getsockname()[1]
        threading.Thread(target=self._count, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.close()

    def _count(self) -> None:
        while True:
            try:
                caller, _ = self._socket.accept()
            except OSError:
                return
            self.hits += 1
            caller.close()
