"""A difference as a picture, as tables and as text."""

import csv
import io
import json
from collections.abc import Callable
from datetime import date, datetime

import pytest
from openpyxl import load_workbook

from organograaf.changes import ChangeKind, Crosswalk, Difference
from organograaf.difference import crosswalk, difference
from organograaf.errors import NotSupported
from organograaf.register import Register
from organograaf.render import comparison
from organograaf.render.comparison.picture import difference_svg, marked
from organograaf.render.layout import pages
from organograaf.render.shapes import Box
from organograaf.render.tone import CHANGES, Tone
from organograaf.vocab import iri

from .laws import check

TOP = iri("organisation", "stad-en-ocmw-voorbeeldstad")


@pytest.fixture(scope="module")
def view(town: Register) -> Difference:
    """What changed in Voorbeeldstad between 2015 and the summer of 2018."""
    return difference(town, town, date(2015, 8, 1), date(2018, 7, 1), TOP)


@pytest.fixture(scope="module")
def walk(town: Register) -> Crosswalk:
    """The crosswalk of the same days."""
    return crosswalk(town, date(2011, 6, 1), date(2018, 7, 1))


def boxes(view: Difference) -> list[Box]:
    return [box for page in pages(marked(view)) for box in page.boxes if box.slug]


@pytest.mark.parametrize("paper", ["A3", "A4"])
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_nothing_in_the_picture_overlaps_or_leaves_its_box(view: Difference, paper: str, lang: str) -> None:
    for page in pages(marked(view), paper, lang):
        check(page)


def test_only_change_has_a_colour_and_every_colour_a_sign(view: Difference) -> None:
    for box in boxes(view):
        assert box.tone is Tone.SAME or box.tone in CHANGES
        assert (box.sign is box.tone) == (box.tone in CHANGES)


def test_a_change_says_whence_and_what_moved_along_is_not_flagged(view: Difference) -> None:
    by_slug = {box.slug: box for box in boxes(view)}
    moved = by_slug["thuiszorg"]
    assert moved.tone is Tone.MOVED
    assert "uit OCMW Voorbeeldstad" in " ".join(text.text for text in moved.texts)
    assert by_slug["fietsherstelplaats"].tone is Tone.SAME


def test_every_unit_that_changed_and_still_exists_is_drawn(view: Difference) -> None:
    told = [
        one for one in view.changes if one.kind in (ChangeKind.APPEARED, ChangeKind.MOVED, ChangeKind.RENAMED)
    ]
    assert {one.thing.slug for one in told} <= {box.slug for box in boxes(view)}


def test_what_no_longer_exists_stands_apart_with_what_became_of_it(view: Difference) -> None:
    compared = marked(view).compared
    assert compared is not None
    fates = {one.label: dict(one.fate)["nl"] for one in compared.gone}
    assert fates["Schuldhulp"] == "▶ naar Geldzaken"
    assert set(fates) == {one.thing.label for one in view.of(ChangeKind.DISAPPEARED)}


def test_the_picture_has_both_days_in_its_title(view: Difference) -> None:
    drawn = difference_svg(view, lang="en").decode()
    assert "what changed between 1 August 2015 and 1 July 2018" in drawn


@pytest.mark.parametrize("format_", comparison.DIFFERENCE_FORMATS)
def test_every_format_of_a_difference_is_written_the_same_each_time(view: Difference, format_: str) -> None:
    first = comparison.difference(view, format_)
    assert len(first) > 100
    assert first == comparison.difference(view, format_)


def test_the_table_and_the_json_tell_every_change_once(view: Difference) -> None:
    told = len(view.changes) + len(view.corrections)
    text = comparison.difference(view, "csv").decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert len(rows) == told + 1
    groups = ("appeared", "disappeared", "renamed", "moved", "carriers", "tasks", "posts", "certainty")
    values = json.loads(comparison.difference(view, "json"))
    assert sum(len(values[group]) for group in (*groups, "corrections")) == told
    assert all(set(one["sentence"]) == {"nl", "en"} for group in groups for one in values[group])


def test_a_crosswalk_in_a_workbook_has_codes_and_real_dates(walk: Crosswalk) -> None:
    sheet = load_workbook(io.BytesIO(comparison.crosswalk(walk, "xlsx"))).active
    head, *rows = sheet.iter_rows(values_only=True)
    assert head[:2] == ("oude code", "oude naam")
    assert len(set(head)) == len(head)
    assert len(rows) == len(walk.pairs)
    merged = next(row for row in rows if row[0] == "schuldhulp")
    assert merged[2:5] == (datetime(2011, 6, 1), "geldzaken", "Geldzaken")


def test_another_format_is_refused_with_what_there_is(view: Difference, walk: Crosswalk) -> None:
    with pytest.raises(NotSupported, match="svg, png, pdf"):
        comparison.difference(view, "doc")
    with pytest.raises(NotSupported, match="csv, xlsx, json"):
        comparison.crosswalk(walk, "pdf")


@pytest.mark.parametrize("format_", ["txt", "md", "csv"])
def test_the_written_forms_of_a_difference_are_as_we_last_saw_them(
    view: Difference, format_: str, golden: Callable[[str, bytes], None]
) -> None:
    made = comparison.difference(view, format_).replace(view.dataset.encode(), b"DATASET")
    golden(f"voorbeeldstad-verschil.{format_}", made)


def test_the_picture_of_a_difference_is_as_we_last_saw_it(
    view: Difference, golden: Callable[[str, bytes], None]
) -> None:
    made = difference_svg(view, "A3", embed_font=False).replace(view.dataset.encode(), b"DATASET")
    golden("voorbeeldstad-verschil-A3.svg", made)


def test_the_crosswalk_is_as_we_last_saw_it(walk: Crosswalk, golden: Callable[[str, bytes], None]) -> None:
    golden("voorbeeldstad-concordantie.csv", comparison.crosswalk(walk, "csv"))
