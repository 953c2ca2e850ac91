"""The organogram as a workbook: real dates, frozen header, filter; no formulas."""

import io
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from organograaf.render import words
from organograaf.render.table import Cell, columns, rows
from organograaf.view import Organogram

if TYPE_CHECKING:
    from xlsxwriter.format import Format as Style
    from xlsxwriter.worksheet import Worksheet

_FIRST_DATE = date(1900, 3, 1)
_LONGEST = 32_767
_WIDEST = 50


def xlsx(view: Organogram, lang: str = "nl") -> bytes:
    """Write an organogram as XLSX; days that Excel cannot hold are ISO text.

    Excel counts wrongly before March 1900. The file is dated on the day it shows.
    """
    return xlsx_of([columns(lang), *rows(view, lang)], "Organogram", words.title(view, lang), view.on)


def xlsx_of(table: Sequence[Sequence[Cell]], name: str, title: str, on: date) -> bytes:
    """Write rows as a workbook of one sheet in the same way, headings first."""
    # Not with the module: a server starts without.
    import xlsxwriter

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"title": title[:255], "created": datetime.combine(on, time())})
        sheet = book.add_worksheet(name)
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        day = book.add_format({"num_format": "dd/mm/yyyy", "align": "left"})
        for number, row in enumerate(table):
            for column, cell in enumerate(row):
                _write(sheet, number, column, cell, bold if number == 0 else None, day)
        for column in range(len(table[0])):
            longest = max(len(_shown(row[column])) for row in table)
            sheet.set_column(column, column, min(_WIDEST, max(8, longest + 2)))
        sheet.freeze_panes(1, 2)
        sheet.autofilter(0, 0, len(table) - 1, len(table[0]) - 1)
    return out.getvalue()


def _write(
    sheet: "Worksheet",
    row: int,
    column: int,
    cell: Cell,
    style: "Style | None",
    day: "Style",
) -> None:
    if cell is None or cell == "":
        return
    if isinstance(cell, int | float):
        sheet.write_number(row, column, cell)
    elif isinstance(cell, date) and cell >= _FIRST_DATE:
        sheet.write_datetime(row, column, datetime.combine(cell, time()), day)
    else:
        sheet.write_string(row, column, _shown(cell)[:_LONGEST], style)


def _shown(cell: Cell) -> str:
    if isinstance(cell, date):
        return cell.isoformat()
    return "" if cell is None else str(cell)
