"""A real HTTP server that answers as it is told, badly."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

RESULTS = b'{"head":{"vars":["text"]},"results":{"bindings":[]}}'


@dataclass
class Broken:
    """What the server does: its statuses in turn (the last one for ever), its body, its pauses in seconds."""

    statuses: list[int] = field(default_factory=lambda: [200])
    body: bytes = RESULTS
    media_type: str = "application/sparql-results+json"
    before: float = 0
    between: float = 0
    times: int = 1
    location: str = ""
    asked: int = 0
    signed: list[str] = field(default_factory=list)
    address: str = ""


@contextmanager
def broken(how: Broken) -> Iterator[Broken]:
    """Run the server while the block runs."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            how.asked += 1
            how.signed.append(self.headers.get("Authorization") or "")
            time.sleep(how.before)
            self.send_response(how.statuses.pop(0) if len(how.statuses) > 1 else how.statuses[0])
            self.send_header("Content-Type", how.media_type)
            self.send_header("Content-Length", str(len(how.body) * how.times))
            if how.location:
                self.send_header("Location", how.location)
            self.end_headers()
            try:
                for _ in range(how.times):
                    self.wfile.write(how.body)
                    time.sleep(how.between)
            except OSError:
                self.close_connection = True

        do_GET = do_PUT = do_DELETE = do_POST

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    how.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield how
    finally:
        server.shutdown()
        server.server_close()
