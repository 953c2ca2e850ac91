"""Attackers take their own time, not that of others."""

import http.client
import itertools
import statistics
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.conftest import TOWN
from tests.endpoint.hostile import BOMBS, nested
from tests.endpoint.server import process

HONEST = [
    "SELECT * { ?unit a org:OrganizationalUnit ; skos:prefLabel ?name }",
    "SELECT * FROM <op/2016-06-01> { ?unit a org:OrganizationalUnit ; org:subOrganizationOf ?above }",
    "ASK { ?fact a graaf:Fact }",
    "SELECT (COUNT(*) AS ?n) { ?fact rdf:predicate org:heldBy }",
]


@dataclass
class Client:
    """Someone who asks without a pause, from an address of its own or a shared one."""

    server: str
    address: str
    queries: list[str]
    until: float
    ends: Counter[int] = field(default_factory=Counter)
    took: list[float] = field(default_factory=list)

    def run(self) -> None:
        """Ask until the time is over."""
        for query in itertools.cycle(self.queries):
            if time.monotonic() > self.until:
                return
            began = time.monotonic()
            self.ends[self.ask(query)] += 1
            self.took.append(time.monotonic() - began)

    def ask(self, query: str) -> int:
        """Ask once, and return the status of the answer."""
        self._connection.request("POST", "/sparql", query, {"Content-Type": "application/sparql-query"})
        response = self._connection.getresponse()
        response.read()
        return response.status

    @cached_property
    def _connection(self) -> http.client.HTTPConnection:
        place = urlsplit(self.server)
        return http.client.HTTPConnection(
            str(place.hostname), place.port, timeout=90, source_address=(self.address, 0)
        )


def storm(server: str, seconds: float, addresses: list[str]) -> tuple[list[Client], list[Client]]:
    """Let two attack and two ask honestly, all at once."""
    Client(server, addresses[0], ["ASK {}"], until=0).ask("ASK {}")
    until = time.monotonic() + seconds
    weapons = [*BOMBS.values(), *(query for _, query in nested())]
    attackers = [Client(server, addresses[n], weapons[n::2], until) for n in range(2)]
    honest = [Client(server, addresses[2 + n], HONEST[n:] + HONEST[:n], until) for n in range(2)]
    threads = [threading.Thread(target=one.run) for one in (*attackers, *honest)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return attackers, honest


def told(attackers: list[Client], honest: list[Client]) -> str:
    took = sorted(1000 * second for one in honest for second in one.took)
    p99 = statistics.quantiles(took, n=100)[-1]
    ends = [sum((one.ends for one in side), Counter[int]()) for side in (attackers, honest)]
    return (
        f"attackers {dict(ends[0])}, honest {dict(ends[1])}: median {statistics.median(took):.1f} ms, "
        f"p99 {p99:.0f} ms, worst {took[-1]:.0f} ms"
    )


ALONE = [f"127.0.0.{2 + n}" for n in range(4)]
TOGETHER = ["127.0.0.1"] * 4


@pytest.mark.parametrize("addresses", [ALONE, TOGETHER], ids=["own-addresses", "one-address"])
def test_two_attackers_cost_two_honest_clients_no_answer(town_state: Path, addresses: list[str]) -> None:
    with process(town_state, TOWN, timeout=3) as server:
        attackers, honest = storm(server.address, 5, addresses)
        print(told(attackers, honest))
        assert server.alive()
    assert all(set(one.ends) == {200} for one in honest)
    assert all(one.ends.total() for one in attackers)


@pytest.mark.long
@pytest.mark.parametrize("addresses", [ALONE, TOGETHER], ids=["own-addresses", "one-address"])
def test_a_minute_of_attack_costs_honest_clients_no_answer(antwerp_state: Path, addresses: list[str]) -> None:
    with process(antwerp_state, TOWN.parent.parent / "data") as server:
        attackers, honest = storm(server.address, 60, addresses)
        print(told(attackers, honest))
        assert server.alive()
    assert all(set(one.ends) == {200} for one in honest)
