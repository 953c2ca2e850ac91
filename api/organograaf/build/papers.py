"""What a release says to people: what it is, how to cite and check it, under which licence."""

from collections.abc import Iterable, Mapping
from typing import Final

from organograaf.build.csvw import METADATA, TABLES
from organograaf.build.describe import TITLE, citation
from organograaf.vocab import DATASET

LICENCE_NAME: Final = "CC-BY-4.0"

_LICENCE: Final = """\
Organograaf {version}

De gegevens in deze map mogen vrij gebruikt, verspreid en bewerkt worden, ook commercieel, onder de
licentie Creative Commons Naamsvermelding 4.0 Internationaal (CC BY 4.0): noem de naam en de versie, en zeg
wat gewijzigd is.

The data in this folder may be used, shared and adapted freely, commercially too, under the licence
Creative Commons Attribution 4.0 International (CC BY 4.0): give the name and the version, and say what was
changed.

https://creativecommons.org/licenses/by/4.0/legalcode
"""
_README: Final = """\
# {title_nl}

Wie doet wat in de stad en het OCMW Antwerpen, op elke dag, met eerlijke data en de bron erbij.
Versie `{version}`, opgetekend tot {day}.

{files_nl}

Dagen zijn ISO; `until` is de eerste dag waarop iets niet meer geldt. Wat niet bekend is, is 0001-01-01 of
9999-12-31. Iets geldt zeker op een dag `d` als `latest_start <= d < earliest_end`, en mogelijk als
`earliest_start <= d < latest_end`.

* Citeren: {citation}
* Nakijken: `sha256sum -c SHA256SUMS`
* Licentie: CC BY 4.0, zie `LICENCE.txt`

# {title_en}

Who does what in the city and the OCMW of Antwerp, on any day, with honest dates and the source.
Version `{version}`, recorded up to {day}.

{files_en}

Days are ISO; `until` is the first day on which something no longer holds. What is unknown is 0001-01-01 or
9999-12-31. Something certainly holds on a day `d` when `latest_start <= d < earliest_end`, and possibly when
`earliest_start <= d < latest_end`.

* To cite: {citation}
* To check: `sha256sum -c SHA256SUMS`
* Licence: CC BY 4.0, see `LICENCE.txt`
"""
FILES: Final[Mapping[str, tuple[str, str]]] = {
    "organograaf.trig": ("Alles, per bron een graaf (TriG)", "All, a graph per source (TriG)"),
    "organograaf.nq": ("Hetzelfde als N-Quads", "The same as N-Quads"),
    "organograaf.jsonld": ("Hetzelfde als JSON-LD", "The same as JSON-LD"),
    "organograaf.ttl": ("Alle grafen samen (Turtle)", "All graphs together (Turtle)"),
    **{f"{name}.csv": what for name, what in TABLES.items()},
    METADATA: ("Wat de kolommen betekenen (CSVW)", "What the columns mean (CSVW)"),
    "dataset.ttl": ("De beschrijving: DCAT-AP en VoID", "The description: DCAT-AP and VoID"),
    "README.md": ("Leesmij, in het Nederlands en Engels", "Read me, in Dutch and English"),
    "CITATION.cff": ("Hoe te citeren, voor programma’s", "How to cite, for programs"),
    "LICENCE.txt": ("De licentie", "The licence"),
    "SHA256SUMS": ("De controlegetallen", "The check sums"),
}


def papers(version: str, recorded: str | None) -> dict[str, str]:
    """Return README.md, CITATION.cff and LICENCE.txt of a version recorded up to a day."""
    day = recorded[:10] if recorded else "?"
    return {
        "README.md": _README.format(
            title_nl=TITLE["nl"],
            title_en=TITLE["en"],
            version=version,
            day=day,
            citation=citation(version, recorded),
            files_nl=_listed(FILES.items(), 0),
            files_en=_listed(FILES.items(), 1),
        ),
        "CITATION.cff": _cff(version, day),
        "LICENCE.txt": _LICENCE.format(version=version),
    }


def _listed(files: Iterable[tuple[str, tuple[str, str]]], lang: int) -> str:
    return "\n".join(f"* `{name}`: {what[lang]}" for name, what in files)


def _cff(version: str, day: str) -> str:
    """Return it as Citation File Format 1.2.0."""
    lines = [
        "cff-version: 1.2.0",
        'message: "Cite this data set as below, with its version."',
        "type: dataset",
        f'title: "{TITLE["en"]}"',
        "authors:",
        '  - name: "Organograaf"',
        f'version: "{version}"',
        *([f"date-released: {day}"] if day != "?" else []),
        f'url: "{DATASET}"',
        f"license: {LICENCE_NAME}",
    ]
    return "\n".join(lines) + "\n"
