"""How far shapes and queries look, and the refusal to guess."""

import pytest
from rdflib import RDF, SH, Graph, URIRef

from organograaf.validate import Place, Unbounded
from organograaf.validate.reach import checks
from organograaf.validate.steps import Step, Way, path_ways, query_ways, step

P, Q, R = ("https://example.org/" + name for name in "pqr")


def ways(pattern: str) -> set[Way]:
    return set(query_ways(f"PREFIX : <https://example.org/> SELECT $this WHERE {{ {pattern} }}", {}))


def test_a_pattern_leads_from_this_to_what_hangs_on_it() -> None:
    assert ways("?a :p $this . ?a :q ?b") == {step(P, back=True), step(P, back=True) + step(Q)}


def test_a_pattern_in_a_filter_counts() -> None:
    found = ways("$this :p ?a . FILTER NOT EXISTS { ?b :q ?a ; :r 1 }")
    assert step(P) + step(Q, back=True) + step(R) in found


def test_what_a_variable_means_in_one_branch_counts_for_all() -> None:
    found = ways("{ $this :p ?a } UNION { $this :q ?a . ?a :r ?b }")
    assert {step(P) + step(R), step(Q) + step(R)} <= found


def test_a_repeated_path_is_one_step_that_repeats() -> None:
    both = Step(frozenset({(P, False), (Q, False)}), repeated=True)
    assert (both,) in ways("$this (:p|:q)+ ?a")
    assert ways("$this :p* ?a") == {step(P, repeated=True)}


@pytest.mark.parametrize(
    "pattern",
    [
        "?a :p ?b",
        "$this ?p ?a",
        "$this :p ?a . ?b :q ?c",
        "$this (:p/:q)+ ?a",
        "$this !:p ?a",
        "GRAPH ?g { $this :p ?a }",
        "$this :p ?a . BIND(IRI(STR(?a)) AS ?b) ?b :q ?c",
        "VALUES ?a { :x } $this :p ?a",
    ],
)
def test_a_query_that_may_look_anywhere_is_refused(pattern: str) -> None:
    with pytest.raises(Unbounded):
        ways(pattern)


def test_a_path_of_an_unknown_form_is_refused() -> None:
    graph = Graph().parse(data="[] <urn:a> [ <urn:b> <urn:c> ] .", format="turtle")
    with pytest.raises(Unbounded):
        path_ways(graph, next(graph.objects(None, URIRef("urn:a"))))


def test_a_constraint_that_is_not_known_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    graph = Graph()
    graph.add((URIRef(P), SH.targetClass, URIRef(Q)))
    graph.add((URIRef(P), SH.closed, URIRef(R)))
    monkeypatch.setattr("organograaf.validate.reach.shapes", lambda _: graph)
    with pytest.raises(Unbounded):
        checks.__wrapped__("facts")


@pytest.mark.parametrize("place", ["facts", "snapshot", "ontology"])
def test_of_every_shape_that_ships_it_is_known_how_far_it_looks(place: Place) -> None:
    found = {check.shape for check in checks(place)}
    assert found
    assert RDF.type not in found
