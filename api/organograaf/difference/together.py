"""What happened to several things at once, told in one sentence."""

from collections.abc import Iterable

from organograaf.changes import Change, ChangeKind, Told
from organograaf.difference.phrases import LANGS, listed, numbered, since
from organograaf.model import Basis

_LOST = {
    "nl": "{names} staan{since} niet meer onder {old}; waar ze nu staan, zeggen onze bronnen niet",
    "en": "{names} have not been under {old}{since}; our sources do not say where they stand now",
}
_INFERRED = {"nl": ", zo leiden wij af", "en": ", we infer"}
_MOST_NAMED = 99


def together(changes: Iterable[Change]) -> tuple[Told, ...]:
    """Return changes as sentences in their order: units that lost one parent at once share one.

    What only grew more or less certain is left out.
    """
    groups: dict[object, list[Change]] = {}
    for one in changes:
        if one.kind is not ChangeKind.CERTAINTY:
            groups.setdefault(_same(one), []).append(one)
    return tuple(_told(tuple(group)) for group in groups.values())


def _same(one: Change) -> object:
    lost = one.kind is ChangeKind.MOVED and one.before and not one.after and not one.along
    return (one.before, one.moment, one.basis, one.act) if lost else one.thing.iri + one.kind.value


def _told(changes: tuple[Change, ...]) -> Told:
    if len(changes) == 1:
        return Told(changes[0].sentence, changes)
    return Told(tuple((lang, _sentence(changes, lang)) for lang in LANGS), changes)


def _sentence(changes: tuple[Change, ...], lang: str) -> str:
    first = changes[0]
    names = listed([one.thing for one in changes], lang, _MOST_NAMED)
    text = _LOST[lang].format(
        names=f"{names[:1].upper()}{names[1:]}",
        old=listed(first.before, lang),
        since=since(first.moment, lang),
    )
    inferred = _INFERRED[lang] if first.basis is Basis.INFERRED else ""
    return text + inferred + numbered(Told((), changes).sources, lang) + "."
