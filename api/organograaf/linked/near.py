"""Whether a thing is known, and which known things have a name like it."""

from difflib import get_close_matches
from itertools import chain
from typing import Final

from organograaf.errors import NotFound
from organograaf.register import Register
from organograaf.vocab import ID, iri, kind, slug

_SHOWN: Final = 60
_LONGEST: Final = 80
_MANY: Final = 1500


def find(register: Register, kind_: str, slug_: str) -> str:
    """Return the IRI of a thing. Raises NotFound that names the things most like it."""
    wanted = iri(kind_, slug_)
    if wanted in register.nodes or register.mentions(wanted):
        return wanted
    shown = f"{kind_}/{slug_}"[:_SHOWN]
    near = _near(register, kind_, slug_)
    if not near:
        raise NotFound(
            f"Van «{shown}» is hier niets bekend. Zoek het op de startpagina.",
            f"Nothing is known here of “{shown}”. Search for it on the front page.",
        )
    raise NotFound(
        f"Van «{shown}» is hier niets bekend. Bedoelde u {' of '.join(near)}?",
        f"Nothing is known here of “{shown}”. Did you mean {' or '.join(near)}?",
    )


def _near(register: Register, kind_: str, slug_: str) -> list[str]:
    things = {iri_ for iri_ in register.nodes if iri_.startswith(ID)} | {f.subject for f in register.facts}
    by_kind: dict[str, list[str]] = {}
    for thing in sorted(things):
        by_kind.setdefault(kind(thing) or "", []).append(slug(thing))
    slug_ = slug_[:_LONGEST]
    if kind_ not in by_kind:
        elsewhere = [f"{other}/{slug_}" for other, slugs in by_kind.items() if slug_ in slugs]
        return elsewhere or [f"{one}/…" for one in get_close_matches(kind_[:_LONGEST], by_kind, n=3)]
    slugs = by_kind[kind_]
    if len(slugs) > _MANY:
        slugs = [one for one in slugs if one.startswith(slug_[:3])]
    close = (f"{kind_}/{one}" for one in get_close_matches(slug_, slugs, n=3))
    same = (f"{other}/{slug_}" for other, others in by_kind.items() if slug_ in others)
    return list(chain(same, close))[:3]
