"""A real browser on a real server: one of each per worker."""

import os
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright
from starlette.types import ASGIApp

from organograaf import share
from organograaf.build import Step, build
from organograaf.web import create_app
from organograaf.web.fonts import FACES
from tests.browser.visits import Visits

TOWN = Path(__file__).resolve().parent.parent / "voorbeeldstad"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def quietly(_: Step) -> None:
    """Tell nobody what is being done."""


def served(app: ASGIApp) -> Iterator[str]:
    """Serve an application on a free port until the end, and yield its address."""
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    for face in FACES:  # a page that waits for its letters is not what is tested
        httpx.get(f"http://127.0.0.1:{port}/static/fonts/{face}.woff2")
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(5)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser of this machine, without a way to any other host."""
    wanted = os.environ.get("ORGANOGRAAF_BROWSER")
    found = next((path for name in (wanted, *NAMES) if name and (path := shutil.which(name))), None)
    if not found:
        pytest.skip("no chromium on this machine: install it, or name a browser in ORGANOGRAAF_BROWSER")
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"]
        opened = playwright.chromium.launch(executable_path=found, args=arguments)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def town_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server of Voorbeeldstad."""
    state = tmp_path_factory.mktemp("state")
    build(TOWN, state, quietly)
    yield from served(create_app(state))


@pytest.fixture(scope="session")
def antwerp_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server of the published data."""
    state = tmp_path_factory.mktemp("state")
    build(share.data(), state, quietly)
    yield from served(create_app(state))


@pytest.fixture(scope="session")
def visits(browser: Browser, town_site: str) -> Visits:
    """What the browser found on the pages of Voorbeeldstad, each visited once."""
    return Visits(browser, town_site)


@pytest.fixture
def page(browser: Browser, town_site: str) -> Iterator[Page]:
    """A tab on Voorbeeldstad, to work in."""
    context = browser.new_context(base_url=town_site, viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.fixture
def scriptless(browser: Browser, town_site: str) -> Iterator[Page]:
    """A tab in which no script runs."""
    context = browser.new_context(base_url=town_site, java_script_enabled=False)
    yield context.new_page()
    context.close()
