"""The tree of files as read: facts and ontology, the registers they make, and its version."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from pathlib import Path

from rdflib import Graph, URIRef

from organograaf import share
from organograaf.errors import BadData
from organograaf.graphs import (
    Triple,
    TurtleFile,
    bounds,
    content_hash,
    event_dates,
    files_in,
    graph_iri,
    graph_of,
)
from organograaf.register import Gist, Part, Partition, Register, Row, partition, told_elsewhere
from organograaf.vocab import RDF


@dataclass(frozen=True)
class Tree:
    """All files of a data set, or those of one of its registers, with the ontology they use.

    `beside` are files of other registers, of which only counts what these mention.
    `version` changes when the content of any file of the data set changes, and only then.
    """

    facts: tuple[TurtleFile, ...]
    ontology: tuple[TurtleFile, ...]
    version: str
    beside: tuple[TurtleFile, ...] = ()
    part: Part | None = None

    @cached_property
    def partition(self) -> Partition:
        """How the data set falls apart into registers. Cost: some 20 ms a file of 800 facts."""
        return partition(self.gists)

    @cached_property
    def gists(self) -> tuple[Gist, ...]:
        """What of each file decides in which register it belongs."""
        return tuple(file.gist() for file in (*self.facts, *self.ontology))

    @cached_property
    def parts(self) -> tuple["Tree", ...]:
        """The files of each register, in the order of the partition; this tree when there is one.

        None is read before it is asked for what it holds.
        """
        if len(self.partition.parts) < 2:
            return (self,)
        files = {file.iri: file for file in self.facts}
        shared = [files[graph] for graph in self.partition.shared if graph in files]
        return tuple(
            replace(
                self,
                facts=(*(files[graph] for graph in part.graphs), *shared),
                beside=tuple(files[graph] for graph in part.neighbours),
                part=part,
            )
            for part in self.partition.parts
        )

    def anew(self) -> "Tree":
        """Return the same without what was read of its own files: one to let go of."""
        own = frozenset(self.part.graphs) if self.part else frozenset()
        facts = tuple(file.anew() if file.iri in own else file for file in self.facts)
        return replace(self, facts=facts, beside=tuple(file.anew() for file in self.beside))

    @cached_property
    def register(self) -> Register:
        """The register of all that is known now."""
        return Register.of(self._all_rows(), dataset=self.version)

    @cached_property
    def current(self) -> tuple[TurtleFile, ...]:
        """The fact files that no later file revises."""
        graphs = self.register.graphs
        return tuple(file for file in self.facts if file.iri in graphs or not _revised(file, self.facts))

    def rows(self) -> Iterator[Row]:
        """Yield all triples of all files, with their graph."""
        return chain.from_iterable(self._rows.values())

    @cached_property
    def _rows(self) -> dict[str, tuple[Row, ...]]:
        """All triples by their graph: read once, and let go of with the register."""
        return {file.iri: tuple(file.rows()) for file in (*self.facts, *self.ontology)}

    def union(self) -> Graph:
        """Return current facts, ontology and derived bounds as one graph, to validate."""
        return graph_of(self.triples)

    @cached_property
    def triples(self) -> frozenset[Triple]:
        """Return the triples of `union`."""
        register = self.register
        told = (row[1:] for row in self._told if row[0] in register.graphs)
        own = (row[1:] for file in (*self.ontology, *self.current) for row in self._rows[file.iri])
        return frozenset(chain(own, told, bounds(register), event_dates(register)))

    def ontology_graph(self) -> Graph:
        """Return the files of the ontology as one graph."""
        union = Graph(bind_namespaces="none")
        for file in self.ontology:
            union += file.graph
        return union

    def file_of(self, node: str) -> str | None:
        """Return the files that describe a node, or state facts about it: where to look."""
        described, stated = self._where
        found = described.get(node) or stated.get(node) or {}
        return ", ".join(found) or None

    @cached_property
    def _where(self) -> tuple[dict[str, dict[str, None]], dict[str, dict[str, None]]]:
        """The files by the nodes they describe, and by those they state facts about."""
        described: dict[str, dict[str, None]] = {}
        stated: dict[str, dict[str, None]] = {}
        for file in (*self.current, *self.ontology):
            for _, subject, predicate, value in self._rows[file.iri]:
                described.setdefault(subject, {})[str(file.path)] = None
                if predicate == RDF.subject and isinstance(value, str):
                    stated.setdefault(value, {})[str(file.path)] = None
        return described, stated

    @cached_property
    def own_nodes(self) -> frozenset[str]:
        """The nodes that the files of facts describe: not those of which only neighbours tell."""
        return frozenset(row[1] for file in self.facts for row in self._rows[file.iri])

    @cached_property
    def told_nodes(self) -> frozenset[str]:
        """The nodes of which only neighbours tell, and those that only neighbours mention."""
        if not self.beside:
            return frozenset()
        mentioned = {row[3] for file in self.facts for row in self._rows[file.iri]}
        beyond = {row[3] for row in self._told if isinstance(row[3], str)} - mentioned
        return frozenset({row[1] for row in self._told} | beyond) - self.own_nodes

    @cached_property
    def _told(self) -> list[Row]:
        """What neighbours tell of the things that these files mention."""
        own = (row for file in self.facts for row in self._rows[file.iri])
        return (
            told_elsewhere(own, [row for file in self.beside for row in file.rows()]) if self.beside else []
        )

    def _all_rows(self) -> Iterable[Row]:
        return chain(self.rows(), self._told)


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
    tree = Tree(
        facts=tuple(map(TurtleFile, facts)),
        ontology=tuple(map(TurtleFile, ontology)),
        version=content_hash([*facts, *ontology]),
    )
    _ = tree.partition  # reads every file, and so refuses what cannot be read
    return tree


def _with_file(path: Path) -> list[Path]:
    others = (file for file in files_in(share.data()) if graph_iri(file) != graph_iri(path))
    return sorted([*others, path])


def _revised(file: TurtleFile, files: tuple[TurtleFile, ...]) -> bool:
    revision = URIRef("http://www.w3.org/ns/prov#wasRevisionOf")
    return any((None, revision, URIRef(file.iri)) in other.graph for other in files)
