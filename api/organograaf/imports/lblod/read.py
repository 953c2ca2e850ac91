"""From the triples of an export to units, events and ties; what does not fit is left out, and told."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Final

from organograaf.errors import BadData
from organograaf.imports.lblod.export import Event, Export, Status, Tie, Unit
from organograaf.imports.lblod.nodes import Nodes, nodes
from organograaf.imports.report import Leaving
from organograaf.vocab import BESLUIT, DCT, ORG, PREFIXES, RDFS, SKOS, Namespace

_ADMS, _GENERIEK = Namespace(PREFIXES["adms"]), Namespace(PREFIXES["generiek"])
_REGORG = Namespace("http://www.w3.org/ns/regorg#")
_LBLOD = Namespace("http://lblod.data.gift/vocabularies/organisatie/")
_KIND_OF_CHANGE = "http://data.lblod.info/vocabularies/contacthub/typeWijziging"
_CHANGED = "http://mu.semte.ch/vocabularies/ext/resultingOrganization"
_SAME_AS = PREFIXES["owl"] + "sameAs"
_CONCEPT = "http://lblod.data.gift/concepts/"

_STATUS: Final = {
    _CONCEPT + "63cc561de9188d64ba5840a42ae8f0d6": Status.ACTIVE,
    _CONCEPT + "d02c4e12bf88d2fdf5123b07f29c9311": Status.INACTIVE,
    _CONCEPT + "abf4fee82019f88cf122f986830621ab": Status.FORMING,
}
_NUMBERS: Final = {
    "KBO nummer": ("KBO", re.compile(r"\d{10}")),
    "OVO-nummer": ("OVO", re.compile(r"OVO\d{6}")),
}
_DAY: Final = re.compile(r"(\d{4}-\d\d-\d\d)(?:T.*)?", re.DOTALL)

_NAMELESS = ("eenheid zonder naam", "unit without a name")
_PLACELESS = ("eenheid zonder adres (naamloos knooppunt)", "unit without an address (blank node)")
_KINDLESS = ("eenheid zonder soort", "unit without a kind")
_EMPTY_NAME = ("lege andere naam", "empty other name")
_INTERNAL = ("nummer van een interne toepassing", "number of an internal application")
_NO_NUMBER = ("KBO- of OVO-nummer zonder waarde", "KBO or OVO number without a value")
_BAD_NUMBER = ("nummer dat geen KBO- of OVO-nummer kan zijn", "number that cannot be of KBO or OVO")
_BAD_ADDRESS = ("gelijkheid met iets dat geen webadres is", "equality with what is no web address")
_BAD_DATE = (
    "datum die geen dag is: de gebeurtenis blijft ongedateerd",
    "date that is no day: the event stays undated",
)
_NO_PARTS = ("gebeurtenis zonder bekende deelnemers of soort", "event without known parts or kind")
_ELSEWHERE = (
    "band met een organisatie die niet in dit bestand staat",
    "tie with an organisation that is not in this file",
)
_SELF = ("band van een organisatie met zichzelf", "tie of an organisation with itself")
_OTHER = ("knoop van een soort die wij niet overnemen: {0}", "node of a class that we do not take over: {0}")


def read(path: Path, leaving: Leaving) -> Export:
    """Read an export. Raises BadData when it cannot be parsed, or has no administrative unit."""
    found = nodes(path)
    units = {unit.iri: unit for unit in _units(found, leaving)}
    if not units:
        raise BadData(
            f"{path}: er staat geen enkele besluit:Bestuurseenheid met een naam in. Is dit het register?",
            f"{path}: there is no besluit:Bestuurseenheid with a name in it. Is this the register?",
        )
    _told_of_the_rest(found, leaving)
    return Export(
        units=units,
        events=tuple(_events(found, units, leaving)),
        under=_between(units, _under(found), leaving),
        members=_between(units, _members(found), leaving),
        beside=_between(units, _beside(found, units), leaving),
        labels=_labels(found, units.values()),
    )


def _units(found: Nodes, leaving: Leaving) -> Iterator[Unit]:
    for iri in found.of_type(BESLUIT.Bestuurseenheid):
        names = [name for text in found.all(iri, SKOS.prefLabel) if (name := _tidy(text))]
        names = names or [name for text in found.all(iri, _REGORG.legalName) if (name := _tidy(text))]
        kinds = found.all(iri, ORG.classification)
        if iri.startswith("_:") or not names or not kinds:
            leaving.out(_PLACELESS if iri.startswith("_:") else _KINDLESS if names else _NAMELESS, [iri])
            continue
        more = [_tidy(text) for text in found.all(iri, SKOS.altLabel, _REGORG.legalName)]
        leaving.out(_EMPTY_NAME, [iri] * more.count(""))
        same = found.all(iri, _SAME_AS)
        web = tuple(one for one in same if one.startswith(("http://", "https://")))
        leaving.out(_BAD_ADDRESS, [one for one in same if one not in web])
        yield Unit(
            iri=iri,
            name=names[0],
            others=tuple(sorted({*names[1:], *more} - {"", names[0]})),
            kinds=kinds,
            status=_status(found.all(iri, _REGORG.orgStatus)),
            area=next(iter(found.all(iri, BESLUIT.werkingsgebied)), None),
            numbers=tuple(_numbers(found, iri, leaving)),
            same=web,
            notes=found.all(iri, SKOS.note),
        )


def _numbers(found: Nodes, iri: str, leaving: Leaving) -> Iterator[tuple[str, str]]:
    for identifier in found.all(iri, _ADMS.identifier):
        kinds = [_NUMBERS[text] for text in found.all(identifier, SKOS.notation) if text in _NUMBERS]
        if not kinds:
            leaving.out(_INTERNAL, [identifier])
            continue
        structured = found.all(identifier, _GENERIEK.gestructureerdeIdentificator)
        values = [v for one in structured for v in found.all(one, _GENERIEK.lokaleIdentificator) if v.strip()]
        if not values:
            leaving.out(_NO_NUMBER, [identifier])
        for agency, form in kinds:
            good = [value for value in values if form.fullmatch(value)]
            leaving.out(_BAD_NUMBER, [identifier] * (len(values) - len(good)))
            yield from ((agency, value) for value in good)


def _events(found: Nodes, units: dict[str, Unit], leaving: Leaving) -> Iterator[Event]:
    for iri in found.of_type(ORG.ChangeEvent):
        original, resulting = (
            tuple(unit for unit in found.all(iri, part) if unit in units)
            for part in (ORG.originalOrganization, ORG.resultingOrganization)
        )
        parts = found.all(iri, ORG.originalOrganization, ORG.resultingOrganization)
        leaving.out(_ELSEWHERE, [unit for unit in parts if unit not in units])
        kinds = found.all(iri, _KIND_OF_CHANGE)
        if iri.startswith("_:") or len(kinds) != 1 or not (original or resulting):
            leaving.out(_NO_PARTS, [iri])
            continue
        dates = found.all(iri, DCT.date)
        days = {day for text in dates if (day := _day(text))}
        if dates and len(days) != 1:
            leaving.out(_BAD_DATE, [iri])
        results = found.all(iri, _LBLOD.veranderingsgebeurtenisResultaat)
        yield Event(
            iri=iri,
            kind=kinds[0],
            day=days.pop() if len(days) == 1 else None,
            text=next((text for one in found.all(iri, DCT.description) if (text := _tidy(one))), None),
            original=original,
            resulting=resulting,
            after={
                unit: _status(found.all(one, _LBLOD.resulterendeStatus))
                for one in results
                for unit in found.all(one, _CHANGED)
            },
        )


def _day(text: str) -> date | None:
    """Return the day that a date names, whatever type it is given: the day as written, not as UTC."""
    written = _DAY.fullmatch(text.strip())
    try:
        return date.fromisoformat(written[1]) if written else None
    except ValueError:
        return None


def _status(codes: Iterable[str]) -> Status:
    found = {_STATUS.get(code, Status.UNKNOWN) for code in codes}
    return found.pop() if len(found) == 1 else Status.UNKNOWN


def _under(found: Nodes) -> Iterator[Tie]:
    for over in found.subjects(ORG.hasSubOrganization):
        yield from (Tie(unit=unit, other=over) for unit in found.all(over, ORG.hasSubOrganization))


def _members(found: Nodes) -> Iterator[Tie]:
    for node in found.of_type(ORG.Membership):
        roles = [name for role in found.all(node, ORG.role) for name in found.all(role, SKOS.prefLabel)]
        for unit in found.all(node, ORG.member):
            for other in found.all(node, ORG.organization):
                yield Tie(unit=unit, other=other, role=", ".join(roles) or None)


def _beside(found: Nodes, units: Iterable[str]) -> Iterator[Tie]:
    """Yield what is linked, once: the register says it of both."""
    pairs = {tuple(sorted((unit, other))) for unit in units for other in found.all(unit, ORG.linkedTo)}
    yield from (Tie(unit=first, other=second) for first, second in sorted(pairs))


def _between(units: dict[str, Unit], ties: Iterable[Tie], leaving: Leaving) -> tuple[Tie, ...]:
    kept = []
    for tie in ties:
        if tie.unit not in units or tie.other not in units:
            leaving.out(_ELSEWHERE, [tie.other if tie.unit in units else tie.unit])
        elif tie.unit == tie.other:
            leaving.out(_SELF, [tie.unit])
        else:
            kept.append(tie)
    return tuple(kept)


def _labels(found: Nodes, units: Iterable[Unit]) -> dict[str, str]:
    named = {code for unit in units for code in (*unit.kinds, unit.area) if code}
    return {
        node: _tidy(texts[0])
        for node in named
        if (texts := found.all(node, SKOS.prefLabel) or found.all(node, RDFS.label))
    }


def _tidy(text: str) -> str:
    return " ".join(text.split())


def _told_of_the_rest(found: Nodes, leaving: Leaving) -> None:
    """Tell which classes of nodes are not looked at. Those that only serve what is read are none."""
    read_ = Counter(node for type_ in _READ for node in found.of_type(type_))
    for type_, members in sorted(found.types().items()):
        rest = [node for node in members if node not in read_]
        if rest:
            nl, en = _OTHER
            leaving.out((nl.format(type_), en.format(type_)), rest)


_READ: Final = (
    BESLUIT.Bestuurseenheid, ORG.ChangeEvent, ORG.Membership, ORG.Role, _ADMS.Identifier,
    _GENERIEK.GestructureerdeIdentificator, _LBLOD.VeranderingsgebeurtenisResultaat,
    _LBLOD.Veranderingsgebeurtenis, _LBLOD.BestuurseenheidClassificatieCode, PREFIXES["prov"] + "Location",
    "http://mu.semte.ch/vocabularies/ext/BestuurseenheidClassificatieCode", SKOS.Concept,
)  # fmt: skip
