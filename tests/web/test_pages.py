import re
from collections.abc import Callable
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from organograaf.web.texts import TEXTS

PAGES = (
    "/",
    "/organogram",
    "/organogram?on=2018-06-01&depth=1&certainty=certain&paper=a4",
    "/organogram?on=2018-06-01&layout=tree&fold=buurtwerk&find=zorg",
    "/organogram?on=2018-06-01&layout=list&legal=yes",
    "/organogram?on=2018-06-01&layout=table",
    "/units/buurtwerk",
    "/units/voorbeeldstad",
    "/units/algemeen-directeur-voorbeeldstad?on=2019-10-01",
    "/units/warm-nest?on=2019",
    "/who",
    "/who?q=rommelmarkt&on=2015-08-31",
    "/who?q=xyzzyqwerty",
    "/help",
    "/about",
    "/coverage",
    "/research",
    "/people/an-voorbeeld?on=2019-01-01",
    "/tasks/rommelmarktvergunning?on=2015-09-01",
    "/events/2017-verplaatsing-wegenploeg",
    "/units/schuldhulp?on=2020",
    "/people",
    "/tasks",
    "/units",
    "/laws",
    "/goals",
    "/events",
    "/sources",
    "/sources/V02",
    "/sources/V04",
    "/api/docs",
    "/nergens",
)
VOID = {"meta", "link", "input", "img", "br", "base"}


