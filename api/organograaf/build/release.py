"""A release: the published data set as files to keep, with their check sums.

Two releases of one version are the same, byte for byte.
"""

import hashlib
from pathlib import Path
from typing import Final

from rdflib import Graph

from organograaf import queries
from organograaf.build.publish import Published
from organograaf.build.tables import tables
from organograaf.errors import BadQuestion, NotSupported
from organograaf.graphs import DUMPS, canonical, write

SUMS: Final = "SHA256SUMS"


def dump(opened: Published, suffix: str) -> str:
    """Return all graphs as "trig", "nq" or "jsonld", or merged as "ttl".

    Always the same for one version. Raises NotSupported for another suffix.
    """
    if suffix not in DUMPS:
        known = ", ".join(DUMPS)
        raise NotSupported(
            f"«{suffix[:20]}» kan ik niet schrijven. Neem {known}.",
            f"I cannot write “{suffix[:20]}”. Use {known}.",
        )
    return DUMPS[suffix](opened.store.quads())


def description(opened: Published) -> str:
    """Return the description of the published data set in Turtle: DCAT-AP and VoID."""
    answer = opened.store.query(queries.load("dataset").text)
    return canonical(Graph(bind_namespaces="none").parse(data=answer.bytes("ttl"), format="turtle"))


def release(opened: Published, folder: Path) -> tuple[Path, ...]:
    """Write the published data set into `folder`, and return the files, sums last.

    Four RDF formats, tables as CSV, the description, and `SHA256SUMS` for `sha256sum -c`.
    Raises BadQuestion when the folder cannot be written or holds anything else.
    """
    texts = {
        "dataset.ttl": description(opened),
        **{f"organograaf.{suffix}": dump(opened, suffix) for suffix in DUMPS},
        **{f"{name}.csv": text for name, text in tables(opened.registers.get()).items()},
    }
    sums = (f"{hashlib.sha256(text.encode()).hexdigest()}  {name}\n" for name, text in sorted(texts.items()))
    texts[SUMS] = "".join(sums)
    _make(folder, set(texts))
    for name, text in texts.items():
        write(folder / name, text)
    return tuple(folder / name for name in texts)


def _make(folder: Path, names: set[str]) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        others = sorted({path.name for path in folder.iterdir()} - names)
    except OSError as error:
        raise BadQuestion(
            f"In {folder} kan niet geschreven worden ({error.strerror}). Geef een andere map.",
            f"{folder} cannot be written ({error.strerror}). Give another folder.",
        ) from error
    if others:
        raise BadQuestion(
            f"In {folder} staat al iets anders ({others[0]}). Geef een nieuwe of lege map.",
            f"{folder} already holds something else ({others[0]}). Give a new or empty folder.",
        )
