import csv
import io
import json

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from starlette.testclient import TestClient

FORMATS = {
    "svg": ("image/svg+xml", b"<?xml"),
    "png": ("image/png", b"\x89PNG\r\n\x1a\n"),
    "pdf": ("application/pdf", b"%PDF-"),
    "dot": ("text/vnd.graphviz; charset=utf-8", b"digraph"),
    "json": ("application/json", b"{"),
    "csv": ("text/csv; charset=utf-8", b"\xef\xbb\xbf"),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", b"PK\x03\x04"),
    "txt": ("text/plain; charset=utf-8", b""),
}
DAY = "2019-06-01"


@pytest.mark.parametrize("suffix", FORMATS)
def test_every_suffix_gives_its_format_and_says_so(client: TestClient, suffix: str) -> None:
    answer = client.get(f"/organogram.{suffix}?on={DAY}")
    media_type, magic = FORMATS[suffix]
    assert answer.status_code == 200
    assert answer.headers["content-type"] == media_type
    assert answer.content.startswith(magic)
    assert f"stad-en-ocmw-voorbeeldstad-{DAY}.{suffix}" in answer.headers["content-disposition"]


def test_every_file_shows_the_same_units(client: TestClient) -> None:
    files = {suffix: client.get(f"/organogram.{suffix}?on={DAY}").content for suffix in FORMATS}
    sheet = load_workbook(io.BytesIO(files["xlsx"])).active
    cells = {str(cell) for row in sheet.iter_rows(values_only=True) for cell in row}
    rows = csv.reader(io.StringIO(files["csv"].decode("utf-8-sig")), delimiter=";")
    pdf = PdfReader(io.BytesIO(files["pdf"])).pages
    name = "Buurtwerk"
    assert name in cells
    assert name in {cell for row in rows for cell in row}
    assert name in "".join(page.extract_text() for page in pdf)
    assert all(name in files[suffix].decode() for suffix in ("svg", "dot", "json", "txt"))


def test_the_json_file_is_the_answer_of_the_api(client: TestClient) -> None:
    file, api = client.get(f"/organogram.json?on={DAY}"), client.get(f"/api/v1/organogram?on={DAY}")
    assert json.loads(file.content) == json.loads(api.content)


def test_the_paper_decides_the_size_of_the_page(client: TestClient) -> None:
    sizes = [
        PdfReader(io.BytesIO(client.get(f"/organogram.pdf?paper={paper}").content)).pages[0].mediabox
        for paper in ("a4", "a3")
    ]
    assert sorted(map(float, sizes[0][2:])) == pytest.approx([595.28, 841.89])
    assert sorted(map(float, sizes[1][2:])) == pytest.approx([841.89, 1190.55])


def test_the_root_and_the_depth_decide_what_is_in_it(client: TestClient) -> None:
    tree = client.get(f"/organogram.json?on={DAY}&root=voorbeeldstad&depth=1").json()
    assert tree["root"]["slug"] == "voorbeeldstad"
    assert tree["root"]["units"]
    assert all(unit["units"] == [] for unit in tree["root"]["units"])


def test_a_picture_in_english_has_an_english_title(client: TestClient) -> None:
    assert "1 June 2019" in client.get(f"/organogram.svg?on={DAY}&lang=en").text
    assert "1 juni 2019" in client.get(f"/organogram.svg?on={DAY}").text


def test_two_days_of_one_stretch_each_show_their_own_day(client: TestClient) -> None:
    first, second = (client.get(f"/organogram.txt?on=2019-06-0{day}") for day in (1, 2))
    assert "1 juni 2019" in first.text
    assert "2 juni 2019" in second.text
    assert first.headers["etag"] != second.headers["etag"]
