"""An organogram with only what is certain: a pure function of a view."""

from collections.abc import Container
from dataclasses import replace

from organograaf.period import Certainty
from organograaf.view import Node, Organogram, PostLine, TaskLine


def certain(view: Organogram, sure: Container[str] = ()) -> Organogram:
    """Leave out what is only possible on the day: units, posts, holders and tasks.

    The root stays, as it was asked for. A unit that may or may not stand under an only
    possible one goes with it. Of the unplaced units those stay whose IRI is in `sure`.
    """
    root = _node(view.root)
    return replace(
        view,
        root=root,
        unplaced=tuple(unit for unit in view.unplaced if unit.iri in sure),
        sources=tuple(sorted({line.source for _, node in root.walk() for line in node.evidence})),
        only_certain=True,
    )


def _node(node: Node) -> Node:
    return replace(
        node,
        units=tuple(_node(unit) for unit in node.units if unit.certainty is Certainty.CERTAIN),
        posts=tuple(_post(post) for post in node.posts if post.certainty is Certainty.CERTAIN),
        tasks=_tasks(node.tasks),
    )


def _post(post: PostLine) -> PostLine:
    return replace(post, holders=tuple(h for h in post.holders if h.certainty is Certainty.CERTAIN))


def _tasks(tasks: tuple[TaskLine, ...]) -> tuple[TaskLine, ...]:
    """Keep the certain tasks; those under a task that goes take its place."""
    kept: list[TaskLine] = []
    for task in tasks:
        narrower = _tasks(task.tasks)
        if task.certainty is Certainty.CERTAIN:
            kept.append(replace(task, tasks=narrower))
        else:
            kept.extend(narrower)
    return tuple(kept)
