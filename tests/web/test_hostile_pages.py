"""Names as an attacker would choose them do no harm on any page."""

import json
import re
import shutil
from pathlib import Path
from urllib.parse import unquote

import pytest
from starlette.testclient import TestClient

from organograaf.build import build
from organograaf.web import create_app
from tests.web.conftest import TOWN, quietly
from tests.web.test_pages import Page

NAMES = re.compile(
    r"((?:rdf:object|skos:(?:prefLabel|altLabel|note)|foaf:name|dct:title|graaf:(?:section|reasoning)) )"
    r'"((?:[^"\\\n]|\\.)*)"(@nl)?(?=[ ,;.\n])'
)
OURS = re.compile(r"^(/|#)(?!/)")
MOST = 260


def _literal(label: str) -> str:
    return "".join(f"\\u{ord(c):04X}" if c in '"\\' or ord(c) < 32 else c for c in label)


@pytest.fixture(scope="module")
def labels(shared: Path) -> list[str]:
    found = json.loads((shared / "suites" / "hostile" / "labels.json").read_text("utf-8"))
    return [label for label in found if "\0" not in label]  # no Turtle, so no data, can hold a NUL


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory, labels: list[str]) -> TestClient:
    """A server of Voorbeeldstad in which everything is called by a hostile name."""
    folder = tmp_path_factory.mktemp("hostile")
    shutil.copytree(TOWN, folder / "data" / "voorbeeldstad")
    given: dict[str, str] = {}

    def renamed(found: re.Match[str]) -> str:
        label = given.setdefault(found[2], labels[len(given) % len(labels)])
        return f'{found[1]}"{_literal(label)}"{found[3] or ""}'

    for file in sorted((folder / "data").rglob("*.ttl")):
        file.write_text(NAMES.sub(renamed, file.read_text("utf-8")), "utf-8")
    assert len(given) > len(labels)
    build(folder / "data", folder / "state", quietly)
    return TestClient(create_app(folder / "state"))


@pytest.fixture(scope="module")
def visited(hostile: TestClient) -> dict[str, str]:
    """Every page that can be reached from the home page, each kind often enough."""
    waiting, found = (
        ["/", "/organogram?on=2018-06-01&layout=tree&legal=yes", "/who?q=script"],
        dict[str, str](),
    )
    while waiting and len(found) < MOST:
        address = waiting.pop(0)
        if (
            address in found
            or "." in address.split("?")[0]
            or address.startswith(("/sparql", "/api", "/ns", "/shapes"))
        ):
            continue
        answer = hostile.get(address)
        if not answer.headers["content-type"].startswith("text/html"):
            continue
        assert answer.status_code in (200, 404, 422), address
        found[address] = answer.text
        links = [link.split("#")[0] for link in Page(answer.text).links if OURS.match(link)]
        kinds = {one.split("?")[0].split("/")[1] for one in found}
        waiting += [link for link in links if link and link not in found]
        waiting.sort(key=lambda link: link.split("?")[0].split("/")[1] in kinds)
    return found


def test_all_kinds_of_pages_are_reached(visited: dict[str, str]) -> None:
    kinds = {address.split("?")[0].split("/")[1] for address in visited}
    assert {"", "organogram", "who", "diff", "units", "people", "tasks", "events", "sources", "help"} <= kinds


def test_no_name_becomes_an_element_or_an_attribute(visited: dict[str, str]) -> None:
    for address, text in visited.items():
        page = Page(text)  # raises where an element is opened and not closed
        assert all((one.get("src") or "").startswith("/static/js/") for one in page.all("script")), address
        assert all((one.get("src") or "").startswith("/organogram.svg") for one in page.all("img")), address
        names = {name for _, values in page.tags for name in values}
        assert not {name for name in names if name.startswith("on") or name == "style"}, address


def test_no_link_leads_out_or_runs_anything(visited: dict[str, str]) -> None:
    for address, text in visited.items():
        for link in Page(text).links:
            scheme = re.match(r"([a-z]+):", unquote(link).strip().lower())
            assert scheme is None or scheme[1] in ("http", "https"), (address, link[:80])


def test_what_looks_like_a_template_stays_text(visited: dict[str, str]) -> None:
    whole = "".join(visited.values())
    assert "{{7*7}}" in whole
    assert "${7*7}" in whole
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in whole


def test_a_name_of_ten_thousand_letters_is_no_page_of_a_million(visited: dict[str, str]) -> None:
    assert max(len(text) for text in visited.values()) < 2_000_000
