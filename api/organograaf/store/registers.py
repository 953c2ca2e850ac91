"""Registers on demand: one per organisation, read when asked for, kept within a memory budget."""

import os
import re
from collections.abc import Iterable, Sequence
from datetime import date
from difflib import get_close_matches
from functools import cached_property
from typing import Final

from organograaf import queries
from organograaf.errors import BadQuestion, NotFound, Unchosen
from organograaf.kept import Kept
from organograaf.model import Literal
from organograaf.register import OWN, Listing, Recorded, Register, Row, told_elsewhere
from organograaf.store.store import Store
from organograaf.vocab import BASE, DATASET, DCT, FOAF, iri

MEBIBYTE: Final = 1024 * 1024
_USUAL: Final = 512
_DERIVED: Final = BASE + "graph/derived/"
_DESCRIPTION: Final = _DERIVED + "dataset"
RECORDED: Final = _DERIVED + "recorded"
# Per value of a node, with the spells, the indexes and what the allocator keeps. Measured as growth of
# the process over 30 made-up cities (260) and Antwerp; allocated are 195 to 265 (tracemalloc).
_BYTES: Final = 300
_SLUG: Final = re.compile(r"[\w.~-]{1,200}")
_SHOWN: Final = 60


def budget() -> int:
    """Return how many bytes registers may take: ORGANOGRAAF_MEMORY, in MiB, else 512 of them.

    Raises BadQuestion when that is no number.
    """
    given = os.environ.get("ORGANOGRAAF_MEMORY", "").strip()
    if given and not (given.isascii() and given.isdigit() and 0 < int(given) < MEBIBYTE):
        raise BadQuestion(
            f"ORGANOGRAAF_MEMORY=«{given[:_SHOWN]}» is geen aantal MiB. Geef een getal, zoals 512.",
            f"ORGANOGRAAF_MEMORY=“{given[:_SHOWN]}” is not a number of MiB. Give a number such as 512.",
        )
    return (int(given) if given else _USUAL) * MEBIBYTE


