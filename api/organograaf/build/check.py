"""All checks of a tree: facts, ontology, expectations, and the snapshot of every change day."""

import hashlib
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from rdflib import Graph, URIRef

from organograaf.build.expect import headless, unmet
from organograaf.build.phrases import unfound
from organograaf.build.tree import Tree
from organograaf.graphs import Triple, snapshot, term
from organograaf.validate import Finding, Place, Report, cached, key, silences, validate

_Silences = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Step:
    """What is being done now ("read", "facts", "snapshots", "load"), and of how many things."""

    name: str
    total: int


def check_facts(tree: Tree, state: Path, step: Callable[[Step], None]) -> Report:
    """Validate facts and ontology, and count expectations. Cached by content."""
    step(Step("facts", len(tree.register.facts)))
    reports = [
        _checked(tree.union(), "facts", state),
        _checked(tree.ontology_graph(), "ontology", state),
        Report(tuple(f for file in tree.current for f in (*headless(file), *unmet(file)))),
    ]
    return _placed(tree, reports)


def check_all(
    tree: Tree,
    state: Path,
    step: Callable[[Step], None],
    advance: Callable[[date], None],
    texts: Path | None = None,
) -> Report:
    """Do `check_facts`, and validate the snapshot of every day on which something changes.

    With `texts`, the folder of the sources' texts, look every phrase up in them too.

    Snapshots are validated on all cores; equal ones, and those of an earlier run, once.
    """
    reports = [check_facts(tree, state, step)]
    if texts:
        reports.append(Report(tuple(unfound(tree, texts))))
    days = tree.register.change_days
    silenced = silences(tree.union())
    step(Step("snapshots", len(days)))
    with ProcessPoolExecutor() as pool:
        pending = [
            (day, pool.submit(_check_snapshot, snapshot(tree.register, day), state, silenced)) for day in days
        ]
        for day, future in pending:
            reports.append(_dated(future.result(), day))
            advance(day)
    return _placed(tree, reports)


def _checked(graph: Graph, place: Place, state: Path, silenced: _Silences | None = None) -> Report:
    aside = "".join(sorted(f"\n{shape} {node}" for shape, node in silenced or ()))
    named = hashlib.sha256((key(graph, place) + aside).encode()).hexdigest()
    return cached(named, state / "reports", lambda: validate(graph, place, silenced=silenced))


def _check_snapshot(triples: list[Triple], state: Path, silenced: _Silences) -> Report:
    graph = Graph(bind_namespaces="none")
    for subject, predicate, value in triples:
        graph.add((URIRef(subject), URIRef(predicate), term(value)))
    return _checked(graph, "snapshot", state, silenced)


def _dated(report: Report, day: date) -> Report:
    return Report(
        tuple(
            replace(f, nl=f"Op {day.isoformat()}: {f.nl}", en=f"On {day.isoformat()}: {f.en}")
            for f in report.findings
        ),
        report.silenced,
    )


def _placed(tree: Tree, reports: Iterable[Report]) -> Report:
    """Merge reports, worst first; a finding of many days is told once, for its first day."""
    findings: dict[tuple[str, str, str | None], Finding] = {}
    silenced: set[Finding] = set()
    for report in reports:
        silenced.update(report.silenced)
        for finding in report.findings:
            findings.setdefault((finding.shape, finding.focus, finding.value), finding)
    placed = [replace(f, graph=f.graph or tree.file_of(f.focus)) for f in findings.values()]
    return Report(_ordered(placed), _ordered(silenced))


def _ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: finding.order))
