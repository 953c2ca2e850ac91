"""Statements by what they are about: a history that can be read."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from organograaf.period import Certainty
from organograaf.view import Statement
from organograaf.vocab import BESLUIT, CV, FOAF, GRAAF, ORG, RDF, SKOS, kind

_PLACE: Final = (ORG.unitOf, ORG.subOrganizationOf, ORG.memberOf)
_BOTH_WAYS: Final = {
    "for": (GRAAF.legalCarrier, GRAAF.serves, GRAAF.decidedBy, BESLUIT.bestuurt),
    "posts": (GRAAF.leads, GRAAF.ledBy, ORG.postIn, ORG.heldBy, GRAAF.vacant, ORG.role),
    "law": (CV.hasLegalResource,),
    "change": (ORG.originalOrganization, ORG.resultingOrganization, GRAAF.transferredTo),
    "with": (ORG.linkedTo, GRAAF.covenantWith),
    "reach": (ORG.hasSite, CV.contactPoint, FOAF.homepage, FOAF.page),
    "counts": (GRAAF.numberOf,),
}
_DOING: Final = (GRAAF.responsibleFor, GRAAF.carriesOut, GRAAF.contributesTo)
_NAMING: Final = (
    RDF.type, SKOS.prefLabel, SKOS.altLabel, GRAAF.abbreviation, ORG.classification,
    SKOS.definition, SKOS.scopeNote,
)  # fmt: skip
ORDER: Final = (
    "name", "place", "posts", "tasks", "goals", "for", "law", "under", "change", "with", "reach", "counts",
    "other",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """Statements about one subject: what holds on the day, what held before or after, what never did.

    `apart` are plans and readings that another source contradicts. Newest first.
    """

    key: str
    now: tuple[Statement, ...]
    then: tuple[Statement, ...]
    apart: tuple[Statement, ...]


def topic_of(predicate: str, value: object) -> str:
    """Return the topic of a property of a thing («^» before it: the other way), with its value."""
    plain = predicate.removeprefix("^")
    if plain in _NAMING:
        return "name"
    if plain in _PLACE:
        return "under" if predicate.startswith("^") else "place"
    if plain in _DOING:
        return "goals" if isinstance(value, str) and kind(value) == "goal" else "tasks"
    return next((key for key, names in _BOTH_WAYS.items() if plain in names), "other")


def topics(said: Iterable[tuple[str, Statement]]) -> tuple[Topic, ...]:
    """Put statements under their topics, in the order of a page; `said` has the newest first."""
    by_key: dict[str, list[Statement]] = {}
    for key, statement in said:
        by_key.setdefault(key, []).append(statement)
    return tuple(_topic(key, by_key[key]) for key in ORDER if key in by_key)


def _topic(key: str, found: list[Statement]) -> Topic:
    so = [one for one in found if one.standing == "so"]
    return Topic(
        key=key,
        now=tuple(sorted((s for s in so if s.certainty is not Certainty.NO), key=_doubtful)),
        then=tuple(one for one in so if one.certainty is Certainty.NO),
        apart=tuple(one for one in found if one.standing != "so"),
    )


def _doubtful(statement: Statement) -> bool:
    return statement.certainty is not Certainty.CERTAIN
