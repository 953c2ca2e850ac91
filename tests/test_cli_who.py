"""The command that asks who does what, as a person meets it."""

from tests.test_cli import Run, run

__all__ = ["run"]


def test_who_does_what_is_told_in_sentences_with_sources(run: Run) -> None:
    said = run("who", "rommelmarkt", "--on", "2015-08-31")
    assert said.code == 0
    assert "Daarna: Buurtwerk (vanaf 1" in said.out
    assert "Bronnen: V" in said.out
    assert "After that: Buurtwerk" in run("who", "rommelmarkt", "--on", "2015-08-31", "--lang", "en").out


def test_nothing_found_is_an_answer_and_no_word_is_bad_use(run: Run) -> None:
    assert run("who", "xyzzyqwerty").code == 1
    nothing = run("who", " ")
    assert nothing.code == 2
    assert "Geef in q een woord" in nothing.err
