"""The ontology holds what docs/authoring.md uses, and passes its own shapes."""

import re
from pathlib import Path

import pytest
from rdflib import RDF, SKOS, Graph, URIRef

from organograaf import share
from organograaf.graphs import canonical
from organograaf.validate import validate
from organograaf.vocab import ID, NS, PREFIXES

FILES = ("graaf", "codes", "statistics", "words")
AUTHORING = Path(__file__).parent.parent / "docs" / "authoring.md"


@pytest.fixture(scope="module")
def ontology() -> Graph:
    graph = Graph()
    for name in FILES:
        graph.parse(share.folder("ontology") / f"{name}.ttl")
    return graph


def names_in(text: str, prefix: str) -> set[str]:
    """Return the local names after `prefix:`, also those listed with a slash."""
    found = re.findall(rf"\b{prefix}:([\w-]*\w(?:/[A-Z]\w+)*)", text)
    return {name for names in found for name in names.split("/")}


def test_every_term_of_the_manual_is_in_the_ontology(ontology: Graph) -> None:
    used = names_in(AUTHORING.read_text("utf-8"), "graaf")

    assert {"Fact", "Acting", "Unknown", "vacant"} <= used
    assert {name for name in used if (URIRef(NS + name), RDF.type, None) not in ontology} == set()


def test_every_term_that_shapes_speak_of_is_in_the_ontology(ontology: Graph) -> None:
    text = "\n".join(path.read_text("utf-8") for path in share.folder("shacl").glob("*/*.ttl"))
    used = names_in(text, "graaf")

    assert {name for name in used if (URIRef(NS + name), RDF.type, None) not in ontology} == set()


def test_every_term_has_label_definition_and_example_in_two_languages(ontology: Graph) -> None:
    report = validate(ontology, "ontology")

    assert [(finding.focus, finding.en) for finding in report.findings] == []


@pytest.mark.parametrize("scheme", ["UnitKindScheme", "EventKindScheme", "OrganisationKindScheme"])
def test_a_code_list_names_its_codes_by_their_slug(ontology: Graph, scheme: str) -> None:
    codes = list(ontology.subjects(SKOS.inScheme, URIRef(NS + scheme)))

    assert len(codes) > 5
    for code in codes:
        assert str(code).startswith(ID)
        assert str(ontology.value(code, SKOS.notation)) == str(code).rsplit("/", 1)[-1]


def test_every_definition_differs_from_every_other(ontology: Graph) -> None:
    definitions = [str(text) for text in ontology.objects(None, SKOS.definition)]

    assert len(definitions) == len(set(definitions))


def test_a_kind_of_organisation_links_to_the_flemish_code(ontology: Graph) -> None:
    ocmw = URIRef(ID + "organisation-kind/ocmw")
    flemish = PREFIXES["codelist"] + "BestuurseenheidClassificatieCode/5ab0e9b8a3b2ca7c5e000002"

    assert list(ontology.objects(ocmw, SKOS.exactMatch)) == [URIRef(flemish)]


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_the_ontology_is_in_the_one_canonical_form(name: str) -> None:
    path = share.folder("ontology") / f"{name}.ttl"

    assert canonical(Graph(bind_namespaces="none").parse(path)) == path.read_text("utf-8")
