"""Every phrase that a fact rests on stands in its source."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from organograaf.model import Passage
from organograaf.register import Register

VERBATIM = ("000", "001", "002", "003", "004")


def _text(shared: Path, number: str) -> str:
    (path,) = (shared / "sources").glob(f"{number}-*.txt")
    return _flat(path.read_text(encoding="utf-8"))


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def _passages(register: Register) -> Iterator[tuple[str, Passage]]:
    for passage in register.passages.values():
        number = register.sources[passage.source].number
        if number in VERBATIM:
            yield number, passage


def _lost(register: Register, shared: Path) -> list[str]:
    texts = {number: _text(shared, number) for number in VERBATIM}
    return [p.iri for number, p in _passages(register) if _flat(p.phrase) not in texts[number]]


def test_every_phrase_is_found_back_in_its_source(antwerp: Register, shared: Path) -> None:
    assert _lost(antwerp, shared) == []
    assert len(list(_passages(antwerp))) > 100


def test_a_phrase_that_is_not_in_its_source_is_noticed(antwerp: Register, shared: Path) -> None:
    iri, passage = next(iter(antwerp.passages.items()))
    broken = replace(
        antwerp, passages={**antwerp.passages, iri: replace(passage, phrase="Dit staat er niet")}
    )
    assert _lost(broken, shared) == [iri]


def test_no_phrase_is_longer_than_ten_words(antwerp: Register) -> None:
    assert [p.iri for p in antwerp.passages.values() if len(p.phrase.split()) > 10] == []


def test_every_section_of_a_verbatim_source_is_named(antwerp: Register) -> None:
    assert [p.iri for _, p in _passages(antwerp) if not p.section.strip()] == []


@pytest.mark.parametrize("number", VERBATIM)
def test_every_source_yields_facts(antwerp: Register, number: str) -> None:
    source = next(s.iri for s in antwerp.sources.values() if s.number == number)
    assert any(antwerp.passages[e].source == source for f in antwerp.facts for e in f.evidence)
