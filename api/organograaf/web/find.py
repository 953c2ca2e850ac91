"""Find in an organogram: the boxes that have a text in their name, posts or tasks."""

from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import category, normalize

from organograaf.view import Node, Organogram, TaskLine

_MOST = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A unit that was found, what it stands under, and where the text stands when not in its name."""

    slug: str
    label: str
    path: tuple[str, ...]
    told: str


def hits(view: Organogram, wanted: str) -> tuple[Hit, ...]:
    """Return the units with `wanted` in them, whatever the accents and capitals; at most fifty."""
    sought = _plain(wanted)
    if not sought:
        return ()
    found = (hit for node, path in _walk(view.root, ()) if (hit := _hit(node, path, sought)))
    return tuple(hit for hit, _ in zip(found, range(_MOST), strict=False))


def _walk(node: Node, path: tuple[str, ...]) -> Iterator[tuple[Node, tuple[str, ...]]]:
    yield node, path
    for unit in node.units:
        yield from _walk(unit, (*path, node.label))


def _hit(node: Node, path: tuple[str, ...], sought: str) -> Hit | None:
    names = (node.label, node.abbreviation or "")
    posts = (text for post in node.posts for text in (post.label, *(one.label for one in post.holders)))
    others = (*posts, *_tasks(node.tasks))
    told = "" if any(sought in _plain(name) for name in names) else None
    if told is None:
        told = next((text for text in others if sought in _plain(text)), None)
    return None if told is None else Hit(slug=node.slug, label=node.label, path=path, told=told)


def _tasks(lines: tuple[TaskLine, ...]) -> Iterator[str]:
    for line in lines:
        yield line.label
        yield from _tasks(line.tasks)


def _plain(text: str) -> str:
    return "".join(char for char in normalize("NFD", text.casefold()) if category(char) != "Mn")
