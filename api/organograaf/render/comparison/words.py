"""The words of comparisons in pictures and tables, in Dutch and English."""

from typing import Final

from organograaf.changes import Change, ChangeKind, Difference
from organograaf.words import day

_WORDS: Final[dict[str, tuple[str, str]]] = {
    "title": (
        "{0}: wat veranderde tussen {1} en {2}",
        "{0}: what changed between {1} and {2}",
    ),
    "known": ("zoals bekend op {0}", "as known on {0}"),
    "earlier": ("verbeteringen tegenover wat bekend was op {0}", "corrections to what was known on {0}"),
    "nothing": ("Onze bronnen kennen geen verschil.", "Our sources know of no difference."),
    "changes": ("Wat veranderde", "What changed"),
    "certainty": ("Wat zeker werd of onzeker", "What became certain or uncertain"),
    "corrections": ("Wat we nu anders weten", "What we now know otherwise"),
    "events": ("Gebeurtenissen", "Events"),
    "correction": ("verbetering", "correction"),
    "no source": ("geen bron", "no source"),
    "undated": ("datum niet bekend", "date not known"),
    "decided": ("besloten op {0}", "decided on {0}"),
    "planned": ("plan", "plan"),
    "dataset": ("Gegevens: {0}", "Data: {0}"),
    "sources": ("Bronnen: {0}", "Sources: {0}"),
    "crosswalk": ("Concordantie van {0} naar {1}", "Crosswalk from {0} to {1}"),
    "appeared": ("nieuw", "new"),
    "disappeared": ("bestaat niet meer", "no longer exists"),
    "renamed": ("andere naam", "renamed"),
    "moved": ("verplaatst", "moved"),
    "carrier": ("andere drager", "another carrier"),
    "task": ("taak verlegd", "task moved"),
    "post": ("ambt", "post"),
    "holder": ("andere houder", "another holder"),
    "surer": ("werd zeker", "became certain"),
    "less sure": ("werd mogelijk", "became only possible"),
    "relation same": ("dezelfde", "same"),
    "relation renamed": ("hernoemd", "renamed"),
    "relation moved": ("verplaatst", "moved"),
    "relation merged": ("samengevoegd", "merged"),
    "relation split": ("gesplitst", "split"),
    "relation absorbed": ("opgegaan in", "absorbed"),
    "relation continued": ("voortgezet als", "continued as"),
    "relation ended": ("beëindigd", "ended"),
    "whole": ("geheel", "whole"),
    "most": ("grootste deel", "most"),
    "part": ("deel", "part"),
    "unknown": ("niet bekend", "not known"),
    "stated": ("bron", "stated"),
    "inferred": ("afgeleid", "inferred"),
    "certain": ("zeker", "certain"),
    "possible": ("mogelijk", "possible"),
    "no": ("nee", "no"),
}


def word(key: str, lang: str, *parts: str) -> str:
    """Return a word or sentence in `lang` ("nl" or "en"), its gaps filled with `parts`."""
    return _WORDS[key][lang == "en"].format(*parts)


def title(view: Difference, lang: str) -> str:
    """Return the title with both days in words."""
    return word("title", lang, view.root.label, day(view.since, lang), day(view.until, lang))


def kind(change: Change, lang: str) -> str:
    """Return in a word what happened."""
    if change.kind is not ChangeKind.CERTAINTY:
        return word(change.kind.value, lang)
    surer = any(shift.after.value == "certain" for shift in change.shifts)
    return word("surer" if surer else "less sure", lang)


def notes(view: Difference, lang: str) -> list[str]:
    """Return by when it was known, the data set and the sources, a phrase each."""
    found = [word("known", lang, day(view.known, lang))] if view.known else []
    found += [word("earlier", lang, day(view.earlier, lang))] if view.earlier else []
    found.append(word("dataset", lang, view.dataset))
    return found + ([word("sources", lang, ", ".join(view.sources))] if view.sources else [])
