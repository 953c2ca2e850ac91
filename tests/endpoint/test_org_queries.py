"""SPARQL that others run over org: data, unchanged, on a snapshot of the published data."""

from pathlib import Path

import httpx
import pytest

from organograaf.vocab import SNAPSHOT

DAY = f"{SNAPSHOT}2018-06-01"
NOTHING = Path(__file__).parent / "org_queries.tsv"
ACCEPT = "application/n-triples, text/csv;q=0.5"


def reasons() -> dict[str, tuple[str, str]]:
    """Return the absent term and the reason of each query that finds nothing."""
    lines = (line for line in NOTHING.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {name: (term, why) for name, term, why in (line.split("\t") for line in lines)}


def found(client: httpx.Client, query: str) -> int:
    """Return the number of triples or rows of an answer on the day."""
    headers = {"Content-Type": "application/sparql-query", "Accept": ACCEPT}
    params = {"default-graph-uri": DAY}
    response = client.post("/sparql", params=params, content=query.encode(), headers=headers)
    assert response.status_code == 200, response.text
    head = 1 if response.headers["content-type"].startswith("text/csv") else 0
    return len(response.text.splitlines()) - head


def present(client: httpx.Client, term: str) -> bool:
    """Whether a term stands anywhere in the snapshot."""
    query = (
        f"SELECT * {{ {{ <{term}> ?p ?o }} UNION {{ ?s <{term}> ?o }} UNION {{ ?s ?p <{term}> }} }} LIMIT 1"
    )
    return found(client, query) > 0


@pytest.mark.long
def test_they_find_something_or_it_is_known_what_is_not_there(antwerp_server: str, shared: Path) -> None:
    folder = shared / "external" / "org-queries"
    files = sorted((*folder.rglob("*.sparql"), *folder.rglob("*.rq")))
    assert len(files) == 50
    known, counts = reasons(), dict[str, int]()
    with httpx.Client(base_url=antwerp_server, timeout=60) as client:
        for file in files:
            name = file.relative_to(folder).as_posix()
            counts[name] = found(client, file.read_text(encoding="utf-8"))
        absent = {term for term, _ in known.values() if term != "-"}
        assert [term for term in sorted(absent) if present(client, term)] == []
    answered = {name for name, number in counts.items() if number}
    print(f"org-queries: {len(files)} run, {len(answered)} find something, {len(known)} nothing, by the list")
    assert answered == counts.keys() - known.keys()
