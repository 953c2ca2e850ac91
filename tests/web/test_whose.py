"""A data set of several organisations: what names a thing finds its register, the rest asks which."""

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from organograaf.build import Published, published
from organograaf.endpoint import published as content_of
from organograaf.errors import BadQuery
from organograaf.register import Listing, Register
from organograaf.vocab import GRAAF, SNAPSHOT, kind, slug
from organograaf.web import create_app

CHOOSE = "Over welke organisatie gaat het?"
PAGES = (
    "/", "/who", "/organogram", "/diff", "/timeline", "/radar", "/analysis", "/transition", "/crosswalk",
    "/events", "/units", "/tasks", "/people", "/sources", "/about", "/coverage",
)  # fmt: skip


@pytest.fixture(scope="module")
def opened(region_state: Path) -> Published:
    return published(region_state)


@pytest.fixture(scope="module")
def city(opened: Published) -> Listing:
    return opened.registers.listings[1]


@pytest.fixture(scope="module")
def register(opened: Published, city: Listing) -> Register:
    return opened.registers.get(of=city)


@pytest.fixture(scope="module")
def region_client(region_state: Path) -> TestClient:
    return TestClient(create_app(region_state))


@pytest.mark.parametrize("path", PAGES)
def test_a_page_about_no_particular_thing_asks_which_organisation_and_then_shows_it(
    region_client: TestClient, city: Listing, path: str
) -> None:
    asking = region_client.get(f"{path}?known=2026-06-01" if path == "/radar" else path)
    assert asking.status_code == 200
    assert CHOOSE in asking.text
    link = re.search(rf'href="([^"]*organisation={city.slug}[^"]*)"', asking.text)
    assert link
    shown = region_client.get(link[1].replace("&amp;", "&"))
    assert shown.status_code == 200
    assert CHOOSE not in shown.text
    if path == "/radar":
        assert "known=2026-06-01" in link[1]


@pytest.mark.parametrize("path", PAGES)
def test_every_link_of_a_page_stays_with_its_organisation(
    region_client: TestClient, city: Listing, path: str
) -> None:
    text = region_client.get(path, params={"organisation": city.slug}).text
    ways = re.findall(
        r'href="(/(?:who|organogram|diff|timeline|radar|events|sources|units/|people/)[^"#]*)"', text
    )
    assert ways
    assert [way for way in ways if f"organisation={city.slug}" not in way] == []
    for form in re.findall(
        r'<form[^>]*action="/(?:who|organogram|diff|timeline|radar)[^>]*>.*?</form>', text, re.DOTALL
    ):
        assert f'name="organisation" value="{city.slug}"' in form


def test_the_choice_is_searched_by_any_part_of_a_name(region_client: TestClient, opened: Published) -> None:
    names = [one.label() for one in opened.registers.listings]
    word = names[0].rsplit(" ", 1)[-1].upper()
    only = names[0] if sum(word.casefold() in name.casefold() for name in names) == 1 else None
    answer = region_client.get("/", params={"organisation": word})
    assert (CHOOSE in answer.text) is (only is None)
    several = region_client.get("/", params={"organisation": "ocmw"})
    assert "past bij 3 organisaties" in several.text
    none = region_client.get("/?organisation=nergens&lang=en")
    assert "There is no organisation “nergens” here" in none.text


def test_a_program_is_told_which_organisations_there_are(
    region_client: TestClient, opened: Published
) -> None:
    answer = region_client.get("/api/v1/organogram")
    assert answer.status_code == 422
    assert answer.headers["content-type"].startswith("application/problem+json")
    assert [one["slug"] for one in answer.json()["choices"]] == [
        one.slug for one in opened.registers.listings
    ]
    listed = region_client.get("/api/v1/organisations").json()
    assert [one["id"] for one in listed["organisations"]] == [one.topic for one in opened.registers.listings]
    assert region_client.get("/api/v1/organisations?q=nergens").json()["organisations"] == []


def test_a_root_finds_its_organisation_by_itself(
    region_client: TestClient, city: Listing, register: Register
) -> None:
    for root in (city.slug, slug(register.of_kind("unit")[0])):
        answer = region_client.get("/api/v1/organogram", params={"root": root, "on": "2006-06-01"})
        assert answer.json()["root"]["slug"] == root


@pytest.mark.parametrize("wanted", ["unit", "post", "person", "event", "source"])
def test_the_page_of_a_thing_finds_its_organisation_by_itself(
    region_client: TestClient, city: Listing, register: Register, wanted: str
) -> None:
    places = {"unit": "units", "post": "units", "person": "people", "event": "events", "source": "sources"}
    thing = sorted(n for n in register.nodes if kind(n) == wanted and city.slug in n)
    found = thing or register.of_kind(wanted)
    answer = region_client.get(f"/{places[wanted]}/{slug(found[0])}")
    assert answer.status_code == 200
    assert f"organisation={city.slug}" in answer.text


