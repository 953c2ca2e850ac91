"""What the endpoint costs over the bare engine, and how it stands beside two others.

Run with `.venv/bin/python scripts/bench endpoint`. The same triples (the published
facts and the snapshot of their latest day, as one default graph) are asked the same queries
in one run: in this process, through our workers, over HTTP from `organograaf serve`, from the
Oxigraph server and from rdflib-endpoint, where these are installed (`pip install oxigraph
rdflib-endpoint`). Figures of one run on one machine: read the ratios.
"""

import asyncio
import http.client
import importlib.util
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pyoxigraph as ox

from organograaf import share
from organograaf.build import build
from organograaf.build import published as opened
from organograaf.endpoint import Ask, Content, Endpoint, Limits, published
from organograaf.store.memory import Memory
from organograaf.vocab import PREFIXES

ROUNDS = 100
SECONDS = 4
CLIENTS = 4
UNIT = "https://w3id.org/organograaf/id/unit/sociale-dienstverlening"
QUERIES = {
    "nothing (ASK {})": "ASK {}",
    "one unit": f"SELECT * {{ <{UNIT}> ?p ?o }}",
    "units and parents": "SELECT * { ?u a org:OrganizationalUnit ; org:subOrganizationOf ?p }",
    "facts by predicate": "SELECT ?p (COUNT(*) AS ?n) { ?f rdf:predicate ?p } GROUP BY ?p",
}
DECLARED = "".join(f"PREFIX {name}: <{PREFIXES[name]}>\n" for name in ("rdf", "org"))
OXIGRAPH = Path(sys.executable).with_name("oxigraph")
JSON = "application/sparql-results+json"
Way = Callable[[str], object]


