"""What is too much ends a worker and nothing else, and is told in a sentence."""

import os
import re
import signal
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from tests.conftest import TOWN
from tests.endpoint.server import Process, process

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.fixture(scope="module")
def server(town_state: Path) -> Iterator[Process]:
    """A server that gives each query two seconds and each worker 1 GiB."""
    with process(town_state, TOWN, timeout=2, memory=1024, answer=1, workers=3) as started:
        yield started


@pytest.fixture(scope="module")
def client(server: Process) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server.address, timeout=60) as opened:
        yield opened


def ask(client: httpx.Client, query: str, **params: str) -> httpx.Response:
    return client.post("/sparql", data={"query": query, **params})


def told(response: httpx.Response, status: int, says: str) -> None:
    assert response.status_code == status, response.text
    assert re.search(says, response.json()["detail"]), response.text


def figure(client: httpx.Client, name: str) -> float:
    found = re.search(rf"^organograaf_sparql_{name} ([\d.e+]+)$", client.get("/metrics").text, re.M)
    assert found, name
    return float(found[1])


def descendants(pid: int) -> list[int]:
    """Return the processes under one, nearest first."""
    lists = Path(f"/proc/{pid}/task").glob("*/children")
    children = [int(one) for found in lists for one in found.read_text().split()]
    return [*children, *(deeper for child in children for deeper in descendants(child))]


def test_a_slow_query_is_stopped_and_told_what_to_do(client: httpx.Client) -> None:
    told(ask(client, ENDLESS), 504, "2 seconden .* LIMIT")
    told(ask(client, ENDLESS, timeout="0.2"), 504, r"0\.2 seconden")
    told(ask(client, ENDLESS, timeout="30000"), 504, "2 seconden")


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a",
        "SELECT DISTINCT * { ?a ?b ?c . ?d ?e ?f }",
        "SELECT (STRLEN(?x31) AS ?n) { BIND('aaaaaaaaaaaaaaaa' AS ?x0)"
        + "".join(f" BIND(CONCAT(?x{n},?x{n}) AS ?x{n + 1})" for n in range(31))
        + " }",
    ],
)
def test_a_greedy_query_ends_by_memory_time_or_size(client: httpx.Client, query: str) -> None:
    response = ask(client, query)
    assert response.status_code in (400, 504), response.text
    assert re.search("geheugen|seconden|MiB", response.json()["detail"])
    assert ask(client, "ASK {}").json()["boolean"] is True


def test_an_answer_that_is_too_large_is_an_error_and_never_a_part(client: httpx.Client) -> None:
    query = 'SELECT ?s (STRLANG("0123456789", "nl") AS ?x) { ?s ?p ?o . VALUES ?n { %s } }'
    told(ask(client, query % " ".join(map(str, range(200))), format="csv"), 400, "1 MiB")
    whole = ask(client, query % "1", format="csv")
    assert whole.status_code == 200
    assert int(whole.headers["content-length"]) == len(whole.content) < 1 << 20


def test_workers_that_are_killed_come_back(client: httpx.Client, server: Process) -> None:
    ask(client, "ASK {}")
    nursery, *workers = descendants(server.running.pid)
    assert workers
    for worker in workers:
        os.kill(worker, signal.SIGKILL)
    assert ask(client, "ASK {}").status_code == 200
    os.kill(nursery, signal.SIGKILL)
    assert ask(client, "ASK {}").status_code == 200
    assert server.alive()


def test_a_worker_that_is_killed_at_work_is_no_fault_of_the_query(town_state: Path) -> None:
    with (
        process(town_state, TOWN, timeout=60, workers=1) as patient,  # time to be found at work, however busy
        httpx.Client(base_url=patient.address, timeout=90) as client,
        httpx.Client(base_url=patient.address) as other,
        ThreadPoolExecutor(1) as pool,
    ):
        ask(client, "ASK {}")
        asked = pool.submit(ask, client, ENDLESS)
        while not figure(other, "running"):
            pass
        time.sleep(0.5)
        for worker in descendants(patient.running.pid)[1:]:
            os.kill(worker, signal.SIGKILL)
        response = asked.result()
        told(response, 503, "opnieuw")
        assert int(response.headers["retry-after"]) > 0
        assert ask(client, "ASK {}").status_code == 200


def test_a_client_that_leaves_frees_its_worker(client: httpx.Client, server: Process) -> None:
    with pytest.raises(httpx.ReadTimeout), httpx.Client(base_url=server.address, timeout=0.3) as hasty:
        ask(hasty, ENDLESS)
    while figure(client, "running"):
        pass
    assert ask(client, "ASK {}").status_code == 200


def test_who_used_up_the_budget_still_asks_what_is_quick(town_state: Path) -> None:
    with (
        process(town_state, TOWN, timeout=1.5, budget=1, recovery=0.001, workers=3) as server,
        httpx.Client(base_url=server.address, timeout=60) as client,
    ):
        ask(client, "ASK {}")
        statuses = [ask(client, ENDLESS) for _ in range(3)]
        assert [one.status_code for one in statuses] == [504, 429, 429]
        assert int(statuses[-1].headers["retry-after"]) > 100
        told(statuses[-1], 429, "rekentijd")
        assert all(ask(client, "ASK {}").status_code == 200 for _ in range(20))


def test_the_nursery_and_its_workers_end_with_the_server(town_state: Path) -> None:
    with process(town_state, TOWN) as server:
        assert httpx.post(f"{server.address}/sparql", data={"query": "ASK {}"}, timeout=60).is_success
        family = descendants(server.running.pid)
        assert len(family) >= 2
        server.running.send_signal(signal.SIGKILL)
        server.running.wait()
        while any(Path(f"/proc/{one}").exists() and not zombie(one) for one in family):
            pass


def zombie(pid: int) -> bool:
    try:
        return ") Z " in Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return True
