"""Comparisons as JSON: the same words as the JSON of an organogram."""

import json
from datetime import date
from typing import Any

from organograaf.changes import Change, ChangeKind, Crosswalk, Difference, EventLine, Pair, Transfer
from organograaf.render.jsontree import evidence_json, moment_json, named_json

Json = dict[str, Any]

_GROUPS = {
    "appeared": (ChangeKind.APPEARED,),
    "disappeared": (ChangeKind.DISAPPEARED,),
    "renamed": (ChangeKind.RENAMED,),
    "moved": (ChangeKind.MOVED,),
    "carriers": (ChangeKind.CARRIER,),
    "tasks": (ChangeKind.TASK,),
    "posts": (ChangeKind.POST, ChangeKind.HOLDER),
    "certainty": (ChangeKind.CERTAINTY,),
}


def difference_json(view: Difference, lang: str = "nl") -> bytes:
    """Write a difference as JSON in UTF-8."""
    return text_of(difference_values(view))


def crosswalk_json(view: Crosswalk, lang: str = "nl") -> bytes:
    """Write a crosswalk as JSON in UTF-8."""
    return text_of(crosswalk_values(view))


def text_of(values: Json) -> bytes:
    """Write plain values as JSON in UTF-8."""
    return (json.dumps(values, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def difference_values(view: Difference) -> Json:
    """Return a difference as plain values: `from` and `until` are the two days."""
    return {
        "from": view.since.isoformat(),
        "until": view.until.isoformat(),
        "known": _day(view.known),
        "earlier": _day(view.earlier),
        "dataset": view.dataset,
        "root": named_json(view.root),
        "sources": list(view.sources),
        **{name: [_change(one) for one in view.of(*kinds)] for name, kinds in _GROUPS.items()},
        "events": [event_json(one) for one in view.events],
        "corrections": [_change(one) for one in view.corrections],
    }


def crosswalk_values(view: Crosswalk) -> Json:
    """Return a crosswalk as plain values."""
    return {
        "from": view.since.isoformat(),
        "until": view.until.isoformat(),
        "known": _day(view.known),
        "dataset": view.dataset,
        "pairs": [pair_json(one) for one in view.pairs],
    }


def event_json(one: EventLine) -> Json:
    """Return an event: its day, act and parties."""
    return {
        "id": one.iri,
        "slug": one.slug,
        "label": one.label,
        "kind": one.kind_slug or None,
        "date": moment_json(one.moment),
        "decided": moment_json(one.decided),
        "act": one.act,
        "planned": one.planned,
        "original": [named_json(party) for party in one.original],
        "resulting": [named_json(party) for party in one.resulting],
        "sources": list(one.sources),
    }


def _change(one: Change) -> Json:
    return {
        "kind": one.kind.value,
        "unit": named_json(one.thing) | {"id": one.thing.iri},
        "before": [named_json(thing) for thing in one.before],
        "after": [named_json(thing) for thing in one.after],
        "certainty": {"before": one.certainty[0].value, "after": one.certainty[1].value},
        "date": moment_json(one.moment),
        "event": event_json(one.event) if one.event else None,
        "act": one.act,
        "basis": one.basis.value,
        "explained": one.explained,
        "along": [named_json(unit) for unit in one.along],
        "transfers": [transfer_json(transfer) for transfer in one.transfers],
        "evidence": [evidence_json(line) for line in one.evidence],
        "sentence": dict(one.sentence),
    }


def transfer_json(one: Transfer) -> Json:
    """Return what went from one thing to another."""
    return {
        "from": named_json(one.old),
        "to": named_json(one.new),
        "share": one.share,
        "wording": one.wording,
        "tasks": [named_json(task) for task in one.tasks],
        "basis": one.basis.value,
        "date": moment_json(one.moment),
        "event": one.event.slug if one.event else None,
        "evidence": [evidence_json(line) for line in one.evidence],
    }


def pair_json(one: Pair) -> Json:
    """Return an old unit and what it is now."""
    return {
        "old": named_json(one.old),
        "new": named_json(one.new) if one.new else None,
        "relation": one.relation,
        "share": one.share,
        "wording": one.wording,
        "certainty": {"before": one.certainty[0].value, "after": one.certainty[1].value},
        "date": moment_json(one.moment),
        "events": [event_json(event) for event in one.events],
        "basis": one.basis.value,
        "sources": list(one.sources),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
