"""The words of the figures per year in tables and the plot, in Dutch and English."""

from typing import Final

from organograaf.figures import Analysis
from organograaf.words import day

_WORDS: Final[dict[str, tuple[str, str]]] = {
    "title": ("{0} in cijfers, {1}-{2}", "{0} in figures, {1}-{2}"),
    "subtitle": (
        "Geteld op 1 juli van elk jaar. Weinig eenheden in een jaar met weinig bronnen zegt iets over de "
        "bronnen, niet over de organisatie.",
        "Counted on 1 July of each year. Few units in a year with few sources says something of the sources, "
        "not of the organisation.",
    ),
    "reach": (
        "wat enkel meer dan {0} jaar eerder of later bevestigd is, telt niet mee",
        "what is confirmed only more than {0} years before or after does not count",
    ),
    "shared of": (
        "«voor meer organisaties» is het deel van de eenheden waarvan een bron zegt voor wie ze werken",
        "“for several organisations” is the part of the units of which a source says for whom they work",
    ),
    "churn of": (
        "een mogelijke verandering kan ook in een ander jaar liggen",
        "a possible change may lie in another year too",
    ),
    "known": ("zoals bekend op {0}", "as known on {0}"),
    "dataset": ("Gegevens: {0}", "Data: {0}"),
    "sheet": ("Cijfers", "Figures"),
    "units": ("eenheden", "units"),
    "no kind": ("soort niet genoemd", "kind not given"),
    "other kinds": ("andere soorten", "other kinds"),
    "year": ("jaar", "year"),
    "depth": ("niveaus", "levels"),
    "mean": ("gemiddeld eronder", "mean span"),
    "most": ("meeste eronder", "largest span"),
    "shared": ("voor meer organisaties", "for several organisations"),
    "told": ("bekend voor wie", "known for whom"),
    "share": ("aandeel voor meer organisaties", "share for several organisations"),
    "appeared": ("nieuw", "new"),
    "disappeared": ("verdwenen", "gone"),
    "renamed": ("hernoemd", "renamed"),
    "moved": ("verplaatst", "moved"),
    "sources": ("bronnen", "sources"),
    "certain": ("zeker", "certain"),
    "possible": ("mogelijk", "possible"),
    "with possible": ("met mogelijke", "with possible"),
    "only possible": (
        "alleen mogelijk: gestreept, leeg of cursief",
        "only possible: dashed, hollow or italic",
    ),
    "panel units": ("Eenheden naar soort", "Units by kind"),
    "panel churn": ("Wat er in het jaar veranderde", "What changed in the year"),
    "panel form": ("Vorm, met wat mogelijk is", "Form, with what is possible"),
    "panel sources": (
        "Bronnen die over deze eenheden in dat jaar iets zeggen",
        "Sources that say something of these units in that year",
    ),
}  # fmt: skip


def word(key: str, lang: str, *parts: object) -> str:
    """Return a word or sentence in `lang` ("nl" or "en"), its gaps filled with `parts`."""
    return _WORDS[key][lang == "en"].format(*parts)


def title(view: Analysis, lang: str) -> str:
    """Return the title with the first and last year."""
    return word("title", lang, view.root.label, view.years[0].year, view.years[-1].year)


def kind(name: str | None, lang: str) -> str:
    """Return a kind of unit in the word of the sources."""
    return name or word("no kind", lang)


def notes(view: Analysis, lang: str) -> list[str]:
    """Return by when it was known, what does not count and the data set, a phrase each."""
    found = [word("known", lang, day(view.known, lang))] if view.known else []
    found += [word("reach", lang, view.reach)] if view.reach is not None else []
    return [
        *found,
        *(word(key, lang) for key in ("shared of", "churn of")),
        word("dataset", lang, view.dataset),
    ]
