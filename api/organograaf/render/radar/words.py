"""The words of the radar in tables and texts, in Dutch and English."""

from typing import Final

from organograaf.signals import Radar, Signal
from organograaf.words import day

_WORDS: Final[dict[str, tuple[str, str]]] = {
    "title": ("Gaten en overlappingen op {0}", "Gaps and overlaps on {0}"),
    "under": ("Onder {0}.", "Under {0}."),
    "none": ("Er valt niets te melden.", "There is nothing to report."),
    "count": ("{0} signalen, {1} opzijgelegd met een reden.", "{0} signals, {1} put aside with a reason."),
    "beyond": (
        "{0} eenheden, ambten en taken tellen niet mee: onze bronnen bevestigen ze enkel meer dan {1} jaar "
        "eerder of later.",
        "{0} units, posts and tasks do not count: our sources confirm them only more than {1} years before "
        "or after.",
    ),
    "unconfirmed": (
        "{0} eenheden, ambten en taken tellen niet mee: onze bronnen bevestigen ze niet voor deze dag.",
        "{0} units, posts and tasks do not count: our sources do not confirm them for this day.",
    ),
    "silenced": ("Opzijgelegd, met een reden", "Put aside, with a reason"),
    "reason": ("Reden: {0}", "Reason: {0}"),
    "settle": ("Wat zou helpen: {0}", "What would help: {0}"),
    "question": ("Open vraag: {0}", "Open question: {0}"),
    "sources": ("bronnen {0}", "sources {0}"),
    "source": ("bron {0}", "source {0}"),
    "said": ("volgens bronnen", "by sources"),
    "silent": ("geen bron zegt het", "no source says"),
    "possible": ("mogelijk", "possible"),
    "certain": ("zeker", "certain"),
    "sheet": ("Radar", "Radar"),
    "known": ("zoals bekend op {0}", "as known on {0}"),
    "dataset": ("Gegevens: {0}", "Data: {0}"),
}


def word(key: str, lang: str, *parts: object) -> str:
    """Return a word or sentence in `lang` ("nl" or "en"), its gaps filled with `parts`."""
    return _WORDS[key][lang == "en"].format(*parts)


def title(view: Radar, lang: str) -> str:
    """Return the title with its day in words."""
    return word("title", lang, day(view.on, lang))


def beyond(view: Radar, lang: str) -> str:
    """Return how much does not count and why; empty when all does."""
    if not view.beyond:
        return ""
    return word("beyond" if view.reach else "unconfirmed", lang, view.beyond, view.reach)


def ground(one: Signal, lang: str) -> str:
    """Return whether sources say it, or no source says anything."""
    return word("said" if one.kind.said else "silent", lang)
