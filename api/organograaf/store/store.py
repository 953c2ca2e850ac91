"""What the rest of the program asks of a triple store, whichever engine it is."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from organograaf.model import Value
from organograaf.register import Row
from organograaf.store.answer import Answer


class Store(Protocol):
    """One version of a data set in a triple store; it never changes.

    Every method raises NoStore when the store cannot be reached.
    """

    def __len__(self) -> int:
        """Return the number of quads, derived ones too."""

    def rows(self, graphs: Iterable[str] | None = None) -> Iterator[Row]:
        """Yield all triples of some graphs; of all, derived ones left out, when none are named."""

    def quads(self, graph: str | None = None) -> Iterator[Row]:
        """Yield all quads, derived ones too, or those of one graph; in no fixed order."""

    def graphs(self) -> list[str]:
        """Return the names of all graphs, sorted."""

    def n_quads(self) -> bytes:
        """Return all quads as N-Quads, in no fixed order."""

    def naming(self, things: Iterable[str]) -> list[str]:
        """Return the names of the graphs that name one of these things, derived ones left out, sorted."""

    def query(
        self,
        text: str,
        *,
        graph: Iterable[tuple[str, str, Value]] | None = None,
        of: Iterable[str] | None = None,
    ) -> Answer:
        """Run a read query over the union of all graphs, or over one given graph.

        `of` names the only graphs that can matter to the answer, where that is known beforehand: a
        store that is far away then reads no others. A store that is near may look at all.
        Common prefixes need no declaration. Raises BadQuestion on bad SPARQL, Refused on SERVICE
        and updates.
        """
