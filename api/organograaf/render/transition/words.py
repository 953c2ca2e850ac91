"""The words of a transition, in Dutch and English."""

from typing import Final

from organograaf.changes import Pair, Stop, Transition
from organograaf.period import Certainty
from organograaf.words import day, roughly

_WORDS: Final[dict[str, tuple[str, str]]] = {
    "title": (
        "{0}: wat er van de eenheden werd tussen {1} en {2}",
        "{0}: what became of the units between {1} and {2}",
    ),
    "same width": (
        "Alle banden zijn even breed: onze bronnen geven geen aantallen medewerkers",
        "All ribbons are of one width: our sources give no numbers of staff",
    ),
    "left out": (
        "{0} eenheden bleven zoals ze waren en staan er niet op",
        "{0} units stayed as they were and are left out",
    ),
    "known": ("zoals bekend op {0}", "as known on {0}"),
    "nothing": (
        "Tussen deze dagen ging volgens onze bronnen niets over.",
        "Our sources know of nothing that went over between these days.",
    ),
    "dataset": ("Gegevens: {0}", "Data: {0}"),
    "sources": ("Bronnen: {0}", "Sources: {0}"),
    "on": ("Op {0}", "On {0}"),
    "under": ("onder {0}", "under {0}"),
    "nowhere": ("plaats niet bekend", "place not known"),
    "possible": ("mogelijk", "possible"),
    "ended": (
        "bestaat niet meer; geen bron over wat ervan werd",
        "no longer exists; no source on what became of it",
    ),
    "new": ("nieuw; geen bron over waaruit het ontstond", "new; no source on what it came from"),
    "whole": ("alles", "everything"),
    "most": ("het meeste", "most of it"),
    "part": ("een deel", "part of it"),
    "unknown": ("aandeel niet bekend", "share not known"),
    "same": ("blijft", "stays"),
    "renamed": ("andere naam", "renamed"),
    "moved": ("verplaatst", "moved"),
    "stated": ("staat in de bron", "stated by the source"),
    "inferred": ("door ons afgeleid", "inferred by us"),
    "stated flow": ("overgang die een bron noemt", "transfer that a source states"),
    "inferred flow": ("overgang door ons afgeleid", "transfer inferred by us"),
    "quiet": ("dezelfde eenheid: blijft, verplaatst of hernoemd", "the same unit: stays, moved or renamed"),
    "quiet inferred": ("idem, de wijziging door ons afgeleid", "likewise, the change inferred by us"),
    "source": ("bron {0}", "source {0}"),
    "several": ("bronnen {0}", "sources {0}"),
}


def word(key: str, lang: str, *parts: str) -> str:
    """Return a word or sentence in `lang` ("nl" or "en"), its gaps filled with `parts`."""
    return _WORDS[key][lang == "en"].format(*parts)


def title(view: Transition, lang: str) -> str:
    """Return the title with both days in words."""
    return word("title", lang, view.root.label, day(view.since, lang), day(view.until, lang))


def subtitle(view: Transition, lang: str) -> str:
    """Return how to read it, and what was left out."""
    parts = [word("same width", lang)] if view.pairs else [word("nothing", lang)]
    parts += [word("left out", lang, str(view.left_out))] if view.left_out else []
    parts += [word("known", lang, day(view.known, lang))] if view.known else []
    return " · ".join(parts)


def notes(view: Transition, lang: str) -> list[str]:
    """Return the data set and the sources, a phrase each."""
    found = [word("dataset", lang, view.dataset)]
    return found + ([word("sources", lang, ", ".join(view.sources))] if view.sources else [])


def staying(one: Pair) -> bool:
    """Tell whether a pair is one unit that goes on."""
    return one.new is not None and one.new.iri == one.old.iri


def on_ribbon(one: Pair, lang: str) -> str:
    """Return the word on a ribbon: what went, as the source puts it; of what stays, how."""
    if staying(one):
        told = (
            word(one.relation, lang) if one.relation in ("same", "renamed", "moved") else word("same", lang)
        )
    elif one.wording and lang == "nl":
        told = f"«{one.wording}»"
    else:
        told = word(one.share or "unknown", lang)
    parts = [told, roughly(one.moment, lang) if one.moment else "", sources(one, lang)]
    return " · ".join(part for part in parts if part)


def sources(one: Pair, lang: str) -> str:
    """Return «bron 001», or nothing when there is none."""
    return (
        word("several" if len(one.sources) > 1 else "source", lang, ", ".join(one.sources))
        if one.sources
        else ""
    )


def lines(stop: Stop, lang: str, fate: str = "") -> list[str]:
    """Return what stands under the name of a unit: its kind and place, and what no source says."""
    place = word("under", lang, stop.place.label) if stop.place else word("nowhere", lang)
    sure = [word("possible", lang)] if stop.certainty is Certainty.POSSIBLE else []
    first = ", ".join([dict(stop.kind)[lang], place, *sure])
    return [first, word(fate, lang)] if fate else [first]
