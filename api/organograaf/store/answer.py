"""What a query gives back."""

from collections.abc import Iterator

import pyoxigraph as ox

from organograaf.errors import BadQuestion
from organograaf.store.terms import cell

_FORMATS = {
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
}


class Answer:
    """The answer to a query: solutions, a yes or no, or triples."""

    def __init__(self, result: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples) -> None:
        self._result = result

    @property
    def variables(self) -> list[str] | None:
        """The names of the columns; None when the answer has none (ASK, CONSTRUCT)."""
        if isinstance(self._result, ox.QuerySolutions):
            return [variable.value for variable in self._result.variables]
        return None

    def rows(self) -> Iterator[list[str]]:
        """Yield solutions as text, unbound as ""; for ASK one cell, for CONSTRUCT three."""
        if isinstance(self._result, ox.QueryBoolean):
            yield ["true" if bool(self._result) else "false"]
        elif isinstance(self._result, ox.QuerySolutions):
            for solution in self._result:
                yield [cell(term) for term in solution]
        else:
            for triple in self._result:
                yield [cell(triple.subject), cell(triple.predicate), cell(triple.object)]

    def bytes(self, format_: str) -> bytes:
        """Serialise as "csv", "tsv", "json", "xml", or "ttl" for triples.

        Raises BadQuestion when the format does not fit the kind of answer.
        """
        if isinstance(self._result, ox.QueryTriples):
            if format_ == "ttl":
                return self._result.serialize(format=ox.RdfFormat.TURTLE) or b""
        elif format_ in _FORMATS:
            return self._result.serialize(format=_FORMATS[format_]) or b""
        raise BadQuestion(
            f"«{format_}» past niet bij dit antwoord. Neem csv, tsv, json of xml voor SELECT en ASK, "
            "ttl voor CONSTRUCT en DESCRIBE.",
            f"“{format_}” does not fit this answer. Use csv, tsv, json or xml for SELECT and ASK, "
            "ttl for CONSTRUCT and DESCRIBE.",
        )
