"""An organogram that tells, in its boxes, who carries each unit and who decides on it."""

from dataclasses import replace

from organograaf.organogram.detail import named
from organograaf.register import Register
from organograaf.view import Named, Node, Organogram
from organograaf.vocab import BESLUIT, GRAAF, ORG, RDF, slug

_TOLD = {
    "carriers": ("drager: {0}", "carrier: {0}"),
    "serves": ("werkt voor: {0}", "works for: {0}"),
    "deciders": ("beslist: {0}", "decides: {0}"),
    "governed": ("bestuurd door: {0}", "governed by: {0}"),
}
_Line = tuple[tuple[str, str], ...]


def legal(view: Organogram, register: Register) -> Organogram:
    """Return it with a line per unit on its carrier, whom it works for and who decides.

    A carrier is told where a source names it otherwise than for the unit above; what no
    source says is not told.
    """
    return replace(view, root=_node(view, register, view.root, ()))


def _node(view: Organogram, register: Register, node: Node, above: tuple[Named, ...]) -> Node:
    carriers = () if node.legal_person or node.carriers == above else node.carriers
    deciders = named(register, view.on, node.iri, GRAAF.decidedBy, view.reach)
    found = (
        ("carriers", carriers),
        ("serves", node.serves),
        ("deciders", deciders),
        ("governed", _governing(view, register, node.iri)),
    )
    return replace(
        node,
        notes=tuple(_line(key, things) for key, things in found if things),
        units=tuple(_node(view, register, unit, node.carriers) for unit in node.units),
    )


def _governing(view: Organogram, register: Register, iri: str) -> tuple[Named, ...]:
    """Return the organs that govern an organisation and exist on the day."""
    organs = {
        spell.subject
        for spell, _ in register.to_on(view.on, iri, BESLUIT.bestuurt)
        if register.on(view.on, spell.subject, RDF.type)
    }
    parts = {
        organ
        for organ in organs
        for spell, _ in register.on(view.on, organ, ORG.subOrganizationOf)
        if spell.object in organs
    }
    found = (Named(organ, slug(organ), register.label(organ, view.on)) for organ in organs - parts)
    return tuple(sorted(found, key=lambda one: one.label.casefold()))


def _line(key: str, things: tuple[Named, ...]) -> _Line:
    names = ", ".join(one.label for one in things)
    return tuple((lang, text.format(names)) for lang, text in zip(("nl", "en"), _TOLD[key], strict=True))
