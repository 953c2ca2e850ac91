"""Our own server, as people run it: over HTTP, on a built data set, with a connection that stays open."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlencode

from benchmarks.answers import Things
from benchmarks.servers import Cost, exchanged, free, memory, wait
from benchmarks.worlds import World
from organograaf.vocab import slug


class InHttp:
    """The organogram of a day as JSON, over HTTP."""

    def __init__(self, pid: int, port: int) -> None:
        self.pid = pid
        self._connection = HTTPConnection("127.0.0.1", port, timeout=120)

    def get(self, city: str, day: date) -> bytes:
        """Return the JSON of an organogram. Raises RuntimeError on any other answer."""
        asked = urlencode({"on": day, "root": slug(city), "reach": "all"})
        return exchanged(self._connection, "GET", f"/api/v1/organogram?{asked}")

    def wake(self) -> None:
        """Ask something small: a server closes a connection that rested for some seconds."""
        exchanged(self._connection, "GET", "/healthz")

    def tree(self, city: str, day: date) -> Things:
        """Return what an organogram holds, to compare it with the other ways."""
        return frozenset(_things(json.loads(self.get(city, day))["root"]))


def _things(node: dict[str, Any]) -> Iterator[str]:
    yield node["id"]
    for unit in node["units"]:
        yield from _things(unit)


@contextmanager
def ours(world: World) -> Iterator[tuple[InHttp, Cost]]:
    """Serve a world; the cost is of one process that answered for one city."""
    start, port = time.perf_counter(), free()
    command = [sys.executable, "-m", "organograaf", "serve", "--port", str(port)]
    env = {**os.environ, **world.env}
    process = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        client = InHttp(process.pid, port)
        wait(process, lambda: client.get(*world.trees[0]))
        yield client, Cost(None, time.perf_counter() - start, None, memory(process.pid))
    finally:
        process.terminate()
        process.wait()
