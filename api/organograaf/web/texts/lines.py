"""The words of the pages that follow things through time, in Dutch and English."""

from collections.abc import Mapping
from typing import Final

LINES: Final[Mapping[str, tuple[str, str]]] = {
    "lineage.self": ("Waar het om gaat", "What it is about"),
    "lineage.before": ("Waar het vandaan kwam", "Where it came from"),
    "lineage.after": ("Waar het naartoe ging", "Where it went"),
    "lineage.had": ("Wie de taak had", "Who had the task"),
    "lineage.steps": ("Stap voor stap, met de bron", "Step by step, with the source"),
    "lineage.step": ("Wat er gebeurde", "What happened"),
    "lineage.share": ("Hoeveel", "How much"),
    "lineage.when": ("Wanneer", "When"),
    "lineage.event": ("Gebeurtenis en besluit", "Event and act"),
    "lineage.basis": ("Grond", "Basis"),
    "lineage.sources": ("Waar het staat", "Where it is said"),
    "lineage.near": ("Ruimere en engere taken", "Broader and narrower tasks"),
    "lineage.unit": ("Alles over {name}", "All about {name}"),
    "flow.form.units": ("Eenheden", "Units"),
    "flow.changed": ("wat veranderde", "what changed"),
    "flow.all": ("alle", "all"),
    "flow.nothing": (
        "Tussen deze dagen ging volgens onze bronnen niets over.",
        "Our sources know of nothing that went over between these days.",
    ),
    "flow.scroll": (
        "Tekening van de overgang; schuif om alles te zien",
        "Picture of the transition; scroll to see all",
    ),
    "flow.menu": ("Wat waarin opging", "What went where"),
    "flow.link": ("Als tekening: wat waarin opging", "As a picture: what went where"),
    "bars.menu": ("Tijdlijn", "Timeline"),
    "bars.add": ("Eenheid toevoegen", "Add a unit"),
    "bars.add.none": ("geen", "none"),
    "bars.things": ("Alleen deze:", "Only these:"),
    "bars.drop": ("Laat {name} weg", "Leave {name} out"),
    "bars.root": ("Alles onder", "All under"),
    "bars.default": ("wat aan veranderingen deelnam", "what took part in changes"),
    "bars.list": ("Als lijst", "As a list"),
    "bars.moved": ("Wat overging", "What passed on"),
    "bars.undated": ("datum niet bekend", "date not known"),
    "bars.scroll": (
        "Tekening van de tijdlijn; schuif om alles te zien",
        "Picture of the timeline; scroll to see all",
    ),
    "lineage.scroll": (
        "Tekening van de lijn; schuif om alles te zien",
        "Picture of the lineage; scroll to see all",
    ),
}
