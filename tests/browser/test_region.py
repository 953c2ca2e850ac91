"""The pages of a data set of several organisations, in a real browser: which one, and then that one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from organograaf.web import create_app
from tests.browser.conftest import served
from tests.browser.visits import Visits

pytestmark = pytest.mark.browser

PAGES = ("/", "/organogram", "/?organisation=elst", "/organogram?organisation=elstzande&on=2020-01-01")


@pytest.fixture(scope="module")
def region_visits(browser: Browser, region_state: Path) -> Iterator[Visits]:
    for site in served(create_app(region_state)):
        yield Visits(browser, site)


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_who_must_choose_an_organisation_finds_no_barrier(
    region_visits: Visits, page: str, lang: str
) -> None:
    visit = region_visits.to(page, lang, 360)
    assert (visit.barriers, visit.elsewhere, visit.complaints) == ((), (), ())
    assert visit.too_wide <= 0
