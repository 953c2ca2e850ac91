"""What flowed where between two days: a crosswalk with the units around it, to be drawn."""

from collections.abc import Iterable
from datetime import date

from organograaf.changes import Pair, Stop, Transition
from organograaf.difference.crosswalk import crosswalk
from organograaf.difference.events import named
from organograaf.errors import NotFound
from organograaf.organogram import as_of
from organograaf.organogram.behind import behind
from organograaf.organogram.kinds import kind_of
from organograaf.organogram.tree import Tree
from organograaf.period import Certainty
from organograaf.register import Register
from organograaf.vocab import RDF, kind

_QUIET = "same"


def transition(
    register: Register, since: date, until: date, root: str, *, depth: int | None = None, whole: bool = False
) -> Transition:
    """Return what the units under `root` on `since` became on `until`, and what is new then.

    Those that stayed as they were are left out and counted, unless `whole`. `depth` is the number
    of levels under the root. Raises NotFound when the root existed on neither day.
    """
    then, now = _under(register, since, until, root, depth)
    walk = crosswalk(register, since, until).pairs
    olds = {one.old.iri for one in walk if one.old.iri in then or (one.new and one.new.iri in now)}
    # All that became of a unit is told, also what went outside the root.
    pairs = [one for one in walk if one.old.iri in olds]
    drawn = [one for one in pairs if whole or one.relation != _QUIET]
    reached = {one.new.iri for one in pairs if one.new}
    fresh = [iri for iri in now if iri not in reached and not register.on(since, iri, RDF.type)]
    # A unit that went on and also handed something over stands on the second day too.
    kept = [one for one in pairs if one.relation == _QUIET and one not in drawn and _joined(one, drawn)]
    told = (*drawn, *kept)
    before = dict.fromkeys(one.old.iri for one in told)
    news = dict.fromkeys([*(one.new.iri for one in told if one.new), *fresh])
    return Transition(
        since=since,
        until=until,
        known=register.known,
        dataset=register.dataset,
        root=named(register, root, until),
        before=tuple(_stop(register, iri, since) for iri in before),
        after=tuple(_stop(register, iri, until) for iri in news),
        pairs=tuple(sorted(told, key=_order)),
        left_out=len(pairs) - len(told),
    )


def _joined(one: Pair, drawn: Iterable[Pair]) -> bool:
    ends = {end.iri for pair in drawn for end in (pair.old, pair.new) if end}
    return one.old.iri in ends


def _order(one: Pair) -> tuple[str, str]:
    return one.old.label.casefold(), one.new.label.casefold() if one.new else ""


def _under(
    register: Register, since: date, until: date, root: str, depth: int | None
) -> tuple[dict[str, None], dict[str, None]]:
    """Return the units under a root on both days; those without a place too, under the top."""
    found: list[dict[str, None]] = []
    absent: list[NotFound] = []
    for day in (since, until):
        try:
            view = as_of(register, day, root=root, depth=depth)
        except NotFound as error:
            absent.append(error)
            found.append({})
            continue
        units = [node.iri for _, node in view.root.walk() if kind(node.iri) == "unit"]
        loose = [one.iri for one in view.unplaced] if root == register.top and depth is None else []
        found.append(dict.fromkeys([*units, *loose]))
    if len(absent) == 2:
        raise absent[0]
    return found[0], found[1]


def _stop(register: Register, iri: str, day: date) -> Stop:
    tree = Tree(register, day)
    existence, place = tree.existence(iri), tree.place(iri)
    above = place[0].object if place and isinstance(place[0].object, str) else None
    return Stop(
        thing=named(register, iri, day),
        kind=kind_of(register, iri),
        behind=behind(register, iri, day),
        place=named(register, above, day) if above else None,
        certainty=existence[1] if existence else Certainty.NO,
    )
