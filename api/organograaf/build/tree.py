"""The tree of files as read: facts and ontology, the register, and its version."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path

from rdflib import RDF, Graph, URIRef

from organograaf import share
from organograaf.errors import BadData
from organograaf.graphs import TurtleFile, bounds, content_hash, event_dates, files_in, graph_iri, read, term
from organograaf.register import Register, Row


@dataclass(frozen=True)
class Tree:
    """All files of a data set with the ontology they use.

    `version` changes when the content of any file changes, and only then.
    """

    facts: tuple[TurtleFile, ...]
    ontology: tuple[TurtleFile, ...]
    version: str

    @cached_property
    def register(self) -> Register:
        """The register of all that is known now."""
        return Register.of(self.rows(), dataset=self.version)

    @cached_property
    def current(self) -> tuple[TurtleFile, ...]:
        """The fact files that no later file revises."""
        graphs = self.register.graphs
        return tuple(file for file in self.facts if file.iri in graphs or not _revised(file, self.facts))

    def rows(self) -> Iterator[Row]:
        """Yield all triples of all files, with their graph."""
        return chain.from_iterable(file.rows() for file in (*self.facts, *self.ontology))

    def union(self) -> Graph:
        """Return current facts, ontology and derived bounds as one graph, to validate."""
        union = self.ontology_graph()
        for file in self.current:
            union += file.graph
        for subject, predicate, value in chain(bounds(self.register), event_dates(self.register)):
            union.add((URIRef(subject), URIRef(predicate), term(value)))
        return union

    def ontology_graph(self) -> Graph:
        """Return the files of the ontology as one graph."""
        union = Graph(bind_namespaces="none")
        for file in self.ontology:
            union += file.graph
        return union

    def file_of(self, node: str) -> str | None:
        """Return the files that describe a node, or state facts about it: where to look."""
        iri = URIRef(node)
        files = (*self.current, *self.ontology)
        found = [file for file in files if (iri, None, None) in file.graph]
        found = found or [file for file in files if (None, RDF.subject, iri) in file.graph]
        return ", ".join(str(file.path) for file in found) or None


def read_tree(path: Path) -> Tree:
    """Read a data folder, or the published data with one file added or replaced.

    Raises BadData when a file cannot be read or there is none.
    """
    facts = _with_file(path) if path.is_file() else files_in(path)
    if not facts:
        raise BadData(
            f"In {path} staat geen enkel Turtle-bestand. Geef een map zoals data/.",
            f"There is no Turtle file in {path}. Give a folder such as data/.",
        )
    ontology = files_in(share.folder("ontology"))
    return Tree(
        facts=tuple(read(file) for file in facts),
        ontology=tuple(read(file) for file in ontology),
        version=content_hash([*facts, *ontology]),
    )


def _with_file(path: Path) -> list[Path]:
    others = (file for file in files_in(share.data()) if graph_iri(file) != graph_iri(path))
    return sorted([*others, path])


def _revised(file: TurtleFile, files: tuple[TurtleFile, ...]) -> bool:
    revision = URIRef("http://www.w3.org/ns/prov#wasRevisionOf")
    return any((None, revision, URIRef(file.iri)) in other.graph for other in files)
