"""What people type, and the first answer that the sources give: gathered by hand, not from our labels."""

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from organograaf.model import Literal
from organograaf.register import Register
from organograaf.search import Index, ask
from organograaf.view import Named
from organograaf.vocab import GRAAF, RDF, SKOS, kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A text, a day, and the first thing it must find with who then does, holds or rests on it."""

    q: str
    on: date
    thing: str
    who: str
    source: str
    why: str


def _queries() -> list[Query]:
    with (Path(__file__).parent / "queries.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        return [
            Query(q=q, on=date.fromisoformat(on), thing=thing, who=who, source=source, why=why)
            for q, on, thing, who, source, why in rows
        ]


QUERIES = _queries()


@pytest.fixture(scope="module")
def index(antwerp: Register) -> Index:
    return Index(antwerp)


def test_there_are_at_least_sixty_queries_on_days_years_apart(antwerp: Register) -> None:
    assert len({query.q for query in QUERIES}) >= 60
    assert len({query.on.year for query in QUERIES}) >= 10
    numbers = {source.number for source in antwerp.sources.values()}
    assert {query.source for query in QUERIES} <= numbers


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: f"{query.q} {query.on}")
def test_the_first_answer_is_that_of_the_sources(antwerp: Register, index: Index, query: Query) -> None:
    first = ask(antwerp, index, query.q, query.on).matches[0].finding
    assert f"{kind(first.thing.iri)}:{first.thing.slug}" == query.thing
    told = {piece.slug for piece in dict(first.told)["nl"] if isinstance(piece, Named)}
    does = {doing.unit.slug for doing in first.possible}
    assert not query.who or query.who in (does if first.kind == "task" else told)


def test_every_word_group_reads_as_words_that_sources_use(antwerp: Register, index: Index) -> None:
    groups = [p for p in antwerp.plain.values() if GRAAF.WordGroup in p.get(RDF.type, ())]
    assert len(groups) > 50
    meant = [label.value for p in groups for label in p[SKOS.prefLabel] if isinstance(label, Literal)]
    assert [text for text in meant if not index.find(text) or index.read_as(text)] == []
