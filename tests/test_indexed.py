"""A graph with an index of its own answers as rdflib does, also after a change."""

from rdflib import RDF, Graph, Literal, URIRef

from organograaf.validate.indexed import Indexed

A, B, C = (URIRef(f"urn:x-{name}") for name in "abc")
TRIPLES = [(A, RDF.type, B), (A, RDF.value, Literal(1)), (C, RDF.type, B), (A, RDF.value, C)]


def filled(graph: Graph) -> Graph:
    """Return the graph with the triples in it."""
    for triple in TRIPLES:
        graph.add(triple)
    return graph


def test_it_gives_the_values_and_the_things_that_rdflib_gives() -> None:
    ours, theirs = filled(Indexed()), filled(Graph())
    for subject, predicate, value in TRIPLES:
        assert set(ours.objects(subject, predicate)) == set(theirs.objects(subject, predicate))
        assert set(ours.subjects(predicate, value)) == set(theirs.subjects(predicate, value))
    assert list(ours.objects(B, RDF.type)) == list(ours.subjects(RDF.type, A)) == []


def test_open_questions_and_paths_are_left_to_rdflib() -> None:
    ours, theirs = filled(Indexed()), filled(Graph())
    assert set(ours.objects(A)) == set(theirs.objects(A))
    assert set(ours.subjects(RDF.type)) == set(theirs.subjects(RDF.type))
    assert set(ours.objects(A, RDF.value / RDF.type)) == {B}


def test_a_change_is_seen_at_the_next_question() -> None:
    graph = filled(Indexed())
    assert set(graph.subjects(RDF.type, B)) == {A, C}
    graph.add((B, RDF.type, B))
    assert set(graph.subjects(RDF.type, B)) == {A, B, C}
    graph += filled(Graph())
    graph.remove((C, None, None))
    assert set(graph.subjects(RDF.type, B)) == {A, B}
