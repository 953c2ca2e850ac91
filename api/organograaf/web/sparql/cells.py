"""An answer as the page shows it: terms shortened, linked, and with their language or type."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from organograaf import words
from organograaf.endpoint import Answered
from organograaf.errors import BadQuery
from organograaf.vocab import BASE, ID, XSD, curie
from organograaf.web.sparql.media import TRIPLES
from organograaf.web.texts import text

MOST_ROWS: Final = 500
MOST_BYTES: Final = 4 << 20
_LONGEST_GRAPH: Final = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A value to show: its text, where it leads, its language, its type, and itself as a day.

    `name` is what we call the thing of an IRI.
    """

    text: str
    name: str | None = None
    href: str | None = None
    lang: str | None = None
    type: str | None = None
    day: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """An answer as the page shows it: a yes or no, a graph, or the first of `number` rows."""

    boolean: bool | None = None
    graph: str | None = None
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    number: int = 0
    cut: bool = False


Namer = Callable[[str], str | None]


def answered(answer: Answered, lang: str, keep: str, name: Namer) -> Shown:
    """Return an answer in JSON or Turtle as it is shown; links within the site carry `keep`.

    `name` gives the name of a thing of ours by its IRI.

    Raises BadQuery when it is nested too deeply.
    """
    if answer.format in TRIPLES:
        graph = answer.body.decode("utf-8", "replace")
        return Shown(graph=graph[:_LONGEST_GRAPH], cut=len(graph) > _LONGEST_GRAPH)
    try:
        found: dict[str, Any] = json.loads(answer.body)
    except RecursionError as error:
        raise BadQuery(
            "Dit antwoord is te diep genest om te tonen. Neem het als bestand.",
            "This answer is nested too deeply to show. Take it as a file.",
        ) from error
    if "boolean" in found:
        return Shown(boolean=found["boolean"])
    columns, bindings = tuple(found["head"]["vars"]), found["results"]["bindings"]
    rows = tuple(
        tuple(_cell(row.get(column), lang, keep, name) for column in columns) for row in bindings[:MOST_ROWS]
    )
    return Shown(columns=columns, rows=rows, number=len(bindings), cut=len(bindings) > MOST_ROWS)


def _cell(term: dict[str, Any] | None, lang: str, keep: str, name: Namer) -> Cell:
    if term is None:
        return Cell(text="")
    value = term["value"]
    if term["type"] == "uri":
        return Cell(
            text=_short(value),
            href=_leads_to(value, keep),
            name=name(value) if value.startswith(ID) else None,
        )
    if term["type"] == "bnode":
        return Cell(text=f"_:{value}")
    if not isinstance(value, str):
        # A triple term has three terms for a value (SPARQL 1.2).
        return Cell(text=json.dumps(value, ensure_ascii=False))
    if "xml:lang" in term:
        return Cell(text=value, lang=term["xml:lang"], type=term["xml:lang"])
    type_ = term.get("datatype", XSD.string)
    kind = None if type_ == XSD.string else curie(type_)
    if type_ == XSD.date and (day := _day(value)):
        readable = words.day(day, lang) if words.bounded(day) else text("sparql.unbounded", lang)
        return Cell(text=readable, type=kind, day=value)
    return Cell(text=value, type=kind)


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _short(iri: str) -> str:
    short = curie(iri)
    return f"…/{iri.removeprefix(BASE)}" if short == iri and iri.startswith(BASE) else short


def _leads_to(iri: str, keep: str) -> str | None:
    """Return where an IRI leads: for what is ours to this server."""
    if iri.startswith(ID):
        return f"/doc/{iri.removeprefix(ID)}{keep}"
    if iri.startswith(BASE):
        return "/" + iri.removeprefix(BASE)
    return iri if iri.startswith(("https://", "http://")) else None
