"""Every format holds the whole organogram, the same bytes each time, and no tricks."""

import base64
import csv
import io
import json
import os
import re
import subprocess
import sys
from datetime import date, datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import openpyxl
import pytest
from fontTools.ttLib import TTFont
from pypdf import PdfReader

from organograaf import render
from organograaf.errors import NotSupported
from organograaf.period import MIN, Moment
from organograaf.render.fonts import Face, embedded
from organograaf.render.jsontree import tree
from organograaf.render.layout import pages
from organograaf.render.svg import svg
from organograaf.render.table import COLUMNS
from organograaf.view import Organogram, TaskLine

from .trees import CITY, OCMW, SPRING, after, before, organogram, possible, post, task, unit

SVG = "{http://www.w3.org/2000/svg}"
NASTY = (
    "<script>alert(1)</script>",
    "</text><script>alert(1)</script>",
    '"] ; x [label="',
    "a\\",
    "\\N \\G \\E",
    "=1+1",
    '=HYPERLINK("http://evil","x")',
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    '<<IMG SRC="/etc/hostname"/>>',
    "<b>",
    "x\ny",
    "\u0000nul",
    "\u202eevil",
    "\ud800 half",
    "]]>",
    "{0} {1}",
    "",
)


def nasty(labels: tuple[str, ...] = NASTY) -> Organogram:
    """Build an organogram in which everything with a name has a nasty one."""
    units = tuple(
        unit(label, slug=label or "leeg", posts=(post(label),), tasks=(task(label),), type=label)
        for label in labels
    )
    return organogram(unit("wortel", *units, abbreviation="=2+2"), dataset=labels[0])


