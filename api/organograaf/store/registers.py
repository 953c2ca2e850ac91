"""Registers on demand: one per organisation, read when asked for, kept within a memory budget."""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from difflib import get_close_matches
from functools import cached_property
from typing import Final
from unicodedata import category, normalize

from organograaf import queries
from organograaf.errors import BadQuestion, Unchosen
from organograaf.kept import Kept
from organograaf.model import Literal
from organograaf.register import OWN, Listing, Recorded, Register, Row, told_elsewhere
from organograaf.store.store import Store
from organograaf.vocab import BASE, DATASET, DCT, FOAF, iri, slug

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
MOST_CHOICES: Final = 50


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
    def shared(self) -> Listing:
        """What belongs to all registers, as one to read: the ontology, and laws and tasks of all."""
        return self.listings[0] if len(self.listings) == 1 else Listing(topic=DATASET, titles=())

    @cached_property
    def whole(self) -> Listing:
        """All that is published, as one; to be named, not to be read."""
        return Listing(topic=DATASET, titles=(), graphs=self._published)

    @cached_property
    def listings(self) -> tuple[Listing, ...]:
        """What registers there are, by name; one of everything where the store tells of none."""
        found: dict[str, dict[str, list[Literal]]] = {}
        for register, property_, value, lang in self._store.query(
            queries.load("registers").text, of=[_DESCRIPTION]
        ).rows():
            found.setdefault(register, {}).setdefault(property_, []).append(Literal(value, lang or None))
        named = [_listing(said) for register, said in found.items() if register != DATASET]
        return tuple(sorted(named or [self.whole], key=lambda one: (one.label().casefold(), one.slug)))

    @property
    def only(self) -> Listing:
        """The one register that there is. Raises Unchosen when there are several."""
        return self.chosen("")

    def chosen(self, text: str) -> Listing:
        """Return the register that a text chooses: a slug of anything in it, or what it alone is called.

        Nothing chooses the only one. Raises Unchosen, with those that may be meant.
        """
        if not text.strip() and len(self.listings) == 1:
            return self.listings[0]
        if found := next((one for one in self.listings if one.slug == text), None):
            return found
        if telling := self.telling([iri(kind, text) for kind in OWN]):
            return telling[0]
        called = self.called(text)
        if len(called) == 1 and text.strip():
            return called[0]
        raise unchosen(called or self.near(text), len(called or self.listings), text)

    def called(self, text: str) -> tuple[Listing, ...]:
        """Return the registers with all words of a text in their names, in order; without words, all.

        Accents and capitals make no difference.
        """
        words = _plain(text).split()
        return tuple(one for one, names in self._names if all(word in names for word in words))

    def near(self, text: str) -> tuple[Listing, ...]:
        """Return the registers whose slug looks like a text, best first."""
        by_slug = {one.slug: one for one in self.listings}
        return tuple(by_slug[name] for name in get_close_matches(text[:_SHOWN], by_slug, n=3, cutoff=0.5))

    def telling(self, things: Sequence[str]) -> list[Listing]:
        """Return the registers that tell of one of these things, the one that tells most first.

        Things that no fact is about, such as a person or a task, are found by who names them; what
        only shared graphs name is in `shared`. Cost: one small query, or two.
        """
        things = [thing for thing in things if _SLUG.fullmatch(slug(thing))]
        if not things:
            return []
        said: dict[str, int] = {}
        asked = queries.load("tellers").about("thing", things)
        for _, graph, facts in self._store.query(asked, of=self._store.naming(things)).rows():
            said[graph] = said.get(graph, 0) + int(facts)
        if not said:
            said = dict.fromkeys(self._store.naming(things), 1)
        scored = [(sum(said.get(graph, 0) for graph in one.graphs), one) for one in self.listings]
        found = [one for score, one in sorted(scored, key=lambda pair: -pair[0]) if score]
        return found or ([self.shared] if said else [])

    def get(self, known: date | None = None, of: Listing | None = None) -> Register:
        """Return a register as known on a day (None: all that is known now); without `of`, the only one.

        Days between which nothing was recorded share their content: it is read once. Raises Unchosen.
        """
        one = of or self.only
        settled = self._recorded_by(known, one) if known else None
        register = self._kept.get((one.topic, settled), lambda: self._read(one, settled))
        return register if settled == known else register.as_known(known)

    def each(self) -> Iterator[Register]:
        """Yield every register as known now, one at a time; none is kept that was not there."""
        for one in self.listings:
            yield self._kept.peek((one.topic, None)) or self._read(one, None)

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
    def _names(self) -> tuple[tuple[Listing, str], ...]:
        """Each register with its slug and all names, to look in."""
        said = ((one, (*one.titles, *one.others)) for one in self.listings)
        return tuple(
            (one, _plain(" ".join([one.slug, *(name.value for name in names)]))) for one, names in said
        )

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


def _plain(text: str) -> str:
    return "".join(char for char in normalize("NFD", text.casefold()) if category(char) != "Mn")


def unchosen(found: Sequence[Listing], number: int, text: str = "") -> Unchosen:
    """Return the error that asks to choose: the first of `found`, out of `number`, for what was typed."""
    choices = [(one.slug, one.label()) for one in found[:MOST_CHOICES]]
    how = "organisation=SLUG (--organisation SLUG)"
    some = ", ".join(name for name, _ in choices[:3])
    if not text.strip():
        nl, en = f"Hier zijn {number} organisaties.", f"There are {number} organisations here."
    else:
        shown = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
        nl = f"«{shown}» is niet één organisatie van hier."
        en = f"“{shown}” is not one organisation that is here."
    nl += f" Kies er een: {how}" + (f", bijvoorbeeld {some}." if some else ".")
    en += f" Choose one: {how}" + (f", for example {some}." if some else ".")
    return Unchosen(nl, en, choices, number)
