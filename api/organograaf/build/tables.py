"""The tables of a release: what was so, as CSV that any program reads.

A row is a spell: one property of one thing over one unbroken stretch of time. Comma,
UTF-8, LF (RFC 4180 but for the line ends); days are ISO, `until` is the first day
after, bounds that are unknown are 0001-01-01 and 9999-12-31.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Final

from organograaf.model import Event, Fact, Literal, Spell, Value
from organograaf.period import Moment
from organograaf.register import Register
from organograaf.vocab import GRAAF, ORG, RDF, SKOS, curie, kind

Row = tuple[str, ...]

SPELL: Final = (
    "thing", "thing_name", "property", "value", "value_name", "from_edtf", "until_edtf",
    "earliest_start", "latest_start", "earliest_end", "latest_end", "basis", "qualifiers", "sources",
)  # fmt: skip
EVENT: Final = (
    "event",
    "name",
    "kind",
    "date_edtf",
    "earliest",
    "latest",
    "original",
    "resulting",
    "sources",
)
FACT: Final = (
    "fact", "graph", "source", "subject", "property", "value", "language_or_type", "from_edtf", "until_edtf",
    "started_by", "ended_by", "basis", "modality", "rank", "reasoning", "evidence",
)  # fmt: skip
COLUMNS: Final[dict[str, Row]] = {
    **dict.fromkeys(("units", "posts", "holders", "transfers", "tasks"), SPELL),
    "events": EVENT,
    "facts": FACT,
}
_PARENT: Final = (ORG.unitOf, ORG.subOrganizationOf)
_PROPERTIES: Final = {
    "units": ("unit", (RDF.type, SKOS.prefLabel, GRAAF.abbreviation, ORG.classification, *_PARENT)),
    "posts": ("post", (RDF.type, SKOS.prefLabel, ORG.postIn, GRAAF.leads, GRAAF.vacant)),
    "holders": ("post", (ORG.heldBy,)),
    "transfers": (None, (GRAAF.transferredTo,)),
    "tasks": (None, (GRAAF.responsibleFor, GRAAF.carriesOut, GRAAF.contributesTo)),
}


def tables(registers: Iterable[Register]) -> dict[str, str]:
    """Return the tables by name: units, posts, holders, transfers, tasks, events, facts.

    One register after the other; what two tell alike stands once.
    """
    rows: dict[str, dict[Row, None]] = {name: {} for name in COLUMNS}
    for register in registers:
        for name, wanted in _PROPERTIES.items():
            spells = _spells(register, *wanted)
            rows[name].update(dict.fromkeys(_spell(register, spell) for spell in spells))
        events = sorted(register.events.values(), key=lambda event: event.iri)
        rows["events"].update(dict.fromkeys(_event(register, event) for event in events))
        facts = sorted(register.facts, key=lambda fact: (fact.graph, fact.iri))
        rows["facts"].update(dict.fromkeys(_fact(register, fact) for fact in facts))
    return {name: _csv(COLUMNS[name], found) for name, found in rows.items()}


def _spells(register: Register, kind_: str | None, properties: tuple[str, ...]) -> Iterator[Spell]:
    for spell in register.spells:
        if spell.predicate in properties and (kind_ is None or kind(spell.subject) == kind_):
            yield spell


def _spell(register: Register, spell: Spell) -> Row:
    period = spell.period
    qualifiers = sorted({f"{curie(q)}={_text(v)}" for fact in spell.facts for q, v in fact.qualifiers})
    return (
        spell.subject,
        register.label(spell.subject),
        curie(spell.predicate),
        _text(spell.object),
        register.label(spell.object) if isinstance(spell.object, str) and kind(spell.object) else "",
        _edtf(spell.start),
        _edtf(spell.end),
        period.earliest_start.isoformat(),
        period.latest_start.isoformat(),
        period.earliest_end.isoformat(),
        period.latest_end.isoformat(),
        spell.basis.value,
        " ".join(qualifiers),
        _joined(_source(register, fact) for fact in spell.facts),
    )


def _event(register: Register, event: Event) -> Row:
    day = event.moment
    return (
        event.iri,
        event.label,
        register.label(event.kind) if event.kind else "",
        _edtf(day),
        day.earliest.isoformat() if day else "",
        day.latest.isoformat() if day else "",
        _joined(_text(s.object) for s in register.about(event.iri, ORG.originalOrganization)),
        _joined(_text(s.object) for s in register.about(event.iri, ORG.resultingOrganization)),
        _joined(_number(register, place) for place in event.evidence),
    )


def _fact(register: Register, fact: Fact) -> Row:
    value = fact.object
    return (
        fact.iri,
        fact.graph,
        _source(register, fact),
        fact.subject,
        curie(fact.predicate),
        _text(value),
        (value.lang or curie(value.datatype or "")) if isinstance(value, Literal) else "",
        _edtf(fact.start),
        _edtf(fact.end),
        fact.started_by or "",
        fact.ended_by or "",
        fact.basis.value,
        fact.modality.value,
        fact.rank.value,
        fact.reasoning or "",
        " ".join(fact.evidence),
    )


def _csv(columns: Row, rows: Iterable[Row]) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return out.getvalue()


def _source(register: Register, fact: Fact) -> str:
    graph = register.graphs.get(fact.graph)
    source = register.sources.get(graph.source) if graph and graph.source else None
    return source.number if source else ""


def _number(register: Register, passage: str) -> str:
    place = register.passages.get(passage)
    source = register.sources.get(place.source) if place else None
    return source.number if source else ""


def _joined(texts: Iterable[str]) -> str:
    return " ".join(sorted(set(filter(None, texts))))


def _edtf(moment: Moment | None) -> str:
    return moment.edtf if moment else ""


def _text(value: Value) -> str:
    return value if isinstance(value, str) else value.value
