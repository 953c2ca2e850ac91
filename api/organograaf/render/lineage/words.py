"""The words of a lineage in pictures and texts, in Dutch and English."""

from collections.abc import Sequence
from typing import Final

from organograaf.changes import Transfer
from organograaf.descent import Kin, Lineage
from organograaf.words import day, roughly

_WORDS: Final[dict[str, tuple[str, str]]] = {
    "title": ("Waar {0} vandaan kwam en naartoe ging", "Where {0} came from and went to"),
    "office": (
        "Het ambt {0}: wat eraan voorafging, wie het had, waarin het overging",
        "The office {0}: what preceded it, who held it, what it passed into",
    ),
    "task": ("Wie de taak «{0}» had, door de tijd", "Who had the task “{0}”, over time"),
    "known": ("zoals bekend op {0}", "as known on {0}"),
    "dataset": ("Gegevens: {0}", "Data: {0}"),
    "sources": ("Bronnen: {0}", "Sources: {0}"),
    "source": ("bron {0}", "source {0}"),
    "several": ("bronnen {0}", "sources {0}"),
    "before": ("Waar het vandaan kwam", "Where it came from"),
    "after": ("Waar het naartoe ging", "Where it went"),
    "had": ("Wie de taak had", "Who had the task"),
    "passed": ("Hoe ze overging", "How it passed on"),
    "near": ("Ruimere en engere taken", "Broader and narrower tasks"),
    "nothing before": ("geen voorloper in onze bronnen", "no predecessor in our sources"),
    "nothing after": ("geen opvolger in onze bronnen", "no successor in our sources"),
    "nothing passed": (
        "Geen bron zegt hoe de taak van de een naar de ander ging.",
        "No source says how the task passed from one to the other.",
    ),
    "seen": ("zie hoger", "see above"),
    "ring": ("een kring: {0} staat al op deze lijn", "a ring: {0} is already on this line"),
    "stated": ("staat in de bron", "stated by the source"),
    "inferred": ("door ons afgeleid", "inferred by us"),
    "more": ("… en nog {0}", "… and {0} more"),
    "undated": ("datum niet bekend", "date not known"),
    "self": ("waar het om gaat", "what is asked about"),
    "arrow stated": ("overgang die een bron noemt", "transfer that a source states"),
    "arrow inferred": ("overgang door ons afgeleid", "transfer inferred by us"),
    "whole": ("alles", "everything"),
    "most": ("het meeste", "most of it"),
    "part": ("een deel", "part of it"),
    "unknown": ("aandeel niet bekend", "share not known"),
    "office part": ("deels", "partly"),
}


_KINDS: Final = (("/id/task/", "task"), ("/id/post/", "office"))


def word(key: str, lang: str, *parts: str) -> str:
    """Return a word or sentence in `lang` ("nl" or "en"), its gaps filled with `parts`."""
    return _WORDS[key][lang == "en"].format(*parts)


def title(view: Lineage, lang: str) -> str:
    """Return the title of a lineage."""
    kind = next((key for part, key in _KINDS if part in view.thing.iri), "title")
    return word(kind, lang, view.thing.label)


def told(view: Lineage, lang: str) -> str:
    """Return the sentence on the whole, and by when it was known."""
    known = f" ({word('known', lang, day(view.known, lang))})" if view.known else ""
    return dict(view.told)[lang] + known


def share(one: Transfer, lang: str) -> str:
    """Return how much went, in the words of the source when it has some.

    Nothing for a whole office, or for a task of which that is not known.
    """
    if one.wording and lang == "nl":
        return f"«{one.wording}»"
    if "/id/post/" in one.old.iri:
        return word("office part", lang) if one.share == "part" else ""
    return "" if one.share == "unknown" and one.tasks else word(one.share, lang)


def when(one: Transfer, lang: str) -> str:
    """Return the day of a transfer in words."""
    return roughly(one.moment, lang) if one.moment else word("undated", lang)


def sources(numbers: Sequence[str], lang: str) -> str:
    """Return «bron 001», or nothing when there is none."""
    return word("several" if len(numbers) > 1 else "source", lang, ", ".join(numbers)) if numbers else ""


def life(one: Kin, lang: str) -> list[str]:
    """Return the kind of a thing and its life, a line each."""
    return [dict(one.kind)[lang], *(dict(words)[lang] for words in one.when)]


def terms(one: Kin, lang: str) -> list[str]:
    """Return its names, holders or how it had a task, a line each."""
    return [f"{dict(term.what)[lang]}: {dict(term.when)[lang]}" for term in one.terms]


def notes(view: Lineage, lang: str) -> list[str]:
    """Return the data set and the sources, a phrase each."""
    found = [word("dataset", lang, view.dataset)]
    return found + ([word("sources", lang, ", ".join(view.sources))] if view.sources else [])
