"""The radar as JSON: the same words as the JSON of an organogram."""

import json
from typing import Any

from organograaf.render.jsontree import evidence_json, moment_json, named_json
from organograaf.signals import Radar, Signal

Json = dict[str, Any]


def radar_json(view: Radar, lang: str = "nl") -> bytes:
    """Write a radar as JSON in UTF-8; texts are in both languages whatever `lang` is."""
    return (json.dumps(radar_values(view), ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def radar_values(view: Radar) -> Json:
    """Return a radar as plain values: signals and, apart, those put aside with a reason."""
    return {
        "on": view.on.isoformat(),
        "known": view.known.isoformat() if view.known else None,
        "dataset": view.dataset,
        "root": named_json(view.root) if view.root else None,
        "reach": view.reach,
        "beyond": view.beyond,
        "counts": {kind.value: len(found) for kind, found in view.kinds()},
        "signals": [_signal(one) for one in view.signals],
        "silenced": [_signal(one) for one in view.silenced],
    }


def _signal(one: Signal) -> Json:
    return {
        "kind": one.kind.value,
        "label": dict(one.label),
        "thing": named_json(one.thing) | {"id": one.thing.iri},
        "others": [named_json(other) | {"id": other.iri} for other in one.others],
        "said": one.kind.said,
        "since": moment_json(one.since),
        "known": dict(one.known),
        "settle": dict(one.settle),
        "questions": list(one.questions),
        "certainty": one.certainty.value,
        "evidence": [evidence_json(line) for line in one.evidence],
        "reason": one.reason,
    }
