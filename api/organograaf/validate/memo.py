"""What was found of a node, remembered by all that it hangs on."""

import hashlib
import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from organograaf import disk
from organograaf.graphs import Triple
from organograaf.validate.render import plain, read_finding
from organograaf.validate.report import Finding

_Near = Mapping[str, frozenset[Triple]]


class Memo:
    """Findings by node and neighbourhood; what was used or learnt can be kept in a file.

    A file that cannot be read back is as none. Its name must tell shapes and validator.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._known: dict[str, tuple[Finding, ...]] = {}
        self._used: set[str] = set()
        self._new = False
        if path:
            with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
                read = json.loads(path.read_text("utf-8"))
                self._known = {key: tuple(map(read_finding, found)) for key, found in read.items()}

    def recall(self, near: _Near) -> dict[str, tuple[Finding, ...]]:
        """Return what is known of these nodes with these neighbourhoods."""
        keys = {node: _key(node, seen) for node, seen in near.items()}
        known = {node: key for node, key in keys.items() if key in self._known}
        self._used.update(known.values())
        return {node: self._known[key] for node, key in known.items()}

    def keep(self, near: _Near, found: Mapping[str, tuple[Finding, ...]]) -> None:
        """Remember what was found of these nodes."""
        for node, seen in near.items():
            key = _key(node, seen)
            self._known[key] = found[node]
            self._used.add(key)
            self._new = True

    def save(self) -> None:
        """Write what was used since it was read, when anything of it is new."""
        if self._path is None or not self._new:
            return
        text = json.dumps({key: [plain(f) for f in self._known[key]] for key in sorted(self._used)})
        disk.remember(self._path, text)


def _key(node: str, near: frozenset[Triple]) -> str:
    lines = sorted(f"{s}\t{p}\t{o!r}" for s, p, o in near)
    return hashlib.sha256("\n".join((node, *lines)).encode()).hexdigest()
