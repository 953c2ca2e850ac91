"""The words of help, about, coverage and the page for researchers, in Dutch and English."""

from collections.abc import Mapping
from typing import Final

GUIDE: Final[Mapping[str, tuple[str, str]]] = {
    "help.menu": ("Hulp", "Help"),
    "help.title": ("Hulp", "Help"),
    "help.lead": (
        "Deze site zegt wie wat doet in de organisatie, op elke dag waarover openbare bronnen iets "
        "zeggen. U hoeft er niets technisch voor te weten.",
        "This site says who does what in the organisation, on any day that public sources speak of. You "
        "need no technical knowledge for it.",
    ),
    "help.who": ("Ik zoek wie iets doet", "I want to know who does something"),
    "help.who.text": (
        "Typ de taak in uw eigen woorden bij «Wie doet wat», bijvoorbeeld «budgetbeheer». Kies erbij een "
        "dag als u wilt weten hoe het vroeger was. Het antwoord noemt de dienst, het ambt en de bron.",
        "Type the task in your own words under “Who does what”, for example “debt counselling”. Choose a "
        "day as well if you want to know how it used to be. The answer names the service, the post and "
        "the source.",
    ),
    "help.council": ("Ik wil een organogram voor de raad", "I want an organisation chart for the council"),
    "help.council.text": (
        "Open «Organogram», vul de dag in als dd/mm/jjjj en kies bij «Vanaf» de hele organisatie of één "
        "eenheid. Kies onder de tekening A4 of A3 en klik op PDF. De tekening past zichzelf aan het "
        "papier aan; is ze te groot, dan komt er een overzicht en een blad per eenheid.",
        "Open “Organisation chart”, enter the day as dd/mm/yyyy and choose the whole organisation or one "
        "unit. Under the picture choose A4 or A3 and press PDF. The picture fits itself to the paper; "
        "when it is too large you get an overview and a sheet per unit.",
    ),
    "help.became": ("Ik wil weten wat er van een dienst werd", "I want to know what became of a service"),
    "help.became.text": (
        "Zoek de dienst en open haar pagina. Daar staat waar ze vandaan kwam, waar ze naartoe ging en bij"
        " welke gebeurtenis. «Stamboom» tekent dat.",
        "Look for the service and open its page. It says where it came from, where it went and in which "
        "event. “Family tree” draws that.",
    ),
    "help.compare": ("Ik wil twee dagen vergelijken", "I want to compare two days"),
    "help.compare.text": (
        "Open «Vergelijk» en vul twee dagen in. U krijgt zinnen, een tekening waarin alleen kleur heeft "
        "wat veranderde, en een tabel voor Excel. «Speel af» loopt door alle wijzigingen.",
        "Open “Compare” and enter two days. You get sentences, a picture in which only what changed has "
        "colour, and a table for Excel. “Play” walks through all changes.",
    ),
    "help.certain": (
        "Wat betekenen «zeker», «mogelijk» en een stippellijn?",
        "What do certain, possible and a dashed line mean?",
    ),
    "help.certain.text": (
        "Zeker: een bron bevestigt dat het op die dag zo was. Mogelijk: het kan zo geweest zijn, maar "
        "geen bron bevestigt het voor die dag; er staat telkens bij waarom. Mogelijk krijgt een "
        "stippellijn. Wat wij zelf besluiten uit bronnen heet «door ons afgeleid», met de redenering "
        "erbij.",
        "Certain: a source confirms that it was so on that day. Possible: it may have been so, but no "
        "source confirms it for that day; the reason is always given. Possible gets a dashed line. What "
        "we conclude from sources ourselves is called “inferred by us”, with the reasoning.",
    ),
    "help.colours": ("Wat betekenen de kleuren en letters?", "What do the colours and letters mean?"),
    "help.colours.text": (
        "Ze zeggen van of voor welke rechtspersoon een eenheid werkt, bijvoorbeeld S voor de stad en O "
        "voor het OCMW. Vink «toon drager en wie beslist» aan om het ook in woorden te zien.",
        "They say of or for which legal person a unit works, for example S for the city and O for the "
        "OCMW. Tick “show the legal carrier and who decides” to see it in words as well.",
    ),
    "help.take": ("Afdrukken en meenemen", "Printing and taking away"),
    "help.take.text": (
        "Een pagina met een tekening drukt alleen de tekening af. Elk overzicht is er ook als Excel, CSV,"
        " PDF of SVG. Met de code bij «In een andere webpagina zetten» staat het organogram op uw "
        "intranet.",
        "A page with a picture prints only the picture. Every overview is also there as Excel, CSV, PDF "
        "or SVG. The code at “Put it in another web page” puts the chart on your intranet.",
    ),
    "help.keys": ("Met het toetsenbord", "With the keyboard"),
    "help.keys.text": (
        "Tab gaat van het ene naar het andere. In de lijst onder een organogram lopen de pijltjes door de"
        " boom, vouwen links en rechts een tak dicht en open, en opent Enter de pagina. In de tekening "
        "vergroten + en −, en toont 0 alles.",
        "Tab goes from one thing to the next. In the list under a chart the arrows walk through the tree,"
        " left and right fold and unfold a branch, and Enter opens the page. In the picture + and − zoom,"
        " and 0 shows all.",
    ),
    "help.wrong": ("Iets klopt niet", "Something is wrong"),
    "help.wrong.text": (
        "Kijk bij de uitspraak welke bron ze noemt. Staat het daar anders, dan is het onze fout; kent u "
        "een betere bron, dan hebben wij die nog niet gelezen. Meld het met het adres van de pagina aan "
        "de beheerder.",
        "See which source the statement names. If that says otherwise, the mistake is ours; if you know a"
        " better source, we have not read it yet. Tell the administrator, with the address of the page.",
    ),
    "about.title": ("Over deze gegevens", "About these data"),
    "about.lead": (
        "Organograaf leest openbare documenten en tekent op wat ze over de organisatie zeggen: feit per "
        "feit, met de plaats in de bron. Daaruit komen de organogrammen, geschiedenissen en antwoorden "
        "van deze site.",
        "Organograaf reads public documents and records what they say of the organisation: fact by fact, "
        "with the place in the source. From that come the charts, histories and answers of this site.",
    ),
    "about.counts": ("In cijfers", "In numbers"),
    "about.sources": ("openbare bronnen", "public sources"),
    "about.stated": ("feiten die een bron zelf zegt", "facts that a source states itself"),
    "about.inferred": (
        "feiten die wij afleiden, met de redenering",
        "facts that we infer, with the reasoning",
    ),
    "about.statements": ("verschillende uitspraken", "different statements"),
    "about.alone": ("daarvan steunen op één bron", "of these rest on one source"),
    "about.questions": ("open vragen die de bronnen laten", "open questions that the sources leave"),
    "about.conflicts": ("tegenspraken tussen bronnen", "contradictions between sources"),
    "about.unsure": ("Wat onzeker is", "What is uncertain"),
    "about.unsure.text": (
        "Bronnen spreken over hun eigen tijd. Tussen twee bronnen nemen we aan dat iets bleef zoals het "
        "was; ervoor en erna heet het «mogelijk». Een datum als «begin 2018» blijft een periode. Wat "
        "nergens staat, vullen we niet in: geen naam, geen aantal, geen verband.",
        "Sources speak of their own time. Between two sources we assume that a thing stayed as it was; "
        "before and after, it is called “possible”. A date such as “early 2018” stays a period. What "
        "stands nowhere we do not fill in: no name, no number, no link.",
    ),
    "about.conflict.text": (
        "Spreken bronnen elkaar tegen, dan blijven beide staan, met de reden waarom we er één volgen. "
        "Plannen staan apart van wat gebeurde. Verbeteren we een fout, dan blijft te zien wat we eerder "
        "dachten («zoals bekend op»).",
        "When sources contradict each other both stay, with the reason why we follow one. Plans stand "
        "apart from what happened. When we correct a mistake it stays visible what we thought before (“as"
        " known on”).",
    ),
    "about.licence": ("Gebruik", "Use"),
    "about.licence.text": (
        "De feiten zijn vrij te gebruiken met naamsvermelding (CC BY 4.0). Uit bronnen nemen we hoogstens"
        " tien woorden over, om de plaats terug te vinden. Alleen personen met een openbaar ambt staan "
        "bij naam.",
        "The facts may be used freely with attribution (CC BY 4.0). From sources we take at most ten "
        "words, to find the place again. Only people in public office are named.",
    ),
    "coverage.title": ("Wat de gegevens dekken", "What the data cover"),
    "coverage.lead": (
        "Voor elk jaar, op 1 juli: hoeveel eenheden en taken zeker zijn, hoeveel alleen mogelijk, en van "
        "hoeveel ambten we de houder kennen. Zo weet u hoeveel een organogram van dat jaar kan dragen.",
        "For each year, on 1 July: how many units and tasks are certain, how many only possible, and of "
        "how many posts we know the holder. So you know how much weight a chart of that year can bear.",
    ),
    "coverage.year": ("Jaar", "Year"),
    "coverage.units": ("Eenheden, zeker", "Units, certain"),
    "coverage.units.maybe": ("Eenheden, mogelijk", "Units, possible"),
    "coverage.held": ("Ambten met houder", "Posts with a holder"),
    "coverage.unheld": ("Ambten zonder", "Posts without"),
    "coverage.tasks": ("Taken, zeker", "Tasks, certain"),
    "coverage.tasks.maybe": ("Taken, mogelijk", "Tasks, possible"),
    "coverage.per.source": ("Feiten per bron", "Facts per source"),
    "coverage.facts": ("Feiten", "Facts"),
    "research.title": ("Voor onderzoekers", "For researchers"),
    "research.lead": (
        "Alles hier is ook open data: een graaf van feiten volgens W3C ORG en PROV, met EDTF-data en een "
        "bron per uitspraak.",
        "Everything here is open data as well: a graph of facts by W3C ORG and PROV, with EDTF dates and "
        "a source per statement.",
    ),
    "research.sparql": ("SPARQL", "SPARQL"),
    "research.sparql.text": (
        "Vraag de graaf zelf. Met FROM en het adres van een dag krijgt u gewone W3C ORG van die dag, "
        "zonder datums in de vraag. Op de pagina staan ook vragen klaar, met velden voor dag en eenheid.",
        "Query the graph itself. With FROM and the address of a day you get plain W3C ORG of that day, "
        "without dates in the query. Questions stand ready on the page too, with fields for day and unit.",
    ),
    "research.download": ("De hele dataset", "The whole data set"),
    "research.download.text": (
        "Beschreven met DCAT en VoID, als TriG, N-Quads, Turtle of JSON-LD.",
        "Described in DCAT and VoID, as TriG, N-Quads, Turtle or JSON-LD.",
    ),
    "research.model": ("Het model", "The model"),
    "research.model.text": (
        "De eigen termen en codelijsten, in het Nederlands en Engels, en de regels (SHACL) die de feiten "
        "bewaken.",
        "Our own terms and code lists, in Dutch and English, and the rules (SHACL) that guard the facts.",
    ),
    "research.time": ("Tijd en zekerheid", "Time and certainty"),
    "research.time.text": (
        "Een feit geldt vanaf zijn begin tot, niet met, zijn einde. Elk heeft vier grenzen: vroegste en "
        "laatste begin, vroegste en laatste einde. Zeker op een dag: laatste begin ≤ dag < vroegste "
        "einde. Mogelijk: vroegste begin ≤ dag < laatste einde.",
        "A fact holds from its start until, not including, its end. Each has four bounds: earliest and "
        "latest start, earliest and latest end. Certain on a day: latest start ≤ day < earliest end. "
        "Possible: earliest start ≤ day < latest end.",
    ),
    "research.api": ("JSON en bestanden", "JSON and files"),
    "research.api.text": (
        "Elke pagina met een overzicht is er ook als JSON; zonder sleutel.",
        "Every page with an overview is also there as JSON; without a key.",
    ),
    "research.cite": ("Aanhalen", "How to cite"),
    "research.cite.text": (
        "Noem de versie van de gegevens: dezelfde versie geeft altijd hetzelfde antwoord.",
        "Name the version of the data: the same version always gives the same answer.",
    ),
    "research.cite.as": (
        "Organograaf. Wie doet wat bij {name} [dataset], versie {dataset}. CC BY 4.0. {site}/dataset",
        "Organograaf. Who does what at {name} [data set], version {dataset}. CC BY 4.0. {site}/dataset",
    ),
}
