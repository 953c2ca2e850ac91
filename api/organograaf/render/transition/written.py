"""A transition as text and as JSON."""

from organograaf.changes import Pair, Stop, Transition
from organograaf.render.comparison.json import pair_json, text_of
from organograaf.render.jsontree import named_json
from organograaf.render.table import plain
from organograaf.render.transition import words


def transition_text(view: Transition, lang: str = "nl") -> bytes:
    """Write a transition as text in UTF-8: a line per pair, what ended, what is new."""
    lines = [words.title(view, lang), words.subtitle(view, lang), ""]
    lines += [_line(one, lang) for one in view.pairs]
    joined = {one.new.iri for one in view.pairs if one.new}
    fresh = [stop for stop in view.after if stop.thing.iri not in joined]
    lines += [f"+ {stop.thing.label} ({words.word('new', lang)})" for stop in fresh]
    lines += ["", *words.notes(view, lang)]
    clean = (plain(line.replace("\t", " ").replace("\r", " ")).rstrip() for line in lines)
    return ("\n".join(clean) + "\n").encode("utf-8", "replace")


def _line(one: Pair, lang: str) -> str:
    if one.new is None:
        return f"- {one.old.label} ({words.word('ended', lang)})"
    arrow = "─▶" if one.basis.value == "stated" else "╌▶"
    basis = words.word(one.basis.value, lang)
    return f"{one.old.label} {arrow} {one.new.label} ({words.on_ribbon(one, lang)} · {basis})"


def transition_json(view: Transition, lang: str = "nl") -> bytes:
    """Write a transition as JSON in UTF-8."""
    return text_of(
        {
            "from": view.since.isoformat(),
            "until": view.until.isoformat(),
            "known": view.known.isoformat() if view.known else None,
            "dataset": view.dataset,
            "root": named_json(view.root),
            "before": [_stop(one) for one in view.before],
            "after": [_stop(one) for one in view.after],
            "pairs": [pair_json(one) for one in view.pairs],
            "leftOut": view.left_out,
            "sources": list(view.sources),
        }
    )


def _stop(one: Stop) -> dict[str, object]:
    return {
        **named_json(one.thing),
        "kind": dict(one.kind),
        "behind": [named_json(person) for person in one.behind],
        "place": named_json(one.place) if one.place else None,
        "certainty": one.certainty.value,
    }
