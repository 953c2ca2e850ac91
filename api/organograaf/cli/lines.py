"""The commands that follow things through time: lineage."""

from typing import Annotated

import typer

from organograaf import share
from organograaf.build import published
from organograaf.cli.ask import Known
from organograaf.cli.console import Lang, Output, checked, save
from organograaf.lineage import find
from organograaf.lineage import lineage as lineage_of
from organograaf.period import question_day
from organograaf.render import lineage as drawn


def lineage(
    slug: Annotated[str, typer.Argument(help="Een eenheid, ambt of taak / a unit, office or task")],
    known: Known = None,
    paper: Annotated[str, typer.Option("--paper", help="a4, a3")] = "a3",
    output: Output = None,
    lang: Lang = "nl",
) -> None:
    """Waar een eenheid, ambt of taak vandaan kwam en naartoe ging. / Where it came from and went to."""
    checked(lang)
    register = published(share.state()).registers.get(question_day(known) if known else None)
    view = lineage_of(register, find(register, slug))
    format_ = output.suffix.removeprefix(".") if output else "txt"
    save(drawn.lineage(view, format_, paper=paper, lang=lang), output, lang)


COMMANDS = (lineage,)
