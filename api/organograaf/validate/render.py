"""A report for people (text), programs (JSON) and the web of data (Turtle)."""

import json
from dataclasses import asdict
from typing import Any, Final

from rdflib import RDF, SH, BNode, Graph, URIRef
from rdflib import Literal as Text

from organograaf.validate.report import Finding, Report, Severity
from organograaf.vocab import curie, slug

_WORDS: Final = {
    "nl": {
        Severity.VIOLATION: ("overtreding", "overtredingen"),
        Severity.WARNING: ("waarschuwing", "waarschuwingen"),
        Severity.INFO: ("hint", "hints"),
    },
    "en": {
        Severity.VIOLATION: ("violation", "violations"),
        Severity.WARNING: ("warning", "warnings"),
        Severity.INFO: ("hint", "hints"),
    },
}
_SILENCED: Final = {"nl": "waarvan bewust gezwegen wordt", "en": "put aside with a reason"}
_SEVERITY: Final = {Severity.VIOLATION: SH.Violation, Severity.WARNING: SH.Warning, Severity.INFO: SH.Info}


def as_text(report: Report, lang: str = "nl") -> str:
    """Return the report in words: one paragraph per finding, then the counts.

    `lang` is "nl" or "en".
    """
    paragraphs = [_paragraph(finding, lang) for finding in report.findings]
    return "\n\n".join([*paragraphs, _counts(report, lang)]) + "\n"


def _paragraph(finding: Finding, lang: str) -> str:
    head = f"{_WORDS[lang][finding.severity][0].upper()}  {curie(finding.focus)}"
    if finding.graph:
        head += f"  ({finding.graph})"
    where = [curie(part) for part in (finding.path, finding.value) if part]
    return "\n".join(
        [head, f"  {finding.text(lang)}", "  " + "  ".join([*where, f"[{slug(finding.shape)}]"])]
    )


def _counts(report: Report, lang: str) -> str:
    words = _WORDS[lang]
    counted = ", ".join(
        f"{number} {words[severity][number != 1]}"
        for severity in Severity
        for number in [report.count(severity)]
    )
    aside = f" ({len(report.silenced)} {_SILENCED[lang]})" if report.silenced else ""
    return f"{counted}{aside}."


def as_json(report: Report) -> str:
    """Return the report as JSON: `conforms`, `findings`, `silenced`; `read_json` reads it back."""
    return json.dumps(
        {
            "conforms": report.conforms,
            "findings": [plain(finding) for finding in report.findings],
            "silenced": [plain(finding) for finding in report.silenced],
        },
        ensure_ascii=False,
        indent=2,
    )


def plain(finding: Finding) -> dict[str, Any]:
    """Return a finding as JSON has it; `read_finding` reads it back."""
    return asdict(finding) | {"severity": finding.severity.value}


def read_json(text: str) -> Report:
    """Read what `as_json` wrote. Raises ValueError, KeyError or TypeError on anything else."""
    read = json.loads(text)
    findings, silenced = (tuple(map(read_finding, read[name])) for name in ("findings", "silenced"))
    return Report(findings, silenced)


def read_finding(read: dict[str, Any]) -> Finding:
    """Return the finding that `plain` made. Raises ValueError, KeyError or TypeError on anything else."""
    return Finding(**{**read, "severity": Severity(read["severity"])})


def as_turtle(report: Report) -> str:
    """Return the report as a SHACL validation report in Turtle.

    `sh:conforms` is SHACL's: false as soon as there is any finding, even a hint.
    """
    graph = Graph(bind_namespaces="none")
    graph.bind("sh", SH)
    root = BNode("report")
    graph.add((root, RDF.type, SH.ValidationReport))
    graph.add((root, SH.conforms, Text(not report.findings)))
    for number, finding in enumerate(report.findings):
        _add(graph, root, BNode(f"result{number}"), finding)
    return graph.serialize(format="longturtle", canon=True)


def _add(graph: Graph, root: BNode, result: BNode, finding: Finding) -> None:
    graph.add((root, SH.result, result))
    graph.add((result, RDF.type, SH.ValidationResult))
    graph.add((result, SH.focusNode, URIRef(finding.focus)))
    graph.add((result, SH.sourceShape, URIRef(finding.shape)))
    graph.add((result, SH.resultSeverity, _SEVERITY[finding.severity]))
    graph.add((result, SH.resultMessage, Text(finding.nl, lang="nl")))
    graph.add((result, SH.resultMessage, Text(finding.en, lang="en")))
    if finding.path:
        graph.add((result, SH.resultPath, URIRef(finding.path)))
    if finding.value:
        graph.add((result, SH.value, Text(finding.value)))
