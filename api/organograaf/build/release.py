"""A release: the published data set as files to keep, described and with their check sums.

Two releases of one version are the same, byte for byte.
"""

import hashlib
import io
import zipfile
from pathlib import Path
from typing import Final

from organograaf import disk
from organograaf.build.csvw import METADATA, metadata
from organograaf.build.describe import DESCRIPTION, modified, released
from organograaf.build.papers import papers
from organograaf.build.publish import Published
from organograaf.build.tables import tables
from organograaf.errors import BadQuestion, NotSupported
from organograaf.graphs import DUMPS, WRITERS

SUMS: Final = "SHA256SUMS"

_LONG_AGO: Final = (1980, 1, 1, 0, 0, 0)
_READABLE: Final = 0o644 << 16


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
    return WRITERS["ttl"](row[1:] for row in opened.store.quads(DESCRIPTION))


def release(opened: Published, folder: Path) -> tuple[Path, ...]:
    """Write the published data set into `folder`, and return the files, the zip of all of them last.

    Four RDF formats, tables as CSV with their metadata, README, citation, licence, the description
    with check sums, and `SHA256SUMS` of all for `sha256sum -c`. Raises BadQuestion when the folder
    cannot be written or holds anything else.
    """
    description = [row[1:] for row in opened.store.quads(DESCRIPTION)]
    texts = {
        **{f"organograaf.{suffix}": dump(opened, suffix) for suffix in DUMPS},
        **{f"{name}.csv": text for name, text in tables(opened.registers.each()).items()},
        METADATA: metadata(),
        **papers(opened.version, modified(description)),
    }
    files = {name: text.encode() for name, text in texts.items()}
    sizes = {name: (len(body), _sum(body)) for name, body in files.items()}
    files["dataset.ttl"] = WRITERS["ttl"]([*description, *released(opened.version, sizes)]).encode()
    files[SUMS] = "".join(f"{_sum(body)}  {name}\n" for name, body in sorted(files.items())).encode()
    packed = zip_name(opened.version)
    files[packed] = _packed(files, packed.removesuffix(".zip"))
    _make(folder, set(files))
    for name, body in files.items():
        disk.write(folder / name, body)
    return tuple(folder / name for name in files)


def zip_name(version: str) -> str:
    """Return the name of the file that holds all others."""
    return f"organograaf-{version}.zip"


def _sum(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()


def _packed(files: dict[str, bytes], folder: str) -> bytes:
    """Return a zip of the files in one folder, always the same for the same files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, body in sorted(files.items()):
            entry = zipfile.ZipInfo(f"{folder}/{name}", _LONG_AGO)
            entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, _READABLE, 3
            packed.writestr(entry, body)
    return out.getvalue()


def _make(folder: Path, names: set[str]) -> None:
    with disk.writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
        others = sorted({path.name for path in folder.iterdir()} - names)
    if others:
        raise BadQuestion(
            f"In {folder} staat al iets anders ({others[0]}). Geef een nieuwe of lege map.",
            f"{folder} already holds something else ({others[0]}). Give a new or empty folder.",
        )
