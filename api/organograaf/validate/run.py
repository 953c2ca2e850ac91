"""Run the shapes of one place over a graph."""

import re
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final, Literal

from rdflib import RDF, SH, Graph, URIRef
from rdflib.term import Node

from organograaf import share
from organograaf.errors import BadData
from organograaf.validate.asked import Asked
from organograaf.validate.indexed import Indexed
from organograaf.validate.report import Finding, Report, Severity
from organograaf.vocab import GRAAF, curie

Place = Literal["facts", "snapshot", "ontology"]

_SEVERITY: Final = {SH.Violation: Severity.VIOLATION, SH.Warning: Severity.WARNING, SH.Info: Severity.INFO}
_VARIABLE: Final = re.compile(r"\{[?$]\w+\}")
_IRI: Final = re.compile(r"https?://\S*[^\s.,:;>]")


def validate(
    data: Graph,
    place: Place,
    *,
    silenced: frozenset[tuple[str, str]] | None = None,
    homes: Mapping[str, str] | None = None,
) -> Report:
    """Check `data`, one plain graph (no Dataset), against the shapes of `place`.

    "facts": all files, the ontology and the derived bounds together; bounds are those
    of the joined spell. "snapshot": plain ORG on one day, with what is only possible
    then. `silenced` are pairs of shape and node (default: the silences in `data`);
    `homes` tells in which graph a node stands. `data` is not changed. Cost: some
    seconds for 1,500 facts. Raises BadData when the shapes themselves fail.
    """
    results = _results(data, place)
    homes = homes or {}
    found = {
        _finding(results, node, place, homes) for node in results.subjects(RDF.type, SH.ValidationResult)
    }
    return put_aside(found, silences(data) if silenced is None else silenced)


def put_aside(found: Collection[Finding], silenced: frozenset[tuple[str, str]]) -> Report:
    """Return a report of findings, with those put aside that a pair (shape, node) silences.

    A violation cannot be silenced.
    """
    aside = {
        finding
        for finding in found
        if finding.severity is not Severity.VIOLATION and (finding.shape, finding.focus) in silenced
    }
    return Report(_ordered(set(found) - aside), _ordered(aside))


def silences(data: Graph) -> frozenset[tuple[str, str]]:
    """Return the pairs (shape, node) that a graaf:Silence in `data` puts aside."""
    return frozenset(
        (str(shape), str(node))
        for silence in data.subjects(RDF.type, URIRef(GRAAF.Silence))
        for shape in data.objects(silence, SH.sourceShape)
        for node in data.objects(silence, SH.focusNode)
    )


@lru_cache
def shapes(place: Place) -> Graph:
    """Return the shapes of one place, read once from the shipped folder."""
    graph = Indexed()
    for path in files(place):
        graph.parse(path, format="turtle")
    return graph


def files(place: Place) -> list[Path]:
    """Return the files that hold the shapes of one place."""
    folder = share.folder("shacl")
    return [folder / "prefixes.ttl", *sorted((folder / place).glob("*.ttl"))]


def _results(data: Graph, place: Place) -> Graph:
    # Not with the module: a server starts without.
    import pyshacl

    _, results, text = pyshacl.validate(
        Asked(data),
        shacl_graph=shapes(place),
        inference="none",
        inplace=True,
        advanced=False,
        js=False,
        meta_shacl=False,
        do_owl_imports=False,
    )
    if not isinstance(results, Graph):
        raise BadData(
            f"De vormen van «{place}» konden niet worden uitgevoerd: {text}",
            f"The shapes of “{place}” could not be run: {text}",
        )
    return results


def _finding(results: Graph, node: Node, place: Place, homes: Mapping[str, str]) -> Finding:
    shape, severity, path, value = (
        results.value(node, predicate)
        for predicate in (SH.sourceShape, SH.resultSeverity, SH.resultPath, SH.value)
    )
    focus = str(results.value(node, SH.focusNode))
    messages = _messages(results, node, shapes(place).objects(shape, SH.message))
    return Finding(
        severity=_SEVERITY[severity] if isinstance(severity, URIRef) else Severity.VIOLATION,
        shape=str(shape),
        focus=focus,
        path=str(path) if isinstance(path, URIRef) else None,
        value=None if value is None else str(value),
        nl=messages["nl"],
        en=messages["en"],
        graph=homes.get(focus),
    )


def _messages(results: Graph, node: Node, templates: Iterable[Node]) -> dict[str, str]:
    """Return the messages of one result by language, things in them shortened.

    pySHACL drops the language of a message that it fills in; its template tells.
    """
    texts = [str(text) for text in results.objects(node, SH.resultMessage)]
    return {
        str(getattr(template, "language", "")): _IRI.sub(lambda iri: curie(iri[0]), text)
        for template in templates
        for text in texts
        if _pattern(str(template)).fullmatch(text)
    }


@lru_cache
def _pattern(template: str) -> re.Pattern[str]:
    return re.compile(".*".join(map(re.escape, _VARIABLE.split(template))), re.DOTALL)


def _ordered(findings: set[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: finding.order))
