"""The organogram as nested lists: for screen readers, the keyboard and printing."""

from collections.abc import Iterator
from html import escape
from urllib.parse import quote

from organograaf.period import Certainty
from organograaf.render import words
from organograaf.render.table import plain
from organograaf.view import Node, Organogram, TaskLine

_DUTCH = ' lang="nl"'


def html_list(view: Organogram, lang: str = "nl") -> bytes:
    """Write an organogram as an HTML fragment; headings are the page's."""
    lines = [
        f'<ul class="organogram" lang="{escape(lang)}">',
        *_unit(view.root, view.on.isoformat(), lang),
        "</ul>",
    ]
    if view.unplaced:
        lines += [f"<p>{_text(words.word('unplaced', lang))}</p>", '<ul class="organogram-unplaced">']
        lines += [
            f"<li>{_link(one.slug, one.label, view.on.isoformat(), dutch=lang != 'nl')}</li>"
            for one in view.unplaced
        ]
        lines.append("</ul>")
    return ("\n".join(lines) + "\n").encode()


def _unit(node: Node, on: str, lang: str) -> Iterator[str]:
    sure = node.certainty is Certainty.CERTAIN
    dutch = lang != "nl"
    yield f'<li class="{node.certainty.value}">{_link(node.slug, words.name(node), on, dutch=dutch)}'
    notes = [_span("kind", node.type, dutch=dutch)] if node.type else []
    if not sure:
        notes.append(_span("doubt", node.doubt_in(lang) or words.word("unsure", lang)))
    if node.inferred_place:
        notes.append(_span("inferred", words.word("inferred", lang)))
    notes += [
        f' <span class="post">{_link(post.slug, words.post(post, lang, sure), on, dutch=dutch)}</span>'
        for post in node.posts
    ]
    notes += [_span("count", words.count(stated, lang)) for stated in node.counts]
    yield from notes
    if node.tasks:
        yield f'<ul class="tasks" aria-label="{_text(words.word("tasks", lang))}">'
        yield from _tasks(node.tasks, on, lang, sure)
        yield "</ul>"
    if node.units:
        yield "<ul>"
        for child in node.units:
            yield from _unit(child, on, lang)
        yield "</ul>"
    yield "</li>"


def _tasks(lines: tuple[TaskLine, ...], on: str, lang: str, sure: bool) -> Iterator[str]:
    for line in lines:
        yield f"<li>{_link(line.slug, words.task(line, lang, sure), on, 'tasks', dutch=lang != 'nl')}"
        if line.tasks:
            yield "<ul>"
            yield from _tasks(line.tasks, on, lang, sure)
            yield "</ul>"
        yield "</li>"


def _link(slug: str, label: str, on: str, kind: str = "units", *, dutch: bool = False) -> str:
    address = f"/{kind}/{quote(slug.encode('utf-8', 'replace'), safe='')}?on={on}"
    return f'<a href="{escape(address)}"{_DUTCH if dutch else ""}>{_text(label)}</a>'


def _span(name: str, text: str, *, dutch: bool = False) -> str:
    return f' <span class="{name}"{_DUTCH if dutch else ""}>{_text(text)}</span>'


def _text(text: str) -> str:
    return escape(plain(text).replace("\t", " ").replace("\r", " "))
