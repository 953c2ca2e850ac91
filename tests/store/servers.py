"""SPARQL servers for the tests, each in a folder of its own, on loopback and a free port."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import httpx

OXIGRAPH: Final = Path(sys.executable).with_name("oxigraph")
PATIENCE: Final = 60
_INI: Final = """[Database]
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
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
DirsAllowed = {folder}
[HTTPServer]
ServerPort = 127.0.0.1:{port}
ServerThreads = 10
ServerRoot = {folder}
[SPARQL]
ResultSetMaxRows = 10000
"""


@dataclass(slots=True)
class Served:
    """A SPARQL server that can be killed and started again with what it had."""

    name: str
    command: list[str]
    address: str
    folder: Path
    signed: Mapping[str, str] = field(default_factory=dict)
    _process: "subprocess.Popen[bytes] | None" = None

    def start(self) -> None:
        """Start it, and wait until it answers."""
        self._process = subprocess.Popen(
            self.command, cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        until = time.monotonic() + PATIENCE
        place = self.address if self.address.endswith("/sparql") else f"{self.address}/query"
        while time.monotonic() < until and self._process.poll() is None:
            try:
                if httpx.get(place, params={"query": "ASK {}"}, trust_env=False).status_code == 200:
                    return
            except httpx.HTTPError:
                pass
            time.sleep(0.05)
        raise RuntimeError(f"{self.name} did not start")

    def kill(self) -> None:
        """End it at once, as a crash would."""
        if self._process:
            self._process.kill()
            self._process.wait()
            # Virtuoso would take its own lock for that of another that runs.
            (self.folder / "virtuoso.lck").unlink(missing_ok=True)


def virtuoso(folder: Path) -> Served | str:
    """Return a Virtuoso to start, or why there is none."""
    program = shutil.which("virtuoso-t")
    if not program:
        return "virtuoso-t is not installed: apt-get install virtuoso-opensource-7-bin"
    port = free()
    ini = folder / "virtuoso.ini"
    ini.write_text(_INI.format(folder=folder, sql=free(), port=port))
    command = [program, "+foreground", "+configfile", str(ini)]
    signed = {"ORGANOGRAAF_STORE_USER": "dba", "ORGANOGRAAF_STORE_PASSWORD": "dba"}
    return Served("Virtuoso", command, f"http://127.0.0.1:{port}/sparql", folder, signed)


def oxigraph(folder: Path) -> Served | str:
    """Return an Oxigraph server to start, or why there is none."""
    if not os.access(OXIGRAPH, os.X_OK):
        return "the Oxigraph server is not installed: pip install oxigraph"
    port = free()
    command = [str(OXIGRAPH), "serve", "--location", str(folder / "data"), "--bind", f"127.0.0.1:{port}"]
    return Served("Oxigraph server", command, f"http://127.0.0.1:{port}", folder)


def free() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
