"""The library of questions: fields are filled with checked terms and nothing else."""

from contextlib import suppress
from datetime import date

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from organograaf.errors import BadQuestion
from organograaf.queries.library import AUDIENCES, Ready, library, ready

NAMES = [one.name for one in library()]
FIELDS = [one for one in library() if one.on and one.unit]


def test_every_audience_has_questions() -> None:
    assert {one.audience for one in library()} == set(AUDIENCES)


@pytest.mark.parametrize("one", library(), ids=lambda one: one.name)
def test_a_question_has_just_the_fields_that_its_sentences_have(one: Ready) -> None:
    for sentence in one.said.values():
        assert ("{on}" in sentence) is (one.on is not None)
        assert ("{unit}" in sentence) is (one.unit is not None)


@pytest.mark.parametrize("one", library(), ids=lambda one: one.name)
def test_what_is_in_the_fields_gives_the_query_itself(one: Ready) -> None:
    assert one.about(on=one.on, unit=one.unit) == one
    assert one.about() == one


@given(
    on=st.dates(), unit=st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True), one=st.sampled_from(FIELDS)
)
def test_any_day_and_any_slug_give_a_query_about_just_them(on: date, unit: str, one: Ready) -> None:
    other = one.about(on=on, unit=unit)
    assert (other.on, other.unit) == (on, unit)
    assert on.isoformat() in other.query
    assert f"unit:{unit} }}" in other.query
    assert list(ox.Store().query(other.query)) == []  # type: ignore[arg-type]
    assert other.about(on=one.on, unit=one.unit) == one


@given(st.text())
def test_what_is_no_slug_never_gets_into_a_query(text: str) -> None:
    one = ready("15-onder-mi")
    with suppress(BadQuestion):
        assert one.about(unit=text or None).query.count("}") == one.query.count("}")


def test_a_field_that_a_question_does_not_have_is_let_be() -> None:
    one = ready("06-ere-stadssecretaris")
    assert one.about(on=date(2016, 1, 1), unit="x } SELECT") == one


@pytest.mark.parametrize("name", ["", "nergens", "../counts", "01"])
def test_a_question_that_is_not_there_says_where_to_choose(name: str) -> None:
    with pytest.raises(BadQuestion, match="/sparql"):
        ready(name)
