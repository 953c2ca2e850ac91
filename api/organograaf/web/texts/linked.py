"""The words of the pages of linked data, in Dutch and English."""

from collections.abc import Mapping
from typing import Final

LINKED: Final[Mapping[str, tuple[str, str]]] = {
    "linked.what": (
        "Alles wat de graaf over dit ene ding bevat, voor wie de gegevens zelf wil zien.",
        "All that the graph holds of this one thing, for who wants to see the data itself.",
    ),
    "linked.page": ("Naar de gewone pagina", "To the ordinary page"),
    "linked.iri": ("Blijvend adres", "Lasting address"),
    "linked.files": ("Als bestand", "As a file"),
    "linked.own": ("Wat er altijd van geldt", "What always holds of it"),
    "linked.then": ("Hoe het was op {day}", "How it was on {day}"),
    "linked.then.none": (
        "Op {day} bestond dit niet, voor zover de bronnen zeggen.",
        "On {day} this did not exist, as far as the sources say.",
    ),
    "linked.about": ("Feiten hierover ({count})", "Facts about this ({count})"),
    "linked.fact": ("Dit feit", "This fact"),
    "linked.in": ("in", "in"),
    "linked.naming": ("Feiten die dit noemen ({count})", "Facts that name this ({count})"),
    "linked.pointing": ("Wat er verder naar verwijst", "What else points to it"),
    "linked.subject": ("Wat", "What"),
    "linked.property": ("Eigenschap", "Property"),
    "linked.value": ("Waarde", "Value"),
    "linked.when": ("Wanneer", "When"),
    "linked.standing": ("Op {day}", "On {day}"),
    "linked.sources": ("Waar het staat", "Where it is said"),
    "linked.cut": (
        "Er is meer dan hier past. De bestanden hierboven hebben alles.",
        "There is more than fits here. The files above hold everything.",
    ),
    "linked.scroll": ("Tabel; schuif om alles te zien", "Table; scroll to see all"),
}
