"""Where versions of a data set are published: a folder, or a SPARQL server."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from organograaf.store.address import address, is_server
from organograaf.store.folder import Folder
from organograaf.store.oxigraph import Oxigraph
from organograaf.store.server import Server
from organograaf.store.store import Store


class Place(Protocol):
    """Where versions of a data set are published, the newest of which is in use."""

    lasts: float
    """For how many seconds `newest` may be kept, since to ask it costs something."""

    def newest(self) -> str | None:
        """Return the name of the version in use: its data set version, a hyphen, and more; or None."""

    def open(self, name: str) -> Store:
        """Open a version by its name. Raises NoStore."""

    def publish(self, version: str, fill: Callable[[Oxigraph], None]) -> int:
        """Fill a new version and put it in use, whole or not at all; return its number of quads."""


def place(where: str | Path) -> Place:
    """Return what is at an address, or in a folder. Raises BadQuestion for what is no address."""
    text = str(where)
    return Server(address(text, os.environ)) if is_server(text) else Folder(Path(text))
