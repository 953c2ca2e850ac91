"""A post or a person that was found: who holds what on a day, before and after."""

from collections.abc import Callable, Sequence
from datetime import date

from organograaf import words
from organograaf.difference.events import named
from organograaf.doing import Finding
from organograaf.model import Literal, Spell
from organograaf.organogram.detail import evidence
from organograaf.organogram.doubt import doubt
from organograaf.period import Certainty
from organograaf.register import Register
from organograaf.responsibility import doings as all_doings
from organograaf.responsibility.bodies import tasks
from organograaf.responsibility.phrases import LANGS, say, word
from organograaf.responsibility.pieces import Pieces, listed, marked, sentences, shortly
from organograaf.responsibility.time import began, ended, is_near, known_on, nearest
from organograaf.view import Named
from organograaf.vocab import GRAAF, MANDAAT, ORG, RDF, kind, slug

_MOST_TOLD = 4
_MOST_PORTFOLIO = 12


def of_post(register: Register, iri: str, on: date) -> Finding:
    """Return who holds a post on a day, who did before and who does after."""
    spells, does = register.about(iri, ORG.heldBy), all_doings.of_body(register, iri, on)
    facts = [fact for spell in (*register.about(iri, RDF.type), *spells) for fact in spell.facts]
    return Finding(
        thing=named(register, iri, on),
        kind="post",
        now=does.now,
        remote=does.remote,
        before=does.before,
        after=does.after,
        told=tuple(
            (
                lang,
                sentences(
                    (
                        *_held(register, iri, spells, on, lang),
                        tasks("tasks", does.now, lang),
                    )
                ),
            )
            for lang in LANGS
        ),
        evidence=evidence(register, facts),
        known_on=None if _holding(spells, on) else nearest(spells, on),
    )


def of_person(register: Register, iri: str, on: date) -> Finding:
    """Return the posts of a person on a day, before and after."""
    spells = register.to(iri, ORG.heldBy)
    return Finding(
        thing=named(register, iri),
        kind="person",
        told=tuple((lang, sentences(_holds(register, iri, spells, on, lang))) for lang in LANGS),
        evidence=evidence(register, [fact for spell in spells for fact in spell.facts]),
        known_on=None if _holding(spells, on) else nearest(spells, on),
    )


def _holding(spells: Sequence[Spell], on: date) -> list[Spell]:
    """Return the spells that hold on the day or may, and are confirmed near it: certain ones first."""
    held = [s for s in spells if s.period.on(on) is not Certainty.NO and is_near(s.remote(on))]
    return sorted(held, key=lambda s: (s.period.on(on) is not Certainty.CERTAIN, s.remote(on)))


def _held(register: Register, iri: str, spells: Sequence[Spell], on: date, lang: str) -> list[Pieces]:
    present, now = on >= register.latest_day, _holding(spells, on)

    def who(spell: Spell, day: date | None) -> Named:
        return named(register, str(spell.object))

    gaps: dict[str, Pieces | Named | str] = {
        "day": words.day(on, lang),
        "post": named(register, iri, on),
        "at": _at(register, iri, on, lang),
        "is_": word("is_", lang, present=present),
    }
    if now:
        be = word("one" if len(now) == 1 else "more", lang, present=present)
        people = listed([_one(who, spell, on, lang) for spell in now], lang)
        first = say("holder", lang, who=people, be=be, **gaps)
    else:
        first = say("vacant" if _vacant(register, iri, on) else "no holder", lang, **gaps)
    return [first, _portfolio(register, iri, on, lang), *_other_times(who, spells, now, on, lang)]


def _holds(register: Register, iri: str, spells: Sequence[Spell], on: date, lang: str) -> list[Pieces]:
    present, now = on >= register.latest_day, _holding(spells, on)

    def post(spell: Spell, day: date | None) -> Named:
        return named(register, spell.subject, day)

    person, day = named(register, iri), words.day(on, lang)
    if now:
        posts = listed([_one(post, spell, on, lang) for spell in now], lang)
        be = word("one", lang, present=present)
        first = say("holder", lang, day=day, who=person, be=be, post=posts, at=())
    else:
        first = say("no post", lang, day=day, who=person)
    return [first, *_other_times(post, spells, now, on, lang)]


_Who = Callable[[Spell, date | None], Named]


def _one(who: _Who, spell: Spell, on: date, lang: str) -> Pieces:
    certainty = spell.period.on(on)
    why = shortly(doubt(spell.period, on), lang) if certainty is Certainty.POSSIBLE else ""
    return marked(who(spell, on), certainty, why, spell.basis, lang, note=_capacity(spell, lang))


def _other_times(
    who: _Who, spells: Sequence[Spell], now: Sequence[Spell], on: date, lang: str
) -> list[Pieces]:
    """Return who came before and after, and who is confirmed only long before or after the day."""
    found = []
    for key, told in (
        ("before", [(s, ended(s.period, lang)) for s in spells if s.period.latest_end <= on][::-1]),
        ("after", [(s, began(s.period, lang)) for s in spells if s.period.earliest_start > on]),
        ("earlier too" if now else "earlier", _remote(spells, now, on, lang, earlier=True)),
        ("later too" if now else "later", _remote(spells, now, on, lang, earlier=False)),
    ):
        if told:
            parts = [say("then", lang, who=who(s, known_on(s, on)), when=when) for s, when in told]
            found.append(say(key, lang, who=listed(parts, lang, _MOST_TOLD)))
    return found


def _remote(
    spells: Sequence[Spell], now: Sequence[Spell], on: date, lang: str, *, earlier: bool
) -> list[tuple[Spell, str]]:
    found = [(s, known_on(s, on)) for s in spells if s.period.on(on) is not Certainty.NO and s not in now]
    dated = [(s, day) for s, day in found if day and (day < on) is earlier]
    return [(s, words.day(day, lang)) for s, day in sorted(dated, key=lambda pair: abs((pair[1] - on).days))]


def _portfolio(register: Register, iri: str, on: date, lang: str) -> Pieces:
    """Return what a post is competent for on the day, as a source words it."""
    spells = [s for s, _ in register.on(on, iri, MANDAAT.beleidsdomein) if is_near(s.remote(on))]
    wordings = (spell.qualifier(GRAAF.wording) for spell in spells)
    texts = sorted({one.value for one in wordings if isinstance(one, Literal)}, key=str.casefold)
    return say("portfolio", lang, things=listed(texts, lang, _MOST_PORTFOLIO)) if texts else ()


def _at(register: Register, iri: str, on: date, lang: str) -> Pieces:
    places = [s.object for s, _ in register.on(on, iri, ORG.postIn) if isinstance(s.object, str)]
    legal = sorted(p for p in places if kind(p) == "organisation") or sorted(places)
    where = [named(register, place, on) for place in legal]
    return say("at", lang, where=listed(where, lang)) if where else ()


def _vacant(register: Register, iri: str, on: date) -> bool:
    said = (spell.object for spell, _ in register.on(on, iri, GRAAF.vacant))
    return any(isinstance(value, Literal) and value.value == "true" for value in said)


def _capacity(spell: Spell, lang: str) -> str:
    found = spell.qualifier(GRAAF.capacity)
    key = slug(found).lower() if isinstance(found, str) else ""
    return word(key, lang) if key in ("acting", "honorary") else ""
