"""Versions of a data set in a folder: each an embedded store, and a file that names the one in use."""

import os
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from organograaf import disk
from organograaf.errors import NoStore
from organograaf.store.oxigraph import Oxigraph

_ABANDONED_AFTER: Final = 3600


class Folder:
    """Publishes in a folder. A server may go on to read the version before the newest."""

    lasts: float = 0

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stores = folder / "stores"

    def newest(self) -> str | None:
        """Return the name of the version in use, or None. Cost: one small file."""
        try:
            return (self._folder / "current").read_text(encoding="utf-8").strip()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise NoStore(
                f"{self._folder} kan niet gelezen worden ({error.strerror}). Kijk ORGANOGRAAF_STORE na.",
                f"{self._folder} cannot be read ({error.strerror}). Check ORGANOGRAAF_STORE.",
            ) from error

    def open(self, name: str) -> Oxigraph:
        """Open a version by its name. Raises NoStore."""
        return Oxigraph.open(self._stores / name)

    def publish(self, version: str, fill: Callable[[Oxigraph], None]) -> int:
        """Fill a new store and switch to it; interrupted, it leaves the old one in use. Raises Unwritable."""
        with disk.writing(self._folder):
            self._stores.mkdir(parents=True, exist_ok=True)
            self._sweep()
            temporary = Path(tempfile.mkdtemp(prefix=".building-", dir=self._stores))
            try:
                quads = _filled(temporary, fill)
                self._switch(temporary, self._stores / f"{version}-{time.time_ns():x}")
                return quads
            finally:
                shutil.rmtree(temporary, ignore_errors=True)

    def _switch(self, temporary: Path, final: Path) -> None:
        os.rename(temporary, final)
        disk.write(self._folder / "current", final.name + "\n")

    def _sweep(self) -> None:
        """Remove what interrupted builds left, and all stores but the newest two."""
        for left in self._stores.glob(".building-*"):
            if time.time() - left.stat().st_mtime > _ABANDONED_AFTER:
                shutil.rmtree(left, ignore_errors=True)
        built = sorted(
            (s for s in self._stores.iterdir() if not s.name.startswith(".")), key=lambda s: s.stat().st_mtime
        )
        for old in built[:-2]:
            shutil.rmtree(old, ignore_errors=True)


def _filled(folder: Path, fill: Callable[[Oxigraph], None]) -> int:
    store = Oxigraph.create(folder)
    fill(store)
    store.close()
    return len(store)
