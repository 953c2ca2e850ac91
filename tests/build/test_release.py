"""The data set described, served whole, and released: always the same bytes."""

import csv
import hashlib
import io
import json
import re
import zipfile
from pathlib import Path

import pytest
from csvw import TableGroup
from rdflib import RDF, Dataset, Graph, Literal, URIRef
from starlette.testclient import TestClient

from organograaf.build import Published, build, description, dump, published, read_tree, release
from organograaf.build.release import zip_name
from organograaf.errors import BadQuestion, NotSupported
from organograaf.vocab import DATASET, DCT, FOAF, GRAAF, ID, PREFIXES
from organograaf.web import create_app
from tests.conftest import TOWN, quiet

_VOID = PREFIXES["void"]
_TABLES = {"units", "posts", "holders", "events", "transfers", "tasks", "facts"}


@pytest.fixture(scope="session")
def released(town_published: Published, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a release of Voorbeeldstad."""
    folder = tmp_path_factory.mktemp("release")
    release(town_published, folder)
    return folder


def _count(opened: Published, pattern: str) -> int:
    text = f"SELECT (COUNT(*) AS ?n) WHERE {{ SELECT DISTINCT ?s ?p ?o ?g WHERE {{ {pattern} }} }}"
    return int(next(iter(opened.store.query(text).rows()))[0])


def _said(graph: Graph, property_: str) -> Literal:
    value = graph.value(URIRef(DATASET), URIRef(property_))
    assert isinstance(value, Literal)
    return value


def test_the_description_counts_what_is_in_the_store(town_published: Published) -> None:
    graph = Graph().parse(data=description(town_published))
    other = 'FILTER (!STRENDS(STR(?g), "/derived/dataset"))'
    assert int(_said(graph, _VOID + "triples")) == _count(town_published, f"GRAPH ?g {{ ?s ?p ?o }} {other}")
    things = (
        f'SELECT DISTINCT ?s WHERE {{ GRAPH ?g {{ ?s ?p ?o FILTER STRSTARTS(STR(?s), "{ID}") }} {other} }}'
    )
    assert int(_said(graph, _VOID + "entities")) == len(list(town_published.store.query(things).rows()))
    facts = graph.value(URIRef(f"{DATASET}/Fact"), URIRef(_VOID + "entities"))
    assert isinstance(facts, Literal)
    assert int(facts) == _count(town_published, f"GRAPH ?g {{ ?s a <{GRAAF.Fact}> }} BIND (1 AS ?p)")


def test_the_description_says_how_to_cite_and_when_it_was_recorded(town_published: Published) -> None:
    graph = Graph().parse(data=description(town_published))
    cited = str(_said(graph, DCT.bibliographicCitation))
    assert town_published.version in cited
    newest = max(g.recorded.isoformat() for g in town_published.registers.get().graphs.values() if g.recorded)
    assert newest in cited
    assert str(_said(graph, DCT.modified)).startswith(newest)
    assert graph.value(URIRef(DATASET), URIRef(DCT.license)) == URIRef(
        "http://creativecommons.org/licenses/by/4.0/"
    )


def test_the_description_names_every_graph(town_published: Published) -> None:
    graph = Graph().parse(data=description(town_published))
    named = {str(part) for part in graph.objects(URIRef(DATASET), URIRef(DCT.hasPart))}
    assert {file.iri for file in read_tree(TOWN).facts} <= named


def test_the_description_names_the_register_its_top_and_its_graphs(town_published: Published) -> None:
    graph = Graph().parse(data=description(town_published))
    (register,) = graph.objects(URIRef(DATASET), URIRef(f"{_VOID}subset"))
    top = town_published.registers.get().top
    assert str(graph.value(register, URIRef(FOAF.primaryTopic))) == top
    assert str(graph.value(register, URIRef(DCT.title))) == "Stad en OCMW Voorbeeldstad"
    assert {str(part) for part in graph.objects(register, URIRef(DCT.hasPart))} == {
        file.iri for file in read_tree(TOWN).facts
    }


def test_the_register_does_not_hear_what_the_build_derived(town_published: Published) -> None:
    assert not [row for row in town_published.store.rows() if "/derived/" in row[0]]


def test_two_builds_of_the_same_text_release_the_same_bytes(released: Path, tmp_path: Path) -> None:
    build(TOWN, tmp_path / "state", quiet)
    files = release(published(tmp_path / "state"), tmp_path / "again")
    assert {path.name for path in files} == {path.name for path in released.iterdir()}
    for path in files:
        assert path.read_bytes() == (released / path.name).read_bytes(), path.name


def test_the_check_sums_are_those_of_all_other_files(released: Path, town_published: Published) -> None:
    lines = (released / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    sums = {name: digest for digest, name in (line.split("  ") for line in lines)}
    assert set(sums) == {path.name for path in released.iterdir()} - {
        "SHA256SUMS",
        zip_name(town_published.version),
    }
    for name, digest in sums.items():
        assert hashlib.sha256((released / name).read_bytes()).hexdigest() == digest


def test_the_zip_holds_the_same_files_in_one_folder(released: Path, town_published: Published) -> None:
    name = zip_name(town_published.version)
    with zipfile.ZipFile(released / name) as packed:
        assert packed.testzip() is None
        found = {entry.filename: packed.read(entry) for entry in packed.infolist()}
    expected = {
        f"{name.removesuffix('.zip')}/{path.name}": path for path in released.iterdir() if path.name != name
    }
    assert set(found) == set(expected)
    assert all(found[entry] == path.read_bytes() for entry, path in expected.items())


def test_the_description_has_the_size_and_sum_of_every_data_file(released: Path) -> None:
    graph = Graph().parse(released / "dataset.ttl")
    dcat, spdx = PREFIXES["dcat"], "http://spdx.org/rdf/terms#"
    sizes = {
        str(file).rsplit("/", 1)[-1]: size for file, size in graph.subject_objects(URIRef(dcat + "byteSize"))
    }
    assert {"organograaf.trig", "units.csv", "csv-metadata.json", "README.md"} <= set(sizes)
    for file in graph.subjects(URIRef(dcat + "byteSize")):
        body = (released / str(file).rsplit("/", 1)[-1]).read_bytes()
        checksum = graph.value(graph.value(file, URIRef(spdx + "checksum")), URIRef(spdx + "checksumValue"))
        assert str(checksum) == hashlib.sha256(body).hexdigest()
        assert int(str(graph.value(file, URIRef(dcat + "byteSize")))) == len(body)


def test_the_tables_are_as_their_metadata_says(released: Path) -> None:
    group = TableGroup.from_file(released / "csv-metadata.json")
    assert {str(table.url) for table in group.tables} == {f"{name}.csv" for name in _TABLES}
    for table in group.tables:
        rows = list(table.iterdicts(strict=True))
        assert rows
        described = [column.name for column in table.tableSchema.columns]
        assert list(rows[0]) == described
        table.check_primary_key()


def test_the_tables_say_what_the_town_was(released: Path) -> None:
    """Expected: tests/voorbeeldstad/README.md and its files."""

    def rows(name: str) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO((released / f"{name}.csv").read_text(encoding="utf-8"))))

    (nest,) = (r for r in rows("units") if r["thing"].endswith("/warm-nest") and r["property"] == "rdf:type")
    assert (nest["latest_start"], nest["earliest_end"]) == ("2014-02-01", "2017-01-01")
    assert any(r["property"] == "graaf:vacant" for r in rows("posts"))
    acting = [
        r for r in rows("holders") if "graaf:capacity" in r["qualifiers"] and "Acting" in r["qualifiers"]
    ]
    assert {r["value_name"] for r in acting} == {"Bo Staaltje"}
    assert any(r["thing"].endswith("/groen-en-wegen") for r in rows("transfers"))
    assert any(r["value"].endswith("/rommelmarktvergunning") for r in rows("tasks"))
    (split,) = (r for r in rows("events") if r["event"].endswith("/2012-splitsing-groen-en-wegen"))
    assert (split["earliest"], split["latest"]) == ("2012-01-01", "2012-03-31")
    assert any(r["modality"] == "planned" and r["subject"].endswith("/digihuis") for r in rows("facts"))


def test_the_citation_file_and_the_licence_name_the_version(
    released: Path, town_published: Published
) -> None:
    cff = (released / "CITATION.cff").read_text(encoding="utf-8")
    assert re.search(rf'^version: "{town_published.version}"$', cff, re.MULTILINE)
    assert re.search(r"^date-released: \d{4}-\d\d-\d\d$", cff, re.MULTILINE)
    readme = (released / "README.md").read_text(encoding="utf-8")
    assert all(path.name in readme for path in released.iterdir() if path.suffix != ".zip")
    assert "CC BY 4.0" in (released / "LICENCE.txt").read_text(encoding="utf-8")


def test_every_format_holds_the_same_quads(released: Path) -> None:
    def quads(suffix: str, format_: str) -> set[tuple[str, ...]]:
        dataset = Dataset().parse(released / f"organograaf.{suffix}", format=format_)
        found: set[tuple[str, ...]] = {
            (str(s), str(p), str(o), str(g)) for s, p, o, g in dataset.quads() if g
        }
        assert found
        return found

    expected = quads("nq", "nquads")
    assert quads("trig", "trig") == expected
    assert quads("jsonld", "json-ld") == expected
    merged = Graph().parse(released / "organograaf.ttl")
    assert {(str(s), str(p), str(o)) for s, p, o in merged} == {quad[:3] for quad in expected}
    assert json.loads((released / "organograaf.jsonld").read_text(encoding="utf-8"))


def test_every_table_has_rows_under_its_columns(released: Path, town_published: Published) -> None:
    assert {path.stem for path in released.glob("*.csv")} == _TABLES
    for name in _TABLES:
        rows = list(csv.reader(io.StringIO((released / f"{name}.csv").read_text(encoding="utf-8"))))
        assert len(rows) > 1, name
        assert {len(row) for row in rows} == {len(rows[0])}
    facts = (released / "facts.csv").read_text(encoding="utf-8")
    assert sum(1 for _ in csv.reader(io.StringIO(facts))) == 1 + len(town_published.registers.get().facts)


def test_a_folder_with_something_else_in_it_is_left_alone(town_published: Published, tmp_path: Path) -> None:
    (tmp_path / "thesis.odt").write_text("…", encoding="utf-8")
    with pytest.raises(BadQuestion, match="thesis"):
        release(town_published, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.odt"]


def test_a_format_that_does_not_exist_is_told_in_a_sentence(town_published: Published) -> None:
    with pytest.raises(NotSupported, match="docx"):
        dump(town_published, "docx")


def test_the_data_set_describes_itself_on_the_web(town_state: Path, town_published: Published) -> None:
    client = TestClient(create_app(town_state))
    answer = client.get("/.well-known/void")
    assert answer.history[0].status_code == 303
    assert answer.headers["content-type"].startswith("text/turtle")
    graph = Graph().parse(data=answer.text)
    assert (URIRef(DATASET), RDF.type, URIRef(_VOID + "Dataset")) in graph
    again = client.get("/dataset", headers={"If-None-Match": answer.headers["etag"]})
    assert again.status_code == 304


def test_every_file_the_description_offers_is_there(town_state: Path, town_published: Published) -> None:
    client = TestClient(create_app(town_state))
    graph = Graph().parse(data=description(town_published))
    offered = [str(o) for o in graph.objects(None, URIRef(PREFIXES["dcat"] + "downloadURL"))]
    assert len(offered) == 4
    for address in offered:
        assert client.get("/" + address.rsplit("/", 1)[-1]).status_code == 200
    assert client.get("/dataset.docx").status_code == 404
