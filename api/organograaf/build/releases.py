"""The releases that a server hands out: each version made once, and kept as it is."""

import hashlib
import os
import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from organograaf import disk
from organograaf.build.publish import Published
from organograaf.build.release import SUMS, release, zip_name


@dataclass(frozen=True, slots=True)
class ReleasedFile:
    """A file of a release: where it is, its size in bytes, its SHA-256 in hexadecimal."""

    path: Path
    size: int
    digest: str


@dataclass(frozen=True, slots=True)
class Releases:
    """The releases under a state folder. Safe to use from threads: a version is made by one."""

    state: Path
    _lock: Lock = field(default_factory=Lock)
    _read: dict[str, dict[str, ReleasedFile]] = field(default_factory=dict)

    def versions(self) -> list[str]:
        """Return the versions that are there, the newest first."""
        folders = [one for one in self._folder.glob("[!.]*") if one.is_dir()] if self._folder.is_dir() else []
        return [one.name for one in sorted(folders, key=lambda one: -one.stat().st_mtime)]

    def files(self, version: str, opened: Published | None = None) -> dict[str, ReleasedFile]:
        """Return the files of a version by name; none when it is not there.

        With `opened` its release is made when it is not. Cost: some ten seconds, once a version.
        """
        with self._lock:
            if opened and opened.version == version and version not in self.versions():
                self._make(opened)
            if version not in self._read and version in self.versions():
                self._read[version] = _files(self._folder / version)
            return self._read.get(version, {})

    @property
    def _folder(self) -> Path:
        return self.state / "releases"

    def _make(self, opened: Published) -> None:
        with disk.writing(self._folder):
            self._folder.mkdir(parents=True, exist_ok=True)
            temporary = Path(tempfile.mkdtemp(prefix=".making-", dir=self._folder))
            try:
                release(opened, temporary)
                os.chmod(temporary, 0o755)
                os.rename(temporary, self._folder / opened.version)
            finally:
                shutil.rmtree(temporary, ignore_errors=True)


def _files(folder: Path) -> dict[str, ReleasedFile]:
    lines = (line.split("  ", 1) for line in (folder / SUMS).read_text(encoding="utf-8").splitlines())
    sums = {name: digest for digest, name in lines}
    for name in (SUMS, zip_name(folder.name)):
        sums[name] = _digest(folder / name)
    return {
        name: ReleasedFile(folder / name, (folder / name).stat().st_size, sums[name]) for name in sorted(sums)
    }


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
