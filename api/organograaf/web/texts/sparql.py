"""The words of the query page, in Dutch and English."""

from collections.abc import Mapping
from typing import Final

SPARQL: Final[Mapping[str, tuple[str, str]]] = {
    "sparql.menu": ("SPARQL", "SPARQL"),
    "sparql.title": ("Stel een vraag in SPARQL", "Ask a question in SPARQL"),
    "sparql.lead": (
        "Kies een vraag die klaarstaat en pas ze aan, of schrijf zelf SPARQL. Elk antwoord is er ook als "
        "bestand.",
        "Choose a question that is ready and change it, or write SPARQL yourself. Every answer is there as a "
        "file too.",
    ),
    "sparql.library": ("Vragen die klaarstaan", "Questions that are ready"),
    "sparql.for.HR": ("Voor HR", "For HR"),
    "sparql.for.Bestuurszaken": ("Voor Bestuurszaken", "For Bestuurszaken (governance)"),
    "sparql.for.onderzoeker": ("Voor onderzoekers", "For researchers"),
    "sparql.on": ("Op welke dag", "On which day"),
    "sparql.on.hint": ("bv. 01/06/2018", "e.g. 01/06/2018"),
    "sparql.unit": ("Welke eenheid", "Which unit"),
    "sparql.again": ("Vraag dit", "Ask this"),
    "sparql.what": (
        "Zonder FROM vraagt u aan alle feiten, en aan de toestand op de laatste dag waarover ze iets zeggen.",
        "Without FROM you ask all facts, and the state on the latest day that they speak of.",
    ),
    "sparql.keys": ("Ctrl+Enter (of Cmd+Enter) vraagt meteen.", "Ctrl+Enter (or Cmd+Enter) asks at once."),
    "sparql.place": ("Ga naar die plaats", "Go to that place"),
    "sparql.around": ("De regels rond de fout", "The lines around the error"),
    "sparql.help": ("Hulp: prefixen, dagen en zekerheid", "Help: prefixes, days and certainty"),
    "sparql.help.prefixes": ("Prefixen", "Prefixes"),
    "sparql.help.prefixes.text": (
        "org:, skos:, rdf:, xsd:, dct:, prov:, oa: en onze graaf:, unit:, post:, person:, task:, event: "
        "hoeft u niet te declareren.",
        "org:, skos:, rdf:, xsd:, dct:, prov:, oa: and our graaf:, unit:, post:, person:, task:, event: need "
        "not be declared.",
    ),
    "sparql.help.day": ("Een dag", "A day"),
    "sparql.help.day.text": (
        "Met FROM en een dag krijgt u de toestand van die dag als gewone W3C ORG, zonder datums in de vraag; "
        "zonder FROM die van de laatste dag.",
        "With FROM and a day you get the state of that day as plain W3C ORG, without dates in the query; "
        "without FROM that of the latest day.",
    ),
    "sparql.help.certain": ("Zeker, of zoals bekend", "Certain, or as known"),
    "sparql.help.certain.text": (
        "/certain houdt alleen wat die dag zeker is; /known/ en een dag laat weg wat pas later is "
        "opgetekend.",
        "/certain keeps only what is certain on that day; /known/ and a day leaves out what was recorded "
        "only later.",
    ),
    "sparql.help.more": ("Meer voor onderzoekers", "More for researchers"),
    "sparql.query": ("Vraag", "Query"),
    "sparql.known": ("Zoals bekend op", "As known on"),
    "sparql.format": ("Antwoord als", "Answer as"),
    "sparql.ask": ("Vraag", "Ask"),
    "sparql.answer": ("Antwoord", "Answer"),
    "sparql.yes": ("Ja.", "Yes."),
    "sparql.no": ("Nee.", "No."),
    "sparql.none": ("Geen resultaten.", "No results."),
    "sparql.added": (
        "In het grijs: namen, talen en types. De namen zet deze pagina erbij, en dagen schrijft ze uit; de "
        "bestanden hebben het antwoord zelf.",
        "In grey: names, languages and types. This page adds the names and writes days out; the files have "
        "the answer itself.",
    ),
    "sparql.row": ("1 rij.", "1 row."),
    "sparql.took": ("In {took} ms.", "In {took} ms."),
    "sparql.unbounded": ("geen grens bekend", "no bound known"),
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
    "sparql.share": ("Adres van deze vraag, om te delen", "Address of this question, to share"),
    "sparql.snippets": ("Deze vraag in een programma", "This query in a program"),
}
