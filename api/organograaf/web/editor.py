"""YASQE, the editor that goes over the query form: fetched once at set-up, served from here.

It is not part of the program: without it the form stays as it is.
"""

import base64
import hashlib
import io
import os
import shutil
import subprocess
import tarfile
from pathlib import Path
from typing import Final
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

from organograaf import disk
from organograaf.errors import NotFetched

VERSION: Final = "4.6.2"
FILES: Final = ("yasqe.min.js", "yasqe.min.css")
_PACKAGE: Final = f"@zazuko/yasqe/-/yasqe-{VERSION}.tgz"
_SHA512: Final = "83iCLuBIgU04KBIaibxZTjKvrXD6sEe/+aqsHxLb4+ZVD4eaUwh5hFJEetuWkiKBY6WxTjVOmhKXvh2AAOR14g=="
_LARGEST: Final = 16 * 1024 * 1024
_PATIENCE: Final = 20
_VARIABLE: Final = "ORGANOGRAAF_NPM_REGISTRY"


def folder(state: Path) -> Path:
    """Return where the editor stands under a state folder."""
    return state / "editor" / VERSION


def present(state: Path) -> bool:
    """Whether the editor was fetched."""
    return all((folder(state) / name).is_file() for name in FILES)


def registry() -> str:
    """Return the npm registry of this machine: `ORGANOGRAAF_NPM_REGISTRY`, or what npm is set to.

    Raises NotFetched when there is neither.
    """
    said = os.environ.get(_VARIABLE, "").strip()
    if not said and (npm := shutil.which("npm")):
        asked = subprocess.run(
            [npm, "config", "get", "registry"], capture_output=True, text=True, check=False
        )
        said = asked.stdout.strip()
    if urlsplit(said).scheme in ("https", "http"):
        return said.rstrip("/") + "/"
    raise NotFetched(
        "Er is geen npm-register bekend; het vraagformulier werkt zonder. Installeer npm, of zet het adres "
        f"in {_VARIABLE}.",
        "No npm registry is known; the query form works without. Install npm, or put the address in "
        f"{_VARIABLE}.",
    )


def fetch(state: Path, source: str) -> None:
    """Fetch the editor from a registry, check its sum and unpack it. Raises NotFetched."""
    try:
        with urlopen(source + _PACKAGE, timeout=_PATIENCE) as answer:
            package = answer.read(_LARGEST)
    except (URLError, TimeoutError, OSError) as error:
        raise NotFetched(
            f"De editor YASQE kon niet opgehaald worden ({error}); het vraagformulier werkt zonder.",
            f"The editor YASQE could not be fetched ({error}); the query form works without.",
        ) from error
    unpack(state, package)


def unpack(state: Path, package: bytes) -> None:
    """Put the files of a package in place when it is the one that was pinned. Raises NotFetched."""
    if base64.b64encode(hashlib.sha512(package).digest()).decode() != _SHA512:
        raise NotFetched(
            f"Wat het register gaf is niet YASQE {VERSION}: de controlesom klopt niet. Er is niets bewaard.",
            f"What the registry gave is not YASQE {VERSION}: the check sum differs. Nothing was kept.",
        )
    place = folder(state)
    with disk.writing(place), tarfile.open(fileobj=io.BytesIO(package)) as files:
        place.mkdir(parents=True, exist_ok=True)
        for name in FILES:
            found = files.extractfile(f"package/build/{name}")
            if found is not None:
                disk.write(place / name, found.read())
