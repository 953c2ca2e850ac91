"""What can go wrong: one tree, a sentence in two languages."""

from collections.abc import Callable, Iterator

import pytest

from organograaf import errors
from organograaf.errors import BadData, BadDate, BadQuestion, Invalid, NotSupported, OrganograafError
from organograaf.period import Moment, moment, question_day


def kinds(root: type[OrganograafError] = OrganograafError) -> Iterator[type[OrganograafError]]:
    yield root
    for narrower in root.__subclasses__():
        yield from kinds(narrower)


@pytest.mark.parametrize("kind", list(kinds()), ids=lambda kind: kind.__name__)
def test_every_error_speaks_dutch_and_english(kind: type[OrganograafError]) -> None:
    error = kind("Dat kan niet.", "That cannot be.")
    assert str(error) == error.text() == error.text("nl") == "Dat kan niet."
    assert error.text("en") == "That cannot be."


def test_another_language_is_answered_in_dutch() -> None:
    assert OrganograafError("Dat kan niet.", "That cannot be.").text("fr") == "Dat kan niet."


@pytest.mark.parametrize("kind", list(kinds()), ids=lambda kind: kind.__name__)
def test_an_error_without_its_english_sentence_cannot_be_raised(kind: type[OrganograafError]) -> None:
    with pytest.raises(TypeError):
        kind("Dat kan niet.")  # type: ignore[call-arg]


def test_every_exception_of_the_module_hangs_in_the_one_tree() -> None:
    public = {one for one in vars(errors).values() if isinstance(one, type) and issubclass(one, Exception)}
    assert public == {kind for kind in kinds() if kind.__module__ == errors.__name__}


def test_a_wrong_question_and_wrong_data_are_told_apart() -> None:
    assert issubclass(BadDate, BadQuestion)
    assert issubclass(NotSupported, BadQuestion)
    assert issubclass(Invalid, BadData)
    assert not issubclass(BadQuestion, BadData)


def test_a_bad_date_is_also_a_value_error_for_libraries_that_expect_one() -> None:
    with pytest.raises(ValueError, match="31/02/2018"):
        question_day("31/02/2018")


@pytest.mark.parametrize("ask", [moment, question_day], ids=lambda ask: ask.__name__)
def test_a_bad_date_names_the_text_and_says_what_to_write(ask: Callable[[str], Moment]) -> None:
    with pytest.raises(BadDate) as refused:
        ask("overmorgen")
    for lang in ("nl", "en"):
        assert "overmorgen" in refused.value.text(lang)
        assert "2018-06-01" in refused.value.text(lang)
    assert refused.value.text("nl") != refused.value.text("en")
