"""A whole store as one file, the same bytes for the same content.

A store gives its triples in no fixed order; here each format has one. There are no
blank nodes in our data, so sorting lines is enough.
"""

import json
from collections.abc import Callable
from itertools import takewhile
from typing import Final

from rdflib import Dataset, Graph, URIRef
from rdflib import Literal as RdfLiteral
from rdflib.namespace import RDF
from rdflib.term import Node

from organograaf.graphs.files import canonical
from organograaf.graphs.terms import as_written


def n_quads(dump: bytes) -> str:
    """Return the lines of an N-Quads dump, each once, sorted."""
    return "".join(line + "\n" for line in sorted(set(filter(None, dump.decode().split("\n")))))


def turtle(dump: bytes) -> str:
    """Return the triples of all graphs together, in our canonical Turtle."""
    merged = Graph(bind_namespaces="none")
    for graph in _graphs(dump):
        merged += graph
    return canonical(merged)


def trig(dump: bytes) -> str:
    """Return the graphs one after the other, each in our canonical Turtle.

    A prefix is declared before the first graph that uses it. Source: TriG (W3C, 2014).
    """
    parts, declared = [], set()
    for graph in _graphs(dump):
        lines = canonical(graph).splitlines(keepends=True)
        prefixes = list(takewhile(lambda line: line.startswith("PREFIX "), lines))
        parts += [line for line in prefixes if line not in declared]
        declared.update(prefixes)
        body = "".join(lines[len(prefixes) :]).strip("\n")
        parts.append(f"\n<{graph.identifier}> {{\n{body}\n}}\n")
    return "".join(parts)


def json_ld(dump: bytes) -> str:
    """Return the graphs as expanded JSON-LD 1.1, graphs, nodes and keys sorted."""
    graphs = [
        {
            "@id": str(graph.identifier),
            "@graph": [_node(graph, subject) for subject in sorted(set(graph.subjects()), key=str)],
        }
        for graph in _graphs(dump)
    ]
    return json.dumps(graphs, ensure_ascii=False, indent=1) + "\n"


WRITERS: Final[dict[str, Callable[[bytes], str]]] = {
    "trig": trig,
    "nq": n_quads,
    "ttl": turtle,
    "jsonld": json_ld,
}


def _graphs(dump: bytes) -> list[Graph]:
    dataset = Dataset()
    with as_written():
        dataset.parse(data=n_quads(dump), format="nquads")
    named = (graph for graph in dataset.graphs() if len(graph))
    return sorted(named, key=lambda graph: str(graph.identifier))


def _node(graph: Graph, subject: Node) -> dict[str, object]:
    node: dict[str, object] = {"@id": str(subject)}
    for predicate in sorted(set(graph.predicates(subject)), key=str):
        values = sorted(graph.objects(subject, predicate), key=lambda term: term.n3())
        if predicate == RDF.type:
            node["@type"] = [str(value) for value in values]
        else:
            node[str(predicate)] = [_value(value) for value in values]
    return node


def _value(term: Node) -> dict[str, str]:
    if isinstance(term, URIRef):
        return {"@id": str(term)}
    if isinstance(term, RdfLiteral) and term.language:
        return {"@value": str(term), "@language": term.language}
    if isinstance(term, RdfLiteral) and term.datatype:
        return {"@value": str(term), "@type": str(term.datatype)}
    return {"@value": str(term)}
