"""Names and addresses that want to be more than text stay text, on every page and in every file."""

import json
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree as ET

import pytest
from rdflib import Graph, Literal, URIRef
from starlette.testclient import TestClient

from organograaf.build import build
from organograaf.errors import BadData
from organograaf.vocab import SKOS, iri
from organograaf.web import create_app
from tests.conftest import TOWN, quiet
from tests.web.test_linked import PARSERS

PLACES = (
    "/doc/unit/buurtwerk.html?on=2010", "/units/buurtwerk?on=2010", "/organogram?on=2010", "/op/2010-06-01",
    "/graph/voorbeeldstad/01-organisatienota-2010",
)  # fmt: skip
_ALLOWED = re.compile(r"[^\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]*")


class Page(HTMLParser):
    """What a browser would see: the elements that can act, and the addresses that links lead to."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.acting: list[str] = []
        self.addresses: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if any(name.startswith("on") for name in named) or (tag == "script" and "src" not in named):
            self.acting.append(self.get_starttag_text() or tag)
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src", "action")]


def published(labels: list[str], folder: Path) -> TestClient:
    """Publish the town with these names for its service Buurtwerk, and give a client of its server."""
    data = folder / "data"
    shutil.copytree(TOWN, data / "voorbeeldstad")
    file = data / "voorbeeldstad" / "01-organisatienota-2010.ttl"
    text = file.read_text(encoding="utf-8")
    name = '"Buurtwerk"@nl'
    assert name in text
    others = "".join(
        f"\nfact:hostile-{at} a graaf:Fact ; rdf:subject unit:buurtwerk ; rdf:predicate skos:altLabel ; "
        f"rdf:object {Literal(label, lang='nl').n3()} ; graaf:basis graaf:Stated ; "
        "graaf:evidence passage:v01-stad .\n"
        for at, label in enumerate(labels)
    )
    file.write_text(text + others, encoding="utf-8")
    build(data, folder / "state", quiet)
    return TestClient(create_app(folder / "state"))


@pytest.fixture(scope="module")
def labels(shared: Path) -> list[str]:
    """The hostile names that a Turtle file can hold."""
    found = json.loads((shared / "suites" / "hostile" / "labels.json").read_text(encoding="utf-8"))
    return [label for label in found if label.strip() and _ALLOWED.fullmatch(label)]


@pytest.fixture(scope="module")
def hostile(labels: list[str], tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """A server of a town in which a service has every one of those names."""
    return published(labels, tmp_path_factory.mktemp("hostile"))


@pytest.mark.parametrize("place", PLACES)
def test_a_hostile_name_stays_text_on_a_page(hostile: TestClient, place: str) -> None:
    answer = hostile.get(place, headers={"Accept": "text/html"})
    assert answer.status_code == 200
    page = Page(answer.text)
    assert page.acting == []
    assert [one for one in page.addresses if one.lower().startswith(("javascript:", "data:", "file:"))] == []


@pytest.mark.parametrize("suffix", PARSERS)
def test_a_hostile_name_is_read_back_as_it_was(hostile: TestClient, labels: list[str], suffix: str) -> None:
    text = hostile.get(f"/doc/unit/buurtwerk.{suffix}?on=2010-06-01").text
    graph = Graph().parse(data=text, format=PARSERS[suffix])
    found = {str(name) for name in graph.objects(URIRef(iri("unit", "buurtwerk")), URIRef(SKOS.altLabel))}
    assert set(labels) <= found


def test_hostile_names_leave_rdf_xml_well_formed(hostile: TestClient) -> None:
    for address in (
        "/doc/unit/buurtwerk.rdf",
        "/op/2010-06-01.rdf",
        "/graph/voorbeeldstad/01-organisatienota-2010.rdf",
    ):
        assert ET.fromstring(hostile.get(address).content).tag.endswith("RDF")


def test_json_ld_fetches_nothing(hostile: TestClient) -> None:
    for address in (
        "/doc/unit/buurtwerk.jsonld",
        "/ns.jsonld",
        "/op/2010-06-01.jsonld",
        "/dataset/description.jsonld",
    ):
        assert "@context" not in hostile.get(address).text


@pytest.mark.parametrize("file", ["iris", "labels"])
@pytest.mark.parametrize(
    "place", ["id/unit", "doc", "doc/unit", "op", "graph", "shapes", "timemap/link", "dataset", "dataset/x"]
)
def test_hostile_addresses_are_asked_for_in_vain(
    client: TestClient, shared: Path, place: str, file: str
) -> None:
    for text in json.loads((shared / "suites" / "hostile" / f"{file}.json").read_text(encoding="utf-8")):
        name = quote(text.encode("utf-8", "surrogatepass"), safe="")[:2000]
        answer = client.get(f"/{place}/{name}x", headers={"Accept": "text/html"})
        assert answer.status_code in (404, 422), name
        assert Page(answer.text).acting == []


@pytest.mark.parametrize("address", ["http://x/<b", "http://x/{a}", "http://x/\\n", "rel ative", "http://[x"])
def test_data_with_an_address_that_is_none_is_refused_in_a_sentence(address: str, tmp_path: Path) -> None:
    path = tmp_path / "data" / "x.ttl"
    path.parent.mkdir()
    path.write_text(f"<http://x/a> <http://x/b> <{address}> .\n", encoding="utf-8")
    with pytest.raises(BadData, match=r"x\.ttl"):
        build(path.parent, tmp_path / "state", quiet)
