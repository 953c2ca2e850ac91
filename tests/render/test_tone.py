"""Colour says for whom a unit works, legibly and never alone."""

import pytest

from organograaf.render.marks import Path
from organograaf.render.paint import paint
from organograaf.render.pieces import text_box
from organograaf.render.shapes import Kind
from organograaf.render.tone import CHANGES, COLOURS, INK, PAPER, QUIET, Colours, Tone, tone
from organograaf.view import Node

from .trees import CITY, OCMW, unit


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours. Source: WCAG 2.2, relative luminance."""

    def luminance(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colours", COLOURS.values())
def test_letters_stand_out_from_every_ground(colours: Colours) -> None:
    assert contrast(PAPER, colours.strong) >= 4.5
    for ink in (INK, QUIET, colours.strong):
        assert contrast(ink, colours.tint) >= 4.5
        assert contrast(ink, PAPER) >= 4.5


def test_colour_is_never_the_only_sign() -> None:
    persons = [tone for tone in Tone if tone not in (*CHANGES, Tone.SAME)]
    assert len({COLOURS[tone].mark for tone in persons}) == len(persons)


def test_what_changed_has_a_sign_of_its_own_besides_a_colour() -> None:
    boxes = [text_box(Kind.LEAF, "Loket", [], 100, tone, sign=tone) for tone in CHANGES]
    signs = [tuple(d.points for d in paint(box) if isinstance(d, Path)) for box in boxes]
    assert all(signs)
    assert len(set(signs)) == len(CHANGES)


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (unit("x", carriers=(CITY,)), Tone.CITY),
        (unit("x", carriers=(OCMW,)), Tone.OCMW),
        (unit("x", carriers=(CITY, OCMW)), Tone.SHARED),
        (unit("x", serves=(CITY, OCMW)), Tone.SHARED),
        (unit("x", carriers=(OCMW,), serves=(CITY,)), Tone.OCMW),
        (unit("x", legal_person=True, slug="zorgbedrijf-antwerpen"), Tone.OTHER),
        (unit("x", legal_person=True, slug="stad-antwerpen"), Tone.CITY),
    ],
)
def test_tone_comes_from_carriers_then_from_whom_it_serves(node: Node, expected: Tone) -> None:
    assert tone(node, Tone.UNKNOWN) is expected


def test_tone_of_a_unit_about_which_nothing_is_said_is_that_of_its_legal_person() -> None:
    assert tone(unit("x"), Tone.OCMW) is Tone.OCMW
    assert tone(unit("x"), Tone.UNKNOWN) is Tone.UNKNOWN
