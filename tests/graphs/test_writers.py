"""Triples in every syntax, read back with the parsers of others."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Graph, URIRef

from organograaf.errors import BadData, NotAcceptable
from organograaf.graphs import WRITERS, Triple, value
from organograaf.graphs.terms import as_written
from organograaf.model import Literal
from organograaf.vocab import ORG, RDF, SKOS, XSD, iri

FORMATS = {"ttl": "turtle", "jsonld": "json-ld", "rdf": "xml", "nt": "nt"}
THING = iri("unit", "x")
TRIPLES: list[Triple] = [
    (THING, RDF.type, ORG.OrganizationalUnit),
    (THING, SKOS.prefLabel, Literal("Buurtwerk", "nl")),
    (THING, SKOS.notation, Literal("12")),
    (THING, "http://example.org/on", Literal("2018-06-01", None, XSD.date)),
    (iri("post", "chef"), ORG.postIn, THING),
]


def read_back(text: str, suffix: str) -> set[Triple]:
    """Read a text with rdflib, as the program's own values."""
    graph = Graph(bind_namespaces="none")
    with as_written():
        graph.parse(data=text, format=FORMATS[suffix])
    return {(str(s), str(p), value(o)) for s, p, o in graph}


@pytest.mark.parametrize("suffix", WRITERS)
def test_what_is_written_is_read_back_the_same(suffix: str) -> None:
    assert read_back(WRITERS[suffix](TRIPLES), suffix) == set(TRIPLES)


@pytest.mark.parametrize("suffix", WRITERS)
def test_the_order_of_the_triples_makes_no_difference(suffix: str) -> None:
    assert WRITERS[suffix](TRIPLES) == WRITERS[suffix]([*reversed(TRIPLES), TRIPLES[0]])


@pytest.mark.parametrize("suffix", WRITERS)
@settings(deadline=None)
@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_any_text_comes_back_or_is_refused(suffix: str, text: str) -> None:
    triples: set[Triple] = {(THING, SKOS.prefLabel, Literal(text, "nl"))}
    try:
        written = WRITERS[suffix](triples)
    except NotAcceptable:
        assert suffix == "rdf"
    else:
        assert read_back(written, suffix) == triples


@pytest.mark.parametrize("suffix", WRITERS)
def test_hostile_labels_stay_text(suffix: str, shared: Path) -> None:
    for label in json.loads((shared / "suites" / "hostile" / "labels.json").read_text(encoding="utf-8")):
        triples: set[Triple] = {(THING, SKOS.prefLabel, Literal(label))}
        try:
            assert read_back(WRITERS[suffix](triples), suffix) == triples
        except NotAcceptable:
            assert suffix == "rdf"
            assert any(ord(character) < 32 for character in label)


@pytest.mark.parametrize("suffix", WRITERS)
def test_hostile_addresses_are_refused_or_stay_one_address(suffix: str, shared: Path) -> None:
    for address in json.loads((shared / "suites" / "hostile" / "iris.json").read_text(encoding="utf-8")):
        try:
            text = WRITERS[suffix]([(THING, SKOS.exactMatch, address)])
        except (BadData, NotAcceptable):
            continue
        assert len(read_back(text, suffix)) == 1, address


def test_json_ld_has_no_context_to_fetch() -> None:
    assert "@context" not in WRITERS["jsonld"](TRIPLES)


def test_rdf_xml_declares_no_entities() -> None:
    text = WRITERS["rdf"](TRIPLES)
    assert "<!" not in text
    assert ET.fromstring(text).tag.endswith("RDF")


def test_a_property_that_xml_cannot_name_is_refused_in_a_sentence() -> None:
    with pytest.raises(NotAcceptable, match="Turtle"):
        WRITERS["rdf"]([(THING, "http://example.org/123", THING)])


def test_turtle_declares_only_the_prefixes_it_uses() -> None:
    text = WRITERS["ttl"](TRIPLES[:1])
    assert [line.split()[1] for line in text.splitlines() if line.startswith("@prefix")] == ["org:", "unit:"]


def test_a_node_without_a_name_keeps_its_place() -> None:
    triples: list[Triple] = [(THING, ORG.hasSite, "_:a"), ("_:a", RDF.type, ORG.Site)]
    for suffix in WRITERS:
        graph = Graph().parse(data=WRITERS[suffix](triples), format=FORMATS[suffix])
        (node,) = graph.objects(URIRef(THING), URIRef(ORG.hasSite))
        assert set(graph.objects(node)) == {URIRef(ORG.Site)}
