"""Checking a graph against the shapes: facts, the snapshot of a day, the ontology.

Only this package knows pySHACL. Source: SHACL (W3C, 2017).
"""

from organograaf.validate.cache import cached, edition, key
from organograaf.validate.memo import Memo
from organograaf.validate.render import as_json, as_text, as_turtle, plain, read_finding, read_json
from organograaf.validate.report import Finding, Report, Severity
from organograaf.validate.run import Place, put_aside, shapes, silences, validate
from organograaf.validate.steps import Unbounded
from organograaf.validate.succession import Succession

__all__ = [
    "Finding",
    "Memo",
    "Place",
    "Report",
    "Severity",
    "Succession",
    "Unbounded",
    "as_json",
    "as_text",
    "as_turtle",
    "cached",
    "edition",
    "key",
    "plain",
    "put_aside",
    "read_finding",
    "read_json",
    "shapes",
    "silences",
    "validate",
]
