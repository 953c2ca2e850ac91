"""The triples of an export, by node. It is from outside: Oxigraph parses it, and nothing is fetched."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from organograaf.errors import BadData, NotSupported
from organograaf.vocab import RDF

_FORMATS = {".ttl": ox.RdfFormat.TURTLE, ".nt": ox.RdfFormat.N_TRIPLES}


@dataclass(frozen=True, slots=True)
class Nodes:
    """What an export says of each node: addresses and texts, by property."""

    _said: Mapping[str, Mapping[str, list[str]]]

    def all(self, node: str, *properties: str) -> tuple[str, ...]:
        """Return the values of the properties of a node, sorted, each once."""
        said = self._said.get(node, {})
        return tuple(sorted({value for one in properties for value in said.get(one, ())}))

    def of_type(self, type_: str) -> tuple[str, ...]:
        """Return the nodes of a class, sorted."""
        return tuple(sorted(node for node, said in self._said.items() if type_ in said.get(RDF.type, ())))

    def types(self) -> dict[str, tuple[str, ...]]:
        """Return the nodes of each class."""
        found: dict[str, list[str]] = {}
        for node, said in self._said.items():
            for type_ in said.get(RDF.type, ()):
                found.setdefault(type_, []).append(node)
        return {type_: tuple(nodes) for type_, nodes in found.items()}

    def subjects(self, property_: str) -> tuple[str, ...]:
        """Return the nodes that have a property, sorted."""
        return tuple(sorted(node for node, said in self._said.items() if property_ in said))


def nodes(path: Path) -> Nodes:
    """Read an export in Turtle (.ttl) or N-Triples (.nt). Raises BadData with the line, NotSupported."""
    if path.suffix not in _FORMATS:
        raise NotSupported(
            f"«{path.name}» kan ik niet lezen. Geef het register als Turtle (.ttl) of N-Triples (.nt).",
            f"I cannot read “{path.name}”. Give the register as Turtle (.ttl) or N-Triples (.nt).",
        )
    said: dict[str, dict[str, list[str]]] = {}
    try:
        for quad in ox.parse(path=str(path), format=_FORMATS[path.suffix]):
            properties = said.setdefault(_text(quad.subject), {})
            properties.setdefault(quad.predicate.value, []).append(_text(quad.object))
    except OSError as error:
        raise BadData(
            f"{path} kan niet gelezen worden ({error.strerror or error}). Kijk de naam en de rechten na.",
            f"{path} cannot be read ({error.strerror or error}). Check its name and permissions.",
        ) from error
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None)
        where, where_en = (f", regel {line}", f", line {line}") if line else ("", "")
        raise BadData(
            f"{path}{where}: geen geldig RDF ({error}). Er is niets geschreven. Haal het opnieuw op.",
            f"{path}{where_en}: not valid RDF ({error}). Nothing was written. Fetch it again.",
        ) from error
    return Nodes(said)


def _text(term: object) -> str:
    if isinstance(term, ox.BlankNode):
        return f"_:{term.value}"
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else str(term)
