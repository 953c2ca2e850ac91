"""Versions of a data set in a SPARQL server that others may run.

Updates of several operations are not atomic on every engine, so nothing depends on that. Graphs are
stored in pieces that are named after their content and never change; a version is a list of pieces,
stored in the same way; and a version comes in use by one triple, in the record. Who reads takes the
newest version of the record and asks for its pieces only, so never sees two versions mixed. What did
not change is not sent again. An interrupted build leaves its announcement in the record: the next one
goes on with what it sent, or removes it.
"""

import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from organograaf.errors import NoStore, Unreachable
from organograaf.store.address import Address
from organograaf.store.contents import Contents, read, written
from organograaf.store.graph_store import GraphStore
from organograaf.store.oxigraph import Oxigraph
from organograaf.store.pieces import LARGEST, Piece, cut
from organograaf.store.probe import faithful
from organograaf.store.remote import Remote

_ANNOUNCED: Final = "announced"
_PUBLISHED: Final = "published"
_KEPT: Final = 2
_ABANDONED_AFTER: Final = 3600 * 10**9


@dataclass(frozen=True, slots=True, order=True)
class Line:
    """A line of the record: when, of which data set version, and the piece that lists its contents."""

    moment: int
    kind: str
    version: str
    root: str

    @property
    def name(self) -> str:
        """The name of the version."""
        return f"{self.version}-{self.moment:x}"

    @property
    def text(self) -> str:
        """The line as it is written in the record."""
        return f"{self.moment:020d} {self.kind} {self.version} {self.root}"


class Server:
    """Publishes in a SPARQL server. Every method raises Unreachable."""

    lasts: float = 1

    def __init__(self, address: Address, graphs: GraphStore | None = None) -> None:
        self.address = address
        self._server = graphs or GraphStore(address)

    def newest(self) -> str | None:
        """Return the name of the version in use, or None. Cost: one small query."""
        found = self._lines(_PUBLISHED, quick=True)
        return found[-1].name if found else None

    def open(self, name: str) -> Remote:
        """Open a version by its name. Raises NoStore when it is there no longer."""
        line = next((line for line in self._lines(_PUBLISHED) if line.name == name), None)
        contents = read(line.root, self._server.get) if line else None
        if contents is None or not contents.whole:
            raise NoStore(
                f"Versie {name} staat niet (meer) op {self.address.shown}. Draai «organograaf build».",
                f"Version {name} is not (any more) at {self.address.shown}. Run “organograaf build”.",
            )
        return Remote(self._server, contents)

    def publish(self, version: str, fill: Callable[[Oxigraph], None]) -> int:
        """Fill a new version here, send what the server has not, and put it in use."""
        before = self._lines()
        with tempfile.TemporaryDirectory(prefix="organograaf-", ignore_cleanup_errors=True) as folder:
            store = Oxigraph.create(Path(folder))
            fill(store)
            moment = max(time.time_ns(), before[-1].moment + 1 if before else 0)
            self._send(store, version, moment)
            quads = len(store)
            del store
        self._sweep()
        return quads

    def _send(self, store: Oxigraph, version: str, moment: int) -> None:
        veil, prefix = not faithful(self._server), self._server.prefix
        names = {graph: _names(cut(store.triples(graph), prefix, veil=veil)) for graph in store.graphs()}
        contents, lists = written(names, prefix)
        announced = Line(moment, _ANNOUNCED, version, contents.root)
        # Said first, and the lists sent first: whatever comes of it, the next build knows what is there.
        self._server.say(announced.text)
        self._held(lists)
        for graph in names:
            self._held(cut(store.triples(graph), prefix, veil=veil))
        self._server.say(replace(announced, kind=_PUBLISHED).text)
        self._server.unsay([announced.text])

    def _held(self, pieces: Iterable[Piece]) -> None:
        """See that the server holds pieces, and gives them back as they are; send those that it has not."""
        for piece in pieces:
            if self._server.get(piece.name) is not None:
                continue
            self._server.put(piece)
            if self._server.get(piece.name) is None:
                raise Unreachable(
                    f"{self.address.shown} geeft niet terug wat erin geschreven werd ({piece.name}). "
                    f"Er is niets gepubliceerd. Laat de server antwoorden van {LARGEST} triples geven "
                    "(Virtuoso: ResultSetMaxRows), en kijk zijn logboek na.",
                    f"{self.address.shown} does not give back what was written to it ({piece.name}). "
                    f"Nothing was published. Let the server give answers of {LARGEST} triples "
                    "(Virtuoso: ResultSetMaxRows), and look at its log.",
                )

    def _sweep(self) -> None:
        """Remove all versions but the last two, and what interrupted builds left.

        What another build announced lately may still be on its way, so that stays.
        """
        lines = self._lines()
        published = [line for line in lines if line.kind == _PUBLISHED]
        young = time.time_ns() - _ABANDONED_AFTER
        kept = {*published[-_KEPT:], *(one for one in lines if one.kind == _ANNOUNCED and one.moment > young)}
        held = {name for line in kept for name in self._contents(line).pieces()}
        for line in lines:
            if line not in kept:
                for name in self._contents(line).pieces():
                    if name not in held:
                        self._server.drop(name)
                self._server.unsay([line.text])

    def _contents(self, line: Line) -> Contents:
        return read(line.root, self._server.get)

    def _lines(self, kind: str = "", *, quick: bool = False) -> list[Line]:
        """Return the lines of the record, of one kind or all, oldest first."""
        lines = (_line(text) for text in self._server.said(quick=quick))
        return sorted(line for line in lines if line and kind in ("", line.kind))


def _names(pieces: Iterable[Piece]) -> tuple[str, ...]:
    return tuple(piece.name for piece in pieces)


def _line(text: str) -> Line | None:
    moment, kind, version, root = (*text.split(" "), "", "", "", "")[:4]
    return Line(int(moment), kind, version, root) if root and moment.isdigit() else None
