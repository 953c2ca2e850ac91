"""The data set that is published now: a new build is taken over without a restart."""

from dataclasses import dataclass
from threading import Lock
from time import monotonic
from typing import Final

from organograaf.build.publish import Published, opened, version_in
from organograaf.errors import Unreachable
from organograaf.store import Place

_AWAY: Final = 5


@dataclass(frozen=True, slots=True)
class _Seen:
    """The name of the version in use, and until when it need not be asked again."""

    name: str | None
    until: float


class Current:
    """Hands out the published data set; each request takes it once and keeps to it.

    A server that does not answer for a while changes nothing for what is in memory: the version
    known last stays in use. Cost when nothing changed: one small file, or a small query a second.
    Safe to use from threads.
    """

    def __init__(self, place: Place) -> None:
        self._place = place
        self._reading = Lock()
        self._asking = Lock()
        self._seen: _Seen | None = None
        self._opened: tuple[str, Published] | None = None

    def take(self) -> Published:
        """Return the newest build, read into memory. Raises NoStore when there is none."""
        name = self._newest()
        if found := self._kept(name):
            return found
        before = self._opened
        # While one reads the new version, others go on with the one before.
        if not self._reading.acquire(blocking=before is None) and before:
            return before[1]
        try:
            return self._kept(name) or self._read()
        except Unreachable:
            if before is None:
                raise
            self._seen = _Seen(before[0], monotonic() + _AWAY)
            return before[1]
        finally:
            self._reading.release()

    def peek(self) -> Published | None:
        """Return what `take` would, when that takes no reading and asks no server."""
        seen = self._seen
        if self._place.lasts and (seen is None or seen.until < monotonic()):
            return None
        return self._kept(self._newest())

    def version(self) -> str | None:
        """Return the version of the data set in use, or None. Raises Unreachable."""
        name = self._newest()
        return version_in(name) if name else None

    def _read(self) -> Published:
        fresh = opened(self._place)
        if len(fresh.registers.listings) == 1:
            fresh.registers.get()
        self._opened = (fresh.name, fresh)
        return fresh

    def _kept(self, name: str | None) -> Published | None:
        kept = self._opened
        return kept[1] if kept and kept[0] == name else None

    def _newest(self) -> str | None:
        seen = self._seen
        if seen and monotonic() < seen.until:
            return seen.name
        if not self._asking.acquire(blocking=seen is None) and seen:
            return seen.name
        try:
            found = _Seen(self._place.newest(), monotonic() + self._place.lasts)
        except Unreachable:
            if seen is None:
                raise
            found = _Seen(seen.name, monotonic() + _AWAY)
        finally:
            self._asking.release()
        self._seen = found
        return found.name
