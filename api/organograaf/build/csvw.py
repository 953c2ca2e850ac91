"""The tables of a release described to machines. Source: CSV on the Web (W3C, 2015)."""

import json
from typing import Any, Final

from organograaf.build.describe import LICENCE
from organograaf.build.tables import COLUMNS
from organograaf.vocab import DATASET

METADATA: Final = "csv-metadata.json"

TABLES: Final = {
    "units": ("Eenheden: hun bestaan, namen, soort en plaats", "Units: existence, names, kind and place"),
    "posts": ("Ambten: waar ze staan, wat ze leiden", "Posts: where they stand, what they lead"),
    "holders": ("Wie welk ambt bekleedde", "Who held which post"),
    "events": ("Wat er gebeurde: fusies, splitsingen, …", "What happened: mergers, splits, …"),
    "transfers": ("Wat van de ene eenheid naar de andere ging", "What went from one unit to another"),
    "tasks": ("Welke eenheid welke taak deed", "Which unit did which task"),
    "facts": ("Alle feiten, elk met zijn bron", "All facts, each with its source"),
}
_SPACED: Final = ("qualifiers", "sources", "original", "resulting", "evidence")
_IRIS: Final = ("thing", "event", "fact", "graph", "subject", "started_by", "ended_by")
_DAYS: Final = ("earliest_start", "latest_start", "earliest_end", "latest_end", "earliest", "latest")
_REQUIRED: Final = ("thing", "property", "event", "fact", "graph", "subject", "basis")
_MEANINGS: Final = {
    "thing": ("waarover de rij gaat", "what the row is about"),
    "thing_name": ("de laatste naam ervan", "its latest name"),
    "property": ("de eigenschap", "the property"),
    "value": ("de waarde: een IRI of een tekst", "the value: an IRI or a text"),
    "value_name": ("de naam van de waarde, als die een ding is", "the name of the value, when it is a thing"),
    "from_edtf": ("het begin zoals de bron het geeft (EDTF)", "the start as the source has it (EDTF)"),
    "until_edtf": (
        "de eerste dag waarop het niet meer geldt (EDTF)",
        "the first day it no longer holds (EDTF)",
    ),
    "earliest_start": ("geldt zeker niet vóór deze dag", "certainly does not hold before this day"),
    "latest_start": ("geldt zeker vanaf deze dag", "certainly holds from this day"),
    "earliest_end": (
        "geldt zeker tot deze dag, zelf niet inbegrepen",
        "certainly holds until this day, itself not",
    ),
    "latest_end": ("geldt zeker niet meer vanaf deze dag", "certainly no longer holds from this day"),
    "basis": (
        "stated: een bron zegt het; inferred: wij leiden het af",
        "stated by a source, or inferred by us",
    ),
    "qualifiers": ("hoedanigheid, aandeel, gebeurtenis …", "capacity, share, event …"),
    "sources": ("de nummers van de bronnen", "the numbers of the sources"),
    "event": ("de gebeurtenis", "the event"),
    "name": ("de naam ervan", "its name"),
    "kind": ("de soort gebeurtenis", "the kind of event"),
    "date_edtf": ("de dag (EDTF); leeg: niet bekend", "the day (EDTF); empty: not known"),
    "earliest": ("de vroegst mogelijke dag", "the earliest possible day"),
    "latest": ("de laatst mogelijke dag", "the latest possible day"),
    "original": ("wie of wat er was", "who or what there was"),
    "resulting": ("wie of wat eruit kwam", "who or what came out of it"),
    "fact": ("het feit", "the fact"),
    "graph": ("de graaf waarin het staat", "the graph it is in"),
    "source": ("het nummer van de bron", "the number of the source"),
    "subject": ("het onderwerp", "the subject"),
    "language_or_type": ("de taal of het type van de tekst", "the language or type of the text"),
    "started_by": ("de gebeurtenis waarmee het begon", "the event by which it started"),
    "ended_by": ("de gebeurtenis waarmee het eindigde", "the event by which it ended"),
    "modality": (
        "asserted: het was zo; planned: alleen gepland",
        "asserted: it was so; planned: only intended",
    ),
    "rank": ("disputed: een ander feit gaat voor", "disputed: another fact goes before it"),
    "reasoning": ("waarom wij het afleiden", "why we infer it"),
    "evidence": ("de plaatsen in de bron", "the places in the source"),
}


def metadata() -> str:
    """Return the metadata of all tables as JSON: what each column means, in nl and en, and its type."""
    group = {
        "@context": "http://www.w3.org/ns/csvw",
        "dc:source": {"@id": DATASET},
        "dc:license": {"@id": LICENCE},
        "dialect": {"encoding": "utf-8", "lineTerminators": ["\n"], "header": True},
        "tables": [_table(name) for name in COLUMNS],
    }
    return json.dumps(group, ensure_ascii=False, indent=1) + "\n"


def _table(name: str) -> dict[str, Any]:
    key = next((one for one in ("fact", "event") if COLUMNS[name][0] == one), None)
    schema: dict[str, Any] = {"columns": [_column(column) for column in COLUMNS[name]]}
    if key == "event":
        schema["primaryKey"] = key
    return {"url": f"{name}.csv", "dc:title": _said(*TABLES[name]), "tableSchema": schema}


def _column(name: str) -> dict[str, Any]:
    column: dict[str, Any] = {"name": name, "titles": name, "dc:description": _said(*_MEANINGS[name])}
    if name in _DAYS:
        column["datatype"] = "date"
    elif name in _IRIS:
        column["datatype"] = "anyURI"
    if name in _SPACED:
        column["separator"] = " "
    if name in _REQUIRED:
        column["required"] = True
    return column


def _said(nl: str, en: str) -> list[dict[str, str]]:
    return [{"@value": nl, "@language": "nl"}, {"@value": en, "@language": "en"}]
