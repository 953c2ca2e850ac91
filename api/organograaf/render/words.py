"""The words of pictures and tables, in Dutch and English."""

from datetime import date
from typing import Final

from organograaf.period import MAX, MIN, ONE_DAY, Certainty, Moment
from organograaf.view import Holder, Node, Organogram, PostLine, StatedCount, TaskLine
from organograaf.words import day

_WORDS: Final[dict[str, tuple[str, str]]] = {
    "title": ("Organogram {0} — toestand op {1}", "Organisation chart of {0} — situation on {1}"),
    "compared": ("{0}: wat veranderde tussen {1} en {2}", "{0}: what changed between {1} and {2}"),
    "grey": (
        "Grijs is ongewijzigd; wat alleen mee verhuisde, is niet gemerkt",
        "Grey is unchanged; what only moved along is not marked",
    ),
    "gone": ("Bestaan niet meer op {0}", "No longer exist on {0}"),
    "tone same": ("ongewijzigd", "unchanged"),
    "tone new": ("nieuw", "new"),
    "tone moved": ("verplaatst", "moved"),
    "tone renamed": ("andere naam", "renamed"),
    "tone changed": ("andere drager, taak of houder", "another carrier, task or holder"),
    "tone gone": ("bestaat niet meer", "no longer exists"),
    "same": ("Deze toestand geldt {0}", "This situation holds {0}"),
    "from": ("vanaf {0}", "from {0}"),
    "until": ("t.e.m. {0}", "up to and including {0}"),
    "always": ("voor alle dagen waarvan we weten", "on every day that we know of"),
    "known": ("zoals bekend op {0}", "as known on {0}"),
    "only certain": ("alleen wat zeker is", "only what is certain"),
    "unconfirmed": (
        "zonder {0} eenheden die voor deze dag niet bevestigd zijn",
        "without {0} units that are not confirmed for this day",
    ),
    "beyond": (
        "zonder {0} eenheden die enkel meer dan {1} jaar eerder of later bevestigd zijn",
        "without {0} units that are confirmed only more than {1} years before or after",
    ),
    "unconfirmed one": (
        "zonder {0} eenheid die voor deze dag niet bevestigd is",
        "without {0} unit that is not confirmed for this day",
    ),
    "beyond one": (
        "zonder {0} eenheid die enkel meer dan {1} jaar eerder of later bevestigd is",
        "without {0} unit that is confirmed only more than {1} years before or after",
    ),
    "sources": ("Bronnen: {0}", "Sources: {0}"),
    "dataset": ("Gegevens: {0}", "Data: {0}"),
    "page": ("blz. {0}", "p. {0}"),
    "page of": ("blz. {0}/{1}", "page {0}/{1}"),
    "persons": ("Rechtspersonen", "Legal persons"),
    "shared": ("Gemeenschappelijk: rechtstreeks onder {0}", "Shared: directly under {0}"),
    "direct": ("Rechtstreeks onder {0}", "Directly under {0}"),
    "unplaced": (
        "Plaats in het organogram op deze dag niet bekend",
        "Place in the organisation chart not known on this day",
    ),
    "tasks": ("Taken", "Tasks"),
    "tasks of": ("Taken van {0}", "Tasks of {0}"),
    "again": ("{0} (vervolg)", "{0} (continued)"),
    "vacant": ("vacant", "vacant"),
    "acting": ("wnd.", "acting"),
    "honorary": ("ere", "honorary"),
    "unnamed": ("niet genoemd in onze bronnen", "not named in our sources"),
    "possible": ("mogelijk", "possible"),
    "certain": ("zeker", "certain"),
    "no": ("nee", "no"),
    "count": ("{0} {1}, niet bij naam genoemd", "{0} {1}, not named"),
    "unsure": ("niet zeker op deze dag", "not certain on this day"),
    "overview": ("Overzicht", "Overview"),
    "city": ("van of voor de stad", "of or for the city"),
    "ocmw": ("van of voor het OCMW", "of or for the OCMW"),
    "shared tone": ("van of voor stad en OCMW samen", "of or for city and OCMW together"),
    "other": ("van of voor een andere organisatie", "of or for another organisation"),
    "unknown": ("rechtspersoon niet genoemd", "legal person not named"),
    "mark": (
        "de letter staat waar ze verschilt van de eenheid erboven",
        "a letter stands where it differs from the unit above",
    ),
    "dashed": (
        "niet zeker op deze dag (zonder uitleg: om dezelfde reden als de eenheid erboven)",
        "not certain on this day (unexplained: for the same reason as the unit above)",
    ),
    "inferred": ("plaats door ons afgeleid", "place inferred by us"),
    "task": ("taak, geen eenheid", "a task, not a unit"),
}

