"""The published data in a real browser: what is too large or too long shows here first."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Response, expect

from tests.browser.visits import Visits

pytestmark = pytest.mark.browser

MOST = 300_000
PICTURE_LETTERS = ("semibold", "italic")  # only pictures use them


@pytest.fixture(scope="module")
def visits(browser: Browser, antwerp_site: str) -> Visits:
    """What the browser found on the pages of the published data."""
    return Visits(browser, antwerp_site)


@pytest.fixture
def page(browser: Browser, antwerp_site: str) -> Iterator[Page]:
    """A tab on the published data."""
    context = browser.new_context(base_url=antwerp_site, viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    ("address", "lang", "width"),
    [
        ("/", "nl", 1280),
        ("/organogram?on=2016-06-01", "en", 360),
        ("/units/sociale-dienstverlening", "nl", 360),
        ("/events/2018-oprichting-sd", "en", 1280),
    ],
)
def test_a_page_of_the_published_data_has_no_barrier_and_fits(
    visits: Visits, address: str, lang: str, width: int
) -> None:
    visit = visits.to(address, lang, width)
    assert (visit.status, visit.elsewhere, visit.complaints, visit.barriers) == (200, (), (), ())
    assert visit.too_wide <= 0
    assert visit.shifted < 0.02


@pytest.mark.parametrize(
    "address", ["/", "/organogram?on=2016-06-01", "/organogram?on=2016-06-01&layout=tree"]
)
def test_a_page_weighs_little_besides_its_pictures(page: Page, address: str) -> None:
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(address, wait_until="networkidle")
    weight = 0
    for answer in answers:
        drawn = answer.request.resource_type == "image" or any(one in answer.url for one in PICTURE_LETTERS)
        if not drawn:
            weight += len(re.sub(rb"<svg.*?</svg>", b"", answer.body(), flags=re.DOTALL))
    assert 10_000 < weight < MOST


def test_what_became_of_bestuurszaken_is_found_in_one_question_and_one_click(page: Page) -> None:
    page.goto("/")
    page.get_by_role("searchbox").fill("Bestuurszaken OCMW")
    page.keyboard.press("Enter")
    page.locator("article h2 a").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Bestuurszaken OCMW")
    gone = page.locator("li.said", has_text="Ging naar").first
    expect(gone).to_contain_text("Bestuurszaken stad en OCMW")
