import pytest

from organograaf.search.words import Vocabulary, said, stem, words


def test_words_are_folded_to_lower_case_without_accents() -> None:
    assert words("Coördinatie & INSPECTIE, art. 60 § 7") == ["coordinatie", "inspectie", "art", "60", "7"]


def test_a_question_leaves_out_what_says_nothing_unless_nothing_is_left() -> None:
    assert said("Wie is de baas van sociale zaken?") == ["baas", "sociale", "zaken"]
    assert said("van de") == ["van", "de"]
    assert said("") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("daklozen", "dakloos"), ("leeflonen", "leefloon"), ("ziekenhuizen", "ziekenhuis"), ("tolken", "tolk")],
)
def test_forms_of_a_dutch_word_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_a_word_is_part_of_what_begins_or_ends_with_it() -> None:
    vocabulary = Vocabulary(["schuldbemiddeling", "bemiddeling", "opvang", "nachtopvang", "op"])
    assert [part.word for part in vocabulary.longer("schuld")] == ["schuldbemiddeling"]
    assert [part.word for part in vocabulary.longer("opvang")] == ["nachtopvang"]


def test_a_compound_falls_into_the_longest_words_that_are_known() -> None:
    vocabulary = Vocabulary(["schulden en budget", "begeleiding", "de"])
    assert vocabulary.halves("budgetbegeleiding") == ("budget", "begeleiding")
    assert vocabulary.halves("xyz") == ()


def test_what_a_hanging_hyphen_leaves_out_is_filled_in_when_it_is_a_known_word() -> None:
    vocabulary = Vocabulary(
        ["de dak- en thuislozenwerking", "thuislozen", "daklozen", "poets- en karweihulp"]
    )
    assert vocabulary.suspended("de dak- en thuislozenwerking") == ("daklozen",)
    assert vocabulary.suspended("poets- en karweihulp") == ()


@pytest.mark.parametrize("typo", ["schuldbemidelling", "shuldbemiddeling", "shuldbemidelling"])
def test_a_slip_finds_the_word_that_was_meant(typo: str) -> None:
    assert Vocabulary(["schuldbemiddeling", "schulden"]).alike(typo)[0].word == "schuldbemiddeling"


def test_a_short_word_and_a_known_compound_are_no_slips() -> None:
    vocabulary = Vocabulary(["winteropvang", "kinderen", "opvang", "doel"])
    assert vocabulary.alike("doet") == ()
    assert vocabulary.alike("kinderopvang") == ()
