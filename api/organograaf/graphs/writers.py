"""Triples as text in every RDF syntax that a browser or program may ask for.

The same triples give the same bytes. Turtle and N-Triples come from Oxigraph's writer;
RDF/XML is ours, because the writers at hand lose carriage returns and let characters
through that XML forbids. JSON-LD is expanded: no context that anyone would have to fetch.
"""

import json
import re
from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Final
from xml.sax.saxutils import escape, quoteattr

import pyoxigraph as ox

from organograaf.errors import BadData, NotAcceptable
from organograaf.graphs.outside import Triple
from organograaf.model import Literal, Value
from organograaf.vocab import PREFIXES, RDF, curie

BLANK: Final = "_:"

_BY_LENGTH: Final = sorted(PREFIXES.items(), key=lambda pair: -len(pair[1]))
_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LOCAL: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*\Z")
_XML_ENTITIES: Final = {"\r": "&#13;"}


def ordered(triples: Iterable[Triple]) -> list[Triple]:
    """Return triples each once: by subject, its types first, then by property and value.

    Raises BadData for one that no syntax could hold: an address that is none.
    """
    found = sorted(set(triples), key=_order)
    for triple in found:
        statement(triple)
    return found


def turtle(triples: Iterable[Triple]) -> str:
    """Return Turtle that declares only the prefixes it uses."""
    found = ordered(triples)
    return declared([_triple(one) for one in found], found, ox.RdfFormat.TURTLE)


def n_triples(triples: Iterable[Triple]) -> str:
    """Return a line per triple, sorted."""
    text = ox.serialize((_triple(one) for one in ordered(triples)), format=ox.RdfFormat.N_TRIPLES) or b""
    return text.decode()


def json_ld(triples: Iterable[Triple]) -> str:
    """Return expanded JSON-LD 1.1: an array of nodes, sorted."""
    return json.dumps(nodes(triples), ensure_ascii=False, indent=1) + "\n"


def rdf_xml(triples: Iterable[Triple]) -> str:
    """Return RDF/XML without entities of its own.

    Raises NotAcceptable when it holds a property or character that XML cannot write.
    Source: RDF 1.1 XML Syntax (W3C, 2014); XML 1.0, production 2.
    """
    found = ordered(triples)
    names = _names({predicate for _, predicate, _ in found})
    bases = {name.partition(":")[0]: base for name, base in names.values()}
    bases["rdf"] = PREFIXES["rdf"]
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', "<rdf:RDF"]
    lines += [f"  xmlns:{prefix}={quoteattr(base)}" for prefix, base in sorted(bases.items())]
    lines[-1] += ">"
    for subject, group in groupby(found, key=lambda triple: triple[0]):
        lines.append(f"<rdf:Description {_about(subject, 'rdf:about')}>")
        lines += [_element(names[predicate][0], value) for _, predicate, value in group]
        lines.append("</rdf:Description>")
    return "\n".join([*lines, "</rdf:RDF>", ""])


WRITERS: Final[dict[str, Callable[[Iterable[Triple]], str]]] = {
    "ttl": turtle,
    "jsonld": json_ld,
    "rdf": rdf_xml,
    "nt": n_triples,
}


def nodes(triples: Iterable[Triple]) -> list[dict[str, object]]:
    """Return the nodes of expanded JSON-LD, sorted, with their properties sorted."""
    found = []
    for subject, group in groupby(ordered(triples), key=lambda triple: triple[0]):
        node: dict[str, object] = {"@id": subject}
        for predicate, same in groupby(group, key=lambda triple: triple[1]):
            values = [value for _, _, value in same]
            if predicate == RDF.type:
                node["@type"] = [str(value) for value in values]
            else:
                node[predicate] = [_json(value) for value in values]
        found.append(node)
    return found


def declared(
    statements: list[ox.Triple] | list[ox.Quad], said: Iterable[Triple], syntax: ox.RdfFormat
) -> str:
    """Serialise statements with the prefixes that what is said needs, in one order."""
    prefixes = _used(said)
    text = (ox.serialize(statements, format=syntax, prefixes=prefixes) or b"").decode()
    lines = text.split("\n")
    return "\n".join([*sorted(lines[: len(prefixes)]), *lines[len(prefixes) :]])


