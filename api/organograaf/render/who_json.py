"""Who does what as JSON, in the shape that outsiders rely on."""

from typing import Any

from organograaf.doing import Answered, Doing, Finding, Ground, Match
from organograaf.render.jsontree import evidence_json, named_json
from organograaf.view import Named


def who_json(view: Answered) -> dict[str, Any]:
    """Return an answer as plain JSON values.

    `answers` are the doings possible on the day of what fits the question well; `found` is
    everything found, told in words, with who was before and after.
    """
    return {
        "q": view.q,
        "on": view.on.isoformat(),
        "answers": [_answer(doing) for doing in view.doings],
        "found": [_found(match) for match in view.matches],
        "known": view.known.isoformat() if view.known else None,
        "dataset": view.dataset,
    }


def _answer(one: Doing) -> dict[str, Any]:
    return {
        "task": {**_thing(one.task), "match": one.way},
        "relation": one.relation,
        "unit": _thing(one.unit),
        "path": [above.label for above in (*one.path, one.unit)],
        "carriers": [named_json(person) for person in one.carriers],
        "legalBasis": [_ground(ground) for ground in one.grounds],
        "certainty": one.certainty.value,
        "evidence": [evidence_json(line) for line in one.evidence],
    }


def _ground(one: Ground) -> dict[str, Any]:
    return {
        **_thing(one.law),
        "partOf": _thing(one.of) if one.of else None,
        "byWayOf": _thing(one.by_way_of) if one.by_way_of else None,
        "certainty": one.certainty.value,
        "basis": one.basis.value,
    }


def _found(match: Match) -> dict[str, Any]:
    one: Finding = match.finding
    return {
        **_thing(one.thing),
        "kind": one.kind,
        "name": match.text,
        "why": match.why,
        "score": match.score,
        "told": {
            lang: "".join(piece if isinstance(piece, str) else piece.label for piece in pieces)
            for lang, pieces in one.told
        },
        "knownOn": one.known_on.isoformat() if one.known_on else None,
        "before": [_other_time(doing) for doing in one.before],
        "after": [_other_time(doing) for doing in one.after],
        "sources": list(one.sources),
    }


def _other_time(one: Doing) -> dict[str, Any]:
    return {
        "task": {**_thing(one.task), "match": one.way},
        "relation": one.relation,
        "unit": _thing(one.unit),
        "when": dict(one.when),
        "evidence": [evidence_json(line) for line in one.evidence],
    }


def _thing(one: Named) -> dict[str, Any]:
    return {"id": one.iri, **named_json(one)}
