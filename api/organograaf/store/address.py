"""Where a data set is published: an address, who may go there, and the places behind it."""

import ipaddress
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import unquote, urlsplit, urlunsplit

from organograaf.errors import BadQuestion

STORE: Final = "ORGANOGRAAF_STORE"
_NAME: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_USUAL_NAME: Final = "organograaf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """The three places of a SPARQL 1.1 server, and the name under which our graphs stand in it.

    Source: SPARQL 1.1 Protocol, and SPARQL 1.1 Graph Store HTTP Protocol (W3C, 2013).
    """

    query: str
    update: str
    graphs: str
    name: str = _USUAL_NAME
    user: str = ""
    password: str = field(default="", repr=False)

    @property
    def shown(self) -> str:
        """The address to tell people: without a password."""
        return self.query

    @property
    def loopback(self) -> bool:
        """Whether all of it is on this machine."""
        hosts = {urlsplit(place).hostname or "" for place in (self.query, self.update, self.graphs)}
        return all(map(_loopback, hosts))


def is_server(text: str) -> bool:
    """Tell whether a place is the address of a server, and not a folder."""
    return text.lower().startswith(("http://", "https://"))


def address(text: str, given: Mapping[str, str] = os.environ) -> Address:
    """Read the address of a server, with what the environment adds to it.

    The usual places are known of Virtuoso (…/sparql), of the Oxigraph server (no path) and of Fuseki
    (…/dataset); ORGANOGRAAF_STORE_QUERY, _UPDATE and _GRAPHS name those of any other.
    Raises BadQuestion; a password is never told.
    """
    bare, user, password = _parted(STORE, text)
    user = given.get(f"{STORE}_USER") or user
    password = given.get(f"{STORE}_PASSWORD") or password
    query, update, graphs = _usual(bare, signed=bool(user))
    name = given.get(f"{STORE}_NAME") or _USUAL_NAME
    if not _NAME.fullmatch(name):
        raise BadQuestion(
            f"{STORE}_NAME=«{name[:80]}» kan niet. Neem kleine letters, cijfers en koppeltekens.",
            f"{STORE}_NAME=“{name[:80]}” cannot be. Use small letters, digits and hyphens.",
        )
    return Address(
        query=_given(given, "QUERY", query),
        update=_given(given, "UPDATE", update),
        graphs=_given(given, "GRAPHS", graphs),
        name=name,
        user=user,
        password=password,
    )


def _usual(bare: str, *, signed: bool) -> tuple[str, str, str]:
    """Return the places of a known server. Sources: the manuals of the three servers."""
    bare = bare.rstrip("/")
    if bare.endswith(("/sparql", "/sparql-auth")):
        # Virtuoso has other places for those who sign in, with digest authentication.
        root, auth = bare.rpartition("/sparql")[0], "-auth" if signed else ""
        return f"{root}/sparql{auth}", f"{root}/sparql{auth}", f"{root}/sparql-graph-crud{auth}"
    last = "data" if urlsplit(bare).path else "store"
    return f"{bare}/query", f"{bare}/update", f"{bare}/{last}"


def _given(given: Mapping[str, str], which: str, usual: str) -> str:
    name = f"{STORE}_{which}"
    return _parted(name, given[name])[0] if given.get(name) else usual


def _parted(name: str, text: str) -> tuple[str, str, str]:
    """Part an address from the user and password in it."""
    try:
        parts = urlsplit(text.strip())
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port = None, None
    if not host or parts.scheme not in ("http", "https") or parts.query or parts.fragment:
        raise BadQuestion(
            f"{name} is geen adres van een server. Geef er een als https://sparql.example.org/sparql, "
            "of het pad van een map.",
            f"{name} is not the address of a server. Give one such as https://sparql.example.org/sparql, "
            "or the path of a folder.",
        )
    place = f"[{host}]" if ":" in host else host
    bare = urlunsplit((parts.scheme, f"{place}:{port}" if port else place, parts.path, "", ""))
    return bare, unquote(parts.username or ""), unquote(parts.password or "")


def _loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
