"""The query page: a form that works alone, and the answer under it."""

import json
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Final
from urllib.parse import urlencode

from starlette.responses import Response

from organograaf.endpoint import Answered
from organograaf.errors import BadQuery
from organograaf.vocab import BASE, ID, SNAPSHOT, curie
from organograaf.web.html import page
from organograaf.web.question import Question
from organograaf.web.sparql.media import HTML, SOLUTIONS, TRIPLES
from organograaf.web.sparql.request import Put

MOST_ROWS: Final = 500
MOST_BYTES: Final = 4 << 20
_LONGEST_GRAPH: Final = 100_000
_EXAMPLE: Final = """SELECT ?unit ?name ?above
FROM <https://w3id.org/organograaf/op/2018-06-01>
WHERE {
  ?unit a org:OrganizationalUnit ; skos:prefLabel ?name ; org:subOrganizationOf ?above .
}
ORDER BY ?name
LIMIT 50"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A value to show: its text, where it leads (None: nowhere), its language."""

    text: str
    href: str | None = None
    lang: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """An answer as the page shows it: a yes or no, a graph, or the first of `number` rows."""

    boolean: bool | None = None
    graph: str | None = None
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    number: int = 0
    cut: bool = False
    files: tuple[tuple[str, str], ...] = ()


def shown(
    asked: Put,
    answer: Answered | None,
    *,
    error: str | None = None,
    status: int = HTTPStatus.OK,
) -> Response:
    """Return the page, with the answer or the error when there is one."""
    keep = Question(known=asked.known, lang=asked.lang).query()
    html = page(
        "sparql",
        asked.lang,
        keep=keep,
        here="/sparql",
        switch=_address(asked, lang="nl" if asked.lang == "en" else "en"),
        query=_EXAMPLE if asked.query is None else asked.query,
        known=asked.known,
        snapshot=SNAPSHOT,
        formats=_formats(asked.lang),
        answer=_shown(answer, asked) if answer else None,
        error=error,
    )
    return Response(html, status, {"Vary": "Accept", "Cache-Control": "no-cache"}, media_type="text/html")


def _formats(lang: str) -> list[tuple[str, str]]:
    names = {"json": "JSON", "xml": "XML", "csv": "CSV", "tsv": "TSV", "ttl": "Turtle", "nt": "N-Triples"}
    names |= {"jsonld": "JSON-LD", "rdf": "RDF/XML"}
    return [(HTML, "page" if lang == "en" else "pagina"), *names.items()]


def _shown(answer: Answered, asked: Put) -> Shown:
    triples = answer.format in TRIPLES
    files = tuple(
        (name.upper(), _address(asked, format=name)) for name in (TRIPLES if triples else SOLUTIONS)
    )
    if triples:
        text = answer.body.decode("utf-8", "replace")
        cut = len(text) > _LONGEST_GRAPH
        return Shown(graph=text[:_LONGEST_GRAPH], cut=cut, files=files)
    try:
        found: dict[str, Any] = json.loads(answer.body)
    except RecursionError as error:
        raise BadQuery(
            "Dit antwoord is te diep genest om te tonen. Neem het als bestand.",
            "This answer is nested too deeply to show. Take it as a file.",
        ) from error
    if "boolean" in found:
        return Shown(boolean=found["boolean"], files=files)
    columns, bindings = tuple(found["head"]["vars"]), found["results"]["bindings"]
    rows = tuple(tuple(_cell(row.get(name)) for name in columns) for row in bindings[:MOST_ROWS])
    return Shown(columns=columns, rows=rows, number=len(bindings), cut=len(bindings) > MOST_ROWS, files=files)


def _address(asked: Put, **more: str) -> str:
    said = [("query", asked.query)] if asked.query is not None else []
    said += [("default-graph-uri", iri) for iri in asked.default or ()]
    said += [("named-graph-uri", iri) for iri in asked.named or ()]
    said += [("known", asked.known.isoformat())] if asked.known else []
    return "/sparql?" + urlencode([*said, *more.items()])


def _leads_to(iri: str) -> str | None:
    """Return where an IRI leads: for a thing of ours to this server."""
    if iri.startswith(ID):
        return "/" + iri.removeprefix(BASE)
    return iri if iri.startswith(("https://", "http://")) else None


def _cell(term: dict[str, Any] | None) -> Cell:
    if term is None:
        return Cell(text="")
    value = term["value"]
    if term["type"] == "uri":
        return Cell(text=curie(value), href=_leads_to(value))
    if term["type"] == "bnode":
        return Cell(text=f"_:{value}")
    # A triple term has three terms for a value (SPARQL 1.2).
    return Cell(text=value if isinstance(value, str) else json.dumps(value), lang=term.get("xml:lang"))
