"""The organogram as JSON, in the shape that outsiders rely on."""

import json
from datetime import date
from typing import Any

from organograaf.period import Moment
from organograaf.render.words import bounds
from organograaf.view import EvidenceLine, Holder, Named, Node, Organogram, PostLine, TaskLine

Json = dict[str, Any]


def json_text(view: Organogram, lang: str = "nl") -> bytes:
    """Write an organogram as JSON in UTF-8: ISO dates, half-open, null when unknown."""
    return (json.dumps(tree(view), ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def tree(view: Organogram) -> Json:
    """Return an organogram as plain values, ready for JSON."""
    return {
        "on": view.on.isoformat(),
        "known": _day(view.known),
        "dataset": view.dataset,
        "since": _day(view.since),
        "until": _day(view.until),
        "sources": list(view.sources),
        "unplaced": [named_json(one) | {"id": one.iri} for one in view.unplaced],
        "root": node(view.root),
    }


def node(unit: Node) -> Json:
    """Return one unit, with all under it."""
    return {
        "id": unit.iri,
        "slug": unit.slug,
        "label": unit.label,
        "abbreviation": unit.abbreviation,
        "type": unit.type,
        "legalPerson": unit.legal_person,
        "certainty": unit.certainty.value,
        "doubt": dict(unit.doubt) or None,
        "inferredPlace": unit.inferred_place,
        "from": moment_json(unit.start),
        "until": moment_json(unit.end),
        "carriers": [named_json(one) for one in unit.carriers],
        "serves": [named_json(one) for one in unit.serves],
        "posts": [_post(one) for one in unit.posts],
        "tasks": [_task(one) for one in unit.tasks],
        "counts": [{"number": one.number, "kind": one.kind} for one in unit.counts],
        "evidence": [evidence_json(one) for one in unit.evidence],
        "units": [node(one) for one in unit.units],
    }


def named_json(one: Named) -> Json:
    """Return a thing to point at: slug and name."""
    return {"slug": one.slug, "label": one.label}


def _post(one: PostLine) -> Json:
    return {
        "slug": one.slug,
        "label": one.label,
        "certainty": one.certainty.value,
        "leads": one.leads,
        "vacant": one.vacant,
        "holders": [_holder(holder) for holder in one.holders],
    }


def _holder(one: Holder) -> Json:
    return {
        "slug": one.slug,
        "label": one.label,
        "capacity": one.capacity,
        "certainty": one.certainty.value,
    }


def _task(one: TaskLine) -> Json:
    return {
        "slug": one.slug,
        "label": one.label,
        "relation": one.relation,
        "certainty": one.certainty.value,
        "tasks": [_task(narrower) for narrower in one.tasks],
    }


def evidence_json(one: EvidenceLine) -> Json:
    """Return where a statement stands, stated or inferred."""
    return {
        "source": one.source,
        "locator": one.locator,
        "phrase": one.phrase,
        "basis": one.basis.value,
        "reasoning": one.reasoning,
    }


def moment_json(moment: Moment | None) -> Json | None:
    """Return an uncertain day: its EDTF text, earliest and latest day; null when not known."""
    if moment is None:
        return None
    earliest, latest = bounds(moment)
    return {"edtf": moment.edtf or None, "earliest": _day(earliest), "latest": _day(latest)}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
