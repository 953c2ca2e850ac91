"""The commands that compare: diff, crosswalk, events."""

from datetime import date
from typing import Annotated

import typer

from organograaf.cli.ask import Known, Root, root_of
from organograaf.cli.console import Lang, Output, checked, put_table, save
from organograaf.cli.whose import Organisation, register_of
from organograaf.difference import checked as days_checked
from organograaf.difference import crosswalk as crosswalk_of
from organograaf.difference import difference
from organograaf.difference import events as events_of
from organograaf.period import question_day
from organograaf.render import comparison
from organograaf.render.comparison.tables import event_rows

Since = Annotated[str, typer.Argument(help="De eerste dag: 2017-12-31 of 31/12/2017 / the first day")]
Until = Annotated[str, typer.Argument(help="De tweede dag / the second day")]


def diff(
    since: Since,
    until: Until,
    root: Root = None,
    known: Known = None,
    earlier: Annotated[
        str | None, typer.Option("--earlier", help="Ook wat we toen anders wisten / also what we knew then")
    ] = None,
    paper: Annotated[str, typer.Option("--paper", help="a4, a3")] = "a3",
    organisation: Organisation = None,
    output: Output = None,
    lang: Lang = "nl",
) -> None:
    """Wat er tussen twee dagen veranderde, in zinnen of als bestand. / What changed between two days."""
    checked(lang)
    first, second = question_day(since), question_day(until)
    register = register_of(organisation, known, root)
    days_checked(register, first, second, corrections=earlier is not None)
    before = register_of(organisation, earlier, root) if earlier else register
    view = difference(before, register, first, second, root_of(register, root))
    format_ = output.suffix.removeprefix(".") if output else "txt"
    save(comparison.difference(view, format_, paper=paper, lang=lang), output, lang)


def crosswalk(
    since: Since,
    until: Until,
    known: Known = None,
    organisation: Organisation = None,
    output: Output = None,
    lang: Lang = "nl",
) -> None:
    """Van oude eenheden naar nieuwe, om reeksen voort te zetten. / Old units to new ones."""
    checked(lang)
    first, second = question_day(since), question_day(until)
    register = register_of(organisation, known)
    days_checked(register, first, second)
    view = crosswalk_of(register, first, second)
    format_ = output.suffix.removeprefix(".") if output else "csv"
    save(comparison.crosswalk(view, format_, lang=lang), output, lang)


def events(
    since: Annotated[str | None, typer.Option("--from", help="Na deze dag / after this day")] = None,
    until: Annotated[str | None, typer.Option("--until", help="Tot en met deze dag / up to this day")] = None,
    known: Known = None,
    organisation: Organisation = None,
    lang: Lang = "nl",
) -> int:
    """Wat er gebeurde, met datum en besluit. / What happened, with its day and act."""
    checked(lang)
    first, last = _day(since), _day(until)
    register = register_of(organisation, known)
    if first and last:
        days_checked(register, first, last)
    head, *rows = event_rows(events_of(register, first, last), lang)
    put_table([str(cell) for cell in head], [[str(cell or "") for cell in row] for row in rows])
    return 0 if rows else 1


def _day(text: str | None) -> date | None:
    return question_day(text) if text else None


COMMANDS = (diff, crosswalk, events)
