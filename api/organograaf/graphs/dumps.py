"""A whole store as one text, the same bytes for the same content.

A store gives its triples in no fixed order; here each format has one.
"""

import json
from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Final

import pyoxigraph as ox

from organograaf.graphs.writers import declared, nodes, ordered, statement, turtle
from organograaf.register import Row


def n_quads(rows: Iterable[Row]) -> str:
    """Return a line per quad, each once, sorted."""
    text = ox.serialize(_quads(set(rows)), format=ox.RdfFormat.N_QUADS) or b""
    return "".join(sorted(text.decode().splitlines(keepends=True)))


def merged(rows: Iterable[Row]) -> str:
    """Return the triples of all graphs together, as Turtle."""
    return turtle(row[1:] for row in rows)


def trig(rows: Iterable[Row]) -> str:
    """Return the graphs one after the other, sorted. Source: TriG (W3C, 2014)."""
    found = _ordered(rows)
    names = [(graph, graph, graph) for graph in {row[0] for row in found}]
    return declared(list(_quads(found)), [*names, *(row[1:] for row in found)], ox.RdfFormat.TRIG)


def json_ld(rows: Iterable[Row]) -> str:
    """Return the graphs as expanded JSON-LD 1.1, graphs, nodes and keys sorted."""
    graphs = [
        {"@id": graph, "@graph": nodes(row[1:] for row in group)}
        for graph, group in groupby(_ordered(rows), key=lambda row: row[0])
    ]
    return json.dumps(graphs, ensure_ascii=False, indent=1) + "\n"


DUMPS: Final[dict[str, Callable[[Iterable[Row]], str]]] = {
    "trig": trig,
    "nq": n_quads,
    "ttl": merged,
    "jsonld": json_ld,
}


def _ordered(rows: Iterable[Row]) -> list[Row]:
    by_graph = groupby(sorted(rows, key=lambda row: row[0]), key=lambda row: row[0])
    return [(graph, *triple) for graph, group in by_graph for triple in ordered(row[1:] for row in group)]


def _quads(rows: Iterable[Row]) -> Iterable[ox.Quad]:
    return (ox.Quad(*statement(row[1:]), ox.NamedNode(row[0])) for row in rows)
