"""The ways through the site: addresses and the keys of their words, in order of use."""

from typing import Final

MAIN: Final = (
    ("/who", "who.menu"),
    ("/organogram", "organogram"),
    ("/diff", "diff.menu"),
    ("/timeline", "bars.menu"),
    ("/sources", "list.sources"),
    ("/help", "help.menu"),
)
MORE: Final = (
    ("/about", "about.title"),
    ("/coverage", "coverage.title"),
    ("/transition", "flow.menu"),
    ("/crosswalk", "diff.crosswalk"),
    ("/events", "list.events"),
    ("/units", "list.units"),
    ("/tasks", "list.tasks"),
    ("/people", "list.people"),
    ("/goals", "list.goals"),
    ("/laws", "list.laws"),
    ("/radar", "radar.menu"),
    ("/analysis", "analysis.menu"),
)
RESEARCH: Final = (
    ("/research", "research.title"),
    ("/sparql", "sparql.menu"),
    ("/downloads", "downloads.menu"),
    ("/dataset", "dataset.menu"),
    ("/ns", "terms.menu"),
    ("/api/docs", "programs"),
)


def current(address: str, here: str) -> bool:
    """Tell whether the page at `here` belongs to this entry of the menu."""
    return here == address or here.startswith(f"{address}/")
