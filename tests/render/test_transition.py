"""A transition as a picture, as text and as JSON."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from organograaf.changes import Stop, Transition
from organograaf.difference import transition as transition_of
from organograaf.register import Register
from organograaf.render import transition as drawn
from organograaf.render.marks import Area
from organograaf.render.ribbons import ribbon
from organograaf.render.shapes import Page
from organograaf.render.transition.layout import RIBBON, bands
from organograaf.render.transition.picture import document, transition_svg
from organograaf.view import Named
from organograaf.vocab import iri

from .laws import apart, check, check_loose_texts, edges, rect_of

TOP = iri("organisation", "stad-en-ocmw-voorbeeldstad")


@pytest.fixture(scope="module")
def view(town: Register) -> Transition:
    """What flowed where in Voorbeeldstad between 2011 and the summer of 2018."""
    return transition_of(town, date(2011, 6, 1), date(2018, 7, 1), TOP)


@pytest.fixture(scope="module")
def real(antwerp: Register) -> Transition:
    """What flowed where in Antwerp over the transition."""
    return transition_of(antwerp, date(2017, 12, 31), date(2018, 7, 1), antwerp.top or "")


def check_whole(page: Page) -> None:
    check(page)
    check_loose_texts(page)
    bodies = [mark for mark in page.marks if isinstance(mark, Area) and len(mark.points) > 20]
    for body in bodies:
        xs, ys = [x for x, _ in body.points], [y for _, y in body.points]
        for box in page.boxes:
            if not (max(xs) <= box.x + 0.1 or min(xs) >= box.x + box.width - 0.1):
                assert apart((min(xs), min(ys), max(xs), max(ys)), edges(box))


@pytest.mark.parametrize("paper", ["A3", "A4"])
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_nothing_in_the_picture_overlaps_or_leaves_its_box(view: Transition, paper: str, lang: str) -> None:
    for page in document(view, paper, lang).pages:
        check_whole(page)


def test_the_picture_of_antwerp_takes_at_most_two_pages_of_a3_and_can_be_read(real: Transition) -> None:
    pages = document(real, "A3", "nl").pages
    assert len(pages) <= 2
    for page in pages:
        check_whole(page)
        assert page.height <= 842
    names = [text for page in pages for box in page.boxes for text in box.texts[:1]]
    assert min(text.size for text in names) >= 8


def test_each_word_on_a_ribbon_lies_within_that_ribbon(real: Transition) -> None:
    page = document(real, "A3", "nl").pages[0]
    bodies = [mark for mark in page.marks if isinstance(mark, Area) and len(mark.points) > 20]
    told = [text for text in page.texts if " · bron" in text.text and text.y > 100]
    assert len(told) > 15
    for text in told:
        _, top, _, bottom = rect_of(text)
        assert any(
            abs(body.points[0][1] - top) < RIBBON and abs(body.points[-1][1] - bottom) < RIBBON
            for body in bodies
        )


def test_all_ribbons_are_of_one_width(view: Transition) -> None:
    (page,) = document(view, "A3", "nl").pages[:1]
    bodies = [mark for mark in page.marks if isinstance(mark, Area) and len(mark.points) > 20]
    wide = max(max(x for x, _ in body.points) - min(x for x, _ in body.points) for body in bodies)
    flows = [b for b in bodies if max(x for x, _ in b.points) - min(x for x, _ in b.points) == wide]
    assert len({round(body.points[-1][1] - body.points[0][1], 6) for body in flows}) == 1


def test_only_an_inferred_ribbon_is_hatched() -> None:
    plain = ribbon((0, 0), (300, 40), 14, colour="#7b1e5b", edge="#7b1e5b", hatched=False)
    hatched = ribbon((0, 0), (300, 40), 14, colour="#7b1e5b", edge="#7b1e5b", hatched=True)
    assert sum(isinstance(mark, Area) for mark in plain) == 1
    assert sum(isinstance(mark, Area) for mark in hatched) > 20


def test_ribbons_of_one_unit_do_not_lie_on_one_another(view: Transition) -> None:
    for band in bands(view, "nl"):
        for placed in (*band.left, *band.right):
            ends = sorted(placed.ends.values())
            assert all(after - before >= RIBBON - 1e-6 for before, after in pairwise(ends))
            assert all(placed.box.y <= end <= placed.box.y + placed.box.height - RIBBON for end in ends)


def test_what_ended_and_what_is_new_say_that_no_source_tells(town: Register) -> None:
    ended = transition_of(town, date(2016, 12, 31), date(2017, 1, 1), TOP)
    assert "geen bron over wat ervan werd" in drawn.transition(ended, "txt").decode()
    assert "geen bron over wat ervan werd" in transition_svg(ended).decode()


def test_between_days_without_change_the_picture_says_so(town: Register) -> None:
    still = transition_of(town, date(2014, 6, 1), date(2014, 6, 2), TOP)
    assert not still.pairs
    assert "ging volgens onze bronnen niets over" in transition_svg(still).decode()


def test_hostile_names_are_drawn_and_written(view: Transition, hostile: tuple[str, ...]) -> None:
    for name in hostile:
        bad = tuple(_named(stop, name) for stop in view.before)
        for format_ in ("svg", "pdf", "txt", "json"):
            assert drawn.transition(replace(view, before=bad), format_)


def _named(stop: Stop, name: str) -> Stop:
    return replace(stop, thing=Named(stop.thing.iri, stop.thing.slug, name))


@pytest.mark.parametrize("format_", drawn.FORMATS)
def test_every_format_of_a_transition_is_written_the_same_each_time(view: Transition, format_: str) -> None:
    first = drawn.transition(view, format_)
    assert len(first) > 100
    assert first == drawn.transition(view, format_)


def test_the_json_has_the_units_of_both_days_and_the_pairs(view: Transition) -> None:
    values = json.loads(drawn.transition(view, "json"))
    assert len(values["before"]) == len(view.before)
    assert len(values["pairs"]) == len(view.pairs)
    assert values["from"] == "2011-06-01"


def test_the_text_of_a_transition_is_as_we_last_saw_it(
    view: Transition, golden: Callable[[str, bytes], None]
) -> None:
    made = drawn.transition(view, "txt").replace(view.dataset.encode() or b"?", b"DATASET")
    golden("voorbeeldstad-overgang.txt", made)


def test_the_picture_of_a_transition_is_as_we_last_saw_it(
    view: Transition, golden: Callable[[str, bytes], None]
) -> None:
    made = transition_svg(view, "A3", embed_font=False).replace(view.dataset.encode() or b"?", b"DATASET")
    golden("voorbeeldstad-overgang-A3.svg", made)
