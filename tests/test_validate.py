"""Validation: what is found, what is put aside, how it is told, and what is remembered."""

import json
import time
from pathlib import Path

import pytest
from rdflib import RDF, SH, XSD, Graph, Literal, URIRef

from organograaf.build import read_tree
from organograaf.validate import (
    Finding,
    Report,
    Severity,
    as_json,
    as_text,
    as_turtle,
    cached,
    key,
    read_json,
    shapes,
    silences,
    validate,
)
from organograaf.vocab import GRAAF, ORG, PREFIXES, SKOS, iri

SHAPES = Path(__file__).parent / "shapes"
SHAPE = "https://w3id.org/organograaf/shapes/"
TASK = iri("task", "leefloon")


def case(name: str) -> Graph:
    return Graph().parse(SHAPES / name / "fail.ttl")


def add_silence(graph: Graph, shape: str, node: str) -> None:
    silence = URIRef(iri("silence", "a"))
    graph.add((silence, RDF.type, URIRef(GRAAF.Silence)))
    graph.add((silence, SH.sourceShape, URIRef(SHAPE + shape)))
    graph.add((silence, SH.focusNode, URIRef(node)))
    graph.add((silence, URIRef(GRAAF.reasoning), Literal("De wet kent beide namen.", lang="nl")))


def found(report: Report) -> set[str]:
    return {finding.shape.removeprefix(SHAPE) for finding in report.findings}


def test_a_graph_without_triples_conforms() -> None:
    assert validate(Graph(), "facts") == Report()


def test_a_warning_does_not_forbid_publishing() -> None:
    report = validate(case("label-once"), "facts")

    assert found(report) == {"label-once"}
    assert report.conforms
    assert report.count(Severity.WARNING) == 1


def test_a_violation_forbids_publishing() -> None:
    report = validate(case("fact-basis"), "facts")

    assert "fact-basis" in found(report)
    assert not report.conforms


def test_a_silenced_warning_is_put_aside_but_kept() -> None:
    graph = case("label-once")
    add_silence(graph, "label-once", TASK)
    report = validate(graph, "facts")

    assert "label-once" not in found(report)
    assert [finding.focus for finding in report.silenced] == [TASK]


def test_a_silence_about_another_node_puts_nothing_aside() -> None:
    graph = case("label-once")
    add_silence(graph, "label-once", iri("task", "schuldbemiddeling"))

    assert "label-once" in found(validate(graph, "facts"))


def test_a_violation_cannot_be_silenced() -> None:
    graph = case("fact-basis")
    add_silence(graph, "fact-basis", iri("fact", "a"))
    report = validate(graph, "facts")

    assert "fact-basis" in found(report)
    assert report.silenced == ()


def test_silences_of_the_facts_can_be_given_to_a_snapshot() -> None:
    graph = case("snapshot-placed")
    unit = next(f.focus for f in validate(graph, "snapshot").findings if f.shape.endswith("placed"))
    silenced = frozenset({(SHAPE + "snapshot-placed", unit)})

    assert "snapshot-placed" not in found(validate(graph, "snapshot", silenced=silenced))


def test_validating_does_not_change_the_data() -> None:
    graph = case("one-parent")
    before = set(graph)
    validate(graph, "facts")

    assert set(graph) == before


def test_a_finding_names_the_graph_its_node_stands_in() -> None:
    report = validate(case("label-once"), "facts", homes={TASK: "003-doelstellingen.ttl"})

    assert [finding.graph for finding in report.findings] == ["003-doelstellingen.ttl"]


def test_a_query_finding_is_about_the_thing_and_names_both_values_shortly() -> None:
    report = validate(case("one-parent"), "facts")
    finding = next(f for f in report.findings if f.shape == SHAPE + "one-parent")

    assert finding.focus == iri("unit", "sociale-dienst")
    assert "organisation:voorbeeldstad" in finding.nl
    assert "unit:staf" in finding.en


