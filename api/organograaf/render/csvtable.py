"""The organogram as CSV for Belgian Excel."""

import csv
import io
from datetime import date

from organograaf.render.table import Cell, columns, rows
from organograaf.view import Organogram

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_text(view: Organogram, lang: str = "nl") -> bytes:
    """Write an organogram as CSV: semicolons, UTF-8 with BOM, CRLF, no formulas."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(columns(lang))
    writer.writerows([_cell(cell) for cell in row] for row in rows(view, lang))
    return out.getvalue().encode("utf-8-sig")


def _cell(cell: Cell) -> str:
    if cell is None:
        return ""
    text = cell.isoformat() if isinstance(cell, date) else str(cell)
    return f"'{text}" if text.startswith(_FORMULA) else text
