import pytest
from playwright.sync_api import Page, expect

from tests.browser.visits import Visit, Visits

pytestmark = pytest.mark.browser

PAGES = (
    "/",
    "/organogram",
    "/organogram?on=2018-06-01&root=voorbeeldstad&certainty=certain",
    "/organogram?on=2018-06-01&layout=tree&fold=thuiszorg",
    "/organogram?on=2018-06-01&layout=table&legal=yes",
    "/organogram?on=2018-06-01&layout=list&find=zorg",
    "/embed/organogram?on=2018-06-01",
    "/units/buurtwerk",
    "/units/warm-nest?on=2019",
    "/who",
    "/who?q=rommelmarkt&on=2015-08-31",
    "/who?q=buurtwerk&certainty=certain",
    "/who?q=xyzzyqwerty",
    "/help",
    "/about",
    "/coverage",
    "/research",
    "/organogram?root=schuldhulp&on=2020",
    "/people/an-voorbeeld?on=2019-01-01",
    "/tasks/rommelmarktvergunning?on=2015-09-01",
    "/events/2017-verplaatsing-wegenploeg",
    "/tasks",
    "/units",
    "/events",
    "/sources",
    "/sources/V04",
    "/diff?from=2018-05-31&until=2018-06-01",
    "/crosswalk?from=2010-06-01&until=2019-06-01",
    "/radar?on=2012-06-01",
    "/analysis?from=2010&until=2019",
    "/organogram?on=2012-06-01&root=geldzaken",
    "/lineage/geldzaken",
    "/lineage/rommelmarktvergunning",
    "/transition?from=2018-05-31&until=2018-06-01",
    "/timeline?root=voorbeeldstad",
    "/api/docs",
    "/sparql",
    "/sparql?question=16-onder-bestuurszaken-ocmw&on=2018-06-01&unit=thuiszorg",
    "/sparql?query=SELECT+%3Fx%0A%7B+%3Fx+rdf%3Atype+%7D",
    "/nergens",
    "/organogram?on=31/02/2018",
)


# Each page wide in Dutch and narrow in English; the other two of the four with --long.
SHORT = [(page, *how) for page in PAGES for how in (("nl", 1280), ("en", 360))]
LONG = [(page, *how) for page in PAGES for how in (("en", 1280), ("nl", 360))]


@pytest.fixture(params=[*SHORT, *(pytest.param(one, marks=pytest.mark.long) for one in LONG)], ids=str)
def visit(visits: Visits, request: pytest.FixtureRequest) -> Visit:
    return visits.to(*request.param)


def test_no_page_asks_another_host_for_anything(visit: Visit) -> None:
    assert visit.elsewhere == ()


def test_no_page_makes_the_browser_complain_of_a_policy_or_a_script(visit: Visit) -> None:
    assert visit.complaints == ()


def test_axe_finds_no_barrier_of_wcag_2_2_aa(visit: Visit) -> None:
    assert visit.barriers == ()


def test_nothing_on_a_page_moves_while_it_loads(visit: Visit) -> None:
    assert visit.shifted < 0.02


def test_no_page_is_wider_than_its_window(visit: Visit) -> None:
    assert visit.too_wide <= 0


@pytest.mark.parametrize("address", [page for page in PAGES if not page.startswith("/embed")])
def test_the_first_stop_of_the_keyboard_is_the_link_to_the_content(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def test_the_page_of_an_organogram_prints_its_picture_and_nothing_else(page: Page) -> None:
    page.goto("/organogram?on=2018-06-01")
    page.emulate_media(media="print")
    for shown in ("header.site", "footer.site", "main h1", "main form", "section.tree"):
        assert not page.locator(shown).first.is_visible(), shown
    assert page.locator(".picture svg").is_visible()
