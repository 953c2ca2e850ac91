"""What follows from an export for each unit and event: their lives and their addresses with us."""

from collections.abc import Mapping
from dataclasses import dataclass

from organograaf.imports.lblod.export import Event, Export, Status
from organograaf.imports.lblod.lives import Life
from organograaf.imports.lblod.sheet import edtf
from organograaf.model import Value
from organograaf.vocab import GRAAF, iri


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """All that is needed to write any unit: the export, and what follows from it for each unit and event."""

    export: Export
    lives: Mapping[str, Life]
    slugs: Mapping[str, str]
    event_slugs: Mapping[str, str]

    def thing(self, unit: str) -> str:
        """Return the IRI of a unit with us."""
        return iri("organisation", self.slugs[unit])

    def event(self, event: Event) -> str:
        """Return the IRI of an event with us."""
        return iri("event", self.event_slugs[event.iri])


def bounded(known: Known, life: Life) -> dict[str, Value]:
    """Return the time of what is said of something with this life, where the register tells it."""
    if life.status is Status.FORMING:
        return {GRAAF.modality: GRAAF.Planned}
    if life.ended:
        return {GRAAF.endedBy: known.event(life.ended)}
    if life.until:
        return {GRAAF.until: edtf(life.until)}
    return {GRAAF["from"]: edtf(life.since)} if life.since else {}
