from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from organograaf.errors import BadQuestion
from organograaf.model import Literal
from organograaf.period import Certainty
from organograaf.register import Register, Row
from organograaf.search import LONGEST, Filter, Index, Indexes, ask
from organograaf.search.index import MOST_HITS
from organograaf.search.words import words
from organograaf.vocab import GRAAF, RDF, SKOS, slug

DAY = date(2016, 6, 1)
texts = st.one_of(
    st.text(max_size=LONGEST),
    st.lists(
        st.sampled_from(
            ["schuld", "hulp", "Thuis-zorg", "buurtwerk", "groen", "AND", "NOT", '"', "*", "~2", "de"]
        ),
        max_size=14,
    ).map(" ".join),
)


@pytest.fixture(scope="module")
def index(town: Register) -> Index:
    return Index(town)


def found(index: Index, text: str) -> list[str]:
    return [slug(hit.iri) for hit in index.find(text)]


def test_a_thing_is_found_by_every_name_it_ever_had(index: Index) -> None:
    assert found(index, "burgerloket")[0] == "burgerloket"
    assert found(index, "Huis van de Voorbeeldburger")[0] == "burgerloket"
    assert "rommelmarktvergunning" in found(index, "rommelmarkten")


def test_people_events_sources_and_posts_are_found_too(index: Index) -> None:
    kinds = {hit.kind for text in ("An Voorbeeld", "fusie Geldzaken", "jaarverslag", "algemeen directeur")
             for hit in index.find(text)}  # fmt: skip
    assert {"person", "event", "source", "post"} <= kinds


def test_a_word_group_reads_what_people_type_as_what_sources_call_it() -> None:
    group, task = "https://w3id.org/organograaf/id/word/x", "https://w3id.org/organograaf/id/task/opvang"
    rows: list[Row] = [
        ("g", group, RDF.type, GRAAF.WordGroup),
        ("g", group, SKOS.prefLabel, Literal("nachtopvang", "nl")),
        ("g", group, SKOS.altLabel, Literal("night shelter", "en")),
        ("g", task, RDF.type, SKOS.Concept),
        ("g", task, SKOS.prefLabel, Literal("nachtopvang", "nl")),
    ]
    index = Index(Register.of(rows))
    assert found(index, "a night shelter") == ["opvang"]
    assert index.read_as("night shelter") == (("night shelter", "nachtopvang"),)
    assert index.read_as("nachtopvagn") == (("nachtopvagn", "nachtopvang"),)


def test_an_index_of_nothing_finds_nothing() -> None:
    assert Index(Register.of([])).find("schuld") == ()


def test_an_index_is_built_once_per_register_and_only_the_recent_ones_are_kept(town: Register) -> None:
    indexes = Indexes(largest=1)
    first = indexes.of(town)
    assert indexes.of(town) is first
    indexes.of(Register.of([], dataset="other"))
    assert indexes.of(town) is not first


@given(texts)
@settings(max_examples=60, deadline=None)
def test_any_text_answers_or_errs_politely_and_always_the_same(
    town: Register, index: Index, text: str
) -> None:
    if not words(text):
        with pytest.raises(BadQuestion, match="Geef in q een woord"):
            ask(town, index, text, DAY)
        return
    answered = ask(town, index, text, DAY)
    assert len(answered.matches) <= MOST_HITS
    assert ask(town, index, text, DAY) == answered
    assert ask(town, Index(town), text, DAY) == answered


@given(texts, st.dates(date(2009, 1, 1), date(2020, 12, 31)))
@settings(max_examples=60, deadline=None)
def test_what_is_certain_is_among_what_is_possible(town: Register, index: Index, text: str, on: date) -> None:
    if not words(text):
        return
    whole = ask(town, index, text, on)
    kept = ask(town, index, text, on, Filter(only_certain=True))
    assert {one.thing for one in (m.finding for m in kept.matches)} <= {
        m.finding.thing for m in whole.matches
    }
    possible = {doing for match in whole.matches for doing in match.finding.possible}
    certain = {doing for match in kept.matches for doing in match.finding.possible}
    assert certain == {doing for doing in possible if doing.certainty is Certainty.CERTAIN}


def test_a_text_that_is_too_long_is_refused_and_the_longest_is_not(town: Register, index: Index) -> None:
    assert ask(town, index, ("xyzq " * LONGEST)[:LONGEST], DAY).matches == ()
    with pytest.raises(BadQuestion, match="te lang"):
        ask(town, index, "x" * (LONGEST + 1), DAY)
