"""Pictures and written forms change only when somebody looks at them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from organograaf import render
from organograaf.render.svg import svg
from organograaf.view import Organogram

from .trees import after, before


@pytest.mark.parametrize("name", ["txt", "json", "csv", "html", "dot"])
@pytest.mark.parametrize("view", [before(), after()], ids=["before", "after"])
def test_the_written_forms_are_as_we_last_saw_them(
    view: Organogram, name: str, golden: Callable[[str, bytes], None]
) -> None:
    which = "voor" if view.unplaced else "na"
    golden(f"voorbeeldstad-{which}.{name}", render.organogram(view, name))


@pytest.mark.parametrize("paper", ["A3", "A4"])
@pytest.mark.parametrize("view", [before(), after()], ids=["before", "after"])
def test_the_picture_is_as_we_last_saw_it(
    view: Organogram, paper: str, golden: Callable[[str, bytes], None]
) -> None:
    which = "voor" if view.unplaced else "na"
    golden(f"voorbeeldstad-{which}-{paper}.svg", svg(view, paper, embed_font=False))


def test_an_english_picture_of_what_was_known_then_is_as_we_last_saw_it(
    golden: Callable[[str, bytes], None],
) -> None:
    view = replace(after(), known=date(2020, 1, 1), until=None)
    golden("voorbeeldstad-known-A4.svg", svg(view, "A4", "en", embed_font=False))
