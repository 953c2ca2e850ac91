"""The European profiles, CPOV 2.1.2 and CPSV-AP 3.2.0, on the snapshot of a day.

Where we knowingly deviate (docs/decisions/0007), the findings must be exactly those
deviations: one more, or one less, is an error.
"""

import csv
from datetime import date
from functools import cache
from pathlib import Path

import pyshacl
import pytest
from rdflib import RDF, RDFS, SH, Graph, URIRef
from rdflib import Literal as Text

from organograaf.graphs import snapshot, term
from organograaf.register import Register
from organograaf.vocab import CV, DCT, ORG, PREFIXES, SKOS

Finding = tuple[str, str, str]

_CPOV = "cpov/cpov-2.1.2-SHACL.ttl"
_CPSV = "cpsv-ap/cpsv-ap-3.2.0-SHACL.ttl"
_SERVICE = PREFIXES["cpsv"] + "PublicService"
_SPATIAL, _AUTHORITY = DCT.spatial, CV.hasCompetentAuthority

# CPOV has only public bodies; we also have units, partners and collaborations.
_ONLY_PUBLIC_BODIES = {
    ORG.ChangeEvent: (ORG.originalOrganization, ORG.resultingOrganization),
    ORG.OrganizationalUnit: (ORG.unitOf,),
    CV.PublicOrganisation: (ORG.hasMember, ORG.memberOf),
}


@pytest.fixture(params=["town 2016-06-01", "town 2018-07-01", "antwerp 2016-06-01", "antwerp 2018-07-01"])
def day(request: pytest.FixtureRequest) -> Graph:
    """The snapshot of a day, as we publish it: no class is inferred."""
    name, on = request.param.split()
    register: Register = request.getfixturevalue(name)
    graph = Graph(bind_namespaces="none")
    for subject, predicate, value in snapshot(register, date.fromisoformat(on)):
        graph.add((URIRef(subject), URIRef(predicate), term(value)))
    return graph


def _place_classes(graph: Graph, shared: Path) -> None:
    """Add which class is broader than which, as the vocabularies themselves say."""
    with (shared / "vocab" / "verified-terms.tsv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            for broad in (row["super"] or "").split(", "):
                prefix, _, local = broad.partition(":")
                if "Class" in row["type"] and prefix in PREFIXES:
                    graph.add((URIRef(row["iri"]), RDFS.subClassOf, URIRef(PREFIXES[prefix] + local)))


@cache
def _shapes(path: Path) -> Graph:
    return Graph().parse(path)


def _findings(graph: Graph, shapes: Path) -> set[Finding]:
    _, results, _ = pyshacl.validate(
        graph, shacl_graph=_shapes(shapes), inference="none", do_owl_imports=False
    )
    assert isinstance(results, Graph)
    return {
        (
            str(results.value(node, SH.focusNode)),
            str(results.value(node, SH.resultPath)),
            str(results.value(node, SH.value) or ""),
        )
        for node in results.subjects(RDF.type, SH.ValidationResult)
    }


def _of(graph: Graph, class_: str) -> set[str]:
    return {str(node) for node in graph.subjects(RDF.type, URIRef(class_))}


def _known_in_cpov(graph: Graph) -> set[Finding]:
    public = _of(graph, CV.PublicOrganisation)
    bodies = {
        (subject, path, str(value))
        for class_, paths in _ONLY_PUBLIC_BODIES.items()
        for subject in _of(graph, class_)
        for path in paths
        for value in graph.objects(URIRef(subject), URIRef(path))
        if str(value) not in public
    }
    names = {
        (body, SKOS.altLabel, "")
        for body in public
        if sum(1 for _ in graph.objects(URIRef(body), URIRef(SKOS.altLabel))) > 1
    }
    return bodies | names


def _known_in_cpsv(graph: Graph) -> set[Finding]:
    services = _of(graph, _SERVICE)
    described = {str(s) for s in graph.subjects(URIRef(DCT.description))}
    return (
        {(service, DCT.description, "") for service in services - described}
        | {(service, _AUTHORITY, "") for service in services}
        | {(body, _SPATIAL, "") for body in _of(graph, CV.PublicOrganisation)}
    )


def test_a_snapshot_deviates_from_cpov_just_where_we_say_so(day: Graph, shared: Path) -> None:
    _place_classes(day, shared)
    assert _findings(day, shared / "vocab" / _CPOV) == _known_in_cpov(day)


def test_a_snapshot_deviates_from_cpsv_ap_just_where_we_say_so(day: Graph, shared: Path) -> None:
    assert _findings(day, shared / "vocab" / _CPSV) == _known_in_cpsv(day)


def test_an_event_whose_day_is_no_dateTime_is_found_by_cpov(day: Graph, shared: Path) -> None:
    _place_classes(day, shared)
    event = sorted(_of(day, ORG.ChangeEvent))[0]
    started = PREFIXES["prov"] + "startedAtTime"
    day.add((URIRef(event), URIRef(started), Text("in het voorjaar")))
    found = _findings(day, shared / "vocab" / _CPOV)
    assert found - _known_in_cpov(day) == {(event, started, "in het voorjaar")}


def test_a_service_without_a_title_is_found_by_cpsv_ap(day: Graph, shared: Path) -> None:
    service = sorted(_of(day, _SERVICE))[0]
    day.remove((URIRef(service), URIRef(DCT.title), None))
    found = _findings(day, shared / "vocab" / _CPSV)
    assert found - _known_in_cpsv(day) == {(service, DCT.title, "")}


def test_what_an_organ_governs_is_a_public_body_and_an_association_is_not(antwerp: Register) -> None:
    triples = set(snapshot(antwerp, date(2016, 6, 1)))
    public = {s for s, p, o in triples if p == str(RDF.type) and o == CV.PublicOrganisation}
    assert PREFIXES["organisation"] + "ocmw-antwerpen" in public
    assert PREFIXES["organisation"] + "sense" not in public
