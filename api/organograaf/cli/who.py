"""The command that asks who does what, and its answer as text."""

import textwrap
from collections.abc import Iterator
from typing import Annotated, Final

import typer

from organograaf.cli.ask import Known, On
from organograaf.cli.console import Lang, checked, put, say
from organograaf.cli.whose import Organisation, register_of
from organograaf.doing import Answered, Doing, Match
from organograaf.period import question_day
from organograaf.search import Filter, Index, ask

_WIDTH: Final = 100
_WORDS: Final = {
    "none": (
        "Niets gevonden voor «{q}». Probeer een ander of korter woord, zoals leefloon of opvang.",
        "Nothing found for “{q}”. Try another or a shorter word, such as leefloon or shelter.",
    ),
    "found by": ("gevonden op «{name}»", "found by “{name}”"),
    "sources": ("Bronnen: {numbers}", "Sources: {numbers}"),
    "ask": ("Vraag het voor {day}: --on {day}", "Ask for {day}: --on {day}"),
    "also": ("Ook gevonden: {names}", "Also found: {names}"),
    "responsibleFor": ("verantwoordelijk", "responsible"),
    "carriesOut": ("voert uit", "carries out"),
    "contributesTo": ("werkt mee", "contributes"),
    "decidedBy": ("beslist", "decides"),
    "possible": ("mogelijk", "possible"),
    "source": ("bron", "source"),
}


def who(
    q: Annotated[str, typer.Argument(help="Wat u zoekt, in uw eigen woorden / what you look for")],
    on: On = None,
    known: Known = None,
    carrier: Annotated[
        str | None, typer.Option("--carrier", help="Alleen voor deze rechtspersoon / for this legal person")
    ] = None,
    organisation: Organisation = None,
    lang: Lang = "nl",
) -> int:
    """Wie doet wat op een dag, voor wie, op welke grond, en ervoor en erna. / Who does what."""
    checked(lang)
    register = register_of(organisation, known, carrier)
    day = question_day(on) if on else register.latest_day
    answered = ask(register, Index(register), q, day, Filter(carrier=carrier))
    if not answered.matches:
        say(_word("none", lang, q=answered.q))
        return 1
    put("\n".join(_lines(answered, lang)))
    return 0


def _lines(answered: Answered, lang: str) -> Iterator[str]:
    for match in answered.matches:
        if match.main:
            yield from _match(match, lang)
            yield ""
    others = [match.finding.thing.label for match in answered.matches if not match.main]
    if others:
        yield textwrap.fill(_word("also", lang, names="; ".join(others)), _WIDTH)


def _match(match: Match, lang: str) -> Iterator[str]:
    found = match.finding
    head = found.thing.label
    if match.text.casefold() != head.casefold():
        head += f" ({_word('found by', lang, name=match.text)})"
    told = dict(found.told)[lang]
    yield head
    yield "=" * len(head)
    yield textwrap.fill("".join(p if isinstance(p, str) else p.label for p in told), _WIDTH)
    for doing in found.possible:
        yield f"  {_doing(doing, lang)}"
    if found.sources:
        yield _word("sources", lang, numbers=", ".join(found.sources))
    if found.known_on:
        yield _word("ask", lang, day=found.known_on.isoformat())


def _doing(one: Doing, lang: str) -> str:
    where = " › ".join(above.label for above in (*one.path, one.unit))
    mark = f" [{_word('possible', lang)}]" if one.certainty.value == "possible" else ""
    task = f" «{one.task.label}»" if one.way != "same" else ""
    numbers = ", ".join(sorted({line.source for line in one.evidence}))
    return f"{_word(one.relation, lang)}{task}: {where}{mark} ({_word('source', lang)} {numbers})"


def _word(key: str, lang: str, **gaps: str) -> str:
    return _WORDS[key][lang == "en"].format(**gaps)


COMMANDS = (who,)
