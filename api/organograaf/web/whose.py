"""Whose register answers a question: that of the organisation named, or of the thing it is about."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from starlette.requests import Request

from organograaf.errors import NotFound
from organograaf.register import OWN, Listing
from organograaf.store import Registers
from organograaf.store.registers import unchosen
from organograaf.vocab import GRAPH, iri, kind
from organograaf.web.places import PAGES
from organograaf.web.question import Question, shown

# What is the same for all organisations.
_OF_ALL: Final = ("ns", "shapes", "dataset", "downloads", "help")
_KINDS: Final = {
    **{path.strip("/"): (kind,) for kind, path in PAGES.items()},
    "units": OWN,
    "lineage": (*OWN, "task"),
}


def whose(registers: Registers, request: Request, put: Question) -> tuple[Listing, Question]:
    """Return the register that answers, and the question with its organisation named when there are more.

    A thing that the address is about goes before the organisation named: it has one register. What
    several tell of, such as a person, is asked of the one named. Raises Unchosen, NotFound.
    """
    if len(registers.listings) == 1:
        return registers.chosen(put.organisation or ""), replace(put, organisation=None)
    named = registers.chosen(put.organisation) if put.organisation else None
    one = _of_path(registers, request, named) or _of_thing(registers, request, put, named) or named
    one = one or registers.only
    return one, put if one is registers.shared else replace(put, organisation=one.slug)


def _of_path(registers: Registers, request: Request, named: Listing | None) -> Listing | None:
    """Return the register of an address about the whole data set, or about one graph of it."""
    first, _, rest = request.url.path.strip("/").partition("/")
    if first.partition(".")[0] in _OF_ALL:
        return named or registers.shared
    if first == "graph":
        names = {GRAPH + rest, GRAPH + rest.rpartition(".")[0]}
        return next((one for one in registers.listings if names & {*one.graphs}), registers.shared)
    return None


def _of_thing(registers: Registers, request: Request, put: Question, named: Listing | None) -> Listing | None:
    """Return the register that tells of the thing asked about; None when nothing particular is."""
    things = list(_things(request, put))
    telling = registers.telling(things) if things else []
    if len(telling) > 1 and named not in telling and not any(kind(thing) in OWN for thing in things):
        raise unchosen(telling, len(telling))
    if telling or not things:
        return named if named in telling else next(iter(telling), None)
    slug = things[0].rsplit("/", 1)[-1]
    within = [one for one in registers.listings if slug.startswith(one.slug)]
    if named or within:
        return named or max(within, key=lambda one: len(one.slug))
    near = [one.slug for one in registers.near(slug)]
    meant = f" Bedoelde u {', '.join(near)}?" if near else " Kijk de slug na."
    meant_en = f" Did you mean {', '.join(near)}?" if near else " Check the slug."
    raise NotFound(
        f"«{shown(slug)}» is niet bekend.{meant}", f"“{shown(slug)}” is not known.{meant_en}", near
    )


def _things(request: Request, put: Question) -> Iterator[str]:
    """Yield the IRIs of what an address may be about: in its path, else in its query."""
    parts = request.url.path.removeprefix("/api/v1").strip("/").split("/")
    if parts[0] == "timemap":
        parts = parts[2:]
    kinds = _KINDS.get(parts[0], ()) if len(parts) == 2 else ()
    if len(parts) == 3 and parts[0] in ("id", "doc"):
        kinds = (parts[1],)
    if kinds:
        slugs = [parts[-1], parts[-1].rpartition(".")[0]]
    else:
        kinds = OWN
        slugs = [put.root or "", *put.things.split(","), put.carrier or ""]
    yield from (iri(kind, slug.strip()) for slug in slugs if slug.strip() for kind in kinds)
