"""What we ask of a SPARQL 1.1 server: graphs whole, and the few lines of its record.

All our graphs, and only ours, have names that begin with `Record.prefix`; no other is read or written.
Source: SPARQL 1.1 Graph Store HTTP Protocol; SPARQL 1.1 Update (W3C, 2013).
"""

from collections.abc import Iterable
from typing import Final

import pyoxigraph as ox

from organograaf import queries
from organograaf.errors import Unreachable
from organograaf.store.address import STORE, Address
from organograaf.store.http import Http
from organograaf.store.pieces import LARGEST, Piece, intact, parse
from organograaf.store.terms import cell

_SAID: Final = "http://purl.org/dc/terms/hasVersion"
_TRIPLES: Final = "application/n-triples, text/turtle;q=0.9, text/plain;q=0.5"
_QUICK: Final = 3
_RESULTS: Final = "application/sparql-results+json"


class GraphStore:
    """The graphs of one data set in a SPARQL server, and its record: a set of short texts.

    Every method raises Unreachable. Safe to use from threads.
    """

    def __init__(self, address: Address, http: Http | None = None) -> None:
        self._address = address
        self._http = http or Http(address)
        self.prefix: Final = f"urn:x-organograaf:{address.name}:"
        self._record: Final = f"{self.prefix}record"

    def put(self, piece: Piece) -> None:
        """Store a piece. What the server keeps of it is not looked at."""
        headers = {"Content-Type": "text/turtle; charset=utf-8"}
        self._http.ask(
            "PUT", self._address.graphs, params={"graph": piece.name}, body=piece.text, headers=headers
        )

    def get(self, name: str) -> list[ox.Triple] | None:
        """Return the triples of a piece, checked by its name; None when it is not there, or not whole."""
        found = self._http.ask(
            "GET", self._address.graphs, params={"graph": name}, headers={"Accept": _TRIPLES}, missing=True
        )
        triples = parse(found[1], found[0]) if found else []
        return triples if intact(name, triples) else None

    def drop(self, name: str) -> None:
        """Remove a piece, if it is there."""
        self._http.ask("DELETE", self._address.graphs, params={"graph": name}, missing=True)

    def said(self, *, quick: bool = False) -> list[str]:
        """Return the texts of the record, sorted; `quick` asks once and does not wait long."""
        asked = queries.load("record").about("record", [self._record])
        texts = self._select(asked, "text", quick=quick)
        return sorted(text.value for text in texts if isinstance(text, ox.Literal))

    def naming(self, things: Iterable[str]) -> set[str] | None:
        """Return the names of the graphs that name one of these things, those of others too.

        None when they are too many to be sure that the server gives all of them.
        """
        rows = self._select(queries.load("naming").about("thing", things), "graph")
        return {cell(row) for row in rows} if len(rows) < LARGEST else None

    def say(self, text: str) -> None:
        """Add a text to the record: one triple, so that it is there or is not."""
        self._update(f"INSERT DATA {{ {self._line(text)} }}")

    def unsay(self, texts: Iterable[str]) -> None:
        """Take texts out of the record, one by one."""
        for text in texts:
            self._update(f"DELETE DATA {{ {self._line(text)} }}")

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def _select(self, query: str, variable: str, *, quick: bool = False) -> list[object]:
        """Return one column of the answer to a query, without what is unbound."""
        tries, patience = (1, _QUICK) if quick else (None, None)
        found = self._http.ask(
            "POST",
            self._address.query,
            form={"query": query},
            headers={"Accept": _RESULTS},
            tries=tries,
            patience=patience,
        )
        media_type, body = found or ("", b"")
        try:
            solutions = ox.parse_query_results(body, format=ox.QueryResultsFormat.JSON)
            if not isinstance(solutions, ox.QuerySolutions):
                raise _no_results(self._address, media_type)
            return [one for solution in solutions if (one := solution[variable]) is not None]
        except (SyntaxError, ValueError, KeyError) as error:
            raise _no_results(self._address, media_type) from error

    def _update(self, text: str) -> None:
        headers = {"Content-Type": "application/sparql-update"}
        self._http.ask("POST", self._address.update, body=text.encode(), headers=headers)

    def _line(self, text: str) -> str:
        triple = ox.Triple(ox.NamedNode(self._record), ox.NamedNode(_SAID), ox.Literal(text))
        return f"GRAPH <{self._record}> {{ {triple} }}"


def _no_results(address: Address, media_type: str) -> Unreachable:
    return Unreachable(
        f"{address.shown} antwoordt niet als een SPARQL-server ({media_type or 'zonder soort'}). "
        f"Kijk {STORE} na, en zo nodig {STORE}_QUERY.",
        f"{address.shown} does not answer as a SPARQL server ({media_type or 'of no type'}). "
        f"Check {STORE}, and where needed {STORE}_QUERY.",
    )