class Page(HTMLParser):
    """What a page loads, links to and is made of; raises when tags do not match."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.links: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._open: list[str] = []
        self.feed(html)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags.append((tag, values))
        if tag == "a":
            self.links.append(values.get("href") or "")
        else:
            names = ("src", "href", "data", "action", "srcset", "poster")
            self.loads += [v for n in names if (v := values.get(n))]
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """Return the attributes of every element of this name."""
        return [attributes for name, attributes in self.tags if name == tag]


@pytest.fixture(params=PAGES)
def address(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=["nl", "en"])
def page(client: TestClient, address: str, request: pytest.FixtureRequest) -> Page:
    answer = client.get(address, params={"lang": request.param, **_query(address)})
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    found = Page(answer.text)
    assert found.all("html")[0]["lang"] == request.param
    return found


def _query(address: str) -> dict[str, str]:
    return dict(pair.split("=") for pair in address.partition("?")[2].split("&") if pair)


def test_no_page_loads_anything_from_elsewhere(page: Page) -> None:
    assert page.loads
    assert all(load.startswith(("/", "#")) and not load.startswith("//") for load in page.loads)


def test_no_page_has_a_script_or_a_style_of_its_own(page: Page) -> None:
    assert all(
        one["type"] == "module" and (one["src"] or "").startswith("/static/js/") for one in page.all("script")
    )
    assert not page.all("style")
    assert not [
        name for _, values in page.tags for name in values if name == "style" or name.startswith("on")
    ]


def test_every_link_outwards_is_to_the_address_of_a_source(client: TestClient) -> None:
    for address in PAGES:
        outward = [link for link in Page(client.get(address).text).links if re.match(r"[a-z]+:|//", link)]
        assert len(outward) == (1 if address.startswith("/sources/") else 0), address


def test_every_local_link_leads_somewhere(client: TestClient) -> None:
    links = {link for address in PAGES for link in Page(client.get(address).text).links}
    slow = re.compile(r"#|https?:|/organogram\?|/organogram\.|/nergens")
    local = sorted(link for link in links if not slow.match(link))
    assert len(local) > 20
    assert dict.fromkeys(local, 200) == {link: client.get(link).status_code for link in local}


def test_every_page_has_one_main_heading_and_skips_no_level(page: Page) -> None:
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_page_begins_with_a_link_to_its_content(page: Page) -> None:
    assert page.links[0] == "#main"
    assert page.all("main")[0]["id"] == "main"


def test_every_field_has_a_label_and_every_id_is_used_once(page: Page) -> None:
    ids = [values["id"] for _, values in page.tags if "id" in values]
    assert len(ids) == len(set(ids))
    labelled = {label["for"] for label in page.all("label")}
    fields = [f for tag in ("input", "select") for f in page.all(tag) if f.get("type") != "hidden"]
    assert {field["id"] for field in fields} <= labelled
    described = {values["aria-describedby"] for _, values in page.tags if "aria-describedby" in values}
    named = {values["aria-labelledby"] for _, values in page.tags if "aria-labelledby" in values}
    assert {one for several in described | named if several for one in several.split()} <= set(ids)


def test_every_header_cell_says_what_it_heads(page: Page) -> None:
    assert all(cell.get("scope") in ("col", "row") for cell in page.all("th"))


def test_every_image_has_a_text(page: Page) -> None:
    assert all(image.get("alt") for image in page.all("img"))


def test_the_switch_of_language_keeps_the_place(client: TestClient) -> None:
    page = Page(client.get("/organogram?on=2018-06-01&root=voorbeeldstad&depth=2").text)
    switch = next(a["href"] for a in page.all("a") if a.get("hreflang") == "en")
    assert switch == "/organogram?on=2018-06-01&root=voorbeeldstad&depth=2&lang=en"
    back = Page(client.get(str(switch)).text)
    assert "/organogram?on=2018-06-01&root=voorbeeldstad&depth=2" in back.links


def test_the_boxes_of_the_picture_are_links_that_keep_day_and_language(client: TestClient) -> None:
    page = Page(client.get("/organogram?on=2018-06-01&lang=en").text)
    assert page.all("svg")[0]["role"] == "group"
    assert page.links.count("/units/buurtwerk?on=2018-06-01&lang=en") == 2


def test_a_button_of_the_tree_folds_a_unit_and_unfolds_it(client: TestClient) -> None:
    def buttons(address: str) -> dict[str, str]:
        found = Page(client.get(address).text).all("a")
        return {str(a["aria-label"]): str(a["href"]) for a in found if a.get("class") == "fold"}

    open_ = buttons("/organogram?on=2018-06-01&layout=tree")
    shut = buttons(open_["Thuiszorg dichtvouwen"])
    assert "Thuiszorg openvouwen" in shut
    assert buttons(shut["Thuiszorg openvouwen"]) == open_


def test_what_is_folded_is_not_drawn_on_the_page_but_is_in_every_file(client: TestClient) -> None:
    query = "?on=2018-06-01&layout=tree"
    whole = Page(client.get(f"/organogram{query}").text)
    page = Page(client.get(f"/organogram{query}&fold=thuiszorg").text)
    under = "/units/warme-maaltijden?on=2018-06-01"
    assert (whole.links.count(under), page.links.count(under)) == (2, 1)
    assert not [link for link in page.links + page.loads if "." in link and "fold=" in link]
    assert "fold" not in client.get(f"/organogram.svg{query}").text


def test_a_find_tells_where_a_text_stands_and_leads_to_that_part(client: TestClient) -> None:
    page = Page(client.get("/organogram?on=2018-06-01&find=MAALTIJDEN").text)
    assert "#unit-warme-maaltijden" in page.links
    assert "/organogram?on=2018-06-01&root=warme-maaltijden" in page.links
    assert "Niets gevonden" in client.get("/organogram?on=2018-06-01&find=zwembad").text


def test_only_the_page_made_for_it_may_stand_in_that_of_another(client: TestClient) -> None:
    def ancestors(address: str) -> str:
        policy = str(client.get(address).headers["content-security-policy"])
        return next(part.strip() for part in policy.split(";") if "frame-ancestors" in part)

    assert ancestors("/embed/organogram?on=2018-06-01") == "frame-ancestors *"
    assert ancestors("/organogram?on=2018-06-01") == "frame-ancestors 'none'"


def test_the_page_gives_the_addresses_to_put_it_elsewhere(client: TestClient) -> None:
    text = client.get("/organogram?on=2018-06-01").text
    assert "http://testserver/embed/organogram?on=2018-06-01" in text
    assert "http://testserver/organogram.svg?on=2018-06-01" in text


def test_a_style_sheet_of_the_house_goes_over_ours(
    client: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "/theme.css" not in client.get("/api/docs").text
    (tmp_path / "house.css").write_text(":root { --accent: #444 }", encoding="utf-8")
    monkeypatch.setenv("ORGANOGRAAF_THEME", str(tmp_path / "house.css"))
    assert client.get("/theme.css").text == ":root { --accent: #444 }"
    assert "/theme.css" in client.get("/nergens").text


def test_the_steps_go_to_the_changes_before_and_after(client: TestClient) -> None:
    days = client.get("/api/v1/changes-on").json()["dates"]
    at = days.index("2018-06-01")
    page = Page(client.get("/organogram?on=2018-06-01").text)
    steps = {a["rel"]: a["href"] for a in page.all("a") if a.get("rel") in ("prev", "next")}
    assert steps == {"prev": f"/organogram?on={days[at - 1]}", "next": f"/organogram?on={days[at + 1]}"}


def test_a_unit_that_is_gone_says_when_it_was(client: TestClient) -> None:
    text = client.get("/units/warm-nest?on=2019").text
    assert "Bestond niet op 1 januari 2019." in text
    assert "t.e.m. 31 december 2016" in text


def test_the_page_of_an_office_says_at_once_who_holds_it(client: TestClient) -> None:
    text = client.get("/units/algemeen-directeur-voorbeeldstad?on=2019-01-01").text
    card = text[text.index('id="now"') : text.index('id="life"')]
    assert "/people/an-voorbeeld?on=2019-01-01" in card


def test_what_may_have_been_meant_is_of_the_kind_asked_for(client: TestClient) -> None:
    for wrong in ("burgerlokket", "thuiszorgg", "splitsing-groen-en-wegen", "buurt"):
        links = {link.partition("?")[0] for link in Page(client.get(f"/units/{wrong}").text).links}
        meant = {link for link in links if link.startswith("/units/")} - {f"/units/{wrong}"}
        assert {client.get(link).status_code for link in meant} <= {200}


def test_a_unit_has_its_lifeline_with_the_day_it_moved(client: TestClient) -> None:
    page = Page(client.get("/units/thuiszorg?on=2019").text)
    assert len(page.all("svg")) == 1
    assert page.all("svg")[0]["role"] == "group"
    assert not Page(client.get("/tasks/rommelmarktvergunning?on=2019").text).all("svg")


def test_a_vacant_post_says_so_and_an_unnamed_holder_is_not_vacant(client: TestClient) -> None:
    assert "vacant" in client.get("/organogram?on=2019-10-01").text
    unnamed = client.get("/units/ocmw-voorbeeldstad?on=2010-06-01").text
    assert "houder niet genoemd in onze bronnen" in unnamed


def test_a_source_says_how_its_period_is_known_and_what_it_yields(client: TestClient) -> None:
    text = client.get("/sources/V04").text
    assert "door ons afgeleid" in text
    assert "Huis van de Voorbeeldburger" in text


def test_markup_in_a_name_stays_text(changing: tuple[TestClient, Callable[[str], None]]) -> None:
    client, rebuild = changing
    rebuild("<script>alert(1)</script>")
    for address in ("/organogram", "/units/buurtwerk", "/sources/V01", "/organogram.svg"):
        text = client.get(address).text
        assert "<script>" not in text
        assert "&lt;script&gt;" in text


def test_every_text_is_in_both_languages_with_the_same_gaps() -> None:
    for key, (nl, en) in TEXTS.items():
        assert bool(nl) == bool(en), key
        assert sorted(re.findall(r"{\w+}", nl)) == sorted(re.findall(r"{\w+}", en)), key


def test_the_font_comes_from_here(client: TestClient) -> None:
    css = client.get("/static/style.css").text
    fonts = set(re.findall(r'url\("([^"]+\.ttf)"\)', css))
    assert not re.search(r"url\(\"?(https?:)?//", css)
    assert len(fonts) == 4
    for font in fonts:
        answer = client.get(f"/static/{font}")
        assert answer.headers["content-type"] == "font/ttf"
        assert answer.content[:4] == b"\x00\x01\x00\x00"
    woff2 = client.get("/static/fonts/regular.woff2")
    assert woff2.status_code == 404 or woff2.content[:4] == b"wOF2"


def test_the_search_of_the_home_page_asks_who_does_what(client: TestClient) -> None:
    page = Page(client.get("/").text)
    assert {"action": "/who", "method": "get"}.items() <= page.all("form")[0].items()
    assert client.get("/who", params={"q": "rommelmarkt"}).status_code == 200


def test_the_story_of_the_home_page_leads_to_its_differences(client: TestClient) -> None:
    links = Page(client.get("/").text).links
    assert len([link for link in links if link.startswith("/diff?from=")]) == 5
    assert "/diff?from=2018-05-31&until=2018-06-01" in links


def test_a_unit_that_is_not_known_is_met_with_what_may_have_been_meant(client: TestClient) -> None:
    page = Page(client.get("/units/burgerlokket").text)
    assert "/units/burgerloket" in page.links
    assert any(field.get("value") == "burgerlokket" for field in page.all("input"))


def test_an_organogram_of_a_unit_that_is_gone_leads_to_what_became_of_it(client: TestClient) -> None:
    answer = client.get("/organogram?root=schuldhulp&on=2020")
    assert answer.status_code == 404
    assert "/units/schuldhulp" in Page(answer.text).links
    assert "/units/geldzaken?on=2020-01-01" in Page(client.get("/units/schuldhulp?on=2020").text).links


def test_a_wrong_day_leads_to_the_same_page_without_it(client: TestClient) -> None:
    answer = client.get("/organogram?on=31/02/2018&lang=en")
    assert answer.status_code == 422
    assert "/organogram?lang=en" in Page(answer.text).links


def test_a_comparison_walks_on_to_the_next_dated_change(client: TestClient) -> None:
    page = Page(client.get("/diff?from=2018-05-31&until=2018-06-01").text)
    steps = {a["rel"]: str(a["href"]) for a in page.all("a") if a.get("rel") in ("prev", "next")}
    assert steps["next"].startswith("/diff?from=2018-06-01&until=20")
    assert steps["prev"].endswith("&until=2018-05-31")


def test_the_code_to_embed_keeps_a_name_with_quotes_in_its_title(client: TestClient) -> None:
    shown = client.get("/organogram?root=werk-en-toekomst&on=2014-12-31").text
    code = unescape(shown.split('<textarea id="embed-frame"')[1].split(">", 1)[1].split("</textarea>")[0])
    names: list[dict[str, str | None]] = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attrs: names.append(dict(attrs))  # type: ignore[method-assign]
    parser.feed(code)
    assert len(names) == 1
    assert set(names[0]) == {"src", "width", "height", "title"}
    assert '«Werk & "Toekomst"»' in (names[0]["title"] or "")
