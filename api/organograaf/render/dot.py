"""The organogram as DOT, for those who draw it with Graphviz themselves."""

from collections.abc import Iterator

import graphviz

from organograaf.period import Certainty
from organograaf.render import words
from organograaf.render.fonts import FAMILY
from organograaf.render.table import plain
from organograaf.render.tone import COLOURS, QUIET, Tone, tone
from organograaf.view import Node, Organogram


def dot(view: Organogram, lang: str = "nl") -> bytes:
    """Write an organogram as DOT; names of nodes and all attributes are our own."""
    graph = graphviz.Digraph(
        "organogram",
        graph_attr={"rankdir": "LR", "label": label(words.title(view, lang)), "labelloc": "t"},
        node_attr={"shape": "box", "fontname": FAMILY, "fontsize": "10", "style": "filled"},
        edge_attr={"arrowhead": "none", "color": QUIET},
    )
    numbers = iter(range(1_000_000))
    _add(graph, view.root, None, Tone.UNKNOWN, numbers, lang)
    for one in view.unplaced:
        style = {"style": "dashed", "tooltip": label(words.word("unplaced", lang))}
        graph.node(f"n{next(numbers)}", label=label(one.label), **style)
    return str(graph.source).encode()


def _add(
    graph: graphviz.Digraph,
    node: Node,
    parent: str | None,
    person: Tone,
    numbers: Iterator[int],
    lang: str,
) -> None:
    name, own = f"n{next(numbers)}", tone(node, person)
    lines = [words.name(node), *(words.post(post, lang) for post in node.posts)]
    possible = node.certainty is Certainty.POSSIBLE
    if possible:
        lines.append(node.doubt_in(lang) or words.word("unsure", lang))
    colours = COLOURS[own]
    style = "filled,dashed" if possible else "filled"
    graph.node(name, label=label(*lines), fillcolor=colours.tint, color=colours.strong, style=style)
    if parent:
        graph.edge(parent, name, style="dashed" if node.inferred_place else "solid")
    for child in node.units:
        _add(graph, child, name, own if node.legal_person else person, numbers, lang)


def label(*lines: str) -> str:
    """Join lines as one label of plain text: no HTML, no escapes of the author's."""
    told = [str(graphviz.escape(plain(line).replace("\r", " ").replace("\t", " "))) for line in lines]
    joined = "\\n".join(told)
    return str(graphviz.nohtml(joined)) if not joined.startswith("<") else f" {joined}"
