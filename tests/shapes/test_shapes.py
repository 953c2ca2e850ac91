"""Each shape that can speak has a case it passes and a case it catches."""

from pathlib import Path

import pytest
from pyshacl.entrypoints import meta_validate
from rdflib import RDF, SH, Graph, URIRef

from organograaf import share
from organograaf.validate import Place, Report, Severity, shapes, validate
from organograaf.vocab import slug

HERE = Path(__file__).parent
PLACES: tuple[Place, ...] = ("facts", "snapshot", "ontology")
TARGETS = ("Class", "Node", "SubjectsOf", "ObjectsOf")
SHAPES = "https://w3id.org/organograaf/shapes/"


def speaking(place: Place) -> list[str]:
    """Return the IRIs of the shapes of one place that carry a message."""
    return sorted({str(shape) for shape in shapes(place).subjects(SH.message)})


CASES = [(place, shape) for place in PLACES for shape in speaking(place)]


def findings(place: Place, shape: str, case: str) -> Report:
    report = validate(Graph().parse(HERE / slug(shape) / f"{case}.ttl"), place)
    return Report(tuple(finding for finding in report.findings if finding.shape == shape))


@pytest.mark.parametrize(("place", "shape"), CASES, ids=[slug(shape) for _, shape in CASES])
def test_a_shape_is_silent_about_its_passing_case(place: Place, shape: str) -> None:
    assert findings(place, shape, "pass").findings == ()


@pytest.mark.parametrize(("place", "shape"), CASES, ids=[slug(shape) for _, shape in CASES])
def test_a_shape_catches_its_failing_case_in_dutch_and_english(place: Place, shape: str) -> None:
    found = findings(place, shape, "fail").findings

    assert found
    for finding in found:
        assert finding.nl
        assert finding.en not in ("", finding.nl)
        assert "{" not in finding.nl + finding.en


def test_every_case_is_of_a_shape_that_exists() -> None:
    known = {slug(shape) for _, shape in CASES}

    assert {folder.name for folder in HERE.iterdir() if (folder / "fail.ttl").exists()} == known


@pytest.mark.parametrize("place", PLACES)
def test_a_shape_that_can_find_something_speaks_both_languages(place: Place) -> None:
    for shape in speaking(place):
        messages = list(shapes(place).objects(URIRef(shape), SH.message))
        assert sorted(str(getattr(text, "language", None)) for text in messages) == ["en", "nl"], shape


@pytest.mark.parametrize("place", PLACES)
def test_every_shape_has_a_name_and_a_message_or_only_leads_to_others(place: Place) -> None:
    graph = shapes(place)
    grouping = {RDF.type, SH.property, SH.path, *(SH[f"target{how}"] for how in TARGETS)}

    for kind in (SH.NodeShape, SH.PropertyShape):
        for shape in graph.subjects(RDF.type, kind):
            assert str(shape).startswith(SHAPES)
            silent = (shape, SH.message, None) not in graph
            assert not silent or set(graph.predicates(shape)) <= grouping, shape


@pytest.mark.parametrize("place", PLACES)
def test_every_shape_that_speaks_states_its_severity(place: Place) -> None:
    severities = {SH.Violation, SH.Warning, SH.Info}

    assert len(severities) == len(Severity)
    assert all(shapes(place).value(URIRef(shape), SH.severity) in severities for shape in speaking(place))


@pytest.mark.parametrize("place", PLACES)
def test_the_shapes_are_themselves_valid_shacl(place: Place) -> None:
    conforms, _, text = meta_validate(shapes(place), inference="none", max_validation_depth=500)

    assert conforms, text


def test_no_file_of_shapes_lies_where_nobody_reads_it() -> None:
    folder = share.folder("shacl")

    assert {path.parent.name for path in folder.glob("*/*.ttl")} == set(PLACES)
    assert [path.name for path in folder.glob("*.ttl")] == ["prefixes.ttl"]
