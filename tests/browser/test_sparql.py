"""The query page in a browser: by keyboard, without scripts, with and without the editor."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from organograaf import share
from organograaf.build import build
from organograaf.web import create_app, editor
from tests.browser.conftest import TOWN, quietly, served
from tests.browser.visits import Visits

pytestmark = pytest.mark.browser

BAD = "/sparql?query=SELECT+%3Fx%0A%7B+%3Fx+rdf%3Atype+%7D"
ASKED = "/sparql?question=16-onder-bestuurszaken-ocmw&on=2016-06-01&unit=thuiszorg"
EDITED = ".CodeMirror textarea"


@pytest.fixture(scope="module")
def edited_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server of Voorbeeldstad with the editor, where it was fetched."""
    if not editor.present(share.state()):
        pytest.skip("the editor was not fetched: run `organograaf editor`")
    state = tmp_path_factory.mktemp("edited")
    build(TOWN, state, quietly)
    shutil.copytree(Path(share.state()) / "editor", state / "editor")
    yield from served(create_app(state))


@pytest.fixture
def edited(browser: Browser, edited_site: str) -> Iterator[Page]:
    """A tab on the server with the editor."""
    context = browser.new_context(base_url=edited_site, viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def test_without_scripts_a_question_is_chosen_changed_and_answered(scriptless: Page) -> None:
    scriptless.goto("/sparql")
    scriptless.get_by_text("Voor HR").click()
    scriptless.get_by_role("link", name="zeker onder").click()
    scriptless.get_by_label("Op welke dag").fill("01/06/2016")
    scriptless.get_by_label("Welke eenheid").select_option("thuiszorg")
    scriptless.get_by_role("button", name="Vraag dit").click()
    expect(
        scriptless.get_by_role("heading", level=2, name="op 1 juni 2016 zeker onder Thuiszorg")
    ).to_be_visible()
    expect(scriptless.get_by_role("heading", name="Antwoord")).to_be_visible()
    expect(scriptless.get_by_role("button", name="Kopieer")).to_have_count(0)


def test_control_and_enter_ask_the_query(page: Page) -> None:
    page.goto("/sparql")
    page.get_by_label("Vraag", exact=True).fill("SELECT (7 AS ?x) {}")
    page.keyboard.press("Control+Enter")
    expect(page.locator("table.solutions td")).to_have_text("7 xsd:integer")


def test_the_link_of_an_error_goes_to_its_place_in_the_query(page: Page) -> None:
    page.goto(BAD)
    page.get_by_role("link", name="Ga naar die plaats").click()
    chosen = "(e => e.value.slice(e.selectionStart, e.selectionEnd))(document.activeElement)"
    assert page.evaluate(chosen) == "}"


def test_tab_leaves_the_editor(edited: Page) -> None:
    edited.goto("/sparql")
    edited.locator(EDITED).focus()
    before = edited.locator("#query").input_value()
    edited.keyboard.press("Tab")
    assert edited.evaluate("document.activeElement.id") == "known"
    edited.keyboard.press("Shift+Tab")
    assert edited.evaluate("document.activeElement.closest('.CodeMirror') !== null")
    assert edited.locator("#query").input_value() == before


def test_what_is_typed_in_the_editor_is_asked_with_control_and_enter(edited: Page) -> None:
    edited.goto("/sparql")
    edited.locator(EDITED).focus()
    edited.keyboard.press("Control+A")
    edited.keyboard.insert_text("SELECT (7 AS ?x) {}")
    edited.keyboard.press("Control+Enter")
    expect(edited.locator("table.solutions td")).to_have_text("7 xsd:integer")


def test_the_editor_goes_to_the_place_of_an_error(edited: Page) -> None:
    edited.goto(BAD)
    edited.get_by_role("link", name="Ga naar die plaats").click()
    assert edited.evaluate("document.querySelector('.CodeMirror').CodeMirror.getSelection()") == "}"


@pytest.mark.parametrize(("lang", "width"), [("nl", 1280), ("en", 360)])
@pytest.mark.parametrize("address", ["/sparql", ASKED, BAD])
def test_the_editor_keeps_the_manners_of_every_page(
    browser: Browser, edited_site: str, address: str, lang: str, width: int
) -> None:
    visit = Visits(browser, edited_site).to(address, lang, width)
    assert visit.elsewhere == ()
    assert visit.complaints == ()
    assert visit.barriers == ()
    assert visit.shifted < 0.02
    assert visit.too_wide <= 0
