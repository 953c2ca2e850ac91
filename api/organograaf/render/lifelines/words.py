"""The words of lifelines, in Dutch and English."""

from typing import Final

from organograaf.changes import EventLine
from organograaf.period import ONE_DAY
from organograaf.spans import Lifelines
from organograaf.words import day, roughly

_WORDS: Final[dict[str, tuple[str, str]]] = {
    "title": ("{0}, van {1} t.e.m. {2}", "{0}, from {1} up to and including {2}"),
    "reading": (
        "Vol is bevestigd; gearceerd ligt begin of einde ergens in dat stuk; blokjes: daarbuiten niet bekend",
        "Solid is confirmed; hatched: it began or ended somewhere there; squares: not known beyond",
    ),
    "undated": (
        "{0} overgangen zonder bekende dag staan er niet op",
        "{0} transfers without a known day are left out",
    ),
    "apart": (
        "{0} overgangen tussen bladzijden staan er niet op",
        "{0} transfers between pages are left out",
    ),
    "known": ("zoals bekend op {0}", "as known on {0}"),
    "nothing": (
        "Niets bestond in deze tijd, voor zover bekend.",
        "Nothing existed in this time, as far as known.",
    ),
    "dataset": ("Gegevens: {0}", "Data: {0}"),
    "sources": ("Bronnen: {0}", "Sources: {0}"),
    "certain": ("bevestigd", "confirmed"),
    "inferred": ("bevestigd, door ons afgeleid", "confirmed, inferred by us"),
    "possible": ("begin of einde ligt ergens hier", "began or ended somewhere here"),
    "open": ("begin of einde niet bekend", "start or end not known"),
    "arrow stated": ("overgang die een bron noemt", "transfer that a source states"),
    "arrow inferred": ("overgang door ons afgeleid", "transfer inferred by us"),
    "event": (
        "gebeurtenis; de streep toont hoe onzeker de dag is",
        "event; the line shows how uncertain its day is",
    ),
    "events": ("Gebeurtenissen", "Events"),
    "act": ("besluit {0}", "act {0}"),
    "source": ("bron {0}", "source {0}"),
    "several": ("bronnen {0}", "sources {0}"),
}


def word(key: str, lang: str, *parts: str) -> str:
    """Return a word or sentence in `lang` ("nl" or "en"), its gaps filled with `parts`."""
    return _WORDS[key][lang == "en"].format(*parts)


def title(view: Lifelines, lang: str) -> str:
    """Return the title with both days in words."""
    last = view.until - ONE_DAY
    return word("title", lang, dict(view.title)[lang], day(view.since, lang), day(last, lang))


def subtitle(view: Lifelines, lang: str, apart: int = 0) -> str:
    """Return how to read it, and what cannot be drawn."""
    parts = [word("reading", lang)] if view.lines else [word("nothing", lang)]
    parts += [word("undated", lang, str(len(view.undated)))] if view.undated else []
    parts += [word("apart", lang, str(apart))] if apart else []
    parts += [word("known", lang, day(view.known, lang))] if view.known else []
    return " · ".join(parts)


def notes(view: Lifelines, lang: str) -> list[str]:
    """Return the data set and the sources, a phrase each."""
    found = [word("dataset", lang, view.dataset)]
    return found + ([word("sources", lang, ", ".join(view.sources))] if view.sources else [])


def event(one: EventLine, lang: str) -> str:
    """Return an event with its day, act and sources."""
    when = roughly(one.moment, lang) if one.moment else ""
    notes_ = [word("act", lang, one.act)] if one.act else []
    if one.sources:
        notes_.append(word("several" if len(one.sources) > 1 else "source", lang, ", ".join(one.sources)))
    return f"{when}: {one.label}" + (f" ({'; '.join(notes_)})" if notes_ else "")
