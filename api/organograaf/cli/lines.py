"""The commands that follow things through time: lineage."""

from typing import Annotated

import typer

from organograaf.cli.ask import Known, Root, root_of
from organograaf.cli.compare import Since, Until
from organograaf.cli.console import Lang, Output, checked, save
from organograaf.cli.whose import Organisation, register_of
from organograaf.difference import checked as days_checked
from organograaf.difference import transition as transition_of
from organograaf.lifelines import life, lifelines, window
from organograaf.lineage import find
from organograaf.lineage import lineage as lineage_of
from organograaf.period import question_day
from organograaf.render import lifelines as bars
from organograaf.render import lineage as drawn
from organograaf.render import transition as flows


def lineage(
    slug: Annotated[str, typer.Argument(help="Een eenheid, ambt of taak / a unit, office or task")],
    known: Known = None,
    paper: Annotated[str, typer.Option("--paper", help="a4, a3")] = "a3",
    organisation: Organisation = None,
    output: Output = None,
    lang: Lang = "nl",
) -> None:
    """Waar een eenheid, ambt of taak vandaan kwam en naartoe ging. / Where it came from and went to."""
    checked(lang)
    register = register_of(organisation, known, slug)
    view = lineage_of(register, find(register, slug))
    format_ = output.suffix.removeprefix(".") if output else "txt"
    save(drawn.lineage(view, format_, paper=paper, lang=lang), output, lang)


def transition(
    since: Since,
    until: Until,
    root: Root = None,
    known: Known = None,
    depth: Annotated[
        int | None, typer.Option("--depth", min=0, help="Aantal niveaus / number of levels")
    ] = None,
    whole: Annotated[bool, typer.Option("--all", help="Ook wat bleef / also what stayed")] = False,
    paper: Annotated[str, typer.Option("--paper", help="a4, a3")] = "a3",
    organisation: Organisation = None,
    output: Output = None,
    lang: Lang = "nl",
) -> None:
    """Wat er tussen twee dagen waarin opging, als banden. / What went where between two days."""
    checked(lang)
    first, second = question_day(since), question_day(until)
    register = register_of(organisation, known, root)
    days_checked(register, first, second)
    view = transition_of(register, first, second, root_of(register, root), depth=depth, whole=whole)
    format_ = output.suffix.removeprefix(".") if output else "txt"
    save(flows.transition(view, format_, paper=paper, lang=lang), output, lang)


def timeline(
    slugs: Annotated[
        list[str] | None, typer.Argument(help="Eenheden, organisaties of ambten / units, offices")
    ] = None,
    root: Root = None,
    since: Annotated[str | None, typer.Option("--from", help="De eerste dag / the first day")] = None,
    until: Annotated[str | None, typer.Option("--until", help="De laatste dag / the last day")] = None,
    known: Known = None,
    paper: Annotated[str, typer.Option("--paper", help="a4, a3")] = "a3",
    organisation: Organisation = None,
    output: Output = None,
    lang: Lang = "nl",
) -> None:
    """Levenslijnen van eenheden op een tijdas. / Lifelines of units on an axis of time."""
    checked(lang)
    register = register_of(organisation, known, root, *(slugs or ()))
    chosen = [root_of(register, slug) for slug in slugs or ()]
    if len(chosen) == 1 and not (since or until):
        view = life(register, chosen[0])
    else:
        days = window(register, *(question_day(day) if day else None for day in (since, until)))
        view = lifelines(register, *days, root=root_of(register, root) if root else None, chosen=chosen)
    format_ = output.suffix.removeprefix(".") if output else "txt"
    save(bars.lifelines(view, format_, paper=paper, lang=lang), output, lang)


COMMANDS = (lineage, transition, timeline)
