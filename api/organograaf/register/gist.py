"""What of one graph decides in which register it belongs."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from organograaf.model import Value
from organograaf.register.records import Row
from organograaf.vocab import BESLUIT, GRAAF, ORG, PROV, RDF, kind

OWN: Final = ("organisation", "unit", "organ", "post")
_STANDS_IN: Final = (
    ORG.unitOf, ORG.subOrganizationOf, ORG.postIn, GRAAF.legalCarrier, GRAAF.leads, BESLUIT.bestuurt,
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Gist:
    """What of one graph decides in which register it belongs.

    `facts` are its facts, `tells` their subjects, `describes` its other nodes, `mentions` the things
    of ours that it names; `stands` are pairs of a thing and what it stands in, `members` of a member
    and what it is a member of.
    """

    graph: str
    facts: frozenset[str] = frozenset()
    tells: frozenset[str] = frozenset()
    describes: frozenset[str] = frozenset()
    mentions: frozenset[str] = frozenset()
    stands: frozenset[tuple[str, str]] = frozenset()
    members: frozenset[tuple[str, str]] = frozenset()
    collaborations: frozenset[str] = frozenset()
    revises: frozenset[str] = frozenset()

    @property
    def folder(self) -> str:
        """The folder of its file: the work of one hand."""
        return self.graph.rsplit("/", 1)[0]

    @property
    def owned(self) -> frozenset[str]:
        """The organisations, units, organs and posts that it has facts about."""
        return frozenset(thing for thing in self.tells if kind(thing) in OWN)


def gist(graph: str, rows: Iterable[Row]) -> Gist:
    """Return what decides where a graph belongs. `rows` are all of that graph."""
    nodes: dict[str, dict[str, list[Value]]] = {}
    for _, subject, predicate, value in rows:
        nodes.setdefault(subject, {}).setdefault(predicate, []).append(value)
    facts = frozenset(name for name, node in nodes.items() if GRAAF.Fact in node.get(RDF.type, ()))
    said = {triple for name in facts for triple in _said(nodes[name])}
    values = {v for node in nodes.values() for found in node.values() for v in found if isinstance(v, str)}
    return Gist(
        graph=graph,
        facts=facts,
        tells=frozenset(subject for subject, _, _ in said),
        describes=frozenset(node for node in nodes if kind(node) not in (None, "fact")),
        mentions=frozenset(value for value in values if kind(value) not in (None, "fact")),
        stands=frozenset((s, str(o)) for s, p, o in said if p in _STANDS_IN),
        members=frozenset((s, str(o)) for s, p, o in said if p == ORG.memberOf),
        collaborations=frozenset(
            s for s, p, o in said if p == RDF.type and o == ORG.OrganizationalCollaboration
        ),
        revises=frozenset(str(v) for v in nodes.get(graph, {}).get(PROV.wasRevisionOf, ())),
    )


def _said(node: Mapping[str, list[Value]]) -> Iterator[tuple[str, str, Value]]:
    for subject in node.get(RDF.subject, ()):
        for predicate in node.get(RDF.predicate, ()):
            for value in node.get(RDF.object, ()):
                yield str(subject), str(predicate), value