def main() -> None:
    """Print, per query, the median of each way and its ratio to the bare engine; then the flow."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        state = Path(folder)
        build(share.data(), state, lambda _: None)
        data = opened(state)
        content = published(data.version, data.store, data.registers)
        memory = Memory(content.quads(), largest=1 << 30)
        memory.merge(content.merged())
        triples = state / "triples.nt"
        whole = Ask(query="CONSTRUCT WHERE { ?s ?p ?o }", base=content.base, triples="nt")
        triples.write_bytes(memory.answer(whole).body)
        servers = {"organograaf serve": stack.enter_context(ours(state))}
        if OXIGRAPH.exists():
            servers["Oxigraph server"] = stack.enter_context(oxigraph(triples))
        if importlib.util.find_spec("rdflib_endpoint"):
            servers["rdflib-endpoint"] = stack.enter_context(rdflib_endpoint(triples))
        bare = ox.Store()
        bare.bulk_load(path=str(triples), format=ox.RdfFormat.N_TRIPLES)
        ways: dict[str, Way] = {
            "engine in this process": lambda query: bare.query(query).serialize(
                format=ox.QueryResultsFormat.JSON  # type: ignore[arg-type]
            ),
            "our worker, without HTTP": stack.enter_context(worker(content)),
        }
        ways |= {name: Client(port, path).ask for name, (port, path) in servers.items()}
        for what, query in QUERIES.items():
            table(what, ways, DECLARED + query)
        for what, query in QUERIES.items():
            flow(what, servers, DECLARED + query)


def table(what: str, ways: dict[str, Way], query: str) -> None:
    """Time each way in turn, round by round, and print them side by side."""
    took: dict[str, list[float]] = {name: [] for name in ways}
    for round_ in range(ROUNDS + 5):
        for name, run in ways.items():
            start = time.perf_counter()
            run(query)
            if round_ >= 5:
                took[name].append((time.perf_counter() - start) * 1000)
    first = statistics.median(next(iter(took.values())))
    print(f"\n{what:<28} {'median ms':>10} {'p95 ms':>9} {'over bare ms':>13} {'ratio':>7}")
    for name, figures in took.items():
        middle, high = statistics.median(figures), statistics.quantiles(figures, n=20)[-1]
        print(f"  {name:<26} {middle:10.2f} {high:9.2f} {middle - first:13.2f} {middle / first:7.1f}")


def flow(what: str, servers: dict[str, tuple[int, str]], query: str) -> None:
    """Let some clients ask each server without a pause, and print queries per second."""
    print(f"\n{what}: queries per second, {CLIENTS} clients")
    first = None
    for name, (port, path) in servers.items():
        counts = [0] * CLIENTS
        until = time.perf_counter() + SECONDS
        threads = [
            threading.Thread(target=repeat, args=(Client(port, path), query, until, counts, number))
            for number in range(CLIENTS)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        rate = sum(counts) / SECONDS
        first = first or rate
        print(f"  {name:<26} {rate:10.0f} {rate / first:9.2f}")


def repeat(client: "Client", query: str, until: float, counts: list[int], number: int) -> None:
    """Ask until a moment, and count."""
    while time.perf_counter() < until:
        client.ask(query)
        counts[number] += 1


class Client:
    """A plain HTTP connection that is kept open."""

    def __init__(self, port: int, path: str) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
        self._path = path

    def ask(self, query: str) -> bytes:
        """Ask a query and return the whole answer."""
        headers = {"Content-Type": "application/sparql-query", "Accept": JSON}
        self._connection.request("POST", self._path, query, headers)
        response = self._connection.getresponse()
        body = response.read()
        if response.status != 200:
            raise RuntimeError(f"{response.status}: {body[:200]!r}")
        return body


@contextmanager
def worker(content: Content) -> Iterator[Way]:
    """Ask by way of the endpoint, without a web server."""
    endpoint = Endpoint(Limits())
    loop = asyncio.new_event_loop()

    def ask(query: str) -> object:
        put = Ask(query=query, base=content.base)
        return loop.run_until_complete(endpoint.ask(content, put, client="bench"))

    ask("ASK {}")
    yield ask
    endpoint.close()
    loop.run_until_complete(loop.shutdown_default_executor())
    loop.close()


@contextmanager
def ours(state: Path) -> Iterator[tuple[int, str]]:
    """Serve the published data as people do."""
    port = free()
    command = [sys.executable, "-m", "organograaf", "serve", "--port", str(port)]
    with running(command, port, "/sparql", {"ORGANOGRAAF_STATE": str(state)}) as place:
        yield place


@contextmanager
def oxigraph(triples: Path) -> Iterator[tuple[int, str]]:
    """Serve the triples by the Oxigraph server, from its own folder."""
    port, place = free(), str(triples.parent / "oxigraph")
    load = [str(OXIGRAPH), "load", "--location", place, "--file", str(triples)]
    subprocess.run(load, check=True, capture_output=True)
    command = [str(OXIGRAPH), "serve-read-only", "--location", place, "--bind", f"127.0.0.1:{port}"]
    with running(command, port, "/query", {}) as found:
        yield found


@contextmanager
def rdflib_endpoint(triples: Path) -> Iterator[tuple[int, str]]:
    """Serve the triples by rdflib-endpoint."""
    port = free()
    program = f"""
import rdflib, uvicorn
from rdflib_endpoint import SparqlEndpoint
graph = rdflib.Graph().parse({str(triples)!r}, format="nt")
uvicorn.run(SparqlEndpoint(graph=graph, path="/"), port={port}, log_level="error")
"""
    with running([sys.executable, "-c", program], port, "/", {}) as place:
        yield place


@contextmanager
def running(command: list[str], port: int, path: str, more: dict[str, str]) -> Iterator[tuple[int, str]]:
    """Run a server while the block runs, from when it answers a query."""
    server = subprocess.Popen(command, env={**os.environ, **more}, stdout=subprocess.DEVNULL)
    try:
        while True:
            try:
                Client(port, path).ask("ASK {}")
                break
            except (OSError, RuntimeError):
                if server.poll() is not None:
                    raise
                time.sleep(0.2)
        yield port, path
    finally:
        server.terminate()
        server.wait()


def free() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
