"""The words of the query page, in Dutch and English."""

from collections.abc import Mapping
from typing import Final

SPARQL: Final[Mapping[str, tuple[str, str]]] = {
    "sparql.menu": ("SPARQL", "SPARQL"),
    "sparql.title": ("Stel een vraag in SPARQL", "Ask a question in SPARQL"),
    "sparql.what": (
        "Zonder meer vraagt u aan alle feiten, en aan de toestand op de laatste dag waarover ze iets zeggen. "
        "Voor een andere dag: FROM <{snapshot}2018-06-01>. Alleen wat dan zeker is: "
        "FROM <{snapshot}2018-06-01/certain>.",
        "As it stands you ask all facts, and the state on the latest day that they speak of. For another "
        "day: FROM <{snapshot}2018-06-01>. Only what is certain then: FROM <{snapshot}2018-06-01/certain>.",
    ),
    "sparql.query": ("Vraag", "Query"),
    "sparql.known": ("Zoals bekend op", "As known on"),
    "sparql.format": ("Antwoord als", "Answer as"),
    "sparql.ask": ("Vraag", "Ask"),
    "sparql.answer": ("Antwoord", "Answer"),
    "sparql.yes": ("Ja.", "Yes."),
    "sparql.no": ("Nee.", "No."),
    "sparql.none": ("Geen resultaten.", "No results."),
    "sparql.rows": ("{number} rijen.", "{number} rows."),
    "sparql.first": (
        "{number} rijen; hier staan de eerste {shown}. Neem ze alle mee als bestand.",
        "{number} rows; here are the first {shown}. Take all of them away as a file.",
    ),
    "sparql.scroll": (
        "Tabel van het antwoord; schuif om alles te zien",
        "Table of the answer; scroll to see all",
    ),
    "sparql.graph": ("Het antwoord is een graaf, in Turtle:", "The answer is a graph, in Turtle:"),
    "sparql.long": (
        "Hier staat het begin; neem de hele graaf mee als bestand.",
        "This is the beginning; take the whole graph away as a file.",
    ),
    "sparql.away": ("Meenemen", "Take away"),
}
