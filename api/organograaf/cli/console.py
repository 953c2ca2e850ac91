"""Talking to the person at the terminal: language, progress, sentences, tables."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn
from rich.table import Table

from organograaf import disk
from organograaf.build import Step
from organograaf.errors import BadQuestion

STEPS = {
    "read": {"nl": "De bestanden lezen", "en": "Reading the files"},
    "facts": {"nl": "{n} feiten toetsen", "en": "Checking {n} facts"},
    "snapshots": {"nl": "De toestand op {n} dagen toetsen", "en": "Checking the state of {n} days"},
    "registers": {"nl": "{n} registers toetsen op elke dag", "en": "Checking {n} registers on every day"},
    "load": {"nl": "{n} bestanden laden", "en": "Loading {n} files"},
}

Lang = Annotated[str, typer.Option("--lang", help="Taal / language: nl, en")]
Output = Annotated[
    Path | None, typer.Option("-o", "--output", help="Bestand; de extensie kiest het formaat / output file")
]


def language(arguments: Sequence[str]) -> str:
    """Return the language asked for on the command line, else `ORGANOGRAAF_LANG`, else Dutch."""
    for flag, value in pairwise(arguments):
        if flag == "--lang" and value in ("nl", "en"):
            return value
    if "--lang=en" in arguments:
        return "en"
    return "en" if os.environ.get("ORGANOGRAAF_LANG") == "en" else "nl"


def checked(lang: str) -> str:
    """Return `lang` when it is one we speak. Raises BadQuestion."""
    if lang not in ("nl", "en"):
        raise BadQuestion(
            f"De taal «{lang}» ken ik niet. Neem nl of en.",
            f"I do not know the language “{lang}”. Use nl or en.",
        )
    return lang


def say(text: str) -> None:
    """Write a sentence to the person, not to the pipe."""
    Console(stderr=True, highlight=False, markup=False, soft_wrap=True).print(text)


def put(text: str | bytes) -> None:
    """Write an answer to standard output, as it is."""
    if isinstance(text, bytes):
        sys.stdout.buffer.write(text)
        sys.stdout.buffer.flush()
    else:
        sys.stdout.write(text if text.endswith("\n") else text + "\n")


def save(answer: bytes, output: Path | None, lang: str) -> None:
    """Write an answer to a file and say so; without a file, to standard output."""
    if output is None:
        put(answer)
        return
    if output.exists() and not output.is_file():  # a device or a pipe: it cannot be replaced by a file
        with disk.writing(output):
            output.write_bytes(answer)
    else:
        disk.write(output.resolve(), answer)
    say({"nl": f"{output} geschreven.", "en": f"Wrote {output}."}[lang])


def put_table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Write a table: drawn for a terminal, tab-separated for a pipe."""
    if not sys.stdout.isatty():
        for row in (columns, *rows):
            put("\t".join(cell.replace("\t", " ").replace("\n", " ") for cell in row))
        return
    table = Table(*columns, highlight=False)
    for row in rows:
        table.add_row(*(cell.replace("[", r"\[") for cell in row))
    Console().print(table)


class Teller:
    """Tells what is being done, with a bar on what has many parts."""

    def __init__(self, progress: Progress, lang: str) -> None:
        self._progress = progress
        self._lang = lang
        self._task: int | None = None

    def step(self, step: Step) -> None:
        """Start to tell of a step; the one before is done."""
        text = STEPS[step.name][self._lang].format(n=step.total)
        if not self._progress.console.is_terminal:
            say(text + " …")
        if self._task is not None:
            self._progress.update(self._progress.task_ids[-1], total=1, completed=1)
        self._task = self._progress.add_task(
            text, total=step.total if step.name in ("snapshots", "registers") else None
        )

    def advance(self, _: object) -> None:
        """One more part of the step is done."""
        self._progress.advance(self._progress.task_ids[-1])


@contextmanager
def telling(lang: str) -> Iterator[Teller]:
    """Show progress on standard error while the block runs."""
    console = Console(stderr=True)
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        yield Teller(progress, lang)
