"""Which graphs make up which register: a data set divided by organisation.

Graphs that tell of one thing, or of things that stand in one another, are of one register. An organisation
that the files of several folders tell of holds only those of one folder together: Antwerp's file may say
what Ghent is called, and is not of its register.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from organograaf.register.gist import OWN, Gist
from organograaf.vocab import kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The graphs of one register, sorted.

    `neighbours` are graphs of other registers that tell of what this one mentions.
    """

    graphs: tuple[str, ...]
    neighbours: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Partition:
    """A data set divided into registers; `shared` graphs belong to all of them."""

    parts: tuple[Part, ...]
    shared: tuple[str, ...] = ()


def partition(gists: Iterable[Gist]) -> Partition:
    """Divide the graphs of a data set into registers, in a stable order.

    A graph without facts about an organisation, unit, organ or post belongs to each register of
    whose things it speaks; when it speaks of none it is shared. A revision is where what it revises is.
    Cost: nearly linear in what the graphs mention.
    """
    by_graph = {one.graph: one for one in sorted(gists, key=lambda one: one.graph)}
    places = _Places(by_graph.values())
    register_of = _united(by_graph, places)
    members: dict[str, list[str]] = {}
    for graph, register in register_of.items():
        members.setdefault(register, []).append(graph)
    owner = {t: register_of[g.graph] for g in by_graph.values() for t in _home(g) if g.graph in register_of}
    shared = []
    for graph, one in by_graph.items():
        if graph not in register_of:
            homes = {owner[thing] for thing in one.mentions | one.tells if thing in owner}
            for register in homes:
                members[register].append(graph)
            if not homes:
                shared.append(graph)
    near = _Near(by_graph, members, frozenset(shared), places)
    parts = (Part(graphs=tuple(sorted(own)), neighbours=near.of(own)) for own in members.values())
    return Partition(parts=tuple(sorted(parts, key=lambda part: part.graphs)), shared=tuple(shared))


def _home(one: Gist) -> frozenset[str]:
    """Return the things by which others find the register of a graph: its own, and its events."""
    events = {t for t in one.describes | one.tells if kind(t) == "event"}
    return one.owned | frozenset(events)


class _Places:
    """Where organisations are at home: the folders that tell of them, and of what stands in them."""

    def __init__(self, gists: Iterable[Gist]) -> None:
        gists = tuple(gists)
        self._collaborations = frozenset(one for gist in gists for one in gist.collaborations)
        self._told: dict[str, set[str]] = {}
        for gist in gists:
            for thing in gist.owned:
                self._told.setdefault(thing, set()).add(gist.folder)
        inhabited = {(place, gist.folder) for gist in gists for _, place in self.ties(gist)}
        self._homes = {
            thing: {folder for folder in folders if (thing, folder) in inhabited}
            for thing, folders in self._told.items()
        }

    def ties(self, gist: Gist) -> Iterator[tuple[str, str]]:
        """Yield what stands in what. A collaboration holds its members; another body does not."""
        yield from gist.stands
        yield from (tie for tie in gist.members if tie[1] in self._collaborations)

    def names(self, gist: Gist, thing: str) -> Iterator[tuple[str, str]]:
        """Yield the names under which a graph means a thing; none when no graph tells of it."""
        folders = self._told.get(thing, set())
        if kind(thing) != "organisation":
            yield from ((thing, "") for _ in (1,) if folders)
        elif gist.folder in folders:
            yield (thing, gist.folder)
        else:
            yield from ((thing, folder) for folder in sorted(self._homes.get(thing, ()) or folders))

    def homes(self, thing: str) -> set[str]:
        """Return the folders where something stands in an organisation."""
        return self._homes.get(thing, set())


def _united(by_graph: Mapping[str, Gist], places: _Places) -> dict[str, str]:
    """Return for each graph that tells of an organisation one name for its register."""
    # Not with the module: networkx takes a quarter of a second, and only a build divides.
    from networkx.utils import UnionFind

    sets = UnionFind()
    for graph, one in by_graph.items():
        sets.union(graph, *(old for old in one.revises if old in by_graph))
        for thing in one.owned:
            sets.union(graph, *places.names(one, thing))
        for thing, place in places.ties(one):
            sets.union(graph, *places.names(one, thing), *places.names(one, place))
    with_facts = {sets[graph] for graph, one in by_graph.items() if one.owned}
    return {graph: sets[graph] for graph in by_graph if sets[graph] in with_facts}


class _Near:
    """Finds the graphs of other registers that tell of what one mentions."""

    def __init__(
        self,
        by_graph: Mapping[str, Gist],
        members: Mapping[str, list[str]],
        shared: frozenset[str],
        places: _Places,
    ) -> None:
        self._by_graph = by_graph
        self._places = places
        self._where: dict[str, list[str]] = {}
        self._revised_by: dict[str, list[str]] = {}
        for graph, one in by_graph.items():
            for thing in one.describes | one.tells:
                self._where.setdefault(thing, []).append(graph)
            for old in one.revises:
                self._revised_by.setdefault(old, []).append(graph)
        self._shared = shared

    def of(self, graphs: Iterable[str]) -> tuple[str, ...]:
        own = frozenset(graphs)
        gists = [self._by_graph[graph] for graph in own]
        told = frozenset().union(*(one.tells for one in gists))
        known = frozenset().union(*(one.describes for one in gists), told)
        wanted = frozenset().union(*(one.mentions for one in gists)) | known
        found = {graph for thing in wanted for graph in self._tellers(thing, told, known)}
        return tuple(sorted(self._with_revisions(found) - own - self._shared))

    def _tellers(self, thing: str, told: frozenset[str], known: frozenset[str]) -> Iterable[str]:
        """Return the graphs that may have facts about a thing that a register needs beside its own."""
        tellers = self._where.get(thing, ())
        if kind(thing) in OWN:
            if thing in told and kind(thing) != "organisation":
                return ()
            homes = self._places.homes(thing)
            at_home = [graph for graph in tellers if self._by_graph[graph].folder in homes]
            return at_home if homes or thing in told else tellers
        if kind(thing) == "event" or thing in told:
            return tellers
        return () if thing in known or any(graph in self._shared for graph in tellers) else tellers

    def _with_revisions(self, graphs: set[str]) -> set[str]:
        found, waiting = set[str](), list(graphs)
        while waiting:
            graph = waiting.pop()
            if graph not in found:
                found.add(graph)
                waiting += self._revised_by.get(graph, ())
        return found