def test_what_two_cities_name_is_asked_of_one_and_what_is_shared_of_all(
    region_client: TestClient, opened: Published, city: Listing, register: Register
) -> None:
    done = next(s.object for s in register.spells if s.predicate == GRAAF.responsibleFor)
    page = region_client.get(f"/tasks/{slug(str(done))}?organisation={city.slug}")
    assert page.status_code == 200
    assert f"organisation={city.slug}" in page.text
    told = {s.object for one in opened.registers.listings for s in opened.registers.get(of=one).spells}
    idle = next(n for n in sorted(register.nodes) if kind(n) == "task" and n not in told)
    assert region_client.get(f"/tasks/{slug(idle)}").status_code == 200


def test_a_document_and_its_name_find_the_organisation(region_client: TestClient, register: Register) -> None:
    unit = slug(register.of_kind("unit")[0])
    assert region_client.get(f"/id/unit/{unit}", follow_redirects=False).status_code == 303
    turtle = region_client.get(f"/doc/unit/{unit}.ttl")
    assert turtle.status_code == 200
    assert unit in turtle.text


def test_a_thing_goes_before_the_organisation_that_an_old_link_names(
    region_client: TestClient, opened: Published, register: Register
) -> None:
    other = opened.registers.listings[0].slug
    unit = slug(register.of_kind("unit")[0])
    assert region_client.get(f"/units/{unit}?organisation={other}").status_code == 200


@pytest.mark.parametrize(
    "path", ["/units/nergens", "/api/v1/units/nergens", "/people/niemand", "/doc/unit/x.ttl"]
)
def test_what_nobody_tells_of_is_not_found(region_client: TestClient, path: str) -> None:
    assert region_client.get(path).status_code == 404


def test_a_slip_in_the_slug_of_a_unit_is_told_what_was_meant(
    region_client: TestClient, register: Register
) -> None:
    unit = slug(register.of_kind("unit")[0])
    answer = region_client.get(f"/api/v1/units/{unit}x")
    assert answer.status_code == 404
    assert unit in answer.json()["detail"]


@pytest.mark.parametrize("path", ["/dataset", "/ns", "/shapes", "/help", "/graph/region/000-taken"])
def test_what_is_of_all_needs_no_choice(region_client: TestClient, path: str) -> None:
    answer = region_client.get(path, headers={"Accept": "text/html"})
    assert answer.status_code == 200
    assert CHOOSE not in answer.text


@pytest.mark.parametrize("path", ["/downloads", "/dataset.nq"])
def test_all_of_a_region_together_is_not_made_on_demand(region_client: TestClient, path: str) -> None:
    answer = region_client.get(path)
    assert answer.status_code == 404
    assert "organograaf release" in answer.text


def test_a_snapshot_of_one_organisation_has_its_own_name(region_client: TestClient, city: Listing) -> None:
    answer = region_client.get(f"/op/2006-06-01/of/{city.slug}", headers={"Accept": "text/turtle"})
    assert answer.status_code == 200
    assert city.slug in answer.text


def test_sparql_has_snapshots_of_one_organisation_and_says_so_when_asked_for_all(
    opened: Published, city: Listing
) -> None:
    content = content_of(opened.version, opened.store, opened.registers)
    one = content.supply(f"{SNAPSHOT}2006-06-01/of/{city.slug}")
    assert city.topic.encode() in one.triples
    others = [other for other in opened.registers.listings if other != city]
    assert not any(other.topic.encode() in one.triples for other in others)
    with pytest.raises(BadQuery, match=r"meer dan één organisatie.*/of/"):
        content.supply(f"{SNAPSHOT}2006-06-01")


def test_a_town_alone_takes_its_own_name_and_refuses_another(client: TestClient) -> None:
    plain = client.get("/organogram").text
    assert "organisation=" not in plain
    assert client.get("/api/v1/organogram?organisation=stad-en-ocmw-voorbeeldstad").status_code == 200
    assert client.get("/api/v1/organogram?organisation=gent").status_code == 422


@pytest.mark.parametrize("text", ["<script>", "a" * 5000, "%00", "} UNION {", "é ñ", "\u202e"])
def test_any_text_for_an_organisation_gets_a_page_without_it_unescaped(
    region_client: TestClient, text: str
) -> None:
    answer = region_client.get("/who", params={"organisation": text})
    assert answer.status_code == 200
    assert CHOOSE in answer.text
    assert "<script>" not in answer.text