def test_a_query_looks_only_at_the_node_it_is_asked_about() -> None:
    graph = case("one-name")
    other = URIRef(iri("unit", "zonder-probleem"))
    graph.add((URIRef(iri("fact", "los")), RDF.subject, other))
    graph.add((URIRef(iri("fact", "los")), RDF.predicate, URIRef(SKOS.prefLabel)))
    named = [f.focus for f in validate(graph, "facts").findings if f.shape == SHAPE + "one-name"]

    assert named == [iri("unit", "sociale-dienst")]


def test_findings_come_in_the_same_order_every_time_worst_first() -> None:
    first, second = (validate(case("observation-value"), "facts").findings for _ in range(2))

    assert first == second
    assert [f.severity.order for f in first] == sorted(f.severity.order for f in first)


@pytest.fixture
def report() -> Report:
    graph = case("label-once")
    return validate(graph, "facts", homes={TASK: "003.ttl"})


def test_a_report_in_dutch_says_what_to_do_and_where(report: Report) -> None:
    text = as_text(report)

    assert text.startswith("WAARSCHUWING  task:leefloon  (003.ttl)\n")
    assert "skos:altLabel" in text
    assert text.endswith("0 overtredingen, 1 waarschuwing, 0 hints.\n")


def test_a_report_in_english_counts_in_english(report: Report) -> None:
    assert as_text(report, "en").endswith("0 violations, 1 warning, 0 hints.\n")


def test_a_report_tells_how_many_findings_were_put_aside(report: Report) -> None:
    assert "(1 waarvan bewust gezwegen wordt)" in as_text(Report((), report.findings))


def test_a_report_reads_back_from_json_unchanged(report: Report) -> None:
    again = Report(report.findings, report.findings)

    assert read_json(as_json(again)) == again
    assert json.loads(as_json(again))["conforms"] is True


def test_a_report_in_turtle_is_a_shacl_report(report: Report) -> None:
    graph = Graph().parse(data=as_turtle(report), format="turtle")
    root = graph.value(None, RDF.type, SH.ValidationReport)

    assert graph.value(root, SH.conforms) == Literal(False)
    result = graph.value(root, SH.result)
    assert graph.value(result, SH.focusNode) == URIRef(TASK)
    assert {getattr(text, "language", None) for text in graph.objects(result, SH.resultMessage)} == {
        "nl",
        "en",
    }


def test_an_empty_report_in_turtle_conforms() -> None:
    graph = Graph().parse(data=as_turtle(Report()), format="turtle")

    assert list(graph.objects(None, SH.conforms)) == [Literal(True)]


def test_equal_content_has_an_equal_key_in_whatever_order() -> None:
    forwards = case("observation-value")
    backwards = Graph()
    for triple in reversed(list(forwards)):
        backwards.add(triple)

    assert key(forwards, "facts") == key(backwards, "facts")


def test_the_key_changes_with_the_data_and_with_the_place() -> None:
    graph = case("goal-notation")
    before = key(graph, "facts")
    assert key(graph, "snapshot") != before

    graph.add((URIRef(TASK), URIRef(SKOS.prefLabel), Literal("leefloon", lang="nl")))
    assert key(graph, "facts") != before


def test_a_kept_report_is_not_computed_again(tmp_path: Path, report: Report) -> None:
    assert cached("a", tmp_path / "reports", lambda: report) == report

    assert cached("a", tmp_path / "reports", lambda: Report()) == report
    assert cached("b", tmp_path / "reports", lambda: Report()) == Report()


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"findings": [{"severity": "bad"}], "silenced": []}'])
def test_a_kept_report_that_cannot_be_read_is_computed_anew(
    tmp_path: Path, report: Report, text: str
) -> None:
    (tmp_path / "a.json").write_text(text)

    assert cached("a", tmp_path, lambda: report) == report
    assert read_json((tmp_path / "a.json").read_text()) == report


def test_a_finding_speaks_dutch_unless_english_is_asked() -> None:
    finding = Finding(severity=Severity.INFO, shape="s", focus="f", nl="zo", en="so")

    assert (finding.text(), finding.text("en"), finding.text("fr")) == ("zo", "so", "zo")


