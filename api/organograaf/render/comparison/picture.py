"""The picture of a difference: the later organogram in grey, with colour only where it changed."""

from collections.abc import Sequence
from dataclasses import replace

from organograaf.changes import Change, ChangeKind, Difference
from organograaf.period import Certainty
from organograaf.render.pdf import pdf
from organograaf.render.png import png
from organograaf.render.svg import svg
from organograaf.render.tone import Tone
from organograaf.view import Compared, Gone, Mark, Named, Node, Organogram

_LANGS = ("nl", "en")
_TONES = {
    ChangeKind.APPEARED: Tone.NEW,
    ChangeKind.MOVED: Tone.MOVED,
    ChangeKind.RENAMED: Tone.RENAMED,
    ChangeKind.CARRIER: Tone.CHANGED,
    ChangeKind.TASK: Tone.CHANGED,
    ChangeKind.POST: Tone.CHANGED,
    ChangeKind.HOLDER: Tone.CHANGED,
}
_LINES = {
    "new": ("nieuw", "new"),
    "perhaps new": ("mogelijk nieuw", "possibly new"),
    "out of": ("◀ uit {0}", "◀ out of {0}"),
    "was": ("◀ was: {0}", "◀ was: {0}"),
    "placed": ("◀ plaats eerder niet bekend", "◀ place not known before"),
    "displaced": ("◀ niet meer onder {0}", "◀ no longer under {0}"),
    "carrier": ("◀ drager was: {0}", "◀ carrier was: {0}"),
    "carried": ("drager nu bekend", "carrier now known"),
    "task": ("taak van {0}: {1}", "task from {0}: {1}"),
    "task got": ("taak erbij: {1}", "task added: {1}"),
    "task lost": ("taak weg: {1}", "task gone: {1}"),
    "went": ("▶ naar {0}", "▶ to {0}"),
    "no source": ("geen bron over wat ervan werd", "no source on what became of it"),
}
_MOST_TASKS = 3


def difference_svg(
    view: Difference, paper: str = "A3", lang: str = "nl", *, embed_font: bool = True
) -> bytes:
    """Draw a difference as SVG."""
    return svg(marked(view), paper, lang, embed_font=embed_font)


def difference_pdf(view: Difference, paper: str = "A3", lang: str = "nl") -> bytes:
    """Draw a difference as PDF."""
    return pdf(marked(view), paper, lang)


def difference_png(view: Difference, paper: str = "A3", lang: str = "nl") -> bytes:
    """Draw a difference as PNG. Raises NotSupported when it takes too many pages."""
    return png(marked(view), paper, lang)


def marked(view: Difference) -> Organogram:
    """Return the later organogram with a mark on every box, and what has gone."""
    marks: dict[str, list[Change]] = {}
    for one in view.changes:
        for iri in _boxes(one):
            marks.setdefault(iri, []).append(one)
    gone = tuple(Gone(one.thing.label, _fate(one)) for one in view.of(ChangeKind.DISAPPEARED))
    return replace(
        view.after,
        root=_node(view.after.root, marks),
        sources=tuple(sorted({*view.after.sources, *view.sources})),
        compared=Compared(
            view.since,
            gone,
            tuple((one.iri, _mark(one.iri, marks)) for one in view.after.unplaced),
        ),
    )


def _boxes(one: Change) -> Sequence[str]:
    """Return the units whose box shows a change: of a task, those that got it or lost it."""
    if one.kind in (ChangeKind.TASK, ChangeKind.HOLDER):
        then, now = {unit.iri for unit in one.before}, {unit.iri for unit in one.after}
        return sorted(then ^ now) if one.kind is ChangeKind.TASK else ()
    return (one.thing.iri,)


def _node(node: Node, marks: dict[str, list[Change]]) -> Node:
    return replace(
        node,
        mark=_mark(node.iri, marks),
        inferred_place=False,
        posts=(),
        tasks=(),
        counts=(),
        units=tuple(_node(unit, marks) for unit in node.units),
    )


def _mark(iri: str, marks: dict[str, list[Change]]) -> Mark:
    changes = [one for one in marks.get(iri, ()) if one.kind in _TONES]
    tones = [_TONES[one.kind] for one in changes]
    tone = next(
        (tone for tone in (Tone.NEW, Tone.MOVED, Tone.RENAMED, Tone.CHANGED) if tone in tones), Tone.SAME
    )
    lines = [_line(one) for one in changes if one.kind is not ChangeKind.TASK]
    lines += _task_lines([one for one in changes if one.kind is ChangeKind.TASK], iri)
    return Mark(tone.value, tuple(lines))


def _line(one: Change) -> tuple[tuple[str, str], ...]:
    before = tuple(thing for thing in one.before if thing not in one.after)
    if one.kind is ChangeKind.APPEARED:
        new = "new" if one.certainty[1] is Certainty.CERTAIN else "perhaps new"
        return _both("out of", _names(before)) if before else _both(new)
    if one.kind is ChangeKind.MOVED:
        if not one.after:
            return _both("displaced", _names(before))
        return _both("out of", _names(before)) if before else _both("placed")
    if one.kind is ChangeKind.RENAMED:
        return _both("was", _names(before))
    return _both("carrier", _names(before)) if before else _both("carried")


def _task_lines(changes: Sequence[Change], iri: str) -> list[tuple[tuple[str, str], ...]]:
    """Tell the tasks a unit got or lost, those from the same units together."""
    groups: dict[tuple[str, str], list[str]] = {}
    for one in changes:
        got = any(unit.iri == iri for unit in one.after)
        froms = _names(tuple(unit for unit in one.before if unit not in one.after))
        key = ("task" if froms else "task got") if got else "task lost"
        groups.setdefault((key, froms if got else ""), []).append(one.thing.label)
    return [_both(key, froms, _few(tasks)) for (key, froms), tasks in groups.items()]


def _few(names: Sequence[str]) -> str:
    return ", ".join(names[:_MOST_TASKS]) + (" …" if len(names) > _MOST_TASKS else "")


def _fate(one: Change) -> tuple[tuple[str, str], ...]:
    return _both("went", _names(one.after)) if one.after else _both("no source")


def _names(found: Sequence[Named]) -> str:
    return ", ".join(one.label for one in found)


def _both(key: str, *parts: str) -> tuple[tuple[str, str], ...]:
    return tuple((lang, text.format(*parts)) for lang, text in zip(_LANGS, _LINES[key], strict=True))
