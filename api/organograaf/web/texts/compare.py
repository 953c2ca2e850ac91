"""The words of the pages that compare, in Dutch and English."""

from collections.abc import Mapping
from typing import Final

COMPARE: Final[Mapping[str, tuple[str, str]]] = {
    "diff.menu": ("Vergelijk", "Compare"),
    "diff.title": ("Wat veranderde tussen {since} en {until}", "What changed between {since} and {until}"),
    "diff.of": ("In {name}.", "In {name}."),
    "diff.said": (
        "Van {since} tot {until}. Veranderingen: {number}.",
        "From {since} to {until}. Changes: {number}.",
    ),
    "diff.from": ("Van", "From"),
    "diff.until": ("Tot en met", "Up to and including"),
    "diff.earlier": ("Vergelijk met wat bekend was op", "Compare with what was known on"),
    "diff.picture": ("Het verschil in één tekening", "The difference in one picture"),
    "diff.beside": ("De twee dagen naast elkaar", "The two days side by side"),
    "diff.thing": ("alles hierover", "all about it"),
    "diff.walk": ("Door de wijzigingen lopen", "Walk through the changes"),
    "diff.step.before": ("Vorige stap", "Previous step"),
    "diff.step.after": ("Volgende stap", "Next step"),
    "diff.play": ("Speel af", "Play"),
    "diff.pause": ("Pauze", "Pause"),
    "diff.only.certainty": (
        "In de organisatie veranderde tussen deze dagen niets waarvan we weten.",
        "Nothing that we know of changed in the organisation between these days.",
    ),
    "diff.nothing": (
        "Onze bronnen kennen geen verschil tussen deze dagen.",
        "Our sources know of no difference between these days.",
    ),
    "diff.changes": ("Wat veranderde", "What changed"),
    "diff.certainty": ("Wat zeker werd of onzeker", "What became certain or uncertain"),
    "diff.certainty.what": (
        "Hier veranderde niets in de organisatie: alleen hoe zeker onze bronnen er op die dagen over zijn.",
        "Nothing changed in the organisation here: only how certain our sources are of it on those days.",
    ),
    "diff.corrections": ("Wat we nu anders weten", "What we now know otherwise"),
    "diff.corrections.what": (
        "Dit zijn verbeteringen in onze gegevens, geen veranderingen in de organisatie.",
        "These are corrections in our data, not changes in the organisation.",
    ),
    "diff.events": ("Gebeurtenissen", "Events"),
    "diff.undated": ("datum niet bekend", "date not known"),
    "diff.decided": ("besloten op {day}", "decided on {day}"),
    "diff.act": ("besluit {act}", "act {act}"),
    "diff.table": ("Als tabel", "As a table"),
    "diff.scroll": ("Tabel; schuif om alles te zien", "Table; scroll to see all"),
    "diff.picture.scroll": (
        "Tekening van de verschillen; schuif om alles te zien",
        "Picture of the differences; scroll to see all",
    ),
    "diff.crosswalk": ("Van oude eenheden naar nieuwe", "From old units to new ones"),
    "crosswalk.title": ("Concordantie van {since} naar {until}", "Crosswalk from {since} to {until}"),
    "crosswalk.what": (
        "Eén rij per oude en nieuwe code, om reeksen zoals personeelscijfers voort te zetten. Wat geen bron "
        "zegt, staat er niet: een leeg aandeel is niet bekend.",
        "One row per old and new code, to carry series such as staff figures on. What no source says is not "
        "there: an empty share is not known.",
    ),
    "crosswalk.diff": ("Wat veranderde tussen deze dagen", "What changed between these days"),
}
