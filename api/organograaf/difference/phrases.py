"""Parts of sentences, in Dutch and English."""

from collections.abc import Sequence

from organograaf import words
from organograaf.changes import Change, Transfer
from organograaf.model import Basis
from organograaf.period import Moment
from organograaf.view import Named

LANGS = ("nl", "en")
_MOST_NAMED = 5
_AND = {"nl": "en", "en": "and"}
_MORE = {"nl": "nog {n}", "en": "{n} more"}
_SHARE = {
    "whole": {"nl": "alles", "en": "everything"},
    "most": {"nl": "het meeste", "en": "most of it"},
    "part": {"nl": "een deel", "en": "part of it"},
    "unknown": {"nl": "taken", "en": "tasks"},
}
_INFERRED = {"nl": ", zo leiden wij af,", "en": ", we infer,"}
_PARTLY = {"nl": ", deels door ons afgeleid,", "en": ", partly inferred by us,"}
_SOURCE = {"nl": ("bron", "bronnen"), "en": ("source", "sources")}
_NONE = {"nl": "geen bron", "en": "no source"}
_WHY = {"nl": "onze bronnen zeggen niet waarom", "en": "our sources do not say why"}


def since(moment: Moment | None, lang: str) -> str:
    """Return « sinds 1 juni 2018», or nothing when no day is known."""
    if moment is None:
        return ""
    dated = {"nl": " sinds {0}", "en": " since {0}"}
    vague = {"nl": " sinds een dag {0}", "en": " since a day {0}"}
    told = words.roughly(moment, lang)
    return (vague if told.startswith(("tussen", "between")) else dated)[lang].format(told)


def listed(things: Sequence[Named] | Sequence[str], lang: str, most: int = _MOST_NAMED) -> str:
    """Return «A, B en C»; after `most` names, how many more there are."""
    names = [one if isinstance(one, str) else one.label for one in things]
    if len(names) > most + 1:
        names = [*names[:most], _MORE[lang].format(n=len(names) - most)]
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {_AND[lang]} {names[-1]}"


def inferred(bases: Sequence[Basis], lang: str) -> str:
    """Return «, zo leiden wij af,» for what no source says so, of some or of all."""
    if Basis.INFERRED not in bases:
        return ""
    return (_PARTLY if Basis.STATED in bases else _INFERRED)[lang]


def why(change: Change, lang: str) -> str:
    """Return «; onze bronnen zeggen niet waarom» when nothing explains a change."""
    return "" if change.explained else f"; {_WHY[lang]}"


def sources(change: Change, lang: str) -> str:
    """Return « (bron 001)», or « (geen bron)»."""
    return numbered(change.sources, lang)


def numbered(found: Sequence[str], lang: str) -> str:
    """Return the numbers of sources as « (bronnen 001 en 002)», or « (geen bron)»."""
    if not found:
        return f" ({_NONE[lang]})"
    return f" ({_SOURCE[lang][len(found) > 1]} {listed(found, lang, 99)})"


def share(one: Transfer, lang: str) -> str:
    """Return what went over: in the words of the source when it has some."""
    if one.wording and lang == "nl":
        return f"«{one.wording[:1].lower()}{one.wording[1:]}»"
    return _SHARE.get(one.share, _SHARE["unknown"])[lang]
