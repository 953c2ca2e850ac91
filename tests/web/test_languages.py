"""On these English pages each name that exists in Dutch only says so."""

import re
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from organograaf.build import build
from organograaf.web import create_app
from tests.web.conftest import TOWN, quietly

PAGES = (
    "/",
    "/units/buurtwerk",
    "/analysis?from=2010&until=2019",
    "/events",
    "/sources",
    "/diff?from=2010-01-01&until=2019-01-01",
    "/crosswalk?from=2010-01-01&until=2019-01-01",
    "/transition?from=2010-01-01&until=2019-01-01",
    "/lineage/buurtwerk",
    "/timeline?from=2010-01-01&until=2019-01-01",
    "/radar",
    "/who?q=schuld",
    "/organogram?on=2018-06-01",
    "/organogram?on=2018-06-01&layout=list",
)
VOID = {"area", "base", "br", "hr", "img", "input", "link", "meta", "source", "wbr"}
# What cannot hold a mark of its own, or is marked by the pictures that it comes from.
APART = {"title", "textarea", "svg", "code"}


class Texts(HTMLParser):
    """The texts of a page, each with its language; those that cannot say theirs are left out."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []
        self.found: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            above = self.open[-1][1] if self.open else ""
            self.open.append((tag, dict(attrs).get("lang") or above))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Nothing stands in it."""

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self.open and not APART & {tag for tag, _ in self.open}:
            self.found.append((data, self.open[-1][1]))


def texts(html: str) -> Iterator[tuple[str, str]]:
    parser = Texts()
    parser.feed(html)
    yield from parser.found


@pytest.fixture(scope="module")
def names(client: TestClient) -> set[str]:
    units = client.get("/api/v1/units?on=2018-06-01").json()["units"]
    return {one["label"] for one in units if len(one["label"]) > 5}


@pytest.mark.parametrize("page", PAGES)
def test_each_dutch_name_on_an_english_page_is_marked_dutch(
    client: TestClient, names: set[str], page: str
) -> None:
    html = client.get(f"{page}{'&' if '?' in page else '?'}lang=en")
    held = [(text, lang) for text, lang in texts(html.text) if any(name in text for name in names)]
    assert held, "a page without a name proves nothing"
    assert [text for text, lang in held if lang != "nl" and "the whole organisation" not in text] == []


def test_the_name_of_a_box_in_an_english_picture_is_marked_dutch(client: TestClient) -> None:
    drawn = client.get("/organogram?on=2018-06-01&lang=en").text
    assert '<title lang="nl">Buurtwerk</title>' in drawn
    assert re.search(r'<text[^>]* lang="nl">Buurtwerk</text>', drawn)
    assert '<title lang="nl">' not in client.get("/organogram?on=2018-06-01").text


def test_a_sentence_marks_the_name_in_it(client: TestClient) -> None:
    told = client.get("/diff?from=2018-05-31&until=2018-06-01&lang=en").text
    assert '<p>In <span lang="nl">Stad' in told


@pytest.mark.parametrize(("lang", "day"), [("nl", "5 augustus 1976"), ("en", "5 August 1976")])
def test_the_days_of_a_law_are_in_the_language_of_the_page(tmp_path: Path, lang: str, day: str) -> None:
    data = tmp_path / "data"
    shutil.copytree(TOWN, data / "voorbeeldstad")
    law = """
        @prefix eli: <http://data.europa.eu/eli/ontology#> .
        <https://w3id.org/organograaf/id/law/wet> a eli:LegalResource ;
            eli:date_publication "1976-08-05"^^xsd:date ;
            graaf:evidence passage:v01-ambten ;
            skos:prefLabel "wet van 8 juli 1976"@nl .
    """
    first = next((data / "voorbeeldstad").glob("01-*.ttl"))
    first.write_text(first.read_text(encoding="utf-8") + law, encoding="utf-8")
    build(data, tmp_path / "state", quietly)
    page = TestClient(create_app(tmp_path / "state")).get(f"/laws/wet?lang={lang}").text
    assert f"<dd>{day}</dd>" in page
    assert ('<span lang="nl">wet van 8 juli 1976</span>' in page) == (lang == "en")
