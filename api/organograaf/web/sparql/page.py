"""The query page: questions that are ready, a form that works alone, and the answer under it."""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final
from urllib.parse import urlencode

from starlette.responses import Response

from organograaf import words
from organograaf.endpoint import Answered
from organograaf.errors import OrganograafError
from organograaf.queries.library import AUDIENCES, Ready, library
from organograaf.vocab import SNAPSHOT
from organograaf.web.html import page
from organograaf.web.question import Question
from organograaf.web.sparql.cells import Namer, answered
from organograaf.web.sparql.fault import fault
from organograaf.web.sparql.media import HTML, SOLUTIONS, TRIPLES
from organograaf.web.sparql.request import Put
from organograaf.web.sparql.snippets import snippets

_NAMES: Final = {
    "json": "JSON",
    "xml": "XML",
    "csv": "CSV",
    "tsv": "TSV",
    "ttl": "Turtle",
    "nt": "N-Triples",
    "jsonld": "JSON-LD",
    "rdf": "RDF/XML",
}
_ROWS: Final = (10, 28)
_EXAMPLE: Final = """SELECT ?unit ?name ?above
FROM <https://w3id.org/organograaf/op/2018-06-01>
WHERE {
  ?unit a org:OrganizationalUnit ; skos:prefLabel ?name ; org:subOrganizationOf ?above .
}
ORDER BY ?name
LIMIT 50"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Where the page stands: the address of the endpoint, its units by slug with their names.

    `name` gives the name of a thing by its IRI, None when it has none.
    `editor` is the version of the editor that was fetched, None: there is none.
    """

    address: str
    units: Mapping[str, str]
    name: Namer
    editor: str | None = None


def shown(
    asked: Put,
    site: Site,
    answer: Answered | None = None,
    *,
    took: float = 0,
    error: OrganograafError | None = None,
    status: int = HTTPStatus.OK,
) -> Response:
    """Return the page, with the answer that took so many seconds, or the error, when there is one."""
    keep = Question(known=asked.known, lang=asked.lang).query()
    query = _EXAMPLE if asked.query is None else asked.query
    triples = answer is not None and answer.format in TRIPLES
    found = answered(answer, asked.lang, keep, site.name) if answer else None
    fewest, most = _ROWS
    html = page(
        "sparql",
        asked.lang,
        keep=keep,
        here="/sparql",
        switch=_address(asked, lang="nl" if asked.lang == "en" else "en"),
        query=query,
        lines=min(max(fewest, query.count("\n") + 2), most),
        editor=site.editor,
        known=asked.known,
        snapshot=SNAPSHOT,
        formats=[(HTML, "page" if asked.lang == "en" else "pagina"), *_NAMES.items()],
        ready=asked.ready,
        sentence=_sentence(asked.ready, asked.lang, site) if asked.ready else None,
        library=_library(asked, site),
        units=sorted(site.units.items(), key=lambda unit: unit[1].casefold()),
        answer=found,
        took=round(took * 1000),
        files=[(_NAMES[name], _address(asked, format=name)) for name in (TRIPLES if triples else SOLUTIONS)],
        share=site.address + _address(asked, **_said(asked.lang)).removeprefix("/sparql"),
        # Only a terminal takes a graph or a yes as it takes a table.
        snippets=snippets(site.address, query, _protocol(asked))[: None if found and found.columns else 1],
        fault=fault(error, query, asked.lang) if error else None,
    )
    return Response(html, status, {"Vary": "Accept", "Cache-Control": "no-cache"}, media_type="text/html")


def _library(asked: Put, site: Site) -> list[tuple[str, list[tuple[str, str, bool]]]]:
    """Return per audience the address and the sentence of each question, and whether it is at hand."""
    more = [("known", asked.known.isoformat())] if asked.known else []
    found = []
    for audience in AUDIENCES:
        entries = [
            (
                "/sparql?" + urlencode([("question", one.name), *more, *_said(asked.lang).items()]),
                _sentence(one, asked.lang, site),
                asked.ready is not None and asked.ready.name == one.name,
            )
            for one in library()
            if one.audience == audience
        ]
        found.append((audience, entries))
    return found


def _sentence(one: Ready, lang: str, site: Site) -> str:
    """Return the sentence of a question, with its day and unit in words."""
    said = one.said[lang]
    if one.on:
        said = said.replace("{on}", words.day(one.on, lang))
    return said.replace("{unit}", site.units.get(one.unit, one.unit)) if one.unit else said


def _said(lang: str) -> dict[str, str]:
    return {"lang": "en"} if lang == "en" else {}


def _protocol(asked: Put) -> list[tuple[str, str]]:
    """Return what goes with a query, as fields of the protocol."""
    fields = [("default-graph-uri", iri) for iri in asked.default or ()]
    fields += [("named-graph-uri", iri) for iri in asked.named or ()]
    return fields + ([("known", asked.known.isoformat())] if asked.known else [])


def _address(asked: Put, **more: str) -> str:
    """Return the address of the page for what was asked: a ready question by its name."""
    fields: list[tuple[str, str]] = []
    if asked.ready:
        fields.append(("question", asked.ready.name))
        fields += [("on", asked.ready.on.isoformat())] if asked.ready.on else []
        fields += [("unit", asked.ready.unit)] if asked.ready.unit else []
    elif asked.query is not None:
        fields.append(("query", asked.query))
    return "/sparql?" + urlencode([*fields, *_protocol(asked), *more.items()], errors="replace")
