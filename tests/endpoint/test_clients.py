"""The clients that people use, as their manuals say to use them."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pandas
import pytest
import sparql_dataframe
from rdflib import Graph, URIRef
from rdflib.namespace import ORG, RDF
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, GET, JSON, JSONLD, N3, POST, RDFXML, TSV, TURTLE, XML, SPARQLWrapper

from organograaf.register import Register
from organograaf.vocab import SNAPSHOT
from tests.conftest import TESTS

DAY = f"{SNAPSHOT}2016-10-01"
NAMED = f"FROM <{DAY}> WHERE {{ ?unit a org:OrganizationalUnit ; skos:prefLabel ?name }}"
UNITS = f"SELECT ?unit ?name {NAMED} ORDER BY ?unit"
GRAPH = f"CONSTRUCT {{ ?unit skos:prefLabel ?name }} {NAMED}"
COMUNICA = "@comunica/query-sparql@4"


@pytest.fixture(scope="module")
def endpoint(town_server: str) -> str:
    """The address that one gives to a client."""
    return f"{town_server}/sparql"


@pytest.fixture(scope="module")
def units(town: Register) -> set[str]:
    """The units of the day, by another way: the register."""
    day = pandas.Timestamp("2016-10-01").date()
    return {iri for iri in town.of_kind("unit") if town.on(day, iri, str(RDF.type))}


def converted(client: SPARQLWrapper) -> Any:
    """Return what a client makes of an answer: of each format something else."""
    return client.queryAndConvert()


def program(name: str) -> str:
    """Return the path of a program; without it the test says so and is skipped."""
    found = shutil.which(name)
    if not found:
        pytest.skip(f"{name} is not installed")
    return found


@pytest.mark.parametrize("method", [GET, POST])
def test_sparqlwrapper_reads_tables(endpoint: str, units: set[str], method: str) -> None:
    client = SPARQLWrapper(endpoint)
    client.setMethod(method)
    client.setQuery(UNITS)
    client.setReturnFormat(JSON)
    rows = converted(client)["results"]["bindings"]
    assert {row["unit"]["value"] for row in rows} == units
    client.setReturnFormat(XML)
    assert len(converted(client).getElementsByTagName("result")) == len(rows)
    for format_ in (CSV, TSV):
        client.setReturnFormat(format_)
        assert len(converted(client).splitlines()) == len(rows) + 1


@pytest.mark.parametrize("format_", [TURTLE, N3, RDFXML, JSONLD, XML])
def test_sparqlwrapper_reads_graphs(endpoint: str, units: set[str], format_: str) -> None:
    client = SPARQLWrapper(endpoint, returnFormat=format_)
    client.setQuery(GRAPH)
    found = converted(client)
    graph = found if isinstance(found, Graph) else Graph().parse(data=found)
    assert {str(unit) for unit in graph.subjects()} == units


def test_sparqlwrapper_takes_a_day_as_default_graph(endpoint: str, units: set[str]) -> None:
    client = SPARQLWrapper(endpoint, defaultGraph=DAY, returnFormat=JSON)
    client.setQuery("SELECT ?unit { ?unit a org:OrganizationalUnit }")
    assert {row["unit"]["value"] for row in converted(client)["results"]["bindings"]} == units


def test_rdflib_reads_the_endpoint_as_a_store(endpoint: str, units: set[str]) -> None:
    day = Graph(SPARQLStore(endpoint, returnFormat="json"), identifier=URIRef(DAY))
    assert {str(unit) for unit in day.subjects(RDF.type, ORG.OrganizationalUnit)} == units
    assert {str(row[0]) for row in day.query(UNITS)} == units  # type: ignore[index]
    everything = Graph(SPARQLStore(endpoint))
    assert bool(everything.query("ASK { ?fact a graaf:Fact }"))


def test_pandas_reads_a_table_by_its_address(endpoint: str, units: set[str]) -> None:
    table = pandas.read_csv(f"{endpoint}?{urlencode({'query': UNITS, 'format': 'csv'})}")
    assert list(table.columns) == ["unit", "name"]
    assert set(table["unit"]) == units


def test_sparql_dataframe_makes_a_table(endpoint: str, units: set[str]) -> None:
    assert set(sparql_dataframe.get(endpoint, UNITS)["unit"]) == units


def test_the_curl_recipe_of_the_readme_works(endpoint: str, units: set[str]) -> None:
    program("curl")
    readme = (TESTS.parent / "README.md").read_text(encoding="utf-8")
    recipe = re.search(r"^curl \S+/sparql .*?\}'$", readme, re.DOTALL | re.MULTILINE)
    assert recipe
    command = recipe[0].replace("http://127.0.0.1:8000/sparql", endpoint).replace("2018-06-01", "2016-10-01")
    done = subprocess.run(command + " -sS", shell=True, capture_output=True, text=True, check=True)
    assert {line.split(",")[0] for line in done.stdout.splitlines()[1:]} == units


def test_roqet_reads_xml(endpoint: str, units: set[str]) -> None:
    command = [program("roqet"), "-q", "-r", "csv", "-p", endpoint, "-e", UNITS]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert {line.split(",")[0] for line in done.stdout.split()[1:] if line.startswith("http")} == units


@pytest.mark.long
def test_comunica_reads_the_endpoint(endpoint: str, units: set[str], tmp_path: Path) -> None:
    folder = Path(os.environ.get("ORGANOGRAAF_COMUNICA") or tmp_path)
    binary = folder / "node_modules" / ".bin" / "comunica-sparql"
    program("node")
    if not binary.exists():
        install = [program("npm"), "install", "--no-audit", "--no-fund", "--prefix", str(folder), COMUNICA]
        if subprocess.run(install, capture_output=True).returncode:
            pytest.skip(f"npm could not install {COMUNICA}; or name its folder in ORGANOGRAAF_COMUNICA")
    declared = "PREFIX org: <http://www.w3.org/ns/org#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "
    command = [str(binary), f"sparql@{endpoint}", declared + UNITS, "-t", "application/sparql-results+json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert {row["unit"]["value"] for row in json.loads(done.stdout)["results"]["bindings"]} == units
