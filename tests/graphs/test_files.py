"""Reading Turtle and writing it in the one canonical way."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Graph, Literal, URIRef
from rdflib.compare import isomorphic

from organograaf import share
from organograaf.errors import BadData
from organograaf.graphs import canonical, content_hash, files_in, graph_iri, read, read_folder

_GOOD = "PREFIX unit: <https://w3id.org/organograaf/id/unit/>\nunit:a unit:b unit:c .\n"


def _file(folder: Path, text: str | bytes) -> Path:
    path = folder / "001-x.ttl"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_a_file_is_a_graph_named_by_its_folder_and_name(tmp_path: Path) -> None:
    folder = tmp_path / "antwerpen"
    folder.mkdir()
    assert graph_iri(folder / "001-x.ttl") == "https://w3id.org/organograaf/graph/antwerpen/001-x"


def test_a_syntax_error_names_file_and_line_and_what_to_do(tmp_path: Path) -> None:
    path = _file(tmp_path, _GOOD + "unit:a unit:b\n")
    with pytest.raises(BadData) as caught:
        read(path)
    assert str(path) in str(caught.value)
    assert "regel" in str(caught.value)
    assert "line" in caught.value.text("en")


def test_a_file_that_is_not_utf8_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(BadData, match="UTF-8"):
        read(_file(tmp_path, b"\xff\xfe"))


def test_a_blank_node_is_refused_with_the_file_it_stands_in(tmp_path: Path) -> None:
    path = _file(tmp_path, _GOOD + "[] unit:b unit:c .\n")
    with pytest.raises(BadData, match=str(path)):
        list(read(path).rows())


def test_a_folder_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadData, match="bestaat niet"):
        read_folder(tmp_path / "nowhere")


@pytest.mark.parametrize("path", files_in(share.data()), ids=lambda path: path.stem)
def test_a_published_file_is_canonical(path: Path) -> None:
    assert canonical(read(path).graph) == path.read_text(encoding="utf-8")


_names = st.from_regex(r"[a-z][a-z0-9\-]{0,8}", fullmatch=True).map(
    lambda n: URIRef(f"https://w3id.org/organograaf/id/unit/{n}")
)
_texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=30)
_objects = st.one_of(_names, _texts.map(lambda t: Literal(t, lang="nl")), _texts.map(Literal))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(_names, _names, _objects), max_size=8))
def test_written_then_read_is_the_same_and_written_again_is_the_same_text(
    triples: list[tuple[URIRef, URIRef, URIRef | Literal]],
) -> None:
    graph = Graph(bind_namespaces="none")
    for triple in triples:
        graph.add(triple)
    text = canonical(graph)
    back = Graph(bind_namespaces="none").parse(data=text, format="turtle")
    assert isomorphic(graph, back)
    assert canonical(back) == text


def test_the_content_hash_changes_with_any_byte(tmp_path: Path) -> None:
    path = _file(tmp_path, _GOOD)
    before = content_hash([path])
    path.write_text(_GOOD + " ", encoding="utf-8")
    assert content_hash([path]) != before
