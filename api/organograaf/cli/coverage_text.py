"""The coverage of the data as tables: for a terminal, as CSV and as a page in Markdown."""

import csv
import io
from typing import Final

from organograaf.organogram.coverage import Coverage, Year

Table = tuple[str, list[str], list[list[str]]]

_YEARS: Final = {
    "nl": (
        "Wat bekend is op 1 juli van elk jaar",
        [
            "jaar",
            "eenheden zeker",
            "eenheden mogelijk",
            "ambten met houder",
            "ambten zonder",
            "taken zeker",
            "taken mogelijk",
        ],
    ),
    "en": (
        "What is known of 1 July of each year",
        [
            "year",
            "units certain",
            "units possible",
            "posts with a holder",
            "posts without",
            "tasks certain",
            "tasks possible",
        ],
    ),
}
_SOURCES: Final = {
    "nl": ("Feiten per bron", ["bron", "titel", "feiten"]),
    "en": ("Facts per source", ["source", "title", "facts"]),
}
_WHOLE: Final = {
    "nl": ("Het geheel", ["wat", "aantal"]),
    "en": ("The whole", ["what", "number"]),
}
_LINES: Final = {
    "nl": (
        "feiten", "door een bron gezegd", "afgeleid, met redenering", "aandeel gezegd", "uitspraken",
        "uitspraken van één enkele bron", "open vragen", "tegenstrijdigheden",
    ),
    "en": (
        "facts", "stated by a source", "inferred, with reasoning", "share stated", "statements",
        "statements of one source only", "open questions", "discrepancies",
    ),
}  # fmt: skip
_HEAD: Final = {
    "nl": """# Wat de data dekt

Gemaakt met `organograaf build` en `organograaf coverage -o docs/coverage.md`; niet met de hand te wijzigen.
Versie van de data: `{version}`.

Een eenheid of taak is op die dag *zeker*, of alleen *mogelijk*. Een ambt of houder telt zodra het
mogelijk is. Een uitspraak is wat geldt, los van de bron: wat maar één bron zegt, weegt minder.
""",
    "en": """# What the data covers

Made by `organograaf build` and `organograaf coverage --lang en -o FILE.md`; do not edit by hand.
Version of the data: `{version}`.

A unit or task is *certain* on that day, or only *possible*. A post or holder counts when it is possible.
A statement is what holds, apart from its source: what one source alone says weighs less.
""",
}
_CSV: Final = {"nl": ["tabel", "rij", "kolom", "waarde"], "en": ["table", "row", "column", "value"]}


def as_tables(found: Coverage, lang: str) -> list[Table]:
    """Return the three tables: title, columns and rows. The whole comes first."""
    facts = found.stated + found.inferred
    share = f"{100 * found.stated / facts:.1f} %" if facts else "-"
    numbers = (
        facts, found.stated, found.inferred, share, found.statements, found.alone, found.questions,
        found.discrepancies,
    )  # fmt: skip
    years = [[str(n) for n in _numbers(y)] for y in found.years]
    return [
        (*_WHOLE[lang], [[line, str(n)] for line, n in zip(_LINES[lang], numbers, strict=True)]),
        (*_YEARS[lang], years),
        (*_SOURCES[lang], [[number, title, str(count)] for number, title, count in found.sources]),
    ]


def _numbers(year: Year) -> tuple[int, ...]:
    units, tasks = (year.units, year.units_maybe), (year.tasks, year.tasks_maybe)
    return (year.year, *units, year.held, year.unheld, *tasks)


def as_csv(found: Coverage, lang: str) -> str:
    """Return the tables as one CSV: table, column, row, value. LF, commas, UTF-8."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_CSV[lang])
    for title, columns, rows in as_tables(found, lang):
        for row in rows:
            cells = zip(columns[1:], row[1:], strict=True)
            writer.writerows([title, row[0], name, cell] for name, cell in cells)
    return out.getvalue()


def as_markdown(found: Coverage, lang: str, version: str) -> str:
    """Return the tables as a page in Markdown."""
    parts = [_HEAD[lang].format(version=version)]
    for title, columns, rows in as_tables(found, lang):
        lines = [columns, ["---"] * len(columns), *rows]
        drawn = ("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)
        parts.append(f"## {title}\n\n" + "\n".join(drawn) + "\n")
    return "\n".join(parts)
