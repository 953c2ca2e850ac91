"""Reports kept by content: what did not change is not checked again."""

import hashlib
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

from rdflib import BNode, Graph
from rdflib.compare import to_canonical_graph

from organograaf import disk, share
from organograaf.validate.render import as_json, read_json
from organograaf.validate.report import Report
from organograaf.validate.run import Place, files


def key(data: Graph, place: Place) -> str:
    """Return a hash of all that a report depends on: data, shapes, validator.

    Equal content has an equal key, whatever the order of its triples. A report with
    `homes` or `silenced` of its own depends on those too: add them to the key.
    """
    blank = any(isinstance(node, BNode) for triple in data for node in triple)
    graph = to_canonical_graph(data) if blank else data
    digest = hashlib.sha256(f"{place} pyshacl {version('pyshacl')}\n".encode())
    for path in files(place):
        digest.update(path.read_bytes())
    for line in sorted(f"{s.n3()} {p.n3()} {o.n3()}\n" for s, p, o in graph):
        digest.update(line.encode())
    return digest.hexdigest()


@lru_cache
def edition(place: Place) -> str:
    """Return what changes when the shapes of a place, the validator or the program do."""
    digest = hashlib.sha256(f"{place} pyshacl {version('pyshacl')} {share.fingerprint()}\n".encode())
    for path in files(place):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def cached(key: str, folder: Path, compute: Callable[[], Report]) -> Report:
    """Return the report kept in `folder` under `key`, or compute and keep it.

    A file that cannot be read back is computed anew.
    """
    path = folder / f"{key}.json"
    with suppress(OSError, ValueError, KeyError, TypeError):
        return read_json(path.read_text("utf-8"))
    report = compute()
    disk.remember(path, as_json(report))
    return report
