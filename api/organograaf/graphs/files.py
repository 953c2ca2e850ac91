"""Turtle files: one file is one named graph; read, and written in one canonical way."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pyoxigraph as ox
from rdflib import Graph, URIRef
from rdflib.plugins.parsers.notation3 import BadSyntax

from organograaf.errors import BadData
from organograaf.graphs.terms import as_written, value
from organograaf.model import Literal
from organograaf.register import Gist, Row, gist
from organograaf.vocab import GRAPH, PREFIXES, XSD

_LINE = re.compile(r"at line (\d+)")
_WHY = re.compile(r"Bad syntax \((.*?)\) at \^", re.DOTALL)


@dataclass(frozen=True)
class TurtleFile:
    """A file, parsed when it is first asked for what it holds."""

    path: Path

    @cached_property
    def iri(self) -> str:
        """The IRI of its named graph."""
        return graph_iri(self.path)

    @cached_property
    def graph(self) -> Graph:
        """Its triples, for SHACL. Raises BadData that names file, line and reason."""
        return _parsed(self.path)

    def gist(self) -> Gist:
        """Return what decides in which register it belongs. Raises BadData when it cannot be read."""
        return gist(self.iri, self.rows())

    def rows(self) -> Iterator[Row]:
        """Yield its triples as rows. Raises BadData that names file, line and reason, or a blank node."""
        if "graph" not in self.__dict__:
            try:  # some 35 times as fast as rdflib; what it refuses, rdflib says in which line
                yield from [_row(self.iri, quad) for quad in _quads(self.path)]
                return
            except (SyntaxError, ValueError, OSError):
                pass
        for subject, predicate, value_ in self.graph:
            where = str(self.path)
            yield (self.iri, str(value(subject, where)), str(predicate), value(value_, where))

    def anew(self) -> "TurtleFile":
        """Return the same file without what was parsed of it."""
        return TurtleFile(self.path)


def files_in(folder: Path) -> list[Path]:
    """Return the Turtle files under a folder, in a stable order. Raises BadData when there is no folder."""
    if not folder.is_dir():
        raise BadData(
            f"De map {folder} bestaat niet. Geef een map met Turtle-bestanden, bijvoorbeeld data/.",
            f"The folder {folder} does not exist. Give a folder of Turtle files, such as data/.",
        )
    return sorted(folder.rglob("*.ttl"))


def graph_iri(path: Path) -> str:
    """Return the name of a file's graph: the folder it lies in, and its own name.

    >>> graph_iri(Path("data/antwerpen/001-x.ttl"))
    'https://w3id.org/organograaf/graph/antwerpen/001-x'
    """
    return f"{GRAPH}{path.resolve().parent.name}/{path.stem}"


def read(path: Path) -> TurtleFile:
    """Parse one file. Raises BadData that names file, line and reason."""
    file = TurtleFile(path)
    _ = file.graph
    return file


def read_folder(folder: Path) -> list[TurtleFile]:
    """Parse all files under a folder. Raises BadData for the first that cannot be read."""
    return [read(path) for path in files_in(folder)]


def canonical(graph: Graph) -> str:
    """Return the one way in which we write these triples: a line per triple, sorted.

    Source: rdflib's `longturtle` with `canon=True`, the form that stays stable.
    """
    bound = Graph(bind_namespaces="none")
    used = _used_prefixes(graph)
    for prefix, base in PREFIXES.items():
        if prefix in used:
            bound.bind(prefix, URIRef(base), override=True, replace=True)
    for triple in graph:
        bound.add(triple)
    with as_written():
        return bound.serialize(format="longturtle", canon=True)


def content_hash(paths: Iterable[Path], *more: str) -> str:
    """Return twelve hexadecimal digits that change when any of the files changes."""
    digest = hashlib.sha256("\0".join(more).encode())
    for path in paths:
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]


def _parsed(path: Path) -> Graph:
    graph, iri = Graph(bind_namespaces="none"), graph_iri(path)
    try:
        with as_written():
            graph.parse(data=path.read_text(encoding="utf-8"), format="turtle", publicID=iri)
    except BadSyntax as error:
        raise _syntax(path, str(error)) from error
    except IndexError as error:  # rdflib, when the text stops in the middle of a triple
        raise _syntax(path, f"Bad syntax (the text stops too early) at ^ at line {_lines(path)}") from error
    except UnicodeDecodeError as error:
        raise BadData(
            f"{path}: geen UTF-8 (byte {error.start}). Bewaar het bestand als UTF-8.",
            f"{path}: not UTF-8 (byte {error.start}). Save the file as UTF-8.",
        ) from error
    if bad := _no_address(graph):
        raise BadData(
            f"{path}: <{bad}> is geen geldige IRI. Schrijf ze voluit, en vreemde tekens als %XX.",
            f"{path}: <{bad}> is not a valid IRI. Write it in full, and strange characters as %XX.",
        )
    return graph


def _quads(path: Path) -> Iterator[ox.Quad]:
    return iter(ox.parse(path.read_bytes(), format=ox.RdfFormat.TURTLE))


def _row(graph: str, quad: ox.Quad) -> Row:
    subject, value_ = quad.subject, quad.object
    if isinstance(subject, ox.NamedNode) and isinstance(value_, ox.NamedNode):
        return (graph, subject.value, quad.predicate.value, value_.value)
    if isinstance(subject, ox.NamedNode) and isinstance(value_, ox.Literal):
        datatype = value_.datatype.value
        plain = value_.language or datatype == XSD.string
        return (
            graph, subject.value, quad.predicate.value,
            Literal(value_.value, value_.language, None if plain else datatype),
        )  # fmt: skip
    raise ValueError("a blank node")


def _no_address(graph: Graph) -> str | None:
    """Return an IRI that no other reader would take, rdflib being lenient; None when all are fine."""
    for term in {term for triple in graph for term in triple if isinstance(term, URIRef)}:
        try:
            ox.NamedNode(str(term))
        except ValueError:
            return ascii(str(term)[:80])[1:-1]
    return None


def _used_prefixes(graph: Graph) -> set[str]:
    bases = sorted(PREFIXES.items(), key=lambda pair: -len(pair[1]))
    terms = {str(t) for triple in graph for t in triple}
    terms |= {str(d) for o in graph.objects() if (d := getattr(o, "datatype", None))}
    return {next((p for p, base in bases if term.startswith(base)), "") for term in terms}


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def _syntax(path: Path, message: str) -> BadData:
    line = _LINE.search(message)
    where = f"{path}, regel {line.group(1)}" if line else str(path)
    where_en = f"{path}, line {line.group(1)}" if line else str(path)
    why = _WHY.search(message)
    reason = why.group(1) if why else message.splitlines()[-1][:120]
    return BadData(
        f"{where}: de Turtle is niet leesbaar ({reason}). Verbeter die regel, of kijk of een punt of "
        "puntkomma ervoor ontbreekt.",
        f"{where_en}: the Turtle cannot be read ({reason}). Mend that line, or see whether a dot or "
        "semicolon before it is missing.",
    )
