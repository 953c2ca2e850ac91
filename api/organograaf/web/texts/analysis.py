"""The words of the page of figures, in Dutch and English."""

from collections.abc import Mapping
from typing import Final

ANALYSIS: Final[Mapping[str, tuple[str, str]]] = {
    "analysis.menu": ("In cijfers", "In figures"),
    "analysis.what": (
        "Geteld op 1 juli van elk jaar: wat zeker is, en wat alleen mogelijk is. Een jaar met weinig bronnen "
        "is geen jaar met weinig eenheden: onder de staven staat hoeveel bronnen over elk jaar iets zeggen.",
        "Counted on 1 July of each year: what is certain, and what is only possible. A year with few sources "
        "is not a year with few units: under the bars stands how many sources say something of each year.",
    ),
    "analysis.from": ("Van jaar", "From year"),
    "analysis.until": ("Tot en met jaar", "Up to and including year"),
    "analysis.scroll": (
        "Grafiek van de cijfers per jaar; schuif om alles te zien",
        "Plot of the figures per year; scroll to see all",
    ),
    "analysis.plot": ("Grafiek", "Plot"),
}
