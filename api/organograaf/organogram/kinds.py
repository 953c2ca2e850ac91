"""In a word what a thing is."""

from organograaf.register import Register
from organograaf.vocab import ORG, kind

_LANGS = ("nl", "en")
_KINDS = {
    "unit": ("eenheid", "unit"),
    "organisation": ("organisatie", "organisation"),
    "organ": ("bestuursorgaan", "governing body"),
    "post": ("ambt", "office"),
    "task": ("taak", "task"),
}


def kind_of(register: Register, iri: str) -> tuple[tuple[str, str], ...]:
    """Return in a word what a thing is: the source's word for a unit, else our own."""
    found = register.about(iri, ORG.classification)
    if found and isinstance(found[-1].object, str):
        return tuple((lang, register.label(found[-1].object, lang=lang)) for lang in _LANGS)
    return tuple(zip(_LANGS, _KINDS.get(kind(iri) or "", _KINDS["unit"]), strict=True))
