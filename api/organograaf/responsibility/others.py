"""An event, law or source that was found, told in one paragraph."""

from collections.abc import Callable
from datetime import date

from organograaf import words
from organograaf.difference.events import event_line, named
from organograaf.doing import Finding, Told
from organograaf.model import Spell
from organograaf.organogram.detail import evidence
from organograaf.organogram.doubt import doubt
from organograaf.period import Certainty
from organograaf.register import Register
from organograaf.responsibility.phrases import LANGS, say, word
from organograaf.responsibility.pieces import Pieces, listed, marked, sentences, shortly
from organograaf.view import Named
from organograaf.vocab import CV, ELI, kind

_MOST_RESTING = 10


def _per_language(tell: Callable[[str], Pieces]) -> Told:
    return tuple((lang, tell(lang)) for lang in LANGS)


def of_event(register: Register, iri: str, on: date) -> Finding:
    """Return when an event took place, by which act and for whom."""
    line, what = event_line(register, iri), named(register, iri)
    things = tuple(dict.fromkeys((*line.original, *line.resulting))) if line else ()

    def tell(lang: str) -> Pieces:
        act = say("act", lang, act=line.act) if line and line.act else ()
        when = words.moment(line.moment, lang) if line and line.moment else word("undated", lang)
        parties = say("parties", lang, things=listed(things, lang)) if things else ()
        return sentences((say("event", lang, what=what, when=when, act=act), parties))

    facts = [fact for fact in register.facts if fact.subject == iri]
    return Finding(thing=what, kind="event", told=_per_language(tell), evidence=evidence(register, facts))


def of_law(register: Register, iri: str, on: date) -> Finding:
    """Return the tasks and bodies that rest on a law, or on an article of it, on a day."""
    resting: dict[str, Spell] = {}
    for law in (iri, *register.plainly_to(iri, ELI.is_part_of)):
        for spell, _ in register.to_on(on, law, CV.hasLegalResource):
            resting.setdefault(spell.subject, spell)
    ordered = sorted(resting.values(), key=lambda s: (kind(s.subject) != "task", s.subject))
    law_named, present = named(register, iri), on >= register.latest_day

    def tell(lang: str) -> Pieces:
        day = words.day(on, lang)
        if not ordered:
            return say("law alone", lang, law=law_named, day=day)
        things = listed([_resting(register, spell, on, lang) for spell in ordered], lang, _MOST_RESTING)
        rests = word("rests", lang, present=present)
        return say("law", lang, law=law_named, day=day, things=things, rests=rests)

    facts = [fact for spell in ordered for fact in spell.facts]
    return Finding(thing=law_named, kind="law", told=_per_language(tell), evidence=evidence(register, facts))


def _resting(register: Register, spell: Spell, on: date, lang: str) -> Pieces:
    certainty = spell.period.on(on)
    why = shortly(doubt(spell.period, on), lang) if certainty is Certainty.POSSIBLE else ""
    return marked(named(register, spell.subject, on), certainty, why, spell.basis, lang)


def of_source(register: Register, iri: str, on: date) -> Finding:
    """Return a source by its number, title and publisher."""
    source = register.sources[iri]
    thing = Named(iri, source.number, source.title)
    by = f" ({source.publisher})" if source.publisher else ""
    return Finding(
        thing=thing,
        kind="source",
        told=_per_language(lambda lang: say("source", lang, number=source.number, title=thing, publisher=by)),
    )
