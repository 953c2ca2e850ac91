"""Where the files that ship with the program are: ontology and shapes.

In a wheel they lie inside the package; in a checkout at its top.
"""

import hashlib
import os
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent.parent


def folder(name: str) -> Path:
    """Return the shipped folder `name`: "ontology" or "shacl"."""
    packaged = _PACKAGE / "share" / name
    return packaged if packaged.is_dir() else _CHECKOUT / name


def data() -> Path:
    """Return the folder of published facts: `ORGANOGRAAF_DATA`, or `data/` of the checkout."""
    return Path(os.environ.get("ORGANOGRAAF_DATA") or _CHECKOUT / "data")


def state() -> Path:
    """Return the folder of what is rebuilt at will: `ORGANOGRAAF_STATE`, or `.organograaf`."""
    return Path(os.environ.get("ORGANOGRAAF_STATE") or _CHECKOUT / ".organograaf")


def store() -> str:
    """Return where the data set is published: `ORGANOGRAAF_STORE`, a folder or an address; else `state()`."""
    return os.environ.get("ORGANOGRAAF_STORE") or str(state())


def theme() -> Path | None:
    """Return the style sheet that goes over ours: `ORGANOGRAAF_THEME`, when that is a file."""
    path = Path(os.environ.get("ORGANOGRAAF_THEME") or "")
    return path if path.is_file() else None


@cache
def fingerprint() -> str:
    """Return a short hash of the program's own files: answers may change when they do."""
    digest = hashlib.sha256()
    for path in sorted(p for p in _PACKAGE.rglob("*") if p.is_file() and p.suffix != ".pyc"):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
