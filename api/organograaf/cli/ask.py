"""The commands that ask: organogram, unit, sparql."""

import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from organograaf import graphs, render, share
from organograaf import organogram as views
from organograaf.build import published
from organograaf.cli.console import Lang, Output, checked, put, put_table, save, say
from organograaf.cli.unit_text import unit_text
from organograaf.cli.whose import Organisation, asked, register_of
from organograaf.errors import BadQuestion, NotFound, NotSupported
from organograaf.organogram import DEFAULT_REACH, years
from organograaf.period import question_day
from organograaf.queries.library import library
from organograaf.register import Register
from organograaf.vocab import SNAPSHOT

On = Annotated[str | None, typer.Option("--on", help="De dag: 2018-06-01 of 01/06/2018 / the day")]
Known = Annotated[str | None, typer.Option("--known", help="Zoals bekend op deze dag / as known on this day")]
Root = Annotated[str | None, typer.Option("--root", help="De bovenste eenheid / the top unit")]

Reach = Annotated[
    str, typer.Option("--reach", help="Ook wat zoveel jaar eerder of later bevestigd is; all / in years")
]


def organogram(
    on: On = None,
    root: Root = None,
    known: Known = None,
    depth: Annotated[
        int | None, typer.Option("--depth", min=0, help="Aantal niveaus / number of levels")
    ] = None,
    reach: Reach = DEFAULT_REACH,
    paper: Annotated[str, typer.Option("--paper", help="a4, a3")] = "a3",
    organisation: Organisation = None,
    output: Output = None,
    lang: Lang = "nl",
) -> None:
    """Het organogram van een dag, als boom of als bestand. / The organogram of a day."""
    checked(lang)
    register = register_of(organisation, known, root)
    view = views.as_of(
        register, _day(on, register), root=root_of(register, root), depth=depth, reach=years(reach)
    )
    format_ = output.suffix.removeprefix(".") if output else "txt"
    save(render.organogram(view, format_, paper=paper, lang=lang), output, lang)


def unit(
    slug: Annotated[str, typer.Argument(help="Bijvoorbeeld sociale-dienstverlening")],
    on: On = None,
    known: Known = None,
    organisation: Organisation = None,
    lang: Lang = "nl",
) -> None:
    """Alles wat bekend is van een eenheid, met de bron. / All that is known of a unit."""
    checked(lang)
    register = register_of(organisation, known, slug)
    put(unit_text(views.unit(register, root_of(register, slug), _day(on, register)), lang))


def sparql(
    query: Annotated[str, typer.Argument(help="Een .rq-bestand, -, of een klare vraag zoals 79-gemeenten")],
    on: On = None,
    known: Known = None,
    organisation: Organisation = None,
    format_: Annotated[str, typer.Option("--format", help="table, csv, tsv, json, xml, ttl")] = "table",
    lang: Lang = "nl",
) -> int:
    """Stel een SPARQL-vraag, aan de feiten of aan de toestand op een dag. / Ask SPARQL."""
    checked(lang)
    ready = _ready(query, on)
    text = ready or _query_text(query)
    opened = published(share.store())
    snapshot = None
    if ready is None and (on is not None or known is not None):
        register = asked(opened.registers, organisation, known)
        snapshot = graphs.snapshot(register, _day(on, register))
    answer = opened.store.query(text, graph=snapshot)
    if format_ != "table":
        put(answer.bytes(format_))
        return 0
    columns = answer.variables
    rows = list(answer.rows())
    put_table(columns or ([""] if rows and len(rows[0]) == 1 else ["s", "p", "o"]), rows)
    if not rows:
        say({"nl": "Geen resultaten.", "en": "No results."}[lang])
    return 0 if rows else 1


def _ready(name: str, on: str | None) -> str | None:
    """Return the query of a question of the library, about a day; None when no question has that name."""
    one = next((one for one in library() if one.name == name), None)
    if one and SNAPSHOT in one.query:
        raise NotSupported(
            f"«{name}» vraagt een toestand op. Stel ze op de pagina /sparql van «organograaf serve».",
            f"“{name}” asks for a snapshot. Ask it on the page /sparql of “organograaf serve”.",
        )
    return one.about(on=question_day(on) if on else None).query if one else None


def _query_text(query: str) -> str:
    if query == "-":
        return sys.stdin.read()
    try:
        return Path(query).read_text(encoding="utf-8")
    except OSError as error:
        raise BadQuestion(
            f"{query} kan niet gelezen worden ({error.strerror}). Geef een .rq-bestand, of -.",
            f"{query} cannot be read ({error.strerror}). Give a .rq file, or -.",
        ) from error


def _day(on: str | None, register: Register) -> date:
    return question_day(on) if on else register.latest_day


def root_of(register: Register, slug: str | None) -> str:
    """Return the IRI of a root by its slug, else the top. Raises NotFound."""
    if slug is None:
        if register.top is None:
            raise NotFound("De graaf is leeg. Vul data/ aan.", "The graph is empty. Fill data/.")
        return register.top
    iri = register.find(slug)
    if iri is None:
        near = register.near(slug)
        hint = f" Bedoelde u {', '.join(near)}?" if near else ""
        hint_en = f" Did you mean {', '.join(near)}?" if near else ""
        raise NotFound(f"«{slug[:80]}» ken ik niet.{hint}", f"I know no “{slug[:80]}”.{hint_en}")
    return iri


COMMANDS = (organogram, unit, sparql)
