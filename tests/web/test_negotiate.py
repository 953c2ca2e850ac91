from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from organograaf.web.negotiate import asks_for, best

OFFERED = ("text/turtle", "application/ld+json", "application/rdf+xml", "application/n-triples", "text/html")
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        (None, "text/turtle"),
        ("", "text/turtle"),
        ("*/*", "text/turtle"),
        (BROWSER, "text/html"),
        ("application/ld+json", "application/ld+json"),
        ("application/ld+json;q=0.5, text/turtle;q=0.4", "application/ld+json"),
        ("text/turtle;q=0.4, application/ld+json;q=0.5", "application/ld+json"),
        ("text/*", "text/turtle"),
        ("text/*;q=0.3, text/html;q=0.7", "text/html"),
        ("text/*, text/turtle;q=0", "text/html"),
        ("*/*, text/turtle;q=0, application/ld+json;q=0", "application/rdf+xml"),
        ("TEXT/HTML", "text/html"),
        ('application/ld+json;profile="http://www.w3.org/ns/json-ld#expanded", */*;q=0.1', "text/turtle"),
        ("application/ld+json ; q=1.000", "application/ld+json"),
        (" , text/html , ", "text/html"),
        ("text/html;q=0.001, image/png", "text/html"),
        ("image/png", None),
        ("text/turtle;q=0", None),
        ("*/*;q=0", None),
        ("nonsense", "text/turtle"),
        ("text/turtle;q=2, text/html", "text/html"),
        ("*/html, application/n-triples;q=0.1", "application/n-triples"),
        ('text/html;a="x,y;q=0", application/n-triples;q=0.5', "application/n-triples"),
    ],
)
def test_the_type_that_suits_best_is_chosen(accept: str | None, expected: str | None) -> None:
    assert best(accept, OFFERED) == expected


def test_the_example_of_the_standard_weighs_as_it_says() -> None:
    accept = (
        "text/*;q=0.3, text/plain;q=0.7, text/plain;format=flowed, text/plain;format=fixed;q=0.4, */*;q=0.5"
    )
    falling = [
        "text/plain;format=flowed",
        "text/plain",
        "image/jpeg",
        "text/plain;format=fixed",
        "text/html",
    ]
    for better, worse in pairwise(falling):
        assert best(accept, [worse, better]) == better


@settings(deadline=None)
@given(st.permutations(OFFERED), st.lists(st.integers(0, 1000), min_size=5, max_size=5))
def test_the_highest_weight_wins_in_whatever_order(offered: list[str], thousandths: list[int]) -> None:
    accept = ",".join(f"{name};q={q / 1000:.3f}" for name, q in zip(OFFERED, thousandths, strict=True))
    chosen = best(accept, offered)
    if chosen is None:
        assert max(thousandths) == 0
    else:
        assert thousandths[OFFERED.index(chosen)] == max(thousandths)


@settings(deadline=None)
@given(st.text(alphabet='text/html;q=,*"\\ \t\x00é0.1', max_size=400))
def test_no_header_is_too_strange_to_answer(accept: str) -> None:
    assert best(accept, OFFERED) in (*OFFERED, None)


@pytest.mark.parametrize(
    "header", ['a/b;x="' * 8000, "a/b;" * 20000, "," * 60000, '"' * 60000, "text/html;q=0.1," * 5000]
)
def test_a_header_as_long_as_a_server_takes_is_read_at_once(header: str) -> None:
    assert best(header, OFFERED) in (*OFFERED, None)


def test_only_the_very_type_counts_as_asked_for() -> None:
    assert asks_for(BROWSER, "text/html")
    assert not asks_for("*/*", "text/html")
    assert not asks_for("text/html;q=0, */*", "text/html")
