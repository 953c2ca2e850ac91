"""The words around every page, in Dutch and English."""

from collections.abc import Mapping
from typing import Final

SHELL: Final[Mapping[str, tuple[str, str]]] = {
    "name": ("Organograaf", "Organograaf"),
    "skip": ("Naar de inhoud", "Skip to content"),
    "menu": ("Menu", "Menu"),
    "menu.more": ("Meer", "More"),
    "language": ("Taal", "Language"),
    "organogram": ("Organogram", "Organisation chart"),
    "programs": ("Adressen voor programma’s", "Addresses for programs"),
    "footer": ("Gegevens {dataset} · programma {program}", "Data {dataset} · program {program}"),
    "footer.source": (
        "Alles komt uit openbare bronnen. Bij elke uitspraak staat welke.",
        "Everything comes from public sources. Each statement says which.",
    ),
}
