"""The commands that tell of the data set as a whole: coverage, release."""

from pathlib import Path
from typing import Annotated

import typer

from organograaf import share
from organograaf.build import published
from organograaf.build import release as write_release
from organograaf.cli.console import Lang, Output, checked, put, put_table, save, say
from organograaf.cli.coverage_text import as_csv, as_markdown, as_tables
from organograaf.cli.whose import Organisation, asked
from organograaf.errors import NotSupported
from organograaf.organogram.coverage import coverage as covered


def coverage(
    csv: Annotated[bool, typer.Option("--csv", help="Als CSV / as CSV")] = False,
    organisation: Organisation = None,
    output: Output = None,
    lang: Lang = "nl",
) -> None:
    """Wat de data dekt, per jaar en per bron: tabellen, .csv of .md. / What the data covers."""
    checked(lang)
    opened = published(share.store())
    found = covered(asked(opened.registers, organisation, None))
    suffix = output.suffix if output else ".csv" if csv else ""
    if suffix == ".csv":
        save(as_csv(found, lang).encode(), output, lang)
    elif suffix == ".md":
        save(as_markdown(found, lang, opened.version).encode(), output, lang)
    elif output:
        raise NotSupported(
            f"«{suffix}» kan ik niet schrijven. Neem .csv of .md.",
            f"I cannot write “{suffix}”. Use .csv or .md.",
        )
    else:
        for title, columns, rows in as_tables(found, lang):
            put(f"\n{title}")
            put_table(columns, rows)


def release(
    folder: Annotated[Path, typer.Argument(help="Een nieuwe of lege map / a new or empty folder")],
    lang: Lang = "nl",
) -> None:
    """Schrijf een uitgave: RDF in vier formaten, tabellen en SHA256SUMS. / Write a release."""
    checked(lang)
    opened = published(share.store())
    files = write_release(opened, folder)
    say(
        {
            "nl": f"Versie {opened.version}: {len(files)} bestanden in {folder}.",
            "en": f"Version {opened.version}: {len(files)} files in {folder}.",
        }[lang]
    )


COMMANDS = (coverage, release)
