"""A unit, organ or organisation that was found: what it is and does on a day."""

from collections.abc import Iterable, Sequence
from datetime import date

from organograaf import words
from organograaf.changes import Transfer
from organograaf.difference.events import named
from organograaf.doing import Doing, Finding
from organograaf.organogram.detail import evidence, posts
from organograaf.organogram.doubt import doubt
from organograaf.organogram.reach import DEFAULT_REACH, years
from organograaf.organogram.tree import Tree
from organograaf.period import Certainty
from organograaf.register import Register
from organograaf.responsibility import doings as all_doings
from organograaf.responsibility import transfers
from organograaf.responsibility.doings import Doings
from organograaf.responsibility.phrases import LANGS, say, word
from organograaf.responsibility.pieces import Pieces, listed, marked, sentences, shortly
from organograaf.responsibility.standing import standing
from organograaf.responsibility.tell import went_over
from organograaf.responsibility.time import nearest
from organograaf.view import Holder, Named, PostLine
from organograaf.vocab import ORG, RDF, kind

_MOST_TASKS = 8
_MOST_TOLD = 4


def of_body(register: Register, iri: str, on: date) -> Finding:
    """Return what a unit, organ or organisation is and does on a day, and where it came from or went."""
    does, moved = all_doings.of_body(register, iri, on), transfers.of_body(register, iri)
    lives = register.about(iri, RDF.type)
    own = evidence(register, [fact for spell in lives for fact in spell.facts])
    more = {line for one in does.now for line in one.evidence}
    more |= {line for one in moved for line in one.evidence}
    more -= set(own)
    return Finding(
        thing=named(register, iri, on),
        kind=kind(iri) or "",
        now=does.now,
        remote=does.remote,
        before=does.before,
        after=does.after,
        transfers=moved,
        told=tuple((lang, _told(register, iri, on, does, moved, lang)) for lang in LANGS),
        evidence=(*own, *sorted(more, key=lambda e: (e.source, e.locator, e.phrase, e.reasoning or ""))),
        known_on=None if register.on(on, iri, RDF.type) else nearest(lives, on),
    )


def _told(
    register: Register, iri: str, on: date, does: Doings, moved: Sequence[Transfer], lang: str
) -> Pieces:
    return sentences(
        (
            _being(register, iri, on, lang),
            _head(register, iri, on, lang),
            tasks("tasks", [one for one in does.now if one.relation != "decidedBy"], lang),
            tasks("decides on", [one for one in does.now if one.relation == "decidedBy"], lang),
            *went_over(moved, lang)[:_MOST_TOLD],
        )
    )


def _being(register: Register, iri: str, on: date, lang: str) -> Pieces:
    thing, day = named(register, iri, on), words.day(on, lang)
    existence = Tree(register, on).existence(iri)
    if existence is None:
        lives = [dict(words.period(spell.period))[lang] for spell in register.about(iri, RDF.type)]
        return say("absent", lang, thing=thing, day=day, lives="; ".join(lives))
    spell, certainty = existence
    if certainty is Certainty.POSSIBLE:
        return say("may exist", lang, thing=thing, day=day, why=shortly(doubt(spell.period, on), lang))
    where = standing(register, iri, on)
    others = [one for one in where.carriers if one.iri != iri]
    carriers = say("carriers", lang, carriers=listed(others, lang)) if others else ()
    if not where.path:
        return say("existed", lang, thing=thing, day=day, carriers=carriers)
    return say(
        "unit",
        lang,
        day=day,
        is_=word("is_", lang, present=on >= register.latest_day),
        thing=thing,
        type=_kind(register, iri, on, lang),
        under=say("under", lang, above=where.path[-1]),
        carriers=carriers,
    )


def _kind(register: Register, iri: str, on: date, lang: str) -> str:
    for spell, _ in register.on(on, iri, ORG.classification):
        return word("a", lang, kind=register.label(str(spell.object), lang=lang))
    return word("part", lang)


def _head(register: Register, iri: str, on: date, lang: str) -> Pieces:
    held = [
        say("held", lang, who=_named(holder), post=_named(post))
        for post in posts(register, on, iri, years(DEFAULT_REACH))
        for holder in post.holders
        if post.leads and holder.certainty is Certainty.CERTAIN
    ]
    return say("led", lang, who=listed(held, lang)) if held else ()


def _named(thing: PostLine | Holder) -> Named:
    return Named(thing.iri, thing.slug, thing.label)


def tasks(key: str, doings: Iterable[Doing], lang: str) -> Pieces:
    """Return the tasks of a body, each once: what is certain first, then by name."""
    once = {one.task.iri: one for one in reversed(list(doings))}
    ordered = sorted(
        once.values(),
        key=lambda one: (one.certainty is not Certainty.CERTAIN, one.task.label.casefold()),
    )
    told = [marked(one.task, one.certainty, "", one.basis, lang) for one in ordered]
    return say(key, lang, tasks=listed(told, lang, _MOST_TASKS)) if told else ()
