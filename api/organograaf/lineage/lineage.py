"""The lineage of a unit, organisation, organ, office or task: a pure function of a register."""

from dataclasses import replace
from difflib import get_close_matches

from organograaf.changes import Transfer
from organograaf.descent import Kin, Lineage, Side, Step
from organograaf.errors import NotFound
from organograaf.lineage.follow import follow
from organograaf.lineage.kin import in_full, kin
from organograaf.lineage.sentences import of_task, step_sentence, whole
from organograaf.lineage.task import had, handovers, order
from organograaf.organogram.kinds import kind_of
from organograaf.register import Register
from organograaf.view import Named
from organograaf.vocab import SKOS, iri, kind, slug

_LINED = ("organisation", "unit", "organ", "post")


def find(register: Register, slug_: str) -> str:
    """Return the IRI of a unit, organisation, organ, office or task by its slug.

    Raises NotFound, with slugs like it.
    """
    found = register.find(slug_)
    if found and kind(found) in _LINED:
        return found
    task = iri("task", slug_)
    if task in register.plain:
        return task
    tasks = [slug(one) for one in register.plain if kind(one) == "task"]
    near = register.near(slug_) or get_close_matches(slug_[:80], tasks, n=3, cutoff=0.6)
    shown = slug_ if len(slug_) <= 60 else slug_[:59] + "…"
    nl, en = (f" {text} {', '.join(near)}?" if near else "" for text in ("Bedoelde u", "Did you mean"))
    raise NotFound(f"«{shown}» ken ik niet.{nl}", f"I know no “{shown}”.{en}")


def lineage(register: Register, iri_: str) -> Lineage:
    """Return what a thing came from and went to at any remove; of a task, which units had it."""
    return _of_task(register, iri_) if kind(iri_) == "task" else _of_thing(register, iri_)


def _of_thing(register: Register, iri_: str) -> Lineage:
    before, after = follow(register, iri_, back=True), follow(register, iri_, back=False)
    sides = {
        thing: Side.BOTH
        if thing in before.things and thing in after.things
        else (Side.BEFORE if thing in before.things else Side.AFTER)
        for thing in (*before.things, *after.things)
    }
    steps = tuple(dict.fromkeys(_in_full(register, one) for one in (*before.steps, *after.steps)))
    own = kin(register, iri_, Side.SELF)
    return Lineage(
        thing=own.thing,
        kind=own.kind,
        known=register.known,
        latest=register.latest_day,
        dataset=register.dataset,
        kin=(own, *(kin(register, thing, side) for thing, side in sides.items())),
        steps=tuple(Step(transfer=one, sentence=step_sentence(one)) for one in steps),
        told=whole(
            own.thing,
            [one for one in steps if one.new.iri == iri_],
            [one for one in steps if one.old.iri == iri_],
        ),
    )


def _of_task(register: Register, iri_: str) -> Lineage:
    found, steps = had(register, iri_), handovers(register, iri_)
    among = {one.thing.iri for one in found}
    named = (thing for step in steps for thing in (step.transfer.old, step.transfer.new))
    others = dict.fromkeys(thing.iri for thing in named if thing.iri not in among)
    kept: tuple[Kin, ...] = (*found, *(kin(register, iri, Side.HAD) for iri in others))
    thing = in_full(register, iri_)
    return Lineage(
        thing=thing,
        kind=kind_of(register, iri_),
        known=register.known,
        latest=register.latest_day,
        dataset=register.dataset,
        kin=kept,
        steps=steps,
        told=of_task(thing, [one.thing for one in found]),
        near=_near(register, iri_),
        order=order(register, iri_),
    )


def _near(register: Register, task: str) -> tuple[Named, ...]:
    """Return the broader and narrower tasks of a task, broader ones first."""
    broader = [str(one) for one in register.plain.get(task, {}).get(SKOS.broader, ())]
    narrower = [one for one, said in register.plain.items() if task in said.get(SKOS.broader, ())]
    found = sorted(broader), sorted(narrower)
    return tuple(in_full(register, one) for some in found for one in some if kind(one) == "task")


def _in_full(register: Register, one: Transfer) -> Transfer:
    return replace(one, old=in_full(register, one.old.iri), new=in_full(register, one.new.iri))