_PLURALS: Final = {
    "afdeling": "afdelingen",
    "dienst": "diensten",
    "stafdienst": "stafdiensten",
    "departement": "departementen",
    "bedrijfseenheid": "bedrijfseenheden",
    "project": "projecten",
    "loket": "loketten",
    "museum": "musea",
    "netwerk": "netwerken",
    "sociaal centrum": "sociale centra",
    "sociaal-centrum": "sociale centra",
    "stedelijke dienst": "stedelijke diensten",
}


def word(key: str, lang: str, *parts: str) -> str:
    """Return a word or sentence in `lang` ("nl" or "en"), its gaps filled with `parts`."""
    return _WORDS[key][lang == "en"].format(*parts)


def title(view: Organogram, lang: str) -> str:
    """Return the title of the picture, with the day in words; both days in a comparison."""
    if view.compared:
        return word("compared", lang, view.title, day(view.compared.since, lang), day(view.on, lang))
    return word("title", lang, view.title, day(view.on, lang))


def subtitle(view: Organogram, lang: str) -> str:
    """Return the stretch of days for which it holds, by when it was known, and what was left out."""
    parts = []
    if view.since:
        parts.append(word("from", lang, day(view.since, lang)))
    if view.until:
        parts.append(word("until", lang, day(view.until - ONE_DAY, lang)))
    stretch = word("same", lang, " ".join(parts) or word("always", lang))
    if view.compared:
        stretch = word("grey", lang)
    notes = [word("known", lang, day(view.known, lang))] if view.known else []
    notes += [word("only certain", lang)] if view.only_certain else []
    if view.beyond:
        key = ("beyond" if view.reach else "unconfirmed") + (" one" if view.beyond == 1 else "")
        notes.append(word(key, lang, str(view.beyond), str(view.reach)))
    return " · ".join([stretch, *notes])


def name(node: Node) -> str:
    """Return the name of a unit with its abbreviation, unless the name has it."""
    label = node.label.strip() or node.slug
    missing = node.abbreviation and node.abbreviation not in label
    return f"{label} ({node.abbreviation})" if missing else label


def holder(one: Holder, lang: str, sure: bool = True) -> str:
    """Return a holder: name, «wnd.» or «ere», and «mogelijk» when that adds something."""
    notes = [word(one.capacity, lang)] if one.capacity in ("acting", "honorary") else []
    if sure and one.certainty is Certainty.POSSIBLE:
        notes.append(word("possible", lang))
    return f"{one.label} ({', '.join(notes)})" if notes else one.label


def post(line: PostLine, lang: str, sure: bool = True) -> str:
    """Return a post with its holders: «Directeur: An Smets (wnd.)», «Directeur: vacant»."""
    if line.holders:
        who = ", ".join(holder(one, lang, sure) for one in line.holders)
    else:
        who = word("vacant" if line.vacant else "unnamed", lang)
    unsure = sure and line.certainty is Certainty.POSSIBLE
    return f"{line.label}{' (' + word('possible', lang) + ')' if unsure else ''}: {who}"


def task(line: TaskLine, lang: str, sure: bool = True) -> str:
    """Return a task, with «mogelijk» when its unit is certain and it is not."""
    unsure = sure and line.certainty is Certainty.POSSIBLE
    return f"{line.label} ({word('possible', lang)})" if unsure else line.label


def count(stated: StatedCount, lang: str) -> str:
    """Return a stated count: «4 afdelingen, niet bij naam genoemd»."""
    kind = stated.kind if stated.number == 1 else _PLURALS.get(stated.kind, stated.kind)
    return word("count", lang, str(stated.number), kind)


def bounds(moment: Moment | None) -> tuple[date | None, date | None]:
    """Return the earliest and latest day of a moment; None where it is not known."""
    if moment is None:
        return None, None
    return (
        None if moment.earliest == MIN else moment.earliest,
        None if moment.latest == MAX else moment.latest,
    )
