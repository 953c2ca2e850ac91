import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

FIRST = "/diff?from=2012-03-31&until=2013-05-31"


def test_play_walks_through_the_changes_until_it_is_paused(page: Page) -> None:
    page.clock.install()
    page.goto(FIRST)
    title = page.title()
    page.get_by_role("button", name="Speel af").click()
    page.clock.run_for(100)
    expect(page).not_to_have_title(title)
    assert "until=2013-05-31" not in page.url
    page.get_by_role("button", name="Pauze").click()
    stopped = page.title()
    page.clock.run_for(20_000)
    expect(page).to_have_title(stopped)


def test_without_scripts_the_steps_are_links_and_there_is_no_play(scriptless: Page) -> None:
    scriptless.goto(FIRST)
    assert not scriptless.locator("[data-play]").is_visible()
    scriptless.get_by_role("link", name="Volgende stap").click()
    assert "from=2013-05-31" in scriptless.url
    expect(scriptless.get_by_role("img", name="op ")).to_have_count(2)


def test_the_home_page_finds_who_does_what_with_the_keyboard_alone(page: Page) -> None:
    page.goto("/")
    page.get_by_role("searchbox", name="Wat zoekt u?").focus()
    page.keyboard.type("rommelmarkt")
    page.keyboard.press("Enter")
    page.wait_for_url("**/who?q=rommelmarkt")
    expect(page.get_by_role("heading", level=1)).to_contain_text("rommelmarkt")


def test_play_says_the_step_it_came_to_and_not_the_whole_page(page: Page) -> None:
    page.clock.install()
    page.goto(FIRST)
    assert page.locator("main [aria-live]").count() == 0
    page.get_by_role("button", name="Speel af").click()
    page.clock.run_for(100)
    expect(page.locator("[data-said]")).to_contain_text("Van 31 mei 2013 tot")
