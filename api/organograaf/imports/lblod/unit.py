"""A unit of the register as facts: what it is called, of what kind it is, its numbers, its area."""

from collections.abc import Iterable, Mapping
from typing import Final

from organograaf.imports.lblod.codes import BODIES, matches, short
from organograaf.imports.lblod.existence import write_existence, write_lasting
from organograaf.imports.lblod.export import Event, Unit
from organograaf.imports.lblod.known import Known, bounded
from organograaf.imports.lblod.names import before, named, unmarked
from organograaf.imports.lblod.placed import write_places
from organograaf.imports.lblod.places import Place
from organograaf.imports.lblod.sheet import Sheet, dutch
from organograaf.model import Literal, Value
from organograaf.vocab import BESLUIT, GRAAF, ORG, PREFIXES, RDF, SKOS, iri

_ADMS_ID: Final = PREFIXES["adms"] + "identifier"
_AGENCY: Final = PREFIXES["adms"] + "schemaAgency"
_OVO: Final = "https://data.vlaanderen.be/id/organisatie/"

_KIND_IN_NAME: Final = "Het register noemt ook andere besturen zo; hun soort houdt ze uit elkaar."
_MARKED: Final = "«(voor fusie)» is een merkteken van het register, geen deel van de naam."
_RENAMED: Final = "De naam bevat die van wie in de fusie opging: hij geldt sinds de fusie."
_NAMED: Final = "De gebeurtenis waaruit deze eenheid kwam, noemt ze zo."
_SAME_KIND: Final = "Wat van deze soort is, blijft dat zolang het bestaat."
_CALLED: Final = "Het register overschreef de naam; zonder «{taken}» lezen we hem als die van ervoor."


def write_unit(sheet: Sheet, known: Known, unit: Unit, places: Iterable[Place]) -> None:
    """Write all that the register says of a unit, and what we conclude of it."""
    slug, thing = known.slugs[unit.iri], known.thing(unit.iri)
    passage = sheet.passage(slug, "Bestuurseenheden", unit.iri)
    write_existence(sheet, known, unit, passage)
    _names(sheet, known, unit, passage)
    _kinds(sheet, known, unit, passage)
    write_places(sheet, known, unit, places, passage)
    _plain(sheet, unit, thing, passage, known.export.labels)


def _names(sheet: Sheet, known: Known, unit: Unit, passage: str) -> None:
    life, slug, thing = known.lives[unit.iri], known.slugs[unit.iri], known.thing(unit.iri)
    bounds, name = bounded(known, life), named(unit)
    made = name != unit.name
    called = [(f"{slug}-name", SKOS.prefLabel, name, _KIND_IN_NAME if made else None)]
    others: dict[str, str | None] = dict.fromkeys((*unit.others, *([unit.name] if made else [])))
    if plainly := unmarked(unit):
        others[plainly] = _MARKED
    for number, (other, why) in enumerate(sorted(others.items()), start=1):
        called.append((f"{slug}-also-{number}", SKOS.altLabel, other, why))
    for fact, property_, text, why in called:
        sheet.fact(fact, (thing, property_, dutch(text)), passage, bounds, why=why)
    if life.born and unit.name in (life.born.text or ""):
        start = {GRAAF.startedBy: known.event(life.born)}
        sheet.fact(f"{slug}-name-start", (thing, SKOS.prefLabel, dutch(name)), passage, start, why=_NAMED)
    for event in life.through:
        if old := before(unit, event, known.export.units):
            _renamed(sheet, known, unit, passage, (event, old), called)


def _renamed(
    sheet: Sheet,
    known: Known,
    unit: Unit,
    passage: str,
    change: tuple[Event, str],
    called: Iterable[tuple[str, str, str, str | None]],
) -> None:
    """Write that the names of now began with an event, what seems the name before, and that it is asked."""
    (event, old), slug, thing = change, known.slugs[unit.iri], known.thing(unit.iri)
    for fact, property_, text, _ in called:
        since = {GRAAF.startedBy: known.event(event)}
        sheet.fact(f"{fact}-start", (thing, property_, dutch(text)), passage, since, why=_RENAMED)
    said, until = (thing, SKOS.prefLabel, dutch(named(unit, old))), {GRAAF.endedBy: known.event(event)}
    taken = unit.name.replace(old, "").strip("-")
    sheet.fact(f"{slug}-name-before", said, passage, until, why=_CALLED.format(taken=taken))
    asked = f"Hoe heette «{named(unit)}» voor de fusie? Het register heeft alleen de naam van erna."
    sheet.question(f"{slug}-name", asked, thing, passage)


def _kinds(sheet: Sheet, known: Known, unit: Unit, passage: str) -> None:
    slug, thing, life = known.slugs[unit.iri], known.thing(unit.iri), known.lives[unit.iri]
    facts = []
    for number, code in enumerate(unit.kinds):
        rank: dict[str, Value] = {}
        if len(unit.kinds) > 1:
            rank = {GRAAF.rank: GRAAF.Disputed if number else GRAAF.Preferred}
        ours = matches().get(code, code)
        if ours == code and code in known.export.labels:
            sheet.say(code, {SKOS.prefLabel: dutch(known.export.labels[code])})
        name = f"{slug}-kind-{number}" if number else f"{slug}-kind"
        more = bounded(known, life) | rank
        said = (thing, ORG.classification, ours)
        facts.append(sheet.fact(name, said, passage, more))
        if not number and short(code) in BODIES:
            write_lasting(sheet, known, life, (name, said, passage), (_SAME_KIND, _SAME_KIND))
    if len(facts) > 1:
        label = f"«{named(unit)}» heeft in het register {len(facts)} soorten"
        note = "De eerste is gevolgd; de andere is betwist."
        sheet.contradiction(f"{slug}-kinds", label, note, facts, passage)


def _plain(sheet: Sheet, unit: Unit, thing: str, passage: str, labels: Mapping[str, str]) -> None:
    """Write what does not change: numbers, addresses elsewhere, the area."""
    identifiers = [
        sheet.say(
            iri("identifier", f"{agency.lower()}-{number.lower()}"),
            {
                RDF.type: PREFIXES["adms"] + "Identifier",
                SKOS.notation: Literal(number),
                SKOS.prefLabel: dutch(f"{agency}-nummer {number}"),
                _AGENCY: Literal(agency),
                GRAAF.evidence: passage,
            },
        )
        for agency, number in unit.numbers
    ]
    known_as = {_OVO + number for agency, number in unit.numbers if agency == "OVO"}
    sheet.say(
        thing,
        {
            SKOS.exactMatch: {unit.iri, *unit.same, *known_as},
            _ADMS_ID: identifiers,
            BESLUIT.werkingsgebied: unit.area,
            SKOS.editorialNote: [Literal(note) for note in unit.notes],
            GRAAF.evidence: passage,
        },
    )
    if unit.area in labels:
        sheet.say(str(unit.area), {SKOS.prefLabel: dutch(labels[str(unit.area)])})
