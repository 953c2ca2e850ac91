from datetime import date

import pytest

from organograaf import render
from organograaf.organogram import as_of
from organograaf.register import Register
from organograaf.render.shapes import Box, Kind, Page
from organograaf.view import Organogram


@pytest.fixture
def view(town: Register) -> Organogram:
    assert town.top
    return as_of(town, date(2018, 6, 1), root=town.top)


def _units(page: Page) -> dict[str, Box]:
    return {box.slug: box for box in page.boxes if box.slug}


def test_every_unit_is_drawn_once_on_one_sheet(view: Organogram) -> None:
    (page,) = render.hanging(view)
    drawn = [box.slug for box in page.boxes if box.slug]
    expected = [node.slug for _, node in view.root.walk()] + [one.slug for one in view.unplaced]
    assert sorted(drawn) == sorted(expected)


def test_a_folded_unit_keeps_what_is_under_it_to_itself_and_says_how_many(view: Organogram) -> None:
    parent = next(unit for unit in view.root.units if unit.units)
    (page,) = render.hanging(view, folded={parent.slug}, toggles=True)
    assert parent.slug in _units(page)
    assert not _units(page).keys() & {node.slug for depth, node in parent.walk() if depth}
    toggle = next(box for box in page.boxes if box.fold == parent.slug)
    assert toggle.texts[0].text == f"+{sum(1 for depth, _ in parent.walk() if depth)}"


def test_no_box_lies_on_another_and_all_lie_on_the_sheet(view: Organogram) -> None:
    (page,) = render.hanging(view, toggles=True)
    boxes = [box for box in page.boxes if box.kind is not Kind.SWATCH]
    for at, one in enumerate(boxes):
        assert one.x >= 0
        assert one.x + one.width <= page.width
        assert one.y + one.height <= page.height
        for other in boxes[at + 1 :]:
            apart = (
                one.x + one.width <= other.x + 0.1
                or other.x + other.width <= one.x + 0.1
                or one.y + one.height <= other.y + 0.1
                or other.y + other.height <= one.y + 0.1
            )
            assert apart, (one.name, other.name)


def test_no_text_is_wider_than_its_box(view: Organogram) -> None:
    (page,) = render.hanging(view)
    for box in (box for box in page.boxes if box.slug):
        for text in box.texts:
            assert text.left >= box.x - 0.1
            assert text.left + text.width <= box.x + box.width + 0.1, text.text


@pytest.mark.parametrize(("format_", "start"), [("svg", b"<?xml"), ("png", b"\x89PNG"), ("pdf", b"%PDF")])
def test_it_can_be_taken_away_as_a_picture(view: Organogram, format_: str, start: bytes) -> None:
    assert render.organogram(view, format_, layout="tree").startswith(start)


def test_a_table_does_not_depend_on_the_layout(view: Organogram) -> None:
    assert render.organogram(view, "csv", layout="tree") == render.organogram(view, "csv")
