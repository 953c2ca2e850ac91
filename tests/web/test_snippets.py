"""The code for the query at hand: whatever the query, it is the query that is sent."""

import ast
import subprocess
from collections.abc import Iterator

from hypothesis import example, given, settings
from hypothesis import strategies as st

from organograaf.web.sparql.snippets import Fields, snippets

ADDRESS = "http://127.0.0.1:8000/sparql"
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
QUERY = 'SELECT ?x # "it\'s" \\\n{ ?x ?y """long""" }'


def codes(query: str, more: Fields = ()) -> dict[str, str]:
    return {one.name: one.code for one in snippets(ADDRESS, query, more)}


def strings(code: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


@settings(max_examples=40, deadline=None)
@given(TEXT)
@example(QUERY)
@example("'; touch /tmp/x; '")
def test_a_shell_hands_curl_the_query_and_nothing_else(query: str) -> None:
    code = codes(query, [("known", "2026-11-01")])["curl"]
    told = code.replace("curl", r"printf '%s\0'", 1)
    words = subprocess.run(["sh", "-c", told], capture_output=True, check=True).stdout.decode().split("\0")
    assert words == [
        ADDRESS,
        "-H",
        "Accept: text/csv, text/turtle",
        "--data-urlencode",
        f"query={query}",
        "--data-urlencode",
        "known=2026-11-01",
        "",
    ]


@given(TEXT)
@example(QUERY)
@example('a\nb"')
@example("a\r\nb")
def test_python_reads_the_query_as_it_is(query: str) -> None:
    for name in ("pandas", "wrapper"):
        assert query in strings(codes(query)[name])


@given(TEXT)
@example('x)-"; system("rm")')
@example(')--" )-"')
def test_a_text_of_r_ends_where_the_query_ends(query: str) -> None:
    opened, _, rest = codes(query)["r"].removeprefix('query <- r"').partition("(")
    assert set(opened) == {"-"}
    assert rest.partition(f'){opened}"')[0] == query


def test_the_graphs_of_a_request_go_along() -> None:
    more = [("default-graph-uri", "https://w3id.org/organograaf/facts"), ("known", "2026-11-01")]
    code = codes("ASK {}", more)
    assert 'client.addDefaultGraph("https://w3id.org/organograaf/facts")' in code["wrapper"]
    assert 'client.addParameter("known", "2026-11-01")' in code["wrapper"]
    assert '("default-graph-uri", "https://w3id.org/organograaf/facts")' in code["pandas"]
    assert "default-graph-uri=https%3A%2F%2Fw3id.org%2Forganograaf%2Ffacts&known=2026-11-01" in code["r"]
