import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

CHART = "/organogram?on=2018-06-01"


def test_the_keyboard_walks_the_tree_folds_it_and_lights_up_the_picture(page: Page) -> None:
    page.goto(CHART)
    tree = page.get_by_role("tree")
    first = tree.get_by_role("treeitem").first
    first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    slug = page.evaluate("document.activeElement.querySelector('a').pathname.split('/').pop()")
    expect(page.locator(f"#unit-{slug}")).to_have_class("shown")
    assert page.url.endswith(f"#unit-{slug}")
    page.keyboard.press("Home")
    page.keyboard.press("ArrowLeft")
    expect(first).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('ul').getAttribute('role')") == "tree"
    page.keyboard.press("ArrowRight")
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    page.wait_for_url("**/units/**")


def test_find_jumps_to_the_box_and_the_address_remembers_it(page: Page) -> None:
    page.goto(CHART)
    field = page.get_by_role("searchbox", name="Zoek in dit organogram")
    field.fill("maaltijd")
    field.press("Enter")
    box = page.locator("#unit-warme-maaltijden")
    expect(box).to_have_class("hit shown")
    expect(box).to_be_in_viewport()
    page.reload()
    expect(page.locator("#unit-warme-maaltijden")).to_have_class("shown")


def test_zoom_by_button_and_key_makes_the_picture_wider_and_fit_shows_all(page: Page) -> None:
    page.goto(CHART)
    width = "document.querySelector('[data-picture] svg').getBoundingClientRect().width"
    before = page.evaluate(width)
    page.get_by_role("button", name="Groter").click()
    assert page.evaluate(width) > before
    page.locator("[data-picture]").focus()
    page.keyboard.press("0")
    frame = page.evaluate("document.querySelector('[data-picture]').clientWidth")
    assert page.evaluate(width) <= frame + 1


def test_a_branch_folds_in_its_place_and_back_unfolds_it(page: Page) -> None:
    page.goto(f"{CHART}&layout=tree")
    page.get_by_role("link", name="Thuiszorg dichtvouwen").click()
    expect(page.get_by_role("link", name="Thuiszorg openvouwen")).to_be_focused()
    assert "fold=thuiszorg" in page.url
    assert page.locator("#unit-warme-maaltijden").count() == 0
    page.go_back()
    expect(page.locator("#unit-warme-maaltijden")).to_be_attached()


def test_without_scripts_the_form_finds_folds_and_takes_away(scriptless: Page) -> None:
    scriptless.goto(f"{CHART}&layout=tree")
    scriptless.get_by_role("link", name="Thuiszorg dichtvouwen").click()
    assert "fold=thuiszorg" in scriptless.url
    scriptless.get_by_role("searchbox").fill("fiets")
    scriptless.get_by_role("button", name="Zoek").click()
    assert scriptless.get_by_role("link", name="toon in de tekening").count() == 1
    scriptless.locator("#on").fill("01/06/2010")
    scriptless.get_by_role("button", name="Toon", exact=True).click()
    assert "on=01%2F06%2F2010" in scriptless.url
    assert scriptless.get_by_role("heading", level=1).inner_text().endswith("1 juni 2010")
    assert not scriptless.get_by_role("button", name="Groter").is_visible()


def test_the_council_gets_an_a3_pdf_in_two_steps(page: Page) -> None:
    page.goto(f"{CHART}&root=thuiszorg")
    page.get_by_label("Papier").last.select_option("a3")
    with page.expect_response("**/organogram.pdf?**") as found:
        page.get_by_role("button", name="PDF").click()
    assert "root=thuiszorg" in found.value.url
    assert "on=2018-06-01" in found.value.url


def test_the_page_in_the_page_of_another_shows_and_links(page: Page) -> None:
    page.goto("/embed/organogram?on=2018-06-01&layout=list")
    assert page.get_by_role("link", name="Thuiszorg").count() == 1
    assert page.get_by_role("link", name="Uit Organograaf").get_attribute("href") == (
        "/organogram?on=2018-06-01&layout=list"
    )
