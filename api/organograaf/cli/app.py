"""The commands, and what becomes of an error: a sentence and an exit code.

0: fine. 1: the answer is no (violations, nothing found). 2: bad use, or the machine cannot do it.
"""

import gc
import os
import sys

import typer

from organograaf import disk
from organograaf.cli import ask, compare, imports, keep, lines, look, report, who
from organograaf.cli.console import language, say
from organograaf.errors import BadData, NotFetched, NotFound, OrganograafError

app = typer.Typer(
    help="Wie doet wat in een organisatie, op elke dag, met de bron erbij. / "
    "Who does what in an organisation, on any day, with the source.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for command in (
    *keep.COMMANDS,
    *imports.COMMANDS,
    *ask.COMMANDS,
    *compare.COMMANDS,
    *lines.COMMANDS,
    *look.COMMANDS,
    *report.COMMANDS,
    *who.COMMANDS,
):
    app.command(name=command.__name__.rstrip("_"))(command)

# typer carries its own copy of click: its base class is reached by way of what typer exports.
_ClickException: type[typer.BadParameter] = typer.BadParameter.__mro__[2]
_EXIT_CODES: dict[type[OrganograafError], int] = {NotFound: 1, BadData: 1, NotFetched: 1, OrganograafError: 2}
_OUTPUT = {"nl": "De uitvoer", "en": "The output"}


def collect_seldom() -> None:
    """Let this process look for dead cycles seldom: a look at all that lives takes longer than a city.

    What the program itself is made of is never looked at. A register that is dropped is such a cycle: some
    tens of them may wait for the next look.
    """
    gc.freeze()
    gc.set_threshold(100_000, 20, 5)


def main(arguments: list[str] | None = None) -> None:
    """Run one command and exit with its code."""
    if arguments is None:
        collect_seldom()
        arguments = sys.argv[1:]
    lang = language(arguments)
    try:
        code = app(arguments, standalone_mode=False)
        sys.stdout.flush()
    except OrganograafError as error:
        say(error.text(lang))
        code = next(c for kind, c in _EXIT_CODES.items() if isinstance(error, kind))
    except _ClickException as error:
        wrong = {"nl": "Die opdracht begrijp ik niet", "en": "I do not understand that command"}[lang]
        say(f"{wrong}: {error.format_message()} «organograaf --help»")
        code = 2
    except (KeyboardInterrupt, typer.Abort):
        say(
            {"nl": "Afgebroken. Wat er was, is er nog.", "en": "Stopped. What was there is still there."}[
                lang
            ]
        )
        code = 130
    except BrokenPipeError:
        _say_no_more()
        code = 0
    except OSError as error:
        if error.errno not in disk.FULL:
            raise
        _say_no_more()
        say(disk.unwritable(error.filename or _OUTPUT[lang], error).text(lang))
        code = 2
    sys.exit(code if isinstance(code, int) else 0)


def _say_no_more() -> None:
    """Leave the output as it is: Python would else try, and complain, once more at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