def test_the_made_up_town_with_all_its_contradictions_conforms(town_union: Graph) -> None:
    report = validate(town_union, "facts")

    assert [finding.en for finding in report.findings if finding.severity is Severity.VIOLATION] == []


@pytest.fixture
def town_union() -> Graph:
    return read_tree(Path(__file__).parent / "voorbeeldstad").union()


def test_silences_of_a_graph_are_pairs_of_shape_and_node() -> None:
    graph = Graph()
    add_silence(graph, "label-once", TASK)

    assert silences(graph) == {(SHAPE + "label-once", TASK)}


def test_the_shapes_of_a_place_are_read_once() -> None:
    assert shapes("facts") is shapes("facts")


@pytest.mark.long
def test_fifteen_hundred_facts_are_checked_in_seconds() -> None:
    graph = synthetic_town(units=300)
    started = time.perf_counter()
    report = validate(graph, "facts")

    assert len(set(graph.subjects(RDF.type, URIRef(GRAAF.Fact)))) == 1500
    assert report.findings == ()
    assert time.perf_counter() - started < 30


def synthetic_town(units: int) -> Graph:
    """Return a city with `units` units, five facts about each, in a tree five wide."""
    days = " ; ".join(
        f'graaf:{name} "{day}"^^xsd:date'
        for name, day in (
            ("earliestStart", "0001-01-01"),
            ("latestStart", "2015-01-01"),
            ("earliestEnd", "2020-01-01"),
            ("latestEnd", "9999-12-31"),
        )
    )
    rest = f"graaf:basis graaf:Stated ; graaf:evidence passage:a ; {days}"
    lines = [f"@prefix {prefix}: <{base}> ." for prefix, base in PREFIXES.items()]
    lines.append(
        'source:a a foaf:Document ; dct:identifier "a" ; dct:title "a"@nl ; dct:temporal period:a . '
        'period:a a dct:PeriodOfTime ; graaf:from "2015"^^edtf:EDTF ; graaf:until "2020"^^edtf:EDTF . '
        'passage:a a oa:SpecificResource ; oa:hasSource source:a ; graaf:section "A"@nl ; '
        'oa:hasSelector quote:a . quote:a a oa:TextQuoteSelector ; oa:exact "één twee" . '
        "unit-kind:dienst skos:inScheme graaf:UnitKindScheme ."
    )
    for n in range(units):
        statements = (
            ("rdf:type", "org:OrganizationalUnit"),
            ("skos:prefLabel", f'"Dienst {n}"@nl'),
            ("org:classification", "unit-kind:dienst"),
            ("org:subOrganizationOf", f"unit:u{max(n - 1, 0) // 5}"),
            ("graaf:numberOf", "4 ; graaf:ofKind unit-kind:dienst"),
        )
        lines += [
            f"fact:f{n}-{at} a graaf:Fact ; rdf:subject unit:u{n} ; rdf:predicate {predicate} ; "
            f"rdf:object {value} ; {rest} ."
            for at, (predicate, value) in enumerate(statements)
        ]
    return Graph().parse(data="\n".join(lines), format="turtle")


def test_a_bound_that_is_no_day_is_found() -> None:
    graph = synthetic_town(units=1)
    fact = URIRef(iri("fact", "f0-0"))
    graph.set((fact, URIRef(GRAAF.latestEnd), Literal("2020", datatype=XSD.gYear)))

    assert "bounds-latestEnd" in found(validate(graph, "facts"))


def test_a_snapshot_of_one_unit_under_a_legal_person_has_no_findings() -> None:
    graph = Graph()
    unit, city = URIRef(iri("unit", "dienst")), URIRef(iri("organisation", "stad"))
    graph.add((unit, RDF.type, URIRef(ORG.OrganizationalUnit)))
    graph.add((city, RDF.type, URIRef(ORG.FormalOrganization)))
    graph.add((unit, URIRef(ORG.unitOf), city))
    graph.add((unit, URIRef(ORG.subOrganizationOf), city))
    for thing in (unit, city):
        graph.add((thing, URIRef(SKOS.prefLabel), Literal("naam", lang="nl")))

    assert validate(graph, "snapshot").findings == ()
