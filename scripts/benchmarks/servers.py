"""SPARQL servers of our own, each in a folder that goes afterwards, on loopback and a free port."""

import csv
import io
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import urlencode

_PATIENCE = 120  # seconds for a server to start
OXIGRAPH = Path(sys.executable).with_name("oxigraph")
_LOAD = "ld_dir('{folder}', '*.nq', 'urn:none'); rdf_loader_run(); checkpoint;"
_INI = """[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {folder}/virtuoso-temp.db
TransactionFile = {folder}/virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DirsAllowed = {folder}
NumberOfBuffers = 170000
MaxDirtyBuffers = 130000
CheckpointInterval = 0
[HTTPServer]
ServerPort = 127.0.0.1:{web}
ServerThreads = 10
KeepAliveTimeout = 600
MaxKeepAlives = 10
[SPARQL]
ResultSetMaxRows = 1000000
"""


@dataclass(slots=True)
class Server:
    """A server that runs: how to ask it, and what it cost to fill and start it."""

    pid: int
    connection: HTTPConnection
    path: str
    folder: Path
    loading: float = 0.0
    starting: float = 0.0

    def ask(self, query: str, graph: str | None = None) -> Iterable[Sequence[str]]:
        """Ask a query, of one graph or (None) of all, over a connection that is kept open; return rows."""
        given = {"query": query} | ({"default-graph-uri": graph} if graph else {})
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "text/csv"}
        body = exchanged(self.connection, "POST", self.path, urlencode(given), headers)
        return list(csv.reader(io.StringIO(body.decode())))[1:]


def virtuoso_found() -> bool:
    """Tell whether Virtuoso is installed (Debian: virtuoso-opensource)."""
    return bool(shutil.which("virtuoso-t") and shutil.which("isql-vt"))


@contextmanager
def virtuoso(quads: Path | None = None) -> Iterator[Server]:
    """Run a Virtuoso, filled with the N-Quads of a file.

    Loaded, it is stopped and started again: only so is its start that of a filled server.
    """
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder, (sql, web) = Path(name), (free(), free())
        (folder / "virtuoso.ini").write_text(_INI.format(folder=folder, sql=sql, web=web))
        command = ["virtuoso-t", "+foreground", "+configfile", str(folder / "virtuoso.ini")]
        loading = 0.0
        if quads:
            with running(command, web, "/sparql", folder):
                start = time.perf_counter()
                (folder / "all.nq").symlink_to(quads)
                isql = ["isql-vt", f"127.0.0.1:{sql}", "dba", "dba", f"exec={_LOAD.format(folder=folder)}"]
                subprocess.run(isql, check=True, capture_output=True)
                loading = time.perf_counter() - start
        with running(command, web, "/sparql", folder) as server:
            server.loading = loading
            yield server


@contextmanager
def oxigraph(quads: Path) -> Iterator[Server]:
    """Run an Oxigraph server (`pip install oxigraph`), filled with the N-Quads of a file."""
    with tempfile.TemporaryDirectory() as name:
        folder, port = Path(name), free()
        start = time.perf_counter()
        load = [str(OXIGRAPH), "load", "--location", name, "--file", str(quads), "--format", "nq"]
        subprocess.run(load, check=True, capture_output=True)
        loading = time.perf_counter() - start
        bind = ["--bind", f"127.0.0.1:{port}", "--union-default-graph"]
        command = [str(OXIGRAPH), "serve-read-only", "--location", name, *bind]
        with running(command, port, "/query", folder) as server:
            server.loading = loading
            yield server


@contextmanager
def running(command: list[str], port: int, path: str, folder: Path) -> Iterator[Server]:
    """Run a SPARQL server while the block runs, from when it answers."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        server = Server(process.pid, HTTPConnection("127.0.0.1", port, timeout=600), path, folder)
        wait(process, lambda: server.ask("SELECT ?s { ?s ?p ?o } LIMIT 1"))
        server.starting = time.perf_counter() - start
        yield server
    finally:
        process.terminate()
        process.wait()


def wait(process: "subprocess.Popen[bytes]", answers: Callable[[], object]) -> None:
    """Wait until a server answers. Raises RuntimeError when it stops before, or takes too long."""
    until = time.perf_counter() + _PATIENCE
    while True:
        try:
            answers()
            return
        except (OSError, HTTPException) as error:
            if process.poll() is not None or time.perf_counter() > until:
                raise RuntimeError(
                    f"{process.args} does not answer ({process.returncode}): {error}"
                ) from error
            time.sleep(0.02)


def exchanged(
    connection: HTTPConnection,
    method: str,
    path: str,
    body: str | None = None,
    headers: Mapping[str, str] | None = None,
) -> bytes:
    """Return the body of an answer over a connection that stays open. Raises RuntimeError when not 200.

    A server closes a connection that rested for some seconds: then it is opened and asked once more.
    """
    for last in (False, True):
        try:
            connection.request(method, path, body, dict(headers or {}))
            response = connection.getresponse()
            found = response.read()
            break
        except (OSError, HTTPException):
            connection.close()
            if last:
                raise
    if response.status != 200:
        raise RuntimeError(f"{response.status}: {found[:300]!r}")
    return found


def free() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def memory(pid: int) -> int:
    """Return the bytes of memory of a process and all under it; what they share counts once."""
    total, waiting = 0, [pid]
    while waiting:
        here = waiting.pop()
        try:
            lines = Path(f"/proc/{here}/smaps_rollup").read_text().splitlines()
            total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) * 1024
            tasks = Path(f"/proc/{here}/task").iterdir()
            waiting += [int(c) for task in tasks for c in (task / "children").read_text().split()]
        except (OSError, ProcessLookupError):
            continue
    return total


def on_disk(folder: Path) -> int:
    """Return the bytes of all files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


@dataclass(frozen=True, slots=True)
class Cost:
    """What an engine costs: seconds to load, seconds from nothing to the first answer, bytes.

    None: not applicable, or not measured. `size` is on disk, `held` in memory.
    """

    loading: float | None = None
    starting: float | None = None
    size: int | None = None
    held: int | None = None


@dataclass(frozen=True, slots=True)
class Ran:
    """How long a command took, in seconds, and the most memory it and all under it held, in bytes."""

    seconds: float
    most: int


def measured(command: list[str], env: dict[str, str]) -> Ran:
    """Run a command to its end. Raises RuntimeError with what it told when it fails."""
    start, most = time.perf_counter(), 0
    with tempfile.TemporaryFile() as told:
        process = subprocess.Popen(command, env={**os.environ, **env}, stdout=told, stderr=told)
        while process.poll() is None:
            most = max(most, memory(process.pid))
            time.sleep(0.25)
        if process.returncode:
            told.seek(0)
            raise RuntimeError(f"{process.returncode}: {told.read()[-2000:].decode(errors='replace')}")
    return Ran(time.perf_counter() - start, most)
