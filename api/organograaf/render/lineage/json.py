"""A lineage as JSON: the same words as the JSON of a comparison."""

from typing import Any

from organograaf.descent import Kin, Lineage, Step
from organograaf.render.comparison.json import event_json, text_of, transfer_json
from organograaf.render.jsontree import evidence_json, named_json

Json = dict[str, Any]


def lineage_json(view: Lineage, lang: str = "nl") -> bytes:
    """Write a lineage as JSON in UTF-8."""
    return text_of(lineage_values(view))


def lineage_values(view: Lineage) -> Json:
    """Return a lineage as plain values: things, and steps between them."""
    return {
        "id": view.thing.iri,
        **named_json(view.thing),
        "kind": dict(view.kind),
        "known": view.known.isoformat() if view.known else None,
        "dataset": view.dataset,
        "sentence": dict(view.told),
        "predecessors": [named_json(one) for one in view.predecessors],
        "successors": [named_json(one) for one in view.successors],
        "near": [named_json(one) for one in view.near],
        "things": [_thing(one) for one in view.kin],
        "steps": [_step(step) for step in view.steps],
        "sources": list(view.sources),
    }


def _thing(one: Kin) -> Json:
    return {
        "id": one.thing.iri,
        **named_json(one.thing),
        "side": one.side.value,
        "kind": dict(one.kind),
        "behind": [named_json(person) for person in one.behind],
        "when": [dict(when) for when in one.when],
        "terms": [
            {
                "what": dict(term.what),
                "when": dict(term.when),
                "basis": term.basis.value,
                "evidence": [evidence_json(line) for line in term.evidence],
            }
            for term in one.terms
        ],
        "evidence": [evidence_json(line) for line in one.evidence],
    }


def _step(step: Step) -> Json:
    one = step.transfer
    return {
        **transfer_json(one),
        "event": event_json(one.event) if one.event else None,
        "because": dict(step.because) or None,
        "sentence": dict(step.sentence),
    }
