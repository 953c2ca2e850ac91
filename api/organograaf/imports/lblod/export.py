"""What an export of the register says, before we conclude anything from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum


class Status(Enum):
    """The state in which the register has a unit; UNKNOWN: it says none, two, or one that we do not know."""

    ACTIVE = "active"
    INACTIVE = "inactive"
    FORMING = "forming"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """An administrative unit. `kinds` are codes, `numbers` pairs of "KBO" or "OVO" and a number."""

    iri: str
    name: str
    others: tuple[str, ...]
    kinds: tuple[str, ...]
    status: Status
    area: str | None
    numbers: tuple[tuple[str, str], ...]
    same: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A change: its kind (a code), its day if given, and units that went in and came out.

    `after` is the state in which it left a unit, by the register.
    """

    iri: str
    kind: str
    day: date | None
    text: str | None
    original: tuple[str, ...]
    resulting: tuple[str, ...]
    after: Mapping[str, Status]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """That one unit is under, a member of, or beside another; `role` in the words of the register."""

    unit: str
    other: str
    role: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """An export as read: units and events by their address, and what binds units.

    `labels` are the names of codes and areas.
    """

    units: Mapping[str, Unit]
    events: tuple[Event, ...]
    under: tuple[Tie, ...]
    members: tuple[Tie, ...]
    beside: tuple[Tie, ...]
    labels: Mapping[str, str]
