"""A unit with its history as JSON: the same words as the JSON of an organogram."""

from typing import Any

from organograaf.render.jsontree import evidence_json, moment_json, named_json, node
from organograaf.view import Statement, UnitView


def unit_json(view: UnitView) -> dict[str, Any]:
    """Return a unit as plain JSON values; `unit` is null on a day it did not exist."""
    return {
        "on": view.on.isoformat(),
        "id": view.iri,
        "slug": view.slug,
        "label": view.label,
        "unit": node(view.node) if view.node else None,
        "path": [named_json(above) for above in view.path],
        "statements": [_statement(one) for one in view.statements],
        "questions": list(view.questions),
    }


def _statement(one: Statement) -> dict[str, Any]:
    return {
        "about": dict(one.about),
        "value": one.value,
        "other": named_json(one.other) if one.other else None,
        "certainty": one.certainty.value,
        "when": dict(one.when),
        "from": moment_json(one.start),
        "until": moment_json(one.end),
        "basis": one.basis.value,
        "standing": one.standing,
        "note": one.note,
        "evidence": [evidence_json(line) for line in one.evidence],
    }
