"""Checking a graph against the shapes: facts, the snapshot of a day, the ontology.

Only this package knows pySHACL. Source: SHACL (W3C, 2017).
"""

from organograaf.validate.cache import cached, key
from organograaf.validate.render import as_json, as_text, as_turtle, read_json
from organograaf.validate.report import Finding, Report, Severity
from organograaf.validate.run import Place, shapes, silences, validate

__all__ = [
    "Finding",
    "Place",
    "Report",
    "Severity",
    "as_json",
    "as_text",
    "as_turtle",
    "cached",
    "key",
    "read_json",
    "shapes",
    "silences",
    "validate",
]