def statement(
    triple: Triple,
) -> tuple[ox.NamedNode | ox.BlankNode, ox.NamedNode, ox.NamedNode | ox.BlankNode | ox.Literal]:
    """Return a triple in Oxigraph's terms. Raises BadData for what is no IRI."""
    subject, predicate, value = triple
    try:
        return (_node(subject), ox.NamedNode(predicate), _term(value))
    except ValueError as error:
        name = str(triple)[:80]
        raise BadData(
            f"{name}: dit is geen geldige triple ({error}). Verbeter de IRI of de taal.",
            f"{name}: this is not a valid triple ({error}). Mend the IRI or the language.",
        ) from error


def _triple(triple: Triple) -> ox.Triple:
    return ox.Triple(*statement(triple))


def _node(iri: str) -> ox.NamedNode | ox.BlankNode:
    return ox.BlankNode(iri.removeprefix(BLANK)) if iri.startswith(BLANK) else ox.NamedNode(iri)


def _term(value: Value) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    if isinstance(value, str):
        return _node(value)
    if value.lang:
        return ox.Literal(value.value, language=value.lang)
    return ox.Literal(value.value, datatype=ox.NamedNode(value.datatype) if value.datatype else None)


def _order(triple: Triple) -> tuple[str, bool, str, bool, str, str]:
    subject, predicate, value = triple
    if isinstance(value, Literal):
        return (
            subject,
            predicate != RDF.type,
            predicate,
            True,
            value.value,
            value.lang or value.datatype or "",
        )
    return (subject, predicate != RDF.type, predicate, False, value, "")


def _used(triples: Iterable[Triple]) -> dict[str, str]:
    terms: set[str] = set()
    for subject, predicate, value in triples:
        terms.add(subject)
        terms.add("" if predicate == RDF.type else predicate)  # Turtle writes «a»
        terms.add(value if isinstance(value, str) else value.datatype or "")
    found = {next((pair for pair in _BY_LENGTH if term.startswith(pair[1])), None) for term in terms}
    return dict(sorted(pair for pair in found if pair))


def _json(value: Value) -> dict[str, str]:
    if isinstance(value, str):
        return {"@id": value}
    if value.lang:
        return {"@value": value.value, "@language": value.lang}
    return {"@value": value.value, "@type": value.datatype} if value.datatype else {"@value": value.value}


def _names(predicates: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Return the element name of each property, and the namespace its prefix stands for."""
    known = {base: prefix for prefix, base in PREFIXES.items()}
    found = {}
    for predicate in sorted(predicates):
        local = _LOCAL.search(predicate)
        if local is None:
            raise _unwritable(predicate)
        base = predicate[: local.start()]
        prefix = known.setdefault(base, f"ns{len(known)}")
        found[predicate] = (f"{prefix}:{local[0]}", base)
    return found


def _element(name: str, value: Value) -> str:
    if isinstance(value, str):
        return f"  <{name} {_about(value, 'rdf:resource')}/>"
    kind = f" xml:lang={quoteattr(value.lang)}" if value.lang else ""
    kind += f" rdf:datatype={_quoted(value.datatype)}" if value.datatype else ""
    return f"  <{name}{kind}>{escape(_writable(value.value), _XML_ENTITIES)}</{name}>"


def _about(iri: str, attribute: str) -> str:
    if iri.startswith(BLANK):
        return f"rdf:nodeID={_quoted(iri.removeprefix(BLANK))}"
    return f"{attribute}={_quoted(iri)}"


def _quoted(text: str) -> str:
    return quoteattr(_writable(text))


def _writable(text: str) -> str:
    if _NOT_XML.search(text):
        raise _unwritable(text)
    return text


def _unwritable(text: str) -> NotAcceptable:
    shown = ascii(curie(text)[:60])
    return NotAcceptable(
        f"{shown} kan niet in RDF/XML geschreven worden. Neem Turtle, JSON-LD of N-Triples.",
        f"{shown} cannot be written in RDF/XML. Take Turtle, JSON-LD or N-Triples.",
    )
