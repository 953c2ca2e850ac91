"""A lineage as a graph: GraphML and GEXF for Gephi, DOT for Graphviz."""

import io
import re
from typing import TYPE_CHECKING

import graphviz

from organograaf.descent import Kin, Lineage, Side, Step
from organograaf.model import Basis
from organograaf.render.dot import label
from organograaf.render.fonts import FAMILY
from organograaf.render.lineage import words
from organograaf.render.table import plain
from organograaf.render.tone import COLOURS, QUIET, tone_of
from organograaf.render.words import bounds

if TYPE_CHECKING:
    import networkx as nx

_WRITTEN_ON = re.compile(rb' lastmodifieddate="[^"]*"')


def graph(view: Lineage, lang: str) -> "nx.MultiDiGraph":
    """Return a lineage as a graph whose nodes and edges carry what is known of them, as text."""
    # Not with the module: a server starts without.
    import networkx as nx

    made = nx.MultiDiGraph(name=plain(words.title(view, lang)))
    for one in view.kin:
        made.add_node(one.thing.iri, **_node(one, lang))
    for number, step in enumerate(view.steps):
        made.add_edge(step.transfer.old.iri, step.transfer.new.iri, key=number, **_edge(step, lang))
    return made


def _node(one: Kin, lang: str) -> dict[str, str]:
    return {
        "label": plain(one.thing.label),
        "slug": one.thing.slug,
        "side": one.side.value,
        "kind": plain(dict(one.kind)[lang]),
        "when": plain("; ".join(dict(when)[lang] for when in one.when)),
        "terms": plain("; ".join(words.terms(one, lang))),
        "behind": plain("; ".join(person.label for person in one.behind)),
    }


def _edge(step: Step, lang: str) -> dict[str, str]:
    one = step.transfer
    earliest, latest = bounds(one.moment)
    return {
        "label": plain(words.share(one, lang)),
        "share": one.share,
        "basis": one.basis.value,
        "date": one.moment.edtf if one.moment else "",
        "earliest": earliest.isoformat() if earliest else "",
        "latest": latest.isoformat() if latest else "",
        "event": plain(one.event.label) if one.event else "",
        "act": plain(one.event.act or "") if one.event else "",
        "tasks": plain("; ".join(task.label for task in one.tasks)),
        "sources": ", ".join(step.sources),
        "sentence": plain(dict(step.sentence)[lang]),
    }


def lineage_graphml(view: Lineage, lang: str = "nl") -> bytes:
    """Write a lineage as GraphML."""
    import networkx as nx

    out = io.BytesIO()
    nx.write_graphml(graph(view, lang), out)
    return out.getvalue()


def lineage_gexf(view: Lineage, lang: str = "nl") -> bytes:
    """Write a lineage as GEXF, without the day on which it was written."""
    import networkx as nx

    out = io.BytesIO()
    nx.write_gexf(graph(view, lang), out)
    return _WRITTEN_ON.sub(b"", out.getvalue())


def lineage_dot(view: Lineage, lang: str = "nl") -> bytes:
    """Write a lineage as DOT; names of nodes and all attributes are our own."""
    made = graphviz.Digraph(
        "lineage",
        graph_attr={"rankdir": "LR", "label": label(words.title(view, lang)), "labelloc": "t"},
        node_attr={"shape": "box", "fontname": FAMILY, "fontsize": "10", "style": "filled"},
        edge_attr={"color": QUIET, "fontname": FAMILY, "fontsize": "9"},
    )
    names = {one.thing.iri: f"n{number}" for number, one in enumerate(view.kin)}
    for one in view.kin:
        colours = COLOURS[tone_of(one.behind)]
        wide = "2" if one.side is Side.SELF else "1"
        text = label(one.thing.label, *words.life(one, lang), *words.terms(one, lang))
        made.node(names[one.thing.iri], text, fillcolor=colours.tint, color=colours.strong, penwidth=wide)
    for step in view.steps:
        one_ = step.transfer
        style = "dashed" if one_.basis is Basis.INFERRED else "solid"
        text = label(words.share(one_, lang), words.when(one_, lang), words.sources(step.sources, lang))
        made.edge(names[one_.old.iri], names[one_.new.iri], label=text, style=style)
    return str(made.source).encode()
