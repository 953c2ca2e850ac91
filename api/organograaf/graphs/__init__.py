"""Triples and files: Turtle read and written, bounds and snapshots derived."""

from organograaf.graphs.derive import DERIVED, bounds, event_dates, snapshot
from organograaf.graphs.dumps import DUMPS
from organograaf.graphs.files import (
    TurtleFile,
    canonical,
    content_hash,
    files_in,
    graph_iri,
    read,
    read_folder,
)
from organograaf.graphs.outside import Triple
from organograaf.graphs.terms import graph_of, term, value
from organograaf.graphs.turning import Turn, turning
from organograaf.graphs.writers import WRITERS

__all__ = [
    "DERIVED", "DUMPS", "WRITERS", "Triple", "Turn", "TurtleFile", "bounds", "canonical",
    "content_hash", "event_dates", "files_in", "graph_iri", "graph_of", "read", "read_folder", "snapshot",
    "term", "turning", "value",
]  # fmt: skip
