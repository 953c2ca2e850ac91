"""All checks of a tree: facts, ontology, expectations, and the snapshot of every change day."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from rdflib import Graph

from organograaf.build.across import clashes
from organograaf.build.expect import headless, unmet
from organograaf.build.parts import over_parts
from organograaf.build.phrases import unfound
from organograaf.build.since import Since, kept
from organograaf.build.tree import Tree
from organograaf.graphs import graph_of, snapshot
from organograaf.register import Listing
from organograaf.validate import Finding, Place, Report, Unbounded, cached, key, silences, validate

_Silences = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Step:
    """What is being done now ("read", "facts", "snapshots", "registers", "load"), and of how many things."""

    name: str
    total: int


def check_facts(tree: Tree, state: Path, step: Callable[[Step], None], *, afresh: bool = False) -> Report:
    """Validate facts and ontology, and count expectations, of each register."""
    step(facts_of(tree))
    return whole(tree, over_parts(tree, check_part, state, afresh=afresh), state)


def facts_of(tree: Tree) -> Step:
    """Return the step that checks the facts of a tree."""
    return Step("facts", sum(len(gist.facts) for gist in tree.gists))


def check_part(part: Tree, state: Path, *, afresh: bool = False) -> Report:
    """Validate the facts of one register, and count its expectations.

    What no change has touched since they were last checked is not checked again, unless `afresh`.
    """
    if not afresh:
        with suppress(Unbounded):
            return kept(part, state, "facts", lambda: _placed(part, [Since(part, state).facts()]))
    reports = [
        _checked(part.union(), "facts", state),
        Report(tuple(f for file in part.current for f in (*headless(file), *unmet(file)))),
    ]
    return _placed(part, reports)


def whole(tree: Tree, reports: Iterable[Report], state: Path, listings: Iterable[Listing] = ()) -> Report:
    """Return the reports of all registers as one, with what goes for the ontology and across registers.

    `listings` are read after `reports`.
    """
    ontology = _placed(replace(tree, facts=()), [_checked(tree.ontology_graph(), "ontology", state)])
    found = [ontology, *reports]
    across = Report(tuple(clashes(tree, listings)))
    return _merged([*found, across])


def check_all(
    tree: Tree,
    state: Path,
    step: Callable[[Step], None],
    advance: Callable[[object], None],
    texts: Path | None = None,
    *,
    afresh: bool = False,
) -> Report:
    """Do `check_facts`, and validate the snapshot of every day on which something changes.

    With `texts`, the folder of the sources' texts, look every phrase up in them too. Of a day only
    is checked what differs from the day before, and that once in all runs; `afresh`, all of each day.
    """
    reports = [check_facts(tree, state, step, afresh=afresh)]
    if texts:
        reports += over_parts(tree, _check_phrases, texts)
    if len(tree.parts) == 1:
        step(Step("snapshots", len(tree.register.change_days)))
        reports.append(_check_days(tree, state, advance, afresh=afresh))
        return _merged(reports)
    step(Step("registers", len(tree.parts)))
    for report in over_parts(tree, _check_days, state, afresh=afresh):
        reports.append(report)
        advance(report)
    return _merged(reports)


def _check_days(
    part: Tree, state: Path, advance: Callable[[object], None] = lambda _: None, *, afresh: bool = False
) -> Report:
    """Validate the snapshot of every day on which something changes in one register."""
    if not afresh:
        with suppress(Unbounded):
            return kept(part, state, "days", lambda: _placed(part, _turns(part, state, advance)))
    return _placed(part, _whole_days(part, state, advance))


def _turns(part: Tree, state: Path, advance: Callable[[object], None]) -> Iterator[Report]:
    """Yield what each day brings that the day before had not."""
    for day, found in Since(part, state).days(advance):
        yield _dated(found, day)


def _whole_days(part: Tree, state: Path, advance: Callable[[object], None]) -> Iterator[Report]:
    """Yield what is found in the whole snapshot of each day, by itself."""
    register, silenced = part.register, silences(part.union())
    for day in register.change_days:
        found = _checked(graph_of(snapshot(register, day)), "snapshot", state, silenced)
        yield _dated(found, day)
        advance(day)


def _check_phrases(part: Tree, texts: Path) -> Report:
    return Report(tuple(unfound(part, texts)))


def _checked(graph: Graph, place: Place, state: Path, silenced: _Silences | None = None) -> Report:
    aside = "".join(sorted(f"\n{shape} {node}" for shape, node in silenced or ()))
    named = hashlib.sha256((key(graph, place) + aside).encode()).hexdigest()
    return cached(named, state / "reports", lambda: validate(graph, place, silenced=silenced))


def _dated(report: Report, day: date) -> Report:
    return Report(
        tuple(
            replace(f, nl=f"Op {day.isoformat()}: {f.nl}", en=f"On {day.isoformat()}: {f.en}")
            for f in report.findings
        ),
        report.silenced,
    )


def _placed(part: Tree, reports: Iterable[Report]) -> Report:
    """Merge reports, and say in which file each finding is; what neighbours should mend is left out."""
    found = _merged(reports)
    ours = (f for f in found.findings if f.focus not in part.told_nodes)
    return Report(_ordered(replace(f, graph=f.graph or part.file_of(f.focus)) for f in ours), found.silenced)


def _merged(reports: Iterable[Report]) -> Report:
    """Merge reports, worst first; a finding of many days or registers is told once, for its first."""
    findings: dict[tuple[str, str, str | None], Finding] = {}
    silenced: set[Finding] = set()
    for report in reports:
        silenced.update(report.silenced)
        for finding in report.findings:
            findings.setdefault((finding.shape, finding.focus, finding.value), finding)
    return Report(_ordered(findings.values()), _ordered(silenced))


def _ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: finding.order))
