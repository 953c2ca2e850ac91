"""Requests to a SPARQL server: signed, bounded in time and size, repeated where a repeat does no harm."""

import random
import time
from collections.abc import Generator, Mapping
from typing import Final

import httpx

from organograaf.errors import Unreachable
from organograaf.store.address import STORE, Address

LARGEST: Final = 256 * 1024 * 1024
_TRIES: Final = 4
_PAUSE: Final = 0.2
_AGAIN: Final = frozenset({408, 425, 429, 500, 502, 503, 504})
_SHOWN: Final = 200
_WHOLE: Final = 4


class Http:
    """A pool of connections to one server. Safe to use from threads.

    All that we ask of a server may be asked twice: reading, putting a graph that never changes, and
    adding or taking away one same triple. `patience` is how many seconds the server may be silent.
    """

    def __init__(self, address: Address, *, patience: float = 30, largest: int = LARGEST) -> None:
        self._address = address
        self._patience = patience
        self._largest = largest
        self._client = httpx.Client(
            auth=_Challenged(address.user, address.password) if address.user else None,
            # A proxy of the surroundings is no way to this machine itself.
            trust_env=not address.loopback,
            follow_redirects=False,
            headers={"User-Agent": "organograaf"},
        )

    def close(self) -> None:
        """Close all connections."""
        self._client.close()

    def ask(
        self,
        method: str,
        url: str,
        *,
        params: Mapping[str, str] | None = None,
        form: Mapping[str, str] | None = None,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        tries: int | None = None,
        patience: float | None = None,
        missing: bool = False,
    ) -> tuple[str, bytes] | None:
        """Return the media type and the body of an answer; None for a 404 that `missing` allows.

        Raises Unreachable when the server does not answer, refuses, or answers too slowly or too much.
        """
        silent = min(patience or self._patience, self._patience)
        timeout = httpx.Timeout(silent, connect=min(5, silent))
        request = self._client.build_request(
            method, url, params=params, data=form, content=body, headers=headers, timeout=timeout
        )
        most = tries or _TRIES
        for turn in range(most):
            last = turn == most - 1
            try:
                status, media_type, found = self._once(request)
            except httpx.ReadTimeout as error:
                # It has had its time; to ask again would double the wait of whoever is waiting.
                raise self._late() from error
            except httpx.HTTPError as error:
                if last:
                    raise self._gone(error) from error
            else:
                if 200 <= status < 300:
                    return media_type, found
                if status == 404 and missing:
                    return None
                if last or status not in _AGAIN:
                    raise self._refused(status, url, found)
            time.sleep(_PAUSE * 2**turn * random.uniform(0.5, 1.5))
        raise AssertionError("unreachable")

    def _once(self, request: httpx.Request) -> tuple[int, str, bytes]:
        until = time.monotonic() + _WHOLE * self._patience
        response = self._client.send(request, stream=True)
        try:
            found = bytearray()
            for part in response.iter_bytes():
                found += part
                if len(found) > self._largest:
                    raise self._large()
                # A time-out counts silence only; a trickle is never silent for long.
                if time.monotonic() > until:
                    raise self._late()
            media_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
            return response.status_code, media_type, bytes(found)
        finally:
            response.close()

    def _gone(self, error: httpx.HTTPError) -> Unreachable:
        why = " ".join(str(error).split())[:_SHOWN] or type(error).__name__
        return Unreachable(
            f"De SPARQL-server {self._address.shown} antwoordt niet ({why}). "
            f"Kijk na of hij draait en of {STORE} klopt; daarna gaat het vanzelf verder.",
            f"The SPARQL server {self._address.shown} does not answer ({why}). "
            f"See that it runs and that {STORE} is right; after that all goes on by itself.",
        )

    def _late(self) -> Unreachable:
        return Unreachable(
            f"De SPARQL-server {self._address.shown} antwoordt te traag. Probeer het later opnieuw.",
            f"The SPARQL server {self._address.shown} answers too slowly. Try again later.",
        )

    def _large(self) -> Unreachable:
        most = self._largest >> 20
        return Unreachable(
            f"De SPARQL-server {self._address.shown} geeft meer dan {most} MiB terug. "
            f"Dat hoort niet: kijk na of {STORE} klopt.",
            f"The SPARQL server {self._address.shown} returns more than {most} MiB. "
            f"That should not be: see that {STORE} is right.",
        )

    def _refused(self, status: int, url: str, body: bytes) -> Unreachable:
        if status in (401, 403):
            return Unreachable(
                f"De SPARQL-server weigert «{self._address.user or 'wie geen naam geeft'}» bij {url} "
                f"({status}). Kijk {STORE}_USER en {STORE}_PASSWORD na, en de rechten van die gebruiker.",
                f"The SPARQL server refuses “{self._address.user or 'whoever gives no name'}” at {url} "
                f"({status}). Check {STORE}_USER and {STORE}_PASSWORD, and the rights of that user.",
            )
        why = " ".join(body[:2000].decode("utf-8", "replace").split())[:_SHOWN]
        return Unreachable(
            f"De SPARQL-server antwoordt {status} bij {url}: «{why}». "
            f"Kijk na of {STORE} klopt, en het logboek van de server.",
            f"The SPARQL server answers {status} at {url}: “{why}”. "
            f"See that {STORE} is right, and the log of the server.",
        )


class _Challenged(httpx.Auth):
    """Signs in the way the server asks for: digest where it can be, else basic."""

    def __init__(self, user: str, password: str) -> None:
        self._user, self._password = user, password
        self._way: httpx.Auth | None = None

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        if self._way is None:
            response = yield request
            if response.status_code != 401:
                return
            asked = ",".join(response.headers.get_list("www-authenticate")).lower()
            kind = httpx.DigestAuth if "digest" in asked else httpx.BasicAuth
            self._way = kind(self._user, self._password)
        yield from self._way.auth_flow(request)
