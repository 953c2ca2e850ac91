"""A change event of the register as facts: its day, its parts, and what went over to what."""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Final

from organograaf.imports.lblod.codes import matches, short
from organograaf.imports.lblod.export import Event, Export
from organograaf.imports.lblod.known import Known
from organograaf.imports.lblod.names import named
from organograaf.imports.lblod.sheet import Sheet, dutch, edtf
from organograaf.vocab import DCT, GRAAF, ORG, RDF, SKOS, slug

_TRANSFER: Final = "«{old}» ging op in meer dan één: wat van haar naar «{new}» ging, zegt het register niet."


def event_slugs(events: Iterable[Event], units: Export, slugs: Mapping[str, str]) -> dict[str, str]:
    """Return the last part of the address of each event: year, kind and what it is called after."""
    wanted: dict[str, list[str]] = {}
    for event in events:
        lead = _lead(event, units, slugs)
        parts = (str(event.day.year) if event.day else "", slug(matches()[event.kind]), slugs[lead])
        wanted.setdefault("-".join(filter(None, parts)), []).append(event.iri)
    return {
        event: text if len(same) == 1 else f"{text}-{sha256(event.encode()).hexdigest()[:8]}"
        for text, same in wanted.items()
        for event in same
    }


def write_event(sheet: Sheet, known: Known, event: Event) -> None:
    """Write an event. Its day stays out when the register has none."""
    units, name, thing = known.export.units, known.event_slugs[event.iri], known.event(event)
    passage = sheet.passage(name, "Veranderingsgebeurtenissen", event.iri)
    lead = named(units[_lead(event, known.export, known.slugs)])
    label = event.text or f"{slug(matches()[event.kind])}: {lead}"
    sheet.say(
        thing,
        {
            RDF.type: ORG.ChangeEvent,
            DCT.type: matches()[event.kind],
            SKOS.prefLabel: dutch(label),
            SKOS.exactMatch: event.iri,
            GRAAF.evidence: passage,
        },
    )
    if event.day:
        sheet.fact(f"{name}-date", (thing, GRAAF.date, edtf(event.day)), passage)
    else:
        sheet.question(f"{name}-date", f"Op welke dag was «{label}»?", thing, passage)
    for what, part, members in (
        ("original", ORG.originalOrganization, event.original),
        ("resulting", ORG.resultingOrganization, event.resulting),
    ):
        for unit in members:
            sheet.fact(f"{name}-{what}-{known.slugs[unit]}", (thing, part, known.thing(unit)), passage)
    _transfers(sheet, known, event, passage)


def _transfers(sheet: Sheet, known: Known, event: Event, passage: str) -> None:
    """Write what went over: of all that went up in the event, to all that came out of it."""
    units, happened = known.export.units, known.event(event)
    for old in event.original:
        for new in () if old in event.resulting else event.resulting:
            alone = len(event.resulting) == 1
            names = {"old": named(units[old]), "new": named(units[new])}
            sheet.fact(
                f"{known.slugs[old]}-to-{known.slugs[new]}",
                (known.thing(old), GRAAF.transferredTo, known.thing(new)),
                passage,
                {
                    GRAAF.inEvent: happened,
                    GRAAF.startedBy: happened,
                    GRAAF.share: GRAAF.Whole if alone else GRAAF.Unknown,
                },
                why=None if alone else _TRANSFER.format(**names),
            )


def _lead(event: Event, export: Export, slugs: Mapping[str, str]) -> str:
    found = event.resulting or event.original
    return min(found, key=lambda u: (short(export.units[u].kinds[0]) not in ("gemeente", "ocmw"), slugs[u]))
