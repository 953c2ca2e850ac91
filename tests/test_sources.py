"""Every phrase that a fact rests on stands in its source."""

from dataclasses import replace
from pathlib import Path

import pytest
from rdflib import Literal, URIRef

from organograaf import share
from organograaf.build import Tree, read_tree
from organograaf.build.phrases import unfound
from organograaf.errors import BadQuestion
from organograaf.graphs import read
from organograaf.vocab import OA

PRIMARY = ("000", "001", "002", "003", "004")


@pytest.fixture(scope="module")
def tree() -> Tree:
    return read_tree(share.data())


def test_every_phrase_is_found_back_in_its_source(tree: Tree, shared: Path) -> None:
    assert [(f.focus, f.value) for f in unfound(tree, shared / "sources")] == []
    checked = [
        p for p in tree.register.passages.values() if tree.register.sources[p.source].number in PRIMARY
    ]
    assert len(checked) > 350


def test_a_phrase_that_is_not_in_its_source_is_named_with_file_and_fact(tree: Tree, shared: Path) -> None:
    file = read(tree.facts[0].path)
    quote = next(iter(file.graph.subjects(URIRef(OA.exact))))
    file.graph.set((quote, URIRef(OA.exact), Literal("Dit staat er niet")))
    (found,) = unfound(replace(tree, facts=(file, *tree.facts[1:])), shared / "sources")
    assert found.value == "Dit staat er niet"
    assert str(found.graph).endswith(file.path.name)
    assert "fact:" in found.nl


def test_a_folder_without_texts_is_refused(tree: Tree, tmp_path: Path) -> None:
    with pytest.raises(BadQuestion, match="bronteksten"):
        list(unfound(tree, tmp_path))


def test_no_phrase_is_longer_than_ten_words(tree: Tree) -> None:
    assert [p.iri for p in tree.register.passages.values() if len(p.phrase.split()) > 10] == []


def test_every_passage_names_its_section(tree: Tree) -> None:
    assert [p.iri for p in tree.register.passages.values() if not p.section.strip()] == []


def test_every_source_yields_facts(tree: Tree) -> None:
    register = tree.register
    used = {register.passages[e].source for f in register.facts for e in f.evidence if e in register.passages}
    assert [s.number for s in register.sources.values() if s.iri not in used] == []
