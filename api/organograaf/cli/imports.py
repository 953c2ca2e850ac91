"""The command that reads a foreign register into files of facts."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from organograaf.cli.console import Lang, checked, put_table, say
from organograaf.errors import NotSupported
from organograaf.imports import Imported, lblod
from organograaf.period import question_day

_FORMS = {"lblod": lblod}
_COLUMNS = {
    "nl": ("niet overgenomen", "aantal", "bijvoorbeeld"),
    "en": ("not taken over", "number", "for example"),
}
_WROTE = {
    "nl": "{folder}: {files} bestanden, {organisations} organisaties, {events} gebeurtenissen, "
    "{facts} feiten. Bouw ze met ORGANOGRAAF_DATA={folder} organograaf build.",
    "en": "{folder}: {files} files, {organisations} organisations, {events} events, {facts} facts.\n"
    "Build them with ORGANOGRAAF_DATA={folder} organograaf build.",
}


def import_(
    form: Annotated[str, typer.Argument(help="De vorm van het register / the form of the register: lblod")],
    file: Annotated[Path, typer.Argument(help="Turtle of N-Triples / Turtle or N-Triples")],
    output: Annotated[
        Path, typer.Option("-o", "--output", help="De map voor de feiten / the folder of facts")
    ],
    on: Annotated[
        str, typer.Option("--on", help="De dag die het register beschrijft / the day it describes")
    ],
    recorded: Annotated[
        str | None, typer.Option("--recorded", help="De dag van optekenen; anders vandaag / or today")
    ] = None,
    lang: Lang = "nl",
) -> None:
    """Lees een register van anderen in als feiten. / Read a foreign register as facts."""
    checked(lang)
    if form not in _FORMS:
        raise NotSupported(
            f"De vorm «{form}» ken ik niet. Neem {', '.join(_FORMS)}.",
            f"I do not know the form “{form}”. Use {', '.join(_FORMS)}.",
        )
    day = question_day(recorded) if recorded else datetime.now(UTC).date()
    done = _FORMS[form](file, output, on=question_day(on), recorded=day)
    _tell(done, output, lang)


def _tell(done: Imported, folder: Path, lang: str) -> None:
    """Tell what was written, and everything that was not, with its reason and an example."""
    if done.left:
        put_table(_COLUMNS[lang], [[left.text(lang), str(left.count), left.example] for left in done.left])
    counts = {"files": done.files, "organisations": done.organisations, "events": done.events}
    say(_WROTE[lang].format(folder=folder, facts=done.facts, **counts))


COMMANDS = (import_,)
