"""Text fits its box, and what belongs together stays together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organograaf.render.fonts import NO_BREAK, Face, characters, drawable, width
from organograaf.render.text import CURATED, LONGEST, balanced, keep_together, wrap

WORDS = st.text(min_size=1, max_size=120)


@pytest.mark.parametrize("word", ["Ontwikkelingssamenwerking", "Personeelsmanagement", "x" * 200])
@pytest.mark.parametrize("room", [40.0, 60.0, 96.0])
def test_a_word_wider_than_its_box_is_broken(word: str, room: float) -> None:
    lines = wrap(word, Face.BOLD, 10, room)
    assert max(width(line, Face.BOLD, 10) for line in lines) <= room
    assert "".join(lines).replace("-", "") == word


@given(WORDS, st.floats(30, 300), st.sampled_from(Face))
def test_no_line_is_wider_than_its_room_whatever_the_text(text: str, room: float, face: Face) -> None:
    for line in (*wrap(text, face, 10, room), *balanced(text, face, 10, room)):
        assert width(line, face, 10) <= room


@given(WORDS, st.floats(30, 300))
def test_no_letter_is_lost_when_text_is_broken(text: str, room: float) -> None:
    lines = "".join(wrap(text, Face.REGULAR, 10, room))

    def letters(of: str) -> str:
        return "".join(char for char in of if char not in f"- {NO_BREAK}–")

    assert letters(lines) == letters(keep_together(drawable(text)))


@pytest.mark.parametrize("room", range(60, 200, 7))
def test_article_60_paragraph_7_stays_on_one_line(room: int) -> None:
    lines = wrap("Werkervaring voor klanten (art. 60 § 7) in de wijk", Face.REGULAR, 10, room)
    assert any(f"art.{NO_BREAK}60{NO_BREAK}§{NO_BREAK}7" in line for line in lines)


def test_a_curated_break_goes_before_hyphenation() -> None:
    assert wrap("thuislozenwerking", Face.REGULAR, 10, 66)[0] == "thuislozen-"
    assert wrap("Thuislozenwerking", Face.REGULAR, 10, 66) == ("Thuislozen-", "werking")


@pytest.mark.parametrize("word", ["verantwoordelijkheidsbesef", "vergunningenbeleid", "schoolopbouwwerk"])
def test_hyphenation_leaves_five_letters_on_each_side(word: str) -> None:
    lines = wrap(word, Face.REGULAR, 10, width(word, Face.REGULAR, 10) - 1)
    assert len(lines) == 2
    assert min(len(line.rstrip("-")) for line in lines) >= 5


def test_curated_breaks_are_each_one_break() -> None:
    assert all(entry.count("-") == 1 for entry in CURATED)


def test_text_is_measured_in_the_weight_that_is_drawn() -> None:
    assert width("Stad", Face.BOLD, 10) > width("Stad", Face.REGULAR, 10)


@given(st.text(max_size=200))
def test_what_is_drawn_has_a_glyph_in_every_face(text: str) -> None:
    assert set(drawable(text)) <= characters()


def test_direction_and_control_characters_do_no_harm() -> None:
    assert drawable("\u202eevil\u0000\u2066x") == "evilx"
    assert drawable("x\ny\tz") == "x y z"


def test_stacked_accents_do_not_climb_over_the_line_above() -> None:
    assert len(drawable("É" + "\u0301" * 50)) <= 2


def test_a_monstrous_name_is_cut_with_an_ellipsis() -> None:
    assert "".join(wrap("x" * 9999, Face.REGULAR, 10, 100)).endswith("…")
    assert len("".join(wrap("x" * 9999, Face.REGULAR, 10, 100))) == LONGEST
