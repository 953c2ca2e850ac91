"""The whole import: read an export, conclude what follows, write a folder of files or none at all."""

import shutil
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from organograaf import disk
from organograaf.errors import BadQuestion
from organograaf.graphs import canonical
from organograaf.imports.lblod.codes import matches
from organograaf.imports.lblod.doubles import doubles
from organograaf.imports.lblod.event import event_slugs, write_event
from organograaf.imports.lblod.export import Event, Export
from organograaf.imports.lblod.groups import groups
from organograaf.imports.lblod.known import Known
from organograaf.imports.lblod.lives import lives
from organograaf.imports.lblod.names import named, slugs
from organograaf.imports.lblod.placed import by_unit
from organograaf.imports.lblod.places import Place, places
from organograaf.imports.lblod.read import read
from organograaf.imports.lblod.sheet import Sheet
from organograaf.imports.lblod.unit import write_unit
from organograaf.imports.report import Imported, Leaving
from organograaf.vocab import GRAAF, GRAPH, RDF, iri

FOLDER: Final = "lblod"
_UNKNOWN_KIND: Final = (
    "gebeurtenis van een soort die niet in ontology/codes.ttl staat",
    "event of a kind that is not in ontology/codes.ttl",
)


def lblod(file: Path, folder: Path, *, on: date, recorded: date) -> Imported:
    """Write the register in `file`, as it was on the day `on`, to `folder`/lblod, a file a group of units.

    All or nothing. Raises BadData when the register cannot be read, NotSupported for another syntax,
    BadQuestion when the folder is taken or cannot be written. Cost: some ten seconds for 1,400 units.
    """
    target = folder / FOLDER
    if target.exists():
        raise BadQuestion(
            f"{target} bestaat al. Kies een andere map, of verwijder die eerst.",
            f"{target} exists already. Choose another folder, or remove it first.",
        )
    leaving = Leaving()
    export = _of_known_kinds(read(file, leaving), leaving)
    sheets = _sheets(export, places(export, leaving), on, recorded)
    _write(sheets, target)
    return Imported(
        files=len(sheets),
        organisations=len(export.units),
        events=len(export.events),
        facts=sum(1 for sheet in sheets for _, p, o in sheet.triples if (p, o) == (RDF.type, GRAAF.Fact)),
        left=leaving.told(),
    )


def _of_known_kinds(export: Export, leaving: Leaving) -> Export:
    leaving.out(_UNKNOWN_KIND, [event.iri for event in export.events if event.kind not in matches()])
    return replace(export, events=tuple(event for event in export.events if event.kind in matches()))


def _sheets(export: Export, tied: Iterable[Place], on: date, recorded: date) -> list[Sheet]:
    tied = tuple(tied)
    slug_of = slugs(export.units.values())
    known = Known(
        export=export,
        lives=lives(export, on),
        slugs=slug_of,
        event_slugs=event_slugs(export.events, export, slug_of),
    )
    placed, sheets, home = by_unit(tied), [], {}
    for name, members in groups(export, tied, slug_of).items():
        title = named(export.units[members[0]])
        sheet = Sheet(name=name, title=title, graph=f"{GRAPH}{FOLDER}/{name}", on=on, recorded=recorded)
        for unit in members:
            write_unit(sheet, known, export.units[unit], placed.get(unit, ()))
            home[unit] = sheet
        sheets.append(sheet)
    for event in export.events:
        write_event(_home(home, event), known, event)
    _tell_doubles(home, known)
    return sheets


def _home(home: Mapping[str, Sheet], event: Event) -> Sheet:
    return home[(*event.original, *event.resulting)[0]]


def _tell_doubles(home: Mapping[str, Sheet], known: Known) -> None:
    for number, double in enumerate(doubles(known.export.units.values()), start=1):
        first = double.units[0]
        passage = iri("passage", f"lblod-{known.slugs[first]}")
        home[first].contradiction(
            f"{known.slugs[first]}-double-{number}",
            f"{len(double.units)} eenheden delen in het register {double.what}",
            "Ze staan er elk apart; of het één eenheid is, zegt het register niet.",
            [known.thing(unit) for unit in double.units],
            passage,
        )


def _write(sheets: Iterable[Sheet], target: Path) -> None:
    """Write all files beside the target and move them into place together."""
    with disk.writing(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        temporary = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
        try:
            for sheet in sheets:
                disk.write(temporary / f"{sheet.name}.ttl", canonical(sheet.whole()))
            temporary.chmod(0o755)
            temporary.rename(target)
        finally:
            shutil.rmtree(temporary, ignore_errors=True)
