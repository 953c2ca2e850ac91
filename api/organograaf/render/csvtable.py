"""The organogram as CSV for Belgian Excel."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date

from organograaf.render.table import Cell, columns, rows
from organograaf.view import Organogram

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_text(view: Organogram, lang: str = "nl") -> bytes:
    """Write an organogram as CSV: semicolons, UTF-8 with BOM, CRLF, decimal commas, no formulas."""
    return csv_of([columns(lang), *rows(view, lang)])


def csv_of(table: Iterable[Sequence[Cell]]) -> bytes:
    """Write rows as CSV in the same way, headings first."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerows([_cell(cell) for cell in row] for row in table)
    return out.getvalue().encode("utf-8-sig")


def _cell(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float):
        return f"{cell:.1f}".replace(".", ",")
    text = cell.isoformat() if isinstance(cell, date) else str(cell)
    return f"'{text}" if text.startswith(_FORMULA) else text
