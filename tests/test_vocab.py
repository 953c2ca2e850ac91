"""The names of things: IRIs made, read back and shortened."""

from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organograaf.vocab import BASE, EDTF, GRAAF, ID, KINDS, ORG, PREFIXES, Namespace, curie, iri, kind, slug

slugs = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True)


@given(st.sampled_from(KINDS), slugs)
def test_kind_and_slug_are_read_back_from_the_iri_they_made(kind_: str, slug_: str) -> None:
    made = iri(kind_, slug_)
    assert (kind(made), slug(made)) == (kind_, slug_)
    assert curie(made) == f"{kind_}:{slug_}"


@given(st.sampled_from(sorted(PREFIXES)), slugs)
def test_a_shortened_iri_grows_back_to_itself(prefix: str, local: str) -> None:
    whole = PREFIXES[prefix] + local
    short, name = curie(whole).split(":", 1)
    assert PREFIXES[short] + name == whole


@pytest.mark.parametrize("text", ["http://example.org/x", "", "unit:sociale-dienstverlening", "urn:x"])
def test_a_text_in_no_known_namespace_stays_whole_and_has_no_kind(text: str) -> None:
    assert curie(text) == text
    assert kind(text) is None


def test_an_iri_below_a_namespace_is_not_shortened_to_something_unreadable() -> None:
    deeper = iri("unit", "a") + "/b"
    assert curie(deeper) == deeper
    assert curie(PREFIXES["org"]) == PREFIXES["org"]


def test_a_term_of_ours_is_not_one_of_our_things() -> None:
    assert kind(GRAAF.basis) is None
    assert slug(GRAAF.basis) == "basis"
    assert curie(GRAAF.basis) == "graaf:basis"


def test_a_namespace_gives_its_terms_by_name_and_hides_what_python_asks() -> None:
    assert ORG.Post == "http://www.w3.org/ns/org#Post"
    with pytest.raises(AttributeError):
        _ = ORG.__wrapped__
    assert Namespace(ORG.base) == ORG


def test_every_prefix_ends_where_a_local_name_can_begin_and_no_two_are_the_same() -> None:
    assert all(base.endswith(("/", "#")) for base in PREFIXES.values())
    assert len(set(PREFIXES.values())) == len(PREFIXES)
    assert all(PREFIXES[kind_] == f"{ID}{kind_}/" for kind_ in KINDS)


def test_flemish_namespaces_keep_the_scheme_that_their_publisher_uses() -> None:
    assert PREFIXES["besluit"].startswith("http://")
    assert PREFIXES["mandaat"].startswith("http://")
    assert PREFIXES["generiek"].startswith("https://")
    assert EDTF == "http://id.loc.gov/datatypes/edtf/EDTF"


def test_our_things_and_our_terms_live_under_one_base() -> None:
    assert GRAAF.base.startswith(BASE)
    assert PurePosixPath(ID.removeprefix(BASE)) == PurePosixPath("id")
