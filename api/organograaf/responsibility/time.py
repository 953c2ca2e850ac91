"""When something began or ended, in the few words that fit between brackets."""

from collections.abc import Iterable
from datetime import date

from organograaf import words
from organograaf.changes import Transfer
from organograaf.model import Spell
from organograaf.organogram.reach import DEFAULT_REACH, near, years
from organograaf.period import MAX, MIN, ONE_DAY, Certainty, Moment, Period, between
from organograaf.responsibility.phrases import word

_REACH = years(DEFAULT_REACH)


def is_near(days: int) -> bool:
    """Tell whether what is confirmed so many days off still counts as confirmed near a day."""
    return near(days, _REACH)


def began(period: Period, lang: str) -> str:
    """Return «vanaf 1 juni 2018», «vanaf begin 2018», «uiterlijk vanaf 1 juni 2018»."""
    start = between(period.earliest_start, period.latest_start)
    if start.exact or _early(start, lang):
        return word("from", lang, when=words.roughly(start, lang))
    if period.latest_start < MAX:
        return word("from at latest", lang, when=words.day(period.latest_start, lang))
    return dict(words.period(period))[lang]


def ended(period: Period, lang: str) -> str:
    """Return «t.e.m. 31 mei 2018», «tot begin 2018», «zeker t.e.m. 31 mei 2018»."""
    end = between(period.earliest_end, period.latest_end)
    if end.exact:
        return word("until", lang, when=words.day(end.latest - ONE_DAY, lang))
    if _early(end, lang):
        return word("until early", lang, when=words.roughly(end, lang))
    if period.earliest_end > max(MIN, period.latest_start):
        return word("until at least", lang, when=words.day(period.earliest_end - ONE_DAY, lang))
    return dict(words.period(period))[lang]


def handed(one: Transfer, lang: str) -> str:
    """Return when something went over: «op 1 januari 2009», «begin 2018», «in mei 2015»."""
    if one.moment is None:
        return word("undated", lang)
    if _early(one.moment, lang):
        return words.roughly(one.moment, lang)
    text = words.roughly(one.moment, lang)
    loose = text.startswith(("tussen", "between"))
    return word("on" if one.moment.exact else "somewhere" if loose else "in", lang, when=text)


def known_on(spell: Spell, on: date) -> date | None:
    """Return the day nearest to `on` on which a spell is certain; else one on which it is mentioned.

    None when no source says anything of its time.
    """
    period = spell.period
    if period.latest_start < period.earliest_end:
        return min(max(on, period.latest_start), period.earliest_end - ONE_DAY)
    first, last = spell.mentioned
    if first > last:
        return None
    day = min(max(on, first, period.earliest_start), last, period.latest_end - ONE_DAY)
    return day if period.on(day) is not Certainty.NO else None


def nearest(spells: Iterable[Spell], on: date) -> date | None:
    """Return the day nearest to `on` on which one of the spells is certain or mentioned."""
    days = [day for spell in spells if (day := known_on(spell, on))]
    return min(days, key=lambda day: abs((day - on).days), default=None)


def _early(moment: Moment, lang: str) -> bool:
    return words.roughly(moment, lang).startswith(("begin", "early"))
