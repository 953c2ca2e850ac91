"""What the radar says of a gap or an overlap, in Dutch and English."""

from collections.abc import Sequence

from organograaf import words
from organograaf.difference.phrases import LANGS, listed, since
from organograaf.model import Literal, Spell
from organograaf.organogram.unit import property_words, shown
from organograaf.period import Certainty, Period
from organograaf.radar.sight import RELATIONS, Sight, Sighting
from organograaf.signals import SignalKind
from organograaf.vocab import GRAAF, RDF

Pairs = tuple[tuple[str, str], ...]

_KNOWN = {
    SignalKind.TASK_DROPPED: (
        "Laatst bij {last}, niet meer{since}. Geen bron zegt wie ze daarna doet",
        "Last with {last}, no longer{since}. No source says who does it after that",
    ),
    SignalKind.TASK_UNANSWERED: (
        "Uitgevoerd door {who}. Geen bron zegt wie verantwoordelijk is",
        "Carried out by {who}. No source says who is responsible",
    ),
    SignalKind.TASK_TWICE_ANSWERED: ("Elk verantwoordelijk: {who}", "Each responsible: {who}"),
    SignalKind.TASK_TWICE_DONE: ("Elk uitvoerder: {who}", "Each carrying it out: {who}"),
    SignalKind.POST_VACANT: (
        "Een bron zegt dat niemand het ambt bekleedt ({vacant})",
        "A source says that nobody holds the post ({vacant})",
    ),
    SignalKind.POST_BETWEEN: (
        "{who}. Geen bron noemt iemand daartussen",
        "{who}. No source names anyone in between",
    ),
    SignalKind.POST_UNNAMED: (
        "Geen bron noemt een houder voor deze dag",
        "No source names a holder for this day",
    ),
    SignalKind.POST_TWICE_HELD: ("{who}", "{who}"),
    SignalKind.UNIT_UNCARRIED: (
        "Geen bron noemt een rechtspersoon die de eenheid draagt, of wat erboven staat",
        "No source names a legal person that carries the unit, or what stands above it",
    ),
    SignalKind.UNIT_UNPLACED: (
        "Geen bron zegt waar de eenheid op deze dag onder staat",
        "No source says what the unit stands under on this day",
    ),
    SignalKind.UNIT_TWICE_PLACED: ("Onder {who}", "Under {who}"),
    SignalKind.UNIT_TWICE_NAMED: ("Heet {who}", "Is called {who}"),
    SignalKind.INTERRUPTED: ("{about}: {when}", "{about}: {when}"),
}
_HELPED = (
    "{who} werkt eraan mee. Geen bron zegt wie verantwoordelijk is, of wie ze uitvoert",
    "{who} contributes to it. No source says who is responsible, or who carries it out",
)
_MAYBE = {
    SignalKind.TASK_TWICE_ANSWERED: (
        "Mogelijk elk verantwoordelijk: {who}",
        "Perhaps each responsible: {who}",
    ),
    SignalKind.TASK_TWICE_DONE: ("Mogelijk elk uitvoerder: {who}", "Perhaps each carrying it out: {who}"),
    SignalKind.POST_TWICE_HELD: ("Mogelijk tegelijk: {who}", "Perhaps at the same time: {who}"),
    SignalKind.UNIT_TWICE_PLACED: ("Mogelijk onder {who}", "Perhaps under {who}"),
    SignalKind.UNIT_TWICE_NAMED: ("Heet mogelijk {who}", "Is perhaps called {who}"),
}
_MORE = {
    "heirs": (
        "Van {0} ging wel iets naar {1}, maar of dat deze taak was, zegt geen bron",
        "Something of {0} did go to {1}, but no source says whether that was this task",
    ),
    "broader": (
        "Voor de ruimere taak «{0}» is dat {1}",
        "For the wider task “{0}” that is {1}",
    ),
    "broader dropped": (
        "De ruimere taak «{0}» is wel van {1}",
        "The wider task “{0}” does lie with {1}",
    ),
    "serves": ("Ze werkt voor {0}", "It works for {0}"),
    "under": ("Dat geldt ook voor wat eronder staat: {0}", "That holds for what stands under it too: {0}"),
    "others": ("Wel genoemd: {0}", "Named at other times: {0}"),
}  # fmt: skip
_SETTLE = {
    SignalKind.TASK_DROPPED: (
        "Een bron die zegt wie de taak overnam, of dat ze ophield",
        "A source that says who took the task over, or that it ended",
    ),
    SignalKind.TASK_UNANSWERED: (
        "Een bron die zegt wie ervoor verantwoordelijk is",
        "A source that says who is responsible for it",
    ),
    SignalKind.TASK_TWICE_ANSWERED: (
        "Een bron die zegt wie waarvoor instaat, of dat ze het samen doen",
        "A source that says who answers for what, or that they do so together",
    ),
    SignalKind.TASK_TWICE_DONE: (
        "Een bron die zegt wie welk deel doet",
        "A source that says who does which part",
    ),
    SignalKind.POST_VACANT: ("Een benoeming", "An appointment"),
    SignalKind.POST_BETWEEN: (
        "Een bron die zegt wie het ambt waarnam, of dat het vacant was",
        "A source that says who acted, or that the post was vacant",
    ),
    SignalKind.POST_UNNAMED: (
        "Een bron die een houder noemt, of zegt dat het ambt vacant is",
        "A source that names a holder, or says that the post is vacant",
    ),
    SignalKind.POST_TWICE_HELD: (
        "Een bron met de dag van de wissel, of dat het ambt door meer mensen bekleed wordt",
        "A source with the day of the change, or that several people hold the post",
    ),
    SignalKind.UNIT_UNCARRIED: (
        "Een bron die zegt welke rechtspersoon het personeel in dienst heeft",
        "A source that says which legal person employs the staff",
    ),
    SignalKind.UNIT_UNPLACED: (
        "Een organogram of besluit dat de eenheid ergens onder zet",
        "A chart or act that puts the unit under another",
    ),
    SignalKind.UNIT_TWICE_PLACED: ("Een bron met de dag van de verhuis", "A source with the day it moved"),
    SignalKind.UNIT_TWICE_NAMED: (
        "Een bron met de dag waarop de naam veranderde",
        "A source with the day on which the name changed",
    ),
    SignalKind.INTERRUPTED: (
        "Een bron die zegt wat er in de tussentijd was",
        "A source that says what was so in the meantime",
    ),
}


