"""The organogram as a tree of plain text, for a terminal or a letter."""

from collections.abc import Iterator

from organograaf.period import Certainty
from organograaf.render import words
from organograaf.render.table import plain
from organograaf.view import Node, Organogram, TaskLine


def text_tree(view: Organogram, lang: str = "nl") -> bytes:
    """Write an organogram as indented text in UTF-8; «?» marks what is only possible."""
    lines = [words.title(view, lang), words.subtitle(view, lang), "", *_unit(view.root, lang)]
    for number, child in enumerate(view.root.units):
        lines.extend(_branch(child, "", number == len(view.root.units) - 1, lang))
    if view.unplaced:
        lines += ["", words.word("unplaced", lang) + ":", *(f"  ? {one.label}" for one in view.unplaced)]
    lines += ["", words.word("dataset", lang, view.dataset)]
    if view.sources:
        lines.append(words.word("sources", lang, ", ".join(view.sources)))
    return ("\n".join(_one_line(line) for line in lines) + "\n").encode()


def _one_line(line: str) -> str:
    return plain(line.replace("\t", " ").replace("\r", " ")).rstrip()


def _branch(node: Node, before: str, last: bool, lang: str) -> Iterator[str]:
    first, *more = _unit(node, lang)
    stem = before + ("   " if last else "│  ")
    yield before + ("└─ " if last else "├─ ") + first
    under = "│  " if node.units else "   "
    yield from (stem + under + line for line in more)
    for number, child in enumerate(node.units):
        yield from _branch(child, stem, number == len(node.units) - 1, lang)


def _unit(node: Node, lang: str) -> Iterator[str]:
    sure = node.certainty is Certainty.CERTAIN
    doubt = node.doubt_in(lang) or words.word("unsure", lang)
    kind = f" [{node.type}]" if node.type else ""
    yield f"{'' if sure else '? '}{words.name(node)}{kind}{'' if sure else f' — {doubt}'}"
    if node.inferred_place:
        yield f"({words.word('inferred', lang)})"
    yield from (words.post(post, lang, sure) for post in node.posts)
    yield from (words.count(stated, lang) for stated in node.counts)
    yield from _tasks(node.tasks, lang, sure, "")


def _tasks(lines: tuple[TaskLine, ...], lang: str, sure: bool, before: str) -> Iterator[str]:
    for line in lines:
        yield f"{before}• {words.task(line, lang, sure)}"
        yield from _tasks(line.tasks, lang, sure, before + "  ")
