"""The words of the home page, in Dutch and English."""

from collections.abc import Mapping
from typing import Final

HOME: Final[Mapping[str, tuple[str, str]]] = {
    "home.title": ("Wie doet wat bij {name}?", "Who does what at {name}?"),
    "home.what": (
        "Zoek een taak, dienst, persoon of ambt, op elke dag. Bij alles staat uit welke openbare bron het"
        " komt; wat de bronnen openlaten, blijft hier open.",
        "Look for a task, service, person or office, on any day. Everything names the public source it "
        "comes from; what the sources leave open stays open here.",
    ),
    "home.search": ("Wat zoekt u?", "What are you looking for?"),
    "home.search.example": (
        "bv. budgetbeheer, huisvesting, personeel",
        "e.g. debt counselling, housing, staff",
    ),
    "home.search.go": ("Zoek", "Search"),
    "home.chart": ("Het organogram", "The organisation chart"),
    "home.latest": (
        "De laatste dag waarover de bronnen iets zeggen: {day}.",
        "The latest day that the sources speak of: {day}.",
    ),
    "home.open": ("Bekijk het organogram met alle diensten", "Open the chart with all its services"),
    "home.day": ("Of op een andere dag", "Or on another day"),
    "home.day.form": ("dd/mm/jjjj", "dd/mm/yyyy"),
    "home.recent": ("Wat het laatst veranderde", "What changed last"),
    "home.events": ("Alle gebeurtenissen", "All events"),
    "home.story": ("Hoe het zo kwam, in vijf momenten", "How it came about, in five moments"),
    "home.story.what": (
        "De gebeurtenissen die het meeste verplaatsten, volgens de gegevens. Vergelijk telkens de dag "
        "ervoor met de dag erna.",
        "The events that moved most, by the data. Compare the day before with the day after.",
    ),
    "home.compare": ("Wat veranderde toen?", "What changed then?"),
}
