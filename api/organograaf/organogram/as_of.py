"""The organogram of one day: a pure function of a register, a root and a day."""

from dataclasses import replace
from datetime import date

from organograaf import words
from organograaf.errors import NotFound
from organograaf.organogram.lasting import everything
from organograaf.organogram.reach import near, within
from organograaf.organogram.tree import KEPT_REACHES, Tree
from organograaf.register import Register
from organograaf.view import Organogram
from organograaf.vocab import RDF, kind, slug


def as_of(
    register: Register, on: date, *, root: str, depth: int | None = None, reach: int | None = None
) -> Organogram:
    """Return the organogram under `root` (an IRI) on a day.

    All that is possible on that day is in it, each with its certainty. `depth` is the
    number of levels under the root; `reach` leaves out what is confirmed only more than
    that many years before or after the day, and counts it. Raises NotFound when the root did not exist then.
    Cost: proportional to the boxes drawn; those that did not change since a day asked before are kept,
    and between two days on which nothing changes the whole is.
    """
    tree = Tree(register, on, reach)
    if depth is not None or reach not in KEPT_REACHES:
        return _made(tree, root, depth)
    key = ("organogram", root, reach, everything(register, reach).stretch(on))
    kept = register.memo.get(key, lambda: _made(tree, root, depth))
    # Days of knowledge between which nothing was recorded share what is kept.
    same = kept.on == on and kept.known == register.known
    return kept if same else replace(kept, on=on, known=register.known)


def _made(tree: Tree, root: str, depth: int | None) -> Organogram:
    register, on, reach = tree.register, tree.on, tree.reach
    existence = tree.existence(root)
    if existence is None:
        raise _absent(register, root, on)
    whole = tree.node(root, existence, None, (), depth, frozenset())
    node = whole if reach is None else within(whole, on, reach)
    entire = kind(root) == "organisation"
    loose = tree.unplaced() if entire else ()
    placed = tuple(named for named, life in loose if near(life.remote(on), reach))
    if entire and reach is not None:
        placed += tree.displaced(whole, node, reach)
    boxes = [box for _, box in node.walk()]
    left_out = 0 if node is whole else sum(1 for _ in whole.walk()) - len(boxes)
    since, until = register.stretch(on)
    return Organogram(
        on=on,
        known=register.known,
        dataset=register.dataset,
        root=node,
        unplaced=placed,
        sources=tuple(sorted({line.source for box in boxes for line in box.evidence})),
        since=since,
        until=until,
        reach=reach,
        beyond=left_out + len(loose) - len(placed),
    )


def _absent(register: Register, root: str, on: date) -> NotFound:
    name = register.label(root)
    lives = register.about(root, RDF.type)
    first = min((s.period.earliest_start for s in lives), default=None)
    last = max((s.period.latest_end for s in lives), default=None)
    bounds = [day for day in (first, last) if day and words.bounded(day)]
    nl = " en ".join(words.day(day) for day in bounds)
    en = " and ".join(words.day(day, "en") for day in bounds)
    return NotFound(
        f"«{name}» bestond niet op {words.day(on)}" + (f"; vraag een dag rond {nl}." if bounds else "."),
        f"“{name}” did not exist on {words.day(on, 'en')}"
        + (f"; ask for a day near {en}." if bounds else "."),
        (slug(root),),
    )
