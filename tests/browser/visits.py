"""What a browser finds on a page: requests, complaints, barriers, shifts and overflow."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import axe_playwright_python
from playwright.sync_api import Browser, BrowserContext, Request, Route

_AXE: Final = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
_RUN: Final = """async () => {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
  const {violations} = await axe.run(document, {runOnly: {type: "tag", values: tags}});
  return violations.map(v => `${v.id}: ` + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(" | "));
}"""
_SHIFTS: Final = """
  window.shifted = 0;
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) window.shifted += entry.value;
  }).observe({type: "layout-shift", buffered: true});
"""
_TOLD: Final = ("error", "warning")
_TOO_WIDE: Final = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A page as a browser saw it, in one language at one width."""

    status: int
    elsewhere: tuple[str, ...]
    complaints: tuple[str, ...]
    barriers: tuple[str, ...]
    shifted: float
    too_wide: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Visits:
    """Visits to the pages of one site; each is made once."""

    browser: Browser
    site: str
    made: dict[tuple[str, str, int], Visit] = field(default_factory=dict)

    def to(self, address: str, lang: str, width: int) -> Visit:
        """Return what the browser found at an address."""
        key = (address, lang, width)
        if key not in self.made:
            context = self.browser.new_context(viewport={"width": width, "height": 900})
            try:
                self.made[key] = _visit(context, self.site + _in(address, lang), self.site)
            finally:
                context.close()
        return self.made[key]


def _in(address: str, lang: str) -> str:
    return address if lang == "nl" else f"{address}{'&' if '?' in address else '?'}lang={lang}"


def _visit(context: BrowserContext, address: str, site: str) -> Visit:
    elsewhere: list[str] = []
    complaints: list[str] = []
    weights: list[int] = []

    def watched(route: Route, request: Request) -> None:
        if request.url.startswith((site, "data:")):
            route.continue_()
        else:
            elsewhere.append(request.url)
            route.abort()

    context.route("**/*", watched)
    page = context.new_page()
    page.add_init_script(_SHIFTS)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None
    )
    page.on("response", lambda answer: weights.append(int(answer.headers.get("content-length", "0"))))
    answer = page.goto(address, wait_until="load")
    page.wait_for_timeout(100)
    shifted = float(page.evaluate("window.shifted"))
    page.evaluate(_AXE)
    return Visit(
        status=answer.status if answer else 0,
        elsewhere=tuple(elsewhere),
        complaints=tuple(said for said in complaints if "status of 4" not in said),
        barriers=tuple(page.evaluate(_RUN)),
        shifted=shifted,
        too_wide=int(page.evaluate(_TOO_WIDE)),
        bytes=sum(weights),
    )
