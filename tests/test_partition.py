"""A data set is divided into registers by what its graphs tell of; neighbours fill in what is mentioned."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from organograaf import share
from organograaf.graphs import files_in, read
from organograaf.model import Literal, Value
from organograaf.register import Gist, Partition, Register, Row, gist, partition, told_elsewhere
from organograaf.vocab import EDTF, GRAAF, GRAPH, ORG, PROV, RDF, SKOS, iri

OLD, NEW, GROUP = iri("organisation", "oud"), iri("organisation", "nieuw"), iri("organisation", "groep")
UNIT, POST, MERGER = iri("unit", "loket"), iri("post", "baas"), iri("event", "fusie")
PERSON, TASK, LAW = iri("person", "an"), iri("task", "leefloon"), iri("law", "wet")


def graph(
    name: str, *statements: tuple[str, str, Value], plain: Iterable[tuple[str, str, Value]] = ()
) -> list[Row]:
    """Return the rows of a graph with a fact per statement."""
    rows: list[Row] = [(GRAPH + name, *triple) for triple in plain]
    for number, (subject, predicate, value) in enumerate(statements):
        fact = iri("fact", f"{name}-{number}")
        said = (
            (RDF.type, GRAAF.Fact),
            (RDF.subject, subject),
            (RDF.predicate, predicate),
            (RDF.object, value),
        )
        rows += [(GRAPH + name, fact, p, v) for p, v in said]
    return rows


def divided(*graphs: list[Row]) -> list[tuple[set[str], set[str]]]:
    """Return the graphs and the neighbours of each register, by their short names."""
    found = partition(gist(rows[0][0], rows) for rows in graphs)
    return [
        ({g.removeprefix(GRAPH) for g in part.graphs}, {g.removeprefix(GRAPH) for g in part.neighbours})
        for part in found.parts
    ]


def exists(thing: str, type_: str = ORG.FormalOrganization) -> tuple[str, str, Value]:
    return (thing, RDF.type, type_)


def _of_folder(folder: Path) -> Partition:
    files = [read(path) for path in (*files_in(folder), *files_in(share.folder("ontology")))]
    return partition(gist(file.iri, file.rows()) for file in files)


def test_all_of_antwerp_is_one_register_beside_the_ontology() -> None:
    found = _of_folder(share.data())
    assert [set(part.graphs) for part in found.parts] == [{read(path).iri for path in files_in(share.data())}]
    assert all("/ontology/" in name for name in found.shared)


def test_two_organisations_that_share_nothing_have_two_registers() -> None:
    assert divided(graph("a", exists(OLD)), graph("b", exists(NEW))) == [({"a"}, set()), ({"b"}, set())]


def test_facts_about_one_thing_in_two_graphs_make_one_register() -> None:
    assert divided(graph("a", exists(OLD)), graph("b", exists(OLD))) == [({"a", "b"}, set())]


@pytest.mark.parametrize("relation", [ORG.unitOf, ORG.subOrganizationOf, GRAAF.legalCarrier])
def test_what_stands_in_an_organisation_is_in_its_register(relation: str) -> None:
    assert divided(graph("a", exists(OLD)), graph("b", (UNIT, relation, OLD))) == [({"a", "b"}, set())]


def test_a_collaboration_holds_its_members_but_a_legal_person_does_not() -> None:
    member = graph("a", exists(OLD), (OLD, ORG.memberOf, GROUP))
    group = graph("b", exists(GROUP, ORG.OrganizationalCollaboration))
    assert divided(member, group) == [({"a", "b"}, set())]
    assert divided(member, graph("b", exists(GROUP))) == [({"a"}, {"b"}), ({"b"}, set())]


def test_a_graph_that_speaks_of_no_organisation_is_shared_and_one_that_mentions_several_is_in_each() -> None:
    law = graph("wet", plain=[(LAW, SKOS.prefLabel, Literal("Wet", "nl"))])
    figures = graph(
        "cijfers", plain=[(iri("observation", "o"), GRAAF.concerns, thing) for thing in (OLD, NEW)]
    )
    a, b = graph("a", exists(OLD)), graph("b", exists(NEW))
    found = partition(gist(rows[0][0], rows) for rows in (law, figures, a, b))
    assert [part.graphs for part in found.parts] == [
        (GRAPH + "a", GRAPH + "cijfers"),
        (GRAPH + "b", GRAPH + "cijfers"),
    ]
    assert found.shared == (GRAPH + "wet",)


def test_a_revision_is_in_the_register_of_what_it_revises() -> None:
    correction = graph(
        "c", (NEW, SKOS.prefLabel, Literal("x")), plain=[(GRAPH + "c", PROV.wasRevisionOf, GRAPH + "a")]
    )
    assert divided(graph("a", exists(OLD)), graph("b", exists(NEW)), correction) == [({"a", "b", "c"}, set())]
    only = graph(
        "d", (MERGER, GRAAF.date, Literal("2019")), plain=[(GRAPH + "d", PROV.wasRevisionOf, GRAPH + "a")]
    )
    assert divided(graph("a", exists(OLD)), only) == [({"a", "d"}, set())]


def test_the_order_of_the_graphs_makes_no_difference() -> None:
    gists = [
        Gist(graph=GRAPH + n, tells=frozenset(t)) for n, t in (("a", {OLD}), ("b", {OLD, NEW}), ("c", {NEW}))
    ]
    assert partition(gists) == partition(reversed(gists))


def test_what_two_registers_only_mention_makes_them_no_neighbours() -> None:
    person = [(PERSON, RDF.type, "http://xmlns.com/foaf/0.1/Person")]
    a = graph("a", exists(OLD), (POST, ORG.heldBy, PERSON), plain=person)
    b = graph("b", exists(NEW), (UNIT, ORG.heldBy, PERSON), plain=person)
    assert divided(a, b) == [({"a"}, set()), ({"b"}, set())]


def _merger() -> tuple[list[Row], list[Row]]:
    """A city that ends by an event, and the city that the event made, which tells of its day."""
    city = iri("organisation", "derde")
    old = graph("a", exists(OLD), (OLD, SKOS.prefLabel, Literal("Oudstad", "nl")), (UNIT, ORG.unitOf, OLD))
    old.append((GRAPH + "a", iri("fact", "a-0"), GRAAF.endedBy, MERGER))
    new = graph(
        "b",
        exists(NEW),
        (MERGER, ORG.originalOrganization, OLD),
        (MERGER, GRAAF.date, Literal("2019-01-01", None, EDTF)),
        (city, SKOS.prefLabel, Literal("Derde", "nl")),
        plain=[(MERGER, RDF.type, ORG.ChangeEvent), (MERGER, SKOS.prefLabel, Literal("Fusie", "nl"))],
    )
    new.append((GRAPH + "b", iri("fact", "b-0"), GRAAF.startedBy, MERGER))
    return old, new


def test_a_merger_makes_neighbours_and_both_tell_its_day() -> None:
    old, new = _merger()
    assert divided(old, new) == [({"a"}, {"b"}), ({"b"}, {"a"})]
    ended = Register.of([*old, *told_elsewhere(old, new)]).about(OLD, RDF.type)[0]
    begun = Register.of([*new, *told_elsewhere(new, old)]).about(NEW, RDF.type)[0]
    assert ended.period.latest_end == begun.period.earliest_start == date(2019, 1, 1)


def test_of_a_neighbour_only_what_is_mentioned_is_told() -> None:
    old, new = _merger()
    told = Register.of([*new, *told_elsewhere(new, old)])
    assert told.label(OLD) == "Oudstad"
    assert not told.about(UNIT, ORG.unitOf)


def test_a_shared_event_ends_and_starts_alike_in_the_divided_and_in_the_whole_data() -> None:
    old, new = _merger()
    whole = Register.of([*old, *new])
    for own, others in ((old, new), (new, old)):
        part = Register.of([*own, *told_elsewhere(own, others)])
        mine = {row[1] for row in own}
        found = {f.iri: s.period for s in part.spells for f in s.facts if f.iri in mine}
        assert found == {f.iri: s.period for s in whole.spells for f in s.facts if f.iri in mine}


def test_the_files_of_two_folders_that_name_one_organisation_stay_two_registers() -> None:
    told = (OLD, SKOS.prefLabel, Literal("Vlaanderen", "nl"))
    a, b = graph("a/1", exists(NEW), told), graph("b/1", exists(GROUP), told)
    assert divided(a, b) == [({"a/1"}, set()), ({"b/1"}, set())]


def test_an_organisation_is_at_home_in_the_folder_that_tells_what_stands_in_it() -> None:
    told = (OLD, SKOS.prefLabel, Literal("Gent", "nl"))
    a = graph("a/1", exists(NEW), told)
    b = graph("b/1", exists(OLD), told)
    c = graph("b/2", (UNIT, ORG.unitOf, OLD))
    d = graph("d/1", (POST, ORG.postIn, OLD))
    assert divided(a, b, c, d) == [({"a/1"}, {"b/1"}), ({"b/1", "b/2", "d/1"}, set())]