class Registers:
    """Hands out the registers of one version of a data set, as known on a day.

    Safe to use from several threads: two that first ask for one register have it read once, and
    who asks for another does not wait. `largest` bounds in bytes what stays in memory.
    """

    def __init__(self, store: Store, dataset: str, largest: int | None = None) -> None:
        self._store = store
        self._dataset = dataset
        self._kept = Kept[tuple[str, date | None], Register](weight, largest or budget())

    @cached_property
    def listings(self) -> tuple[Listing, ...]:
        """What registers there are, by name; one of everything where the store tells of none."""
        found: dict[str, dict[str, list[Literal]]] = {}
        for register, property_, value, lang in self._store.query(
            queries.load("registers").text, of=[_DESCRIPTION]
        ).rows():
            found.setdefault(register, {}).setdefault(property_, []).append(Literal(value, lang or None))
        named = [_listing(said) for register, said in found.items() if register != DATASET]
        whole = [Listing(topic=DATASET, titles=(), graphs=self._published)]
        return tuple(sorted(named or whole, key=lambda one: (one.label().casefold(), one.slug)))

    @property
    def only(self) -> Listing:
        """The one register that there is. Raises Unchosen when there are several."""
        if len(self.listings) > 1:
            number = len(self.listings)
            raise Unchosen(
                f"Hier zijn {number} organisaties. Kies er een: organisation=SLUG (of --organisation SLUG).",
                f"There are {number} organisations here. Choose one: organisation=SLUG "
                "(or --organisation SLUG).",
            )
        return self.listings[0]

    def named(self, slug: str) -> Listing:
        """Return the register of an organisation, unit, organ or post by its slug. Raises NotFound."""
        if found := next((one for one in self.listings if one.slug == slug), None):
            return found
        things = [iri(kind, slug) for kind in OWN] if _SLUG.fullmatch(slug) else []
        if things and (telling := self.telling(things)):
            return telling[0]
        meant = self.near(slug)
        near = ", ".join(meant)
        shown = slug if len(slug) <= _SHOWN else slug[: _SHOWN - 1] + "…"
        raise NotFound(
            f"«{shown}» is niet bekend." + (f" Bedoelde u {near}?" if near else " Zoek op /."),
            f"“{shown}” is not known." + (f" Did you mean {near}?" if near else " Find it at /."),
            meant,
        )

    def near(self, slug: str) -> list[str]:
        """Return slugs of organisations that look like this one or are called so, best first."""
        wanted = slug[:_SHOWN].casefold()
        called = [one.slug for one in self.listings if wanted in one.slug or wanted in one.label().casefold()]
        alike = get_close_matches(wanted, [one.slug for one in self.listings], n=3, cutoff=0.6)
        return list(dict.fromkeys([*called, *alike]))[:3]

    def telling(self, things: Sequence[str]) -> list[Listing]:
        """Return the registers that tell of one of these things, the one that tells most first.

        Things that no fact is about, such as a person or a task, are found by who names them.
        Cost: one small query, or two.
        """
        said: dict[str, int] = {}
        asked = queries.load("tellers").about("thing", things)
        for _, graph, facts in self._store.query(asked, of=self._store.naming(things)).rows():
            said[graph] = said.get(graph, 0) + int(facts)
        if not said:
            said = dict.fromkeys(self._store.naming(things), 1)
        scored = ((sum(said.get(graph, 0) for graph in one.graphs), one) for one in self.listings)
        return [one for score, one in sorted(scored, key=lambda pair: -pair[0]) if score]

    def get(self, known: date | None = None, of: Listing | None = None) -> Register:
        """Return a register as known on a day (None: all that is known now); without `of`, the only one.

        Days between which nothing was recorded share their content: it is read once. Raises Unchosen.
        """
        one = of or self.only
        settled = self._recorded_by(known, one) if known else None
        register = self._kept.get((one.topic, settled), lambda: self._read(one, settled))
        return register if settled == known else register.as_known(known)

    def graphs(self, known: date | None = None, of: Listing | None = None) -> tuple[str, ...]:
        """Return the names of the graphs that a register of that day is made of, sorted."""
        one = of or self.only
        return tuple(sorted({*one.graphs, *self._shared} - self._recorded.gone(known)))

    def recorded(self, known: date, of: Listing | None = None) -> date:
        """Return the last day, not after `known`, on which something was recorded; else `known`.

        Nothing was recorded in between, so the registers of both days say the same.
        """
        return self._recorded_by(known, of or self.only)

    def changed_on(self, thing: str) -> tuple[date, ...]:
        """Return the days on which what is known of a thing changed, in order."""
        return self._recorded.changed_on(self._store.naming([thing]))

    def _read(self, one: Listing, known: date | None) -> Register:
        gone = self._recorded.gone(known)
        own = list(self._store.rows([graph for graph in one.graphs if graph not in gone]))
        beside = list(self._store.rows([graph for graph in one.neighbours if graph not in gone]))
        told = told_elsewhere(own, beside) if beside else []
        rows = [*own, *self._shared_rows(gone), *told]
        return Register.of(rows, dataset=self._dataset, known=known, name=one.topic)

    def _shared_rows(self, gone: frozenset[str]) -> Iterable[Row]:
        return (row for row in self._all_shared if row[0] not in gone)

    def _recorded_by(self, known: date, one: Listing) -> date:
        graphs = (*one.graphs, *one.neighbours, *self._shared)
        days = (self._recorded.days.get(graph, date.max) for graph in graphs)
        return max((day for day in days if day <= known), default=known)

    @cached_property
    def _all_shared(self) -> list[Row]:
        return list(self._store.rows(self._shared))

    @cached_property
    def _shared(self) -> tuple[str, ...]:
        """The graphs that belong to all registers."""
        owned = {graph for one in self.listings for graph in one.graphs}
        return tuple(graph for graph in self._published if graph not in owned)

    @cached_property
    def _published(self) -> tuple[str, ...]:
        """The graphs of files; what is derived from them is left out."""
        return tuple(graph for graph in self._store.graphs() if not graph.startswith(_DERIVED))

    @cached_property
    def _recorded(self) -> Recorded:
        days: dict[str, date] = {}
        revisions: set[tuple[str, str]] = set()
        for graph, recorded, revised in self._store.query(
            queries.load("recorded").text, of=[RECORDED]
        ).rows():
            if recorded:
                days[graph] = date.fromisoformat(recorded[:10])
            if revised:
                revisions.add((graph, revised))
        return Recorded(days=days, revisions=tuple(sorted(revisions)))


def _listing(said: dict[str, list[Literal]]) -> Listing:
    def values(property_: str) -> tuple[str, ...]:
        return tuple(sorted(value.value for value in said.get(property_, ())))

    return Listing(
        topic=values(FOAF.primaryTopic)[0],
        titles=tuple(said.get(DCT.title, ())),
        others=tuple(said.get(DCT.alternative, ())),
        graphs=values(DCT.hasPart),
        neighbours=values(DCT.references),
    )


def weight(register: Register) -> int:
    """Return about how many bytes a register takes once views have been asked of it."""
    return _BYTES * sum(len(values) for node in register.nodes.values() for values in node.values())