def known(sight: Sight, one: Sighting) -> Pairs:
    """Return what the sources do say, per language."""
    return tuple((lang, _known(sight, one, lang)) for lang in LANGS)


def settle(kind: SignalKind) -> Pairs:
    """Return what would settle it, per language."""
    return tuple((lang, f"{text}.") for lang, text in zip(LANGS, _SETTLE[kind], strict=True))


def _known(sight: Sight, one: Sighting, lang: str) -> str:
    spell = one.spells[0] if one.spells else None
    people = tuple(s for s in one.spells if s.predicate != GRAAF.vacant)
    gaps = {
        "last": sight.named(spell.subject).label if spell else "",
        "since": since(one.since, lang),
        "who": listed([_party(sight, s, lang) for s in people], lang, 99),
        "vacant": when(spell.period, lang) if spell else "",
        "about": _about(sight, spell, lang) if spell else "",
        "when": listed([when(s.period, lang) for s in one.spells], lang),
    }
    sentences = [_template(one)[lang == "en"].format(**gaps)]
    sentences += [_more(sight, one, key, names, lang) for key, names in one.extra if names]
    if one.kind in (SignalKind.POST_UNNAMED, SignalKind.POST_VACANT, SignalKind.UNIT_UNPLACED):
        others = [s for s in people if s.predicate != RDF.type]
        if others:
            parties = listed([_party(sight, s, lang) for s in others], lang)
            sentences.append(_MORE["others"][lang == "en"].format(parties))
    return ". ".join(sentences) + "."


def _template(one: Sighting) -> tuple[str, str]:
    if one.kind is SignalKind.TASK_UNANSWERED and one.spells[0].predicate == GRAAF.contributesTo:
        return _HELPED
    if one.certainty is Certainty.POSSIBLE and one.kind in _MAYBE:
        return _MAYBE[one.kind]
    return _KNOWN[one.kind]


def _more(sight: Sight, one: Sighting, key: str, names: Sequence[str], lang: str) -> str:
    found = [sight.named(iri).label for iri in names]
    text = _MORE["broader dropped" if (key, one.kind) == ("broader", SignalKind.TASK_DROPPED) else key]
    if key == "heirs":
        return text[lang == "en"].format(sight.named(one.spells[0].subject).label, listed(found, lang))
    if key == "broader":
        return text[lang == "en"].format(found[0], listed(found[1:], lang))
    return text[lang == "en"].format(listed(found, lang))


def _party(sight: Sight, spell: Spell, lang: str) -> str:
    """Return the other party of a statement with its time: the doer of a task, the holder of a post."""
    doer = spell.predicate in RELATIONS
    name = sight.named(spell.subject).label if doer else _value(sight, spell)
    return f"{name} ({when(spell.period, lang)})"


def _value(sight: Sight, spell: Spell) -> str:
    if isinstance(spell.object, Literal):
        return f"«{spell.object.value}»"
    return sight.register.label(spell.object, sight.on)


def _about(sight: Sight, spell: Spell, lang: str) -> str:
    said = dict(property_words(sight.register, spell.predicate))[lang]
    return f"{said[:1].upper()}{said[1:]} {shown(sight.register, spell.object)}"


def when(period: Period, lang: str) -> str:
    """Return the time of a statement in words."""
    return dict(words.period(period))[lang]
