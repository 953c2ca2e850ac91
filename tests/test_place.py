"""A unit stands in one place of the organogram, however unsure its place is."""

from collections.abc import Iterator
from datetime import date

from organograaf.model import Literal
from organograaf.organogram import as_of
from organograaf.register import Register, Row
from organograaf.view import Organogram
from organograaf.vocab import DCT, EDTF, GRAAF, ORG, RDF, iri

GRAPH = "https://w3id.org/organograaf/graph/test/a"
TOWN, HALL, DESK = iri("organisation", "stad"), iri("unit", "stadhuis"), iri("unit", "loket")


def _seen(name: str, subject: str, predicate: str, value: str, since: str, until: str) -> Iterator[Row]:
    fact, period = iri("fact", name), iri("period", name)
    yield (GRAPH, fact, RDF.type, GRAAF.Fact)
    yield (GRAPH, fact, RDF.subject, subject)
    yield (GRAPH, fact, RDF.predicate, predicate)
    yield (GRAPH, fact, RDF.object, value)
    yield (GRAPH, fact, DCT.temporal, period)
    yield (GRAPH, period, GRAAF["from"], Literal(since, None, EDTF))
    yield (GRAPH, period, GRAAF.until, Literal(until, None, EDTF))


def _town(*more: Iterator[Row]) -> Register:
    long = ("2001-01-01", "2021-01-01")
    return Register.of(
        [
            *_seen("town", TOWN, RDF.type, ORG.FormalOrganization, *long),
            *_seen("hall", HALL, RDF.type, ORG.OrganizationalUnit, *long),
            *_seen("hall-place", HALL, ORG.unitOf, TOWN, *long),
            *_seen("desk", DESK, RDF.type, ORG.OrganizationalUnit, *long),
            *(row for rows in more for row in rows),
        ]
    )


def _parents(view: Organogram) -> list[str]:
    return [node.slug for _, node in view.root.walk() if any(unit.iri == DESK for unit in node.units)]


def test_a_unit_that_may_stand_in_two_places_is_drawn_once_where_it_was_seen_nearest() -> None:
    register = _town(
        _seen("old", DESK, ORG.unitOf, TOWN, "2008-01-01", "2009-01-01"),
        _seen("new", DESK, ORG.subOrganizationOf, HALL, "2018-01-01", "2019-01-01"),
    )
    assert _parents(as_of(register, date(2010, 1, 1), root=TOWN)) == ["stad"]
    assert _parents(as_of(register, date(2017, 1, 1), root=TOWN)) == ["stadhuis"]


def test_a_unit_whose_place_was_seen_only_long_ago_is_told_without_a_place() -> None:
    register = _town(_seen("old", DESK, ORG.subOrganizationOf, HALL, "2003-01-01", "2004-01-01"))
    close, whole = (as_of(register, date(2015, 1, 1), root=TOWN, reach=reach) for reach in (3, None))
    assert (_parents(close), [one.iri for one in close.unplaced], close.beyond) == ([], [DESK], 0)
    assert (_parents(whole), whole.unplaced) == (["stadhuis"], ())
