"""The words of the radar page, in Dutch and English."""

from collections.abc import Mapping
from typing import Final

RADAR: Final[Mapping[str, tuple[str, str]]] = {
    "radar.menu": ("Radar", "Radar"),
    "radar.title": ("Gaten en overlappingen op {day}", "Gaps and overlaps on {day}"),
    "radar.what": (
        "Wat op deze dag ontbreekt of dubbel is in wat onze bronnen zeggen. Een gat kan in de organisatie "
        "zitten, of alleen in de bronnen: bij elk signaal staat welk van de twee, en wat zou helpen.",
        "What is missing or double on this day in what our sources say. A gap may be in the organisation, or "
        "only in the sources: each signal says which of the two, and what would help.",
    ),
    "radar.none": ("Er valt niets te melden.", "There is nothing to report."),
    "radar.count": (
        "{count} signalen; {silenced} opzijgelegd met een reden.",
        "{count} signals; {silenced} put aside with a reason.",
    ),
    "radar.everywhere": ("overal", "everywhere"),
    "radar.kinds": ("Soorten", "Kinds"),
    "radar.said": ("volgens bronnen", "by sources"),
    "radar.silent": ("geen bron zegt het", "no source says"),
    "radar.settle": ("Wat zou helpen", "What would help"),
    "radar.question": ("Open vraag", "Open question"),
    "radar.questions": ("Open vragen ({count})", "Open questions ({count})"),
    "radar.sources": ("Waar het staat", "Where it is said"),
    "radar.silenced": ("Opzijgelegd, met een reden", "Put aside, with a reason"),
    "radar.reason": ("Reden", "Reason"),
}
