"""That a unit existed, and when: what the register states, and what follows from its events."""

from datetime import date
from typing import Final

from organograaf.graphs import Triple
from organograaf.imports.lblod.codes import short
from organograaf.imports.lblod.export import Event, Status, Unit
from organograaf.imports.lblod.known import Known, bounded
from organograaf.imports.lblod.lives import Life
from organograaf.imports.lblod.names import named
from organograaf.imports.lblod.sheet import Sheet, dutch, edtf
from organograaf.model import Value
from organograaf.period import ONE_DAY
from organograaf.vocab import DCT, GRAAF, ORG, RDF, iri

_NO_LEGAL_PERSON: Final = ("", "district", "politiezone")
_GONE: Final = "Het register heeft deze eenheid als niet actief, zonder te zeggen sinds wanneer."
_ENDED: Final = "Het register noemt deze eenheid als deelnemer van de gebeurtenis, niet als uitkomst."
_BORN: Final = "Het register noemt deze eenheid als uitkomst van de gebeurtenis, niet als deelnemer."
_THROUGH: Final = "Wie aan een gebeurtenis deelneemt en er weer uitkomt, bestond ervoor en erna."
_SOME_DAY: Final = "Het register kent deze eenheid, maar zegt niet of ze nog bestaat en sinds wanneer."


def write_existence(sheet: Sheet, known: Known, unit: Unit, passage: str) -> None:
    """Write that a unit existed; a contradiction and what stays open too."""
    life, slug = known.lives[unit.iri], known.slugs[unit.iri]
    formal = short(unit.kinds[0]) not in _NO_LEGAL_PERSON
    said = (known.thing(unit.iri), RDF.type, ORG.FormalOrganization if formal else ORG.Organization)
    why = _SOME_DAY if life.since else _GONE if life.until else None
    if life.ended and life.ended.after.get(unit.iri) is not Status.INACTIVE:
        why = _ENDED
    sheet.fact(f"{slug}-exists", said, passage, bounded(known, life), why=why)
    write_lasting(sheet, known, life, (f"{slug}-exists", said, passage), (_BORN, _THROUGH))
    if life.contested:
        _contested(sheet, known, unit, said, life.contested)
    if life.since:
        sheet.question(f"{slug}-status", f"Bestaat «{named(unit)}» nog, en sinds wanneer?", said[0], passage)


def write_lasting(
    sheet: Sheet, known: Known, life: Life, fact: tuple[str, Triple, str], whys: tuple[str, str]
) -> None:
    """Write that a statement held since the event by which a life began, and around those that it outlived.

    `fact` is its name, what it says and its passage; `whys` the reasonings, for a start and for the others.
    """
    name, said, passage = fact
    if life.born:
        sheet.fact(f"{name}-start", said, passage, {GRAAF.startedBy: known.event(life.born)}, why=whys[0])
    for event in life.through:
        if event.day:
            about = {DCT.temporal: _around(sheet, known, event, event.day)}
            sheet.fact(f"{name}-{known.event_slugs[event.iri]}", said, passage, about, why=whys[1])


def _around(sheet: Sheet, known: Known, event: Event, day: date) -> str:
    """Write the two days on which who goes through an event was there, and return that period."""
    return sheet.say(
        iri("period", f"lblod-{known.event_slugs[event.iri]}"),
        {
            RDF.type: DCT.PeriodOfTime,
            GRAAF["from"]: edtf(day - ONE_DAY),
            GRAAF.until: edtf(day + ONE_DAY),
            GRAAF.basis: GRAAF.Inferred,
            GRAAF.reasoning: dutch(_THROUGH),
        },
    )


def _contested(sheet: Sheet, known: Known, unit: Unit, said: tuple[str, str, str], event: Event) -> None:
    slug = known.slugs[unit.iri]
    passage = iri("passage", f"lblod-{slug}")
    more: dict[str, Value] = {GRAAF.endedBy: known.event(event), GRAAF.rank: GRAAF.Disputed}
    ended = sheet.fact(f"{slug}-exists-end", said, passage, more, why=_ENDED)
    sheet.contradiction(
        f"{slug}-end",
        f"«{named(unit)}» gaat op in een gebeurtenis, maar heet nog actief",
        "De toestand in het register gaat voor; het einde staat er als betwist.",
        (ended, iri("fact", f"lblod-{slug}-exists")),
        passage,
    )
