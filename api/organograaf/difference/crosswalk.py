"""From the units of one day to those of another, for series that must be carried on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from organograaf.changes import Aspect, Crosswalk, EventLine, Held, Pair, Transfer
from organograaf.difference.cause import Side, cause
from organograaf.difference.events import event_line, named, transfers
from organograaf.difference.snapshot import Snapshot, delta, snapshot
from organograaf.model import Basis, Fact
from organograaf.organogram.detail import evidence
from organograaf.period import Certainty, Moment
from organograaf.register import Register

_Path = tuple[Transfer, ...]


def crosswalk(register: Register, since: date, until: date) -> Crosswalk:
    """Return what each unit of `since` is on `until`, by name of the old unit.

    A unit that goes on is a pair with itself; one that went over is a pair with each unit
    that took over, also by way of units that existed only in between.
    """
    walk = _Walk(register, since, until)
    units = sorted(walk.then.units, key=lambda iri: (register.label(iri, since).casefold(), iri))
    return Crosswalk(
        since=since,
        until=until,
        known=register.known,
        dataset=register.dataset,
        pairs=tuple(pair for iri in units for pair in walk.pairs(iri)),
    )


@dataclass(frozen=True)
class _Units:
    """A snapshot of the units of a day."""

    held: Snapshot

    @cached_property
    def units(self) -> dict[str, Certainty]:
        return {h.thing: certainty for h, certainty in self.held if h.aspect is Aspect.EXISTENCE}

    @cached_property
    def _by_unit(self) -> dict[str, set[tuple[Held, Certainty]]]:
        found: dict[str, set[tuple[Held, Certainty]]] = {}
        for held, certainty in self.held:
            found.setdefault(held.thing, set()).add((held, certainty))
        return found

    def of(self, iri: str) -> Snapshot:
        return frozenset(self._by_unit.get(iri, ()))


class _Walk:
    def __init__(self, register: Register, since: date, until: date) -> None:
        things = register.of_kind("unit")
        self.register, self.since, self.until = register, since, until
        self.then = _Units(snapshot(register, since, things))
        self.now = _Units(snapshot(register, until, things))

    def pairs(self, iri: str) -> Iterable[Pair]:
        """Return the rows of one old unit."""
        paths = self.paths(iri)
        if iri in self.now.units:
            yield self.going_on(iri)
        elif not paths:
            yield self.ended(iri)
        for path in paths:
            yield self.taken_over(iri, path, len({one[-1].new.iri for one in paths}))

    def paths(self, iri: str, seen: tuple[str, ...] = ()) -> list[_Path]:
        """Return the ways from a unit to what exists on the last day, by transfers in between."""
        found: list[_Path] = []
        for one in transfers(self.register, iri, self.since, self.until, into=False):
            new = one.new.iri
            between = iri not in self.now.units or new not in self.then.units
            if new in (*seen, iri) or (one.moment is None and not between):
                continue
            if new in self.now.units:
                found.append((one,))
            else:
                found.extend((one, *rest) for rest in self.paths(new, (*seen, iri)))
        return found

    def going_on(self, iri: str) -> Pair:
        """Return the row of a unit that keeps its code: the same, renamed or moved."""
        shifts = delta(self.then.of(iri), self.now.of(iri))
        turned = [s for s in shifts if s.held.aspect in (Aspect.NAME, Aspect.PLACE) and s.moves]
        moved = any(shift.held.aspect is Aspect.PLACE for shift in turned)
        relation = "moved" if moved else "renamed" if turned else "same"
        sides = Side(self.register, self.since), Side(self.register, self.until)
        why = cause(*sides, turned)
        facts = why.facts or [fact for spell in sides[1].lives(iri) for fact in spell.facts]
        events = (why.event,) if why.event else ()
        sources = _sources(self.register, facts)
        return self._pair(iri, iri, relation, "whole", events, sources, why.moment, why.basis)

    def ended(self, iri: str) -> Pair:
        spells = Side(self.register, self.since).lives(iri)
        facts = [f for s in spells for f in s.facts if f.ended_by or f.end]
        lines = [line for f in facts if f.ended_by and (line := event_line(self.register, f.ended_by))]
        moment = next((line.moment for line in lines), None) or next((s.end for s in spells), None)
        sources = _sources(self.register, facts)
        basis = Basis.STATED if any(f.basis is Basis.STATED for f in facts) else Basis.INFERRED
        return self._pair(iri, None, "ended", None, tuple(lines), sources, moment, basis)

    def taken_over(self, iri: str, path: _Path, heirs: int) -> Pair:
        new = path[-1].new.iri
        events = tuple(dict.fromkeys(one.event for one in path if one.event))
        inferred = any(one.basis is Basis.INFERRED for one in path)
        return self._pair(
            iri,
            new,
            self._relation(iri, new, heirs),
            _share(path),
            events,
            tuple(sorted({line.source for one in path for line in one.evidence})),
            next((one.moment for one in reversed(path) if one.moment), None),
            Basis.INFERRED if inferred else Basis.STATED,
            _wording(path),
        )

    def _relation(self, iri: str, new: str, heirs: int) -> str:
        if heirs > 1 or iri in self.now.units:
            return "split"
        if new in self.then.units:
            return "absorbed"
        origins = transfers(self.register, new, self.since, self.until, into=True)
        return "merged" if len({one.old.iri for one in origins}) > 1 else "continued"

    def _pair(
        self,
        old: str,
        new: str | None,
        relation: str,
        share: str | None,
        events: tuple[EventLine, ...],
        sources: tuple[str, ...],
        moment: Moment | None = None,
        basis: Basis = Basis.STATED,
        wording: str | None = None,
    ) -> Pair:
        then = self.then.units[old]
        now = self.now.units.get(new, Certainty.NO) if new else Certainty.NO
        return Pair(
            old=named(self.register, old, self.since),
            new=named(self.register, new, self.until) if new else None,
            relation=relation,
            share=share,
            certainty=(then, now),
            events=events,
            moment=moment,
            basis=basis,
            sources=sources,
            wording=wording,
        )


def _sources(register: Register, facts: Iterable[Fact]) -> tuple[str, ...]:
    return tuple(sorted({line.source for line in evidence(register, facts)}))


def _share(path: _Path) -> str:
    """Return what of the first came to the last: known when all steps but one are whole."""
    parts = [one.share for one in path if one.share != "whole"]
    return "whole" if not parts else parts[0] if len(parts) == 1 else "unknown"


def _wording(path: _Path) -> str | None:
    """Return how a source puts what came to the last: that of the one step that is not whole."""
    parts = [one for one in path if one.share != "whole"]
    return parts[0].wording if len(parts) == 1 else path[0].wording if len(path) == 1 else None
