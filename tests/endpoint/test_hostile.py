"""Nothing that comes in brings the server down, gets half an answer, or reaches anyone."""

import csv
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path
from time import monotonic

import httpx
import pytest

from tests.conftest import TESTS, TOWN
from tests.endpoint.hostile import BOMBS, Mutations, given, nested
from tests.endpoint.server import Listener, Process, process

SEED = 20261126
ENDS = {200, 400, 413, 504}


@pytest.fixture(scope="module")
def server(town_state: Path) -> Iterator[Process]:
    """A server that gives each query a second, and never runs out of patience with us."""
    with process(town_state, TOWN, timeout=1, memory=1536, answer=4, budget=1e6, patience=120) as started:
        yield started


def attack(server: Process, queries: Iterable[str]) -> Counter[int]:
    """Send queries, four at a time, hold each answer to the rules, and count how they ended."""
    ends: Counter[int] = Counter()
    with httpx.Client(base_url=server.address, timeout=120) as client, ThreadPoolExecutor(4) as pool:

        def one(query: str) -> int:
            body = query.encode("utf-8", "surrogatepass")
            headers = {"Content-Type": "application/sparql-query"}
            response = client.post("/sparql", content=body, headers=headers)
            assert response.status_code in ENDS, (response.status_code, response.text[:200], query[:500])
            assert len(response.content) == int(response.headers["content-length"])
            if response.status_code != 200:
                assert response.headers["content-type"] == "application/problem+json"
                assert all(sentence.strip() for sentence in response.json()["messages"].values())
            elif "json" in response.headers["content-type"]:
                assert response.content.endswith(b"}")
            return response.status_code

        ends.update(pool.map(one, queries))
        assert client.post("/sparql", data={"query": "ASK {}"}).json()["boolean"] is True
    assert server.alive()
    return ends


def real_queries(shared: Path | None = None) -> list[str]:
    """Return the queries of our tests and program, and those of others where they are."""
    ours = [*TESTS.rglob("*.rq"), *(TESTS.parent / "api").rglob("*.rq")]
    others = (shared / "external" / "org-queries").rglob("*.sparql") if shared else ()
    return [file.read_text(encoding="utf-8") for file in sorted((*ours, *others))]


def test_every_hostile_query_of_others_ends_in_an_error_or_a_result(server: Process, shared: Path) -> None:
    with Listener() as listener:
        queries = given(shared, listener.port)
        ends = attack(server, queries.values())
        assert ends.total() == len(queries) >= 13
        assert listener.hits == 0
    print(f"hostile/sparql: {dict(ends)}, 0 hits, pid {server.running.pid} kept")


@pytest.mark.parametrize(("name", "query"), list(nested()), ids=lambda value: value[:16])
def test_what_nests_as_deep_as_it_may_be_long_kills_no_server(server: Process, name: str, query: str) -> None:
    attack(server, [query])


@pytest.mark.parametrize("name", BOMBS)
def test_bombs_end_by_time_memory_or_size(server: Process, name: str) -> None:
    attack(server, [BOMBS[name]])


def test_hostile_names_and_labels_are_only_names_and_labels(server: Process, shared: Path) -> None:
    iris = json.loads((shared / "suites" / "hostile" / "iris.json").read_text(encoding="utf-8"))
    labels = json.loads((shared / "suites" / "hostile" / "labels.json").read_text(encoding="utf-8"))
    texts = [str(one) for one in (*iris, *labels)]
    queries = [f"SELECT * FROM <{text}> {{ GRAPH <{text}> {{ ?s <{text}> ?o }} }}" for text in texts]
    queries += [f'SELECT ("{text}" AS ?x) {{ }}' for text in texts]
    attack(server, [*queries, *texts])
    with httpx.Client(base_url=server.address, timeout=60) as client:
        for text in texts:
            params = {"query": "ASK { ?s ?p ?o }", "default-graph-uri": text, "format": text, "timeout": text}
            for name in ("default-graph-uri", "named-graph-uri", "format", "timeout", "known", "query"):
                given_ = {"query": "ASK {}", name: params.get(name, text)}
                response = client.get("/sparql", params={k: v[:2000] for k, v in given_.items()})
                assert response.status_code in (*ENDS, 406), (name, text, response.text)
    assert server.alive()


def test_a_label_comes_back_as_it_was_in_every_table(server: Process) -> None:
    label = 'a"b\tc\nd,e<f>&\u202e\U0001f600'
    escaped = label.replace('"', '\\"').replace("\t", "\\t").replace("\n", "\\n")
    with httpx.Client(base_url=server.address, timeout=60) as client:
        query = f'SELECT ("{escaped}" AS ?x) {{ }}'
        table = client.get("/sparql", params={"query": query}, headers={"Accept": "text/csv"})
        assert list(csv.reader(table.text.splitlines(keepends=True)))[1] == [label]
        found = client.get("/sparql", params={"query": query}).json()["results"]["bindings"]
        assert found[0]["x"]["value"] == label


def mutated(server: Process, shared: Path, number: int) -> None:
    began = monotonic()
    with Listener() as listener:
        queries = Mutations(real_queries(shared), listener.port, SEED)
        ends = attack(server, islice(queries, number))
        assert listener.hits == 0
    said = f"{dict(sorted(ends.items()))}, 0 hits, pid {server.running.pid} kept"
    print(f"{number} mutations in {monotonic() - began:.0f} s: {said}")


def test_mutations_of_real_queries_harm_nobody(server: Process, shared: Path) -> None:
    mutated(server, shared, 250)


@pytest.mark.long
def test_many_mutations_of_real_queries_harm_nobody(server: Process, shared: Path) -> None:
    mutated(server, shared, 5000)
