"""The commands that look for what stands out: radar, analysis."""

from typing import Annotated

import typer

from organograaf.analysis import analysis as analysis_of
from organograaf.cli.ask import Known, On, Reach, Root, root_of
from organograaf.cli.console import Lang, Output, checked, save
from organograaf.cli.whose import Organisation, register_of
from organograaf.organogram import DEFAULT_REACH, years
from organograaf.period import question_day
from organograaf.radar import radar as radar_of
from organograaf.render.analysis import analysis as written_figures
from organograaf.render.radar import radar as written


def radar(
    on: On = None,
    root: Root = None,
    known: Known = None,
    reach: Reach = DEFAULT_REACH,
    organisation: Organisation = None,
    output: Output = None,
    lang: Lang = "nl",
) -> None:
    """Wat er op een dag ontbreekt of dubbel is: taken, ambten, eenheden. / Gaps and overlaps on a day."""
    checked(lang)
    register = register_of(organisation, known, root)
    day = question_day(on) if on else register.latest_day
    view = radar_of(register, day, root_of(register, root) if root else None, years(reach))
    format_ = output.suffix.removeprefix(".") if output else "txt"
    save(written(view, format_, lang=lang), output, lang)


def analysis(
    since: Annotated[str | None, typer.Option("--from", help="Het eerste jaar / the first year")] = None,
    until: Annotated[str | None, typer.Option("--until", help="Het laatste jaar / the last year")] = None,
    root: Root = None,
    known: Known = None,
    reach: Reach = DEFAULT_REACH,
    organisation: Organisation = None,
    output: Output = None,
    lang: Lang = "nl",
) -> None:
    """Cijfers per jaar: eenheden, vorm, gedeelde diensten, verloop. / Figures per year."""
    checked(lang)
    register = register_of(organisation, known, root)
    first, last = (question_day(text).year if text else None for text in (since, until))
    view = analysis_of(register, root_of(register, root), first, last, years(reach))
    format_ = output.suffix.removeprefix(".") if output else "csv"
    save(written_figures(view, format_, lang=lang), output, lang)


COMMANDS = (radar, analysis)
