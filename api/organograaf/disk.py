"""Writing to disk: whole or not at all, and a sentence when the disk does not take it."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EDQUOT, ENOSPC
from pathlib import Path
from typing import Final

from organograaf.errors import Unwritable

FULL: Final = (ENOSPC, EDQUOT)


def write(path: Path, content: str | bytes) -> None:
    """Write a file whole or not at all: temporary file, fsync, rename. Text becomes UTF-8.

    Raises Unwritable; what was there is then still there, and nothing is left beside it.
    """
    with writing(path):
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as temporary:
                temporary.write(content.encode() if isinstance(content, str) else content)
                temporary.flush()
                os.fsync(temporary.fileno())
            os.chmod(name, 0o644)
            os.replace(name, path)
        except BaseException:  # Ctrl-C too: nothing half-made stays
            with suppress(OSError):
                os.unlink(name)
            raise


def remember(path: Path, content: str | bytes) -> None:
    """Write what can be made anew, in a folder that may not be there yet; a disk that refuses forgets it."""
    with suppress(OSError, Unwritable):
        path.parent.mkdir(parents=True, exist_ok=True)
        write(path, content)


@contextmanager
def writing(place: Path) -> Iterator[None]:
    """Tell of a place what the disk refuses while the block runs. Raises Unwritable."""
    try:
        yield
    except OSError as error:
        raise unwritable(place, error) from error


def unwritable(place: Path | str, error: OSError) -> Unwritable:
    """Return the sentence for what the disk refused at a place."""
    # The engine of the store tells of a full disk in words, without a number.
    if error.errno in FULL or os.strerror(ENOSPC) in str(error):
        return Unwritable(
            f"{place} kan niet geschreven worden: de schijf is vol. Maak plaats en probeer opnieuw; "
            "wat er was, is er nog.",
            f"{place} cannot be written: the disk is full. Make room and try again; "
            "what was there is still there.",
        )
    why = error.strerror or error
    return Unwritable(
        f"{place} kan niet geschreven worden ({why}). Kijk de rechten na, of kies een andere plaats; "
        "wat er was, is er nog.",
        f"{place} cannot be written ({why}). Check the permissions, or choose another place; "
        "what was there is still there.",
    )
