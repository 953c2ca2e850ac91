"""Lifelines as a picture, as text and as JSON."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from organograaf.lifelines import life, lifelines, window
from organograaf.model import Basis
from organograaf.period import MAX, MIN, Certainty, Period
from organograaf.register import Register
from organograaf.render import lifelines as drawn
from organograaf.render.fonts import FAMILY
from organograaf.render.lifelines.bars import Axis, bar_marks
from organograaf.render.lifelines.picture import document, life_svg, lifelines_svg
from organograaf.render.lifelines.segments import Sort, segments
from organograaf.render.marks import Area, Path, Rect
from organograaf.render.shapes import Page
from organograaf.render.tone import COLOURS, Tone
from organograaf.spans import Bar, Lifelines
from organograaf.vocab import RDF, iri
from tests.difference.histories import UNITS, histories

from .laws import check, check_loose_texts

TOP = iri("organisation", "stad-en-ocmw-voorbeeldstad")
FIRST, LAST = date(2009, 1, 1), date(2021, 1, 1)
days = st.dates(date(2005, 1, 1), date(2025, 1, 1))
bounds = st.builds(
    Period, st.one_of(st.just(MIN), days), st.one_of(days, st.just(MAX)), st.one_of(st.just(MIN), days),
    st.one_of(days, st.just(MAX)),
).filter(lambda period: period.consistent)  # fmt: skip


@pytest.fixture(scope="module")
def view(town: Register) -> Lifelines:
    """The lifelines of all that stood under the whole of Voorbeeldstad."""
    return lifelines(town, FIRST, LAST, root=TOP)


@given(bounds)
@settings(max_examples=2000, deadline=None)
def test_a_certain_stretch_is_exactly_where_it_is_certain(period: Period) -> None:
    found = segments(period, FIRST, LAST)
    edges = {day for one in found for day in (one.start, one.end)} | {FIRST, LAST - timedelta(1)}
    edges |= {period.earliest_start, period.latest_start, period.earliest_end, period.latest_end}
    near = {day + timedelta(by) for day in edges if MIN < day < MAX for by in (-1, 0, 1)}
    for day in (one for one in near if FIRST <= one < LAST):
        sorts = {one.sort for one in found if one.start <= day < one.end}
        assert (Sort.CERTAIN in sorts) == (period.on(day) is Certainty.CERTAIN)
        if Sort.POSSIBLE in sorts:
            assert period.on(day) is Certainty.POSSIBLE


@given(histories)
@settings(max_examples=340, deadline=None)
def test_the_lines_of_a_made_up_history_are_certain_exactly_when_its_things_are(register: Register) -> None:
    for line in lifelines(register, FIRST, LAST, chosen=UNITS).lines:
        assert line.thing is not None
        for day in (date(2010, 6, 1), date(2013, 6, 1), date(2016, 6, 1), date(2019, 6, 1)):
            solid = any(
                one.sort is Sort.CERTAIN and one.start <= day < one.end
                for bar in line.bars
                for one in segments(bar.period, FIRST, LAST)
            )
            sure = any(c is Certainty.CERTAIN for _, c in register.on(day, line.thing.iri, RDF.type))
            assert solid == sure


def check_whole(page: Page) -> None:
    check(page)
    check_loose_texts(page)
    for mark in page.marks:
        points = mark.points if isinstance(mark, (Area, Path)) else ()
        for x, y in points:
            assert -0.1 <= x <= page.width + 0.1
            assert -0.1 <= y <= page.height + 0.1


@pytest.mark.parametrize("paper", ["A3", "A4"])
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_nothing_in_the_picture_overlaps_or_leaves_the_page(view: Lifelines, paper: str, lang: str) -> None:
    for page in document(view, paper, lang).pages:
        check_whole(page)


def test_the_picture_of_antwerp_over_the_years_can_be_read(antwerp: Register) -> None:
    real = lifelines(antwerp, *window(antwerp, None, None))
    (page,) = document(real, "A3", "nl").pages
    check_whole(page)
    assert page.height <= 900
    assert min(text.size for box in page.boxes for text in box.texts) >= 7


def test_a_whole_organisation_takes_several_pages_and_says_what_lies_between_them(antwerp: Register) -> None:
    real = lifelines(antwerp, *window(antwerp, None, None), root=antwerp.top)
    made = document(real, "A3", "nl")
    assert 1 < len(made.pages) < 6
    for page in made.pages:
        check_whole(page)
    rows = [box.slug for page in made.pages for box in page.boxes if box.slug]
    assert sorted(rows) == sorted(line.thing.slug for line in real.lines if line.thing)


def test_certain_is_solid_uncertain_hatched_and_unknown_squares() -> None:
    axis = Axis(0, 1200, date(2010, 1, 1), date(2020, 1, 1))
    period = Period(date(2012, 1, 1), date(2013, 1, 1), date(2016, 1, 1), MAX)
    marks = bar_marks(Bar(period, Basis.STATED), axis, 10, Tone.OCMW)
    strong = COLOURS[Tone.OCMW].strong
    solid = [mark for mark in marks if isinstance(mark, Rect) and mark.fill == strong]
    (bar,) = (mark for mark in solid if mark.width > 20)
    assert bar.x == pytest.approx(axis.at(date(2013, 1, 1)))
    assert bar.x + bar.width == pytest.approx(axis.at(date(2016, 1, 1)))
    stripes = [mark for mark in marks if isinstance(mark, Area)]
    assert stripes
    assert all(axis.at(date(2012, 1, 1)) <= x <= bar.x + 0.1 for mark in stripes for x, _ in mark.points)
    assert len([mark for mark in solid if mark.width < 5 and mark.x > bar.x + bar.width]) == 3


def test_what_was_last_known_before_these_days_has_a_sign_at_their_edge() -> None:
    (sign,) = segments(Period(MIN, date(2001, 1, 1), date(2002, 1, 1), MAX), FIRST, LAST)
    assert (sign.start, sign.sort) == (FIRST, Sort.OPEN_AFTER)
    (sign,) = segments(Period(MIN, date(2022, 1, 1), date(2023, 1, 1), MAX), FIRST, LAST)
    assert (sign.start, sign.sort) == (LAST, Sort.OPEN_BEFORE)


def test_a_curve_joins_the_two_lines_of_a_transfer(town: Register) -> None:
    chosen = (iri("unit", "schuldhulp"), iri("unit", "geldzaken"))
    two = lifelines(town, FIRST, LAST, chosen=chosen)
    (page,) = document(two, "A3", "nl").pages
    rows = {box.slug: box.y + box.height / 2 for box in page.boxes if box.slug}
    curves = [mark for mark in page.marks if isinstance(mark, Path) and len(mark.points) > 10]
    ends = [(curve.points[0][1], curve.points[-1][1]) for curve in curves]
    assert any(abs(a - rows["schuldhulp"]) < 10 and abs(b - rows["geldzaken"]) < 20 for a, b in ends)


def test_every_event_has_its_number_and_its_name(view: Lifelines) -> None:
    told = lifelines_svg(view).decode()
    assert view.events
    for event in view.events:
        assert event.label.split()[0] in told
    (page, *_) = document(view, "A3", "nl").pages
    numbers = {text.text for text in page.texts if text.text.isdigit() and text.ink == "#ffffff"}
    assert numbers == {str(number) for number in range(1, len(view.events) + 1)}


def test_the_life_of_one_thing_is_small_and_stands_without_a_frame(town: Register) -> None:
    made = life_svg(life(town, iri("unit", "burgerloket"))).decode()
    assert "Huis van de Voorbeeldburger" in made
    assert "Bronnen" not in made
    assert 'id="life-title"' in made
    assert f'font-family: "{FAMILY}"' in made


def test_hostile_names_are_drawn_and_written(view: Lifelines, hostile: tuple[str, ...]) -> None:
    for name in hostile:
        bad = tuple(replace(line, label=(("nl", name), ("en", name))) for line in view.lines[:4])
        for format_ in ("svg", "pdf", "txt", "json"):
            assert drawn.lifelines(replace(view, lines=bad), format_)


@pytest.mark.parametrize("format_", drawn.FORMATS)
def test_every_format_of_lifelines_is_written_the_same_each_time(view: Lifelines, format_: str) -> None:
    first = drawn.lifelines(view, format_)
    assert len(first) > 100
    assert first == drawn.lifelines(view, format_)


def test_the_json_has_four_bounds_for_every_bar(view: Lifelines) -> None:
    values = json.loads(drawn.lifelines(view, "json"))
    assert len(values["lines"]) == len(view.lines)
    names = {"earliestStart", "latestStart", "earliestEnd", "latestEnd", "basis"}
    assert all(set(bar) == names for line in values["lines"] for bar in line["bars"])


def test_where_nothing_existed_the_picture_says_so(town: Register) -> None:
    empty = lifelines(town, date(2009, 1, 1), date(2010, 1, 1), chosen=(iri("unit", "geldzaken"),))
    assert "Niets bestond in deze tijd" in lifelines_svg(empty).decode()


def test_the_text_of_lifelines_is_as_we_last_saw_it(
    view: Lifelines, golden: Callable[[str, bytes], None]
) -> None:
    made = drawn.lifelines(view, "txt").replace(view.dataset.encode() or b"?", b"DATASET")
    golden("voorbeeldstad-tijdlijn.txt", made)


def test_the_picture_of_lifelines_is_as_we_last_saw_it(
    view: Lifelines, golden: Callable[[str, bytes], None]
) -> None:
    made = lifelines_svg(view, "A3", embed_font=False).replace(view.dataset.encode() or b"?", b"DATASET")
    golden("voorbeeldstad-tijdlijn-A3.svg", made)


def test_the_life_of_one_thing_is_as_we_last_saw_it(
    town: Register, golden: Callable[[str, bytes], None]
) -> None:
    golden("voorbeeldstad-levenslijn.svg", life_svg(life(town, iri("unit", "burgerloket"))))