def test_every_format_gives_the_same_bytes_in_another_process() -> None:
    code = (
        "import hashlib, sys; sys.path.insert(0, sys.argv[1])\n"
        "from render.trees import before\n"
        "from organograaf import render\n"
        "for name in render.FORMATS:\n"
        "    print(name, hashlib.sha256(render.organogram(before(), name)).hexdigest())\n"
    )
    tests = str(Path(__file__).parent.parent)
    runs = [
        subprocess.run(
            [sys.executable, "-c", code, tests],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1]
    assert len(runs[0].splitlines()) == len(render.FORMATS)


@pytest.mark.parametrize("name", render.FORMATS)
def test_nasty_names_break_no_format(name: str) -> None:
    assert render.organogram(nasty(), name, paper="A4")


@pytest.mark.parametrize("name", [name for name in render.FORMATS if name not in ("png", "pdf")])
def test_hostile_labels_break_no_format(name: str, hostile: tuple[str, ...]) -> None:
    assert render.organogram(nasty(hostile), name, paper="A4")


def test_an_unknown_format_or_paper_is_refused_with_the_choices() -> None:
    with pytest.raises(NotSupported, match="svg"):
        render.organogram(before(), "bmp")
    with pytest.raises(NotSupported, match="A4"):
        render.organogram(before(), "pdf", paper="B5")


def test_a_png_of_too_many_pages_is_refused_in_favour_of_pdf() -> None:
    crowd = organogram(unit("w", *(unit(f"T{i}", *(f"k {i} {j}" for j in range(60))) for i in range(45))))
    with pytest.raises(NotSupported, match="PDF"):
        render.organogram(crowd, "png", paper="A4")


def test_png_is_a_picture_of_the_size_of_its_paper() -> None:
    made = render.organogram(after(), "png", paper="A4")
    assert made.startswith(b"\x89PNG")
    width, height = int.from_bytes(made[16:20], "big"), int.from_bytes(made[20:24], "big")
    assert (width, height) == pytest.approx((1684, 1191), abs=2)


def test_svg_has_a_title_a_role_and_a_link_on_every_unit() -> None:
    root = ET.fromstring(svg(before()))
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == ("Organogram stad en OCMW Voorbeeldstad — toestand op 1 juli 2018")
    groups = {group.get("id"): group for group in root.iter(f"{SVG}g")}
    for _, node in before().root.walk():
        link = groups[f"unit-{node.slug}"].find(f"{SVG}a")
        assert link is not None
        assert link.get("href") == f"/units/{node.slug}?on=2018-07-01"


def test_svg_ids_are_unique_even_over_pages() -> None:
    view = organogram(unit("w", *(unit(f"T{i}", *(f"k {i} {j}" for j in range(50))) for i in range(12))))
    ids = [found for element in ET.fromstring(svg(view, "A4")).iter() if (found := element.get("id"))]
    assert len(ids) == len(set(ids))


def test_svg_holds_no_script_and_no_element_of_an_author() -> None:
    root = ET.fromstring(svg(nasty()))
    known = {"svg", "title", "desc", "style", "g", "a", "rect", "circle", "polyline", "text"}
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= known
    assert not [name for element in root.iter() for name in element.attrib if name.startswith("on")]
    hrefs = [element.get("href", "") for element in root.iter(f"{SVG}a")]
    assert all(re.fullmatch(r"/units/[^/?#\s]*\?on=2018-07-01", href) for href in hrefs)


def test_a_stand_alone_svg_carries_its_letters_and_a_page_may_leave_them_out() -> None:
    assert b"data:font/woff;base64," in svg(before())
    assert b"@font-face" not in svg(before(), embed_font=False)


def test_the_embedded_font_has_every_letter_that_is_drawn() -> None:
    font = TTFont(io.BytesIO(base64.b64decode(embedded(Face.BOLD, "Stad §"))))
    assert {ord(char) for char in "Stad §"} <= set(font.getBestCmap())
    assert len(font.getBestCmap()) < 20


def test_bullets_are_drawn_as_paths_and_not_as_letters() -> None:
    root = ET.fromstring(svg(before()))
    assert list(root.iter(f"{SVG}circle"))
    assert "•" not in "".join(text.text or "" for text in root.iter(f"{SVG}text"))


def test_pdf_has_selectable_text_a_title_a_language_and_the_paper() -> None:
    reader = PdfReader(io.BytesIO(render.organogram(before(), "pdf", paper="A3")))
    text = " ".join(reader.pages[0].extract_text().replace("\u00a0", " ").split())
    for told in ("Maatschappelijke Dienstverlening (MD)", "art. 60 § 7", "Directeur: vacant", "Financiën"):
        assert told in text
    assert reader.metadata is not None
    assert reader.metadata.title == "Organogram stad en OCMW Voorbeeldstad — toestand op 1 juli 2018"
    assert reader.metadata.creation_date is not None
    assert reader.metadata.creation_date.date() == before().on
    assert str(reader.root_object["/Lang"]) == "nl"
    assert float(reader.pages[0].mediabox.width) == pytest.approx(1190.55, abs=0.1)


def test_pdf_embeds_a_part_of_each_font_and_no_pictures() -> None:
    reader = PdfReader(io.BytesIO(render.organogram(before(), "pdf")))
    fonts = {str(font) for page in reader.pages for font in page._get_fonts()[0]}
    assert len(fonts) == 4
    assert all("SourceSansPro" in font for font in fonts)
    assert not any(page.images for page in reader.pages)


def test_pdf_of_a_large_organogram_has_bookmarks_for_its_pages() -> None:
    view = organogram(unit("w", *(unit(f"Top {i}", *(f"k {i} {j}" for j in range(60))) for i in range(12))))
    reader = PdfReader(io.BytesIO(render.organogram(view, "pdf", paper="A4")))
    titles = [str(item["/Title"]) for item in reader.outline if isinstance(item, dict)]
    assert titles == ["Overzicht", *(node.label for node in view.root.units)]
    assert len(reader.pages) == len(pages(view, "A4")) > 12


def table(view: Organogram) -> list[dict[str, str]]:
    """Read our CSV back."""
    text = render.organogram(view, "csv").decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def test_csv_is_what_belgian_excel_reads() -> None:
    made = render.organogram(before(), "csv")
    assert made.startswith(b"\xef\xbb\xbfniveau;eenheid;")
    assert made.count(b"\r\n") == made.count(b"\n") == 2 + len(list(before().root.walk()))


def test_csv_names_level_parent_tasks_and_the_bounds_of_the_start() -> None:
    row = next(row for row in table(before()) if row["eenheid"].startswith("Centrum «Oost»"))
    assert row["niveau"] == "4"
    assert row["bovenliggende eenheid"] == "Sociale centra"
    assert row["zekerheid"] == "mogelijk"
    assert (row["sinds (EDTF)"], row["sinds, vroegst"], row["sinds, laatst"]) == (
        SPRING.edtf,
        "2018-01-01",
        "2018-03-31",
    )
    above = next(row for row in table(before()) if row["eenheid"] == "Maatschappelijke Dienstverlening")
    assert above["taken"] == "dringende medische hulp; leefloon; sociaal onderzoek; uitbetaling"
    assert table(before())[-1]["eenheid"] == "Loket Zuid"


def test_no_cell_of_csv_begins_like_a_formula() -> None:
    for row in table(nasty()):
        assert not [cell for cell in row.values() if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert any(row["eenheid"] == "'=1+1" for row in table(nasty()))


def test_no_cell_of_xlsx_is_a_formula() -> None:
    book = openpyxl.load_workbook(io.BytesIO(render.organogram(nasty(), "xlsx")))
    cells = [cell for row in book.worksheets[0].iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]
    assert any(cell.value == "=1+1" for cell in cells)


def test_xlsx_has_real_dates_a_frozen_header_and_a_filter() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(render.organogram(before(), "xlsx"))).worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == COLUMNS["nl"]
    row = next(row for row in rows if str(row[1]).startswith("Centrum «Oost»"))
    assert row[10:12] == (datetime(2018, 1, 1), datetime(2018, 3, 31))
    assert sheet.freeze_panes == "C2"
    assert sheet.auto_filter.ref == f"A1:R{len(rows)}"


def test_xlsx_keeps_a_day_before_1900_as_iso_text_and_no_bound_as_nothing() -> None:
    old = Moment(date(1845, 3, 1), date(1845, 3, 1), "1845-03-01")
    open_ = Moment(MIN, date(2000, 1, 1), "[..2000-01-01]")
    view = organogram(unit("wortel", start=old, end=open_))
    sheet = openpyxl.load_workbook(io.BytesIO(render.organogram(view, "xlsx"))).worksheets[0]
    row = next(sheet.iter_rows(min_row=2, values_only=True))
    assert row[10:12] == ("1845-03-01", "1845-03-01")
    assert row[13:15] == (None, datetime(2000, 1, 1))


def test_tables_have_as_many_headings_in_english_as_in_dutch() -> None:
    assert len(COLUMNS["nl"]) == len(set(COLUMNS["nl"])) == len(COLUMNS["en"]) == len(set(COLUMNS["en"]))
    assert render.organogram(before(), "csv", lang="en").decode("utf-8-sig").startswith("level;unit;")


def test_json_has_the_shape_that_outsiders_rely_on() -> None:
    made = json.loads(render.organogram(after(), "json"))
    assert {"on", "known", "dataset", "root"} <= set(made)
    assert (made["on"], made["known"]) == ("2018-07-01", None)
    relied_on = (
        "id slug label abbreviation type certainty from until carriers serves posts tasks evidence units"
    )
    for node in _walk(made["root"]):
        assert set(relied_on.split()) <= set(node)
    service: dict[str, Any] = next(node for node in _walk(made["root"]) if node["abbreviation"] == "SD")
    assert service["carriers"] == [
        {"slug": CITY.slug, "label": CITY.label},
        {"slug": OCMW.slug, "label": OCMW.label},
    ]
    assert service["posts"][0]["holders"] == [
        {"slug": "jan-smets", "label": "Jan Smets", "capacity": "effective", "certainty": "certain"}
    ]
    assert service["until"] is None
    assert service["counts"] == [{"number": 4, "kind": "afdeling"}, {"number": 16, "kind": "dienst"}]


def test_json_gives_an_uncertain_start_as_edtf_with_both_bounds() -> None:
    made = tree(organogram(possible(unit("wortel"))))["root"]
    assert made["from"] == {"edtf": SPRING.edtf, "earliest": "2018-01-01", "latest": "2018-03-31"}
    assert made["doubt"]["en"].startswith("began")


def _walk(node: dict[str, Any]) -> list[dict[str, Any]]:
    return [node, *(found for child in node["units"] for found in _walk(child))]


def test_dot_quotes_labels_so_that_nothing_escapes_them() -> None:
    made = render.organogram(nasty(), "dot").decode()
    shape = re.compile(
        r'\tn\d+ -> n\d+ \[style=\w+\]|\t(n\d+|graph|node|edge) \[([a-z]+=("(?:[^"\\]|\\.)*"|[\w.]+) ?)+\]'
        r"|digraph organogram \{|\}"
    )
    for line in made.splitlines():
        assert shape.fullmatch(line), line
    assert not re.search(r"label=<", made)
    assert not re.search(r"(?<!\\)(\\\\)*\\[NGETHL]", made)


class _Reader(HTMLParser):
    """Reads a fragment: its tags, the tags still open, its text and its links."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.open: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.open.append(tag)
        self.links += [value or "" for name, value in attrs if name == "href"]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def _tasks(lines: tuple[TaskLine, ...]) -> int:
    return sum(1 + _tasks(line.tasks) for line in lines)


def test_html_is_nested_lists_with_a_link_per_thing_and_nothing_of_an_author() -> None:
    for view in (before(), nasty()):
        reader = _Reader()
        reader.feed(render.organogram(view, "html").decode())
        assert reader.open == []
        assert reader.tags <= {"ul", "li", "a", "span", "p"}
        nodes = [node for _, node in view.root.walk()]
        units = [link for link in reader.links if link.startswith("/units/")]
        assert len(units) == len(nodes) + sum(len(node.posts) for node in nodes) + len(view.unplaced)
        assert len(reader.links) == len(units) + sum(_tasks(node.tasks) for node in nodes)
        assert all(link.startswith(("/units/", "/tasks/")) for link in reader.links)


def test_text_has_one_line_per_unit_and_marks_doubt() -> None:
    made = render.organogram(before(), "txt").decode()
    assert "? Centrum «Oost» & Haven — begon tussen 1 januari en 31 maart 2018" in made
    assert all(node.label in made for _, node in before().root.walk())
    assert len(render.organogram(nasty(), "txt").decode().splitlines()) == 7 + 3 * len(NASTY)
