"""Days in the words of people, in Dutch and English."""

from datetime import date

from organograaf.period import MAX, MIN, ONE_DAY, Moment, Period, between
from organograaf.vocab import BESLUIT, CV, DCT, FOAF, GRAAF, OA, ORG, PROV, RDF, RDFS, SKOS

_MONTHS = {
    "nl": ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
           "oktober", "november", "december"),
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September",
           "October", "November", "December"),
}  # fmt: skip
_SINCE = {"nl": "vanaf {when}", "en": "from {when}"}
_BEGAN = {"nl": "begin: {when}", "en": "start: {when}"}
_ENDED = {"nl": "einde: {when}", "en": "end: {when}"}
_NOT_BEFORE = {"nl": "begin: ten vroegste {when}", "en": "start: at the earliest {when}"}
_AT_LATEST = {"nl": "einde: ten laatste {when}", "en": "end: at the latest {when}"}
_SEEN = {"nl": "vermeld vanaf {when}, begin niet bekend", "en": "mentioned from {when}, start not known"}
_UNTIL = {"nl": "t.e.m. {when}", "en": "up to and including {when}"}
_STILL = {"nl": "laatst bevestigd op {when}", "en": "last confirmed on {when}"}
_UNDATED = {"nl": "datum niet bekend", "en": "date not known"}
_EARLY = {"nl": "begin {year}", "en": "early {year}"}
_BETWEEN = {"nl": "tussen {a} en {b}", "en": "between {a} and {b}"}

PROPERTIES = {
    RDF.type: ("bestaat als", "exists as"),
    SKOS.prefLabel: ("heet", "is called"),
    SKOS.altLabel: ("heet ook", "is also called"),
    GRAAF.abbreviation: ("afkorting", "abbreviation"),
    ORG.classification: ("soort", "kind"),
    ORG.unitOf: ("is een onderdeel van", "is a unit of"),
    ORG.subOrganizationOf: ("valt onder", "is part of"),
    ORG.memberOf: ("maakt deel uit van", "is a member of"),
    ORG.linkedTo: ("werkt samen met", "works with"),
    ORG.hasSite: ("adres", "address"),
    ORG.postIn: ("is een ambt bij", "is a post in"),
    ORG.heldBy: ("wordt bekleed door", "is held by"),
    BESLUIT.bestuurt: ("bestuurt", "governs"),
    CV.contactPoint: ("contact", "contact"),
    CV.hasLegalResource: ("rechtsgrond", "legal ground"),
    GRAAF.decisionDate: ("besloten op", "was decided on"),
    ORG.originalOrganization: ("betreft, als vroegere", "concerns, as the original"),
    ORG.resultingOrganization: ("betreft, als nieuwe", "concerns, as the result"),
    ORG.hasSubOrganization: ("heeft onder zich", "has under it"),
    ORG.hasUnit: ("heeft als onderdeel", "has as a unit"),
    ORG.hasMember: ("heeft als lid", "has as a member"),
    ORG.hasPost: ("heeft als ambt", "has the post"),
    ORG.holds: ("bekleedt", "holds"),
    ORG.siteOf: ("is het adres van", "is the address of"),
    RDF.subject: ("onderwerp", "subject"),
    RDF.predicate: ("eigenschap", "property"),
    RDF.object: ("waarde", "value"),
    SKOS.definition: ("omschrijving", "definition"),
    SKOS.scopeNote: ("toelichting", "explanation"),
    SKOS.note: ("nota", "note"),
    SKOS.editorialNote: ("redactionele nota", "editorial note"),
    SKOS.broader: ("hoort onder", "belongs under"),
    SKOS.notation: ("code", "code"),
    SKOS.exactMatch: ("is hetzelfde als", "is the same as"),
    SKOS.closeMatch: ("lijkt op", "is like"),
    SKOS.inScheme: ("staat in de codelijst", "is in the code list"),
    RDFS.subClassOf: ("is een soort", "is a kind of"),
    RDFS.subPropertyOf: ("is een soort", "is a kind of"),
    RDFS.domain: ("staat bij", "belongs to"),
    RDFS.range: ("heeft als waarde", "has as its value"),
    RDFS.seeAlso: ("zie ook", "see also"),
    DCT.license: ("licentie", "licence"),
    DCT.modified: ("laatst gewijzigd op", "last changed on"),
    DCT.title: ("titel", "title"),
    DCT.identifier: ("nummer", "identifier"),
    DCT.publisher: ("uitgever", "publisher"),
    DCT.source: ("bron", "source"),
    DCT.temporal: ("beschrijft de tijd", "describes the time"),
    DCT.type: ("soort", "kind"),
    DCT.description: ("omschrijving", "description"),
    FOAF.name: ("naam", "name"),
    OA.hasSource: ("staat in de bron", "is in the source"),
    OA.hasSelector: ("te vinden bij", "to be found at"),
    OA.exact: ("zin in de bron", "phrase in the source"),
    PROV.wasInformedBy: ("volgt uit", "follows from"),
    PROV.generatedAtTime: ("opgetekend op", "recorded on"),
    PROV.wasRevisionOf: ("verbetert", "corrects"),
    "^" + ORG.originalOrganization: ("was betrokken bij", "took part in"),
    "^" + ORG.resultingOrganization: ("kwam voort uit", "resulted from"),
    "^" + GRAAF.transferredTo: ("kreeg over van", "took over from"),
    "^" + ORG.hasSite: ("is het adres van", "is the address of"),
    "^" + ORG.unitOf: ("heeft als onderdeel", "has as a unit"),
    "^" + ORG.subOrganizationOf: ("heeft onder zich", "has under it"),
    "^" + ORG.memberOf: ("heeft als lid", "has as a member"),
    "^" + ORG.postIn: ("heeft als ambt", "has the post"),
    "^" + ORG.linkedTo: ("samenwerking met", "co-operation with"),
    "^" + GRAAF.serves: ("wordt bediend door", "is served by"),
    "^" + GRAAF.leads: ("wordt geleid door", "is led by"),
    "^" + GRAAF.legalCarrier: ("draagt", "carries"),
    "^" + BESLUIT.bestuurt: ("wordt bestuurd door", "is governed by"),
    "^" + ORG.heldBy: ("bekleedt", "holds"),
    "^" + GRAAF.ledBy: ("leidt", "leads"),
    "^" + GRAAF.decidedBy: ("beslist over", "decides on"),
    "^" + GRAAF.responsibleFor: ("verantwoordelijk is", "responsible is"),
    "^" + GRAAF.carriesOut: ("wordt uitgevoerd door", "is carried out by"),
    "^" + GRAAF.contributesTo: ("eraan werkt mee", "contributing is"),
    "^" + CV.hasLegalResource: ("is de rechtsgrond van", "is the legal ground of"),
    "^" + GRAAF.covenantWith: ("heeft een convenant met", "has a covenant with"),
}
CLASSES = {
    ORG.FormalOrganization: "rechtspersoon",
    ORG.OrganizationalCollaboration: "samenwerkingsverband",
    ORG.Organization: "organisatie",
    ORG.OrganizationalUnit: "eenheid",
    ORG.Post: "ambt",
    BESLUIT.Bestuursorgaan: "bestuursorgaan",
}


def day(day_: date, lang: str = "nl") -> str:
    """Write a day out: «1 juni 2018»."""
    return f"{day_.day} {_MONTHS[lang][day_.month - 1]} {day_.year}"


def moment(moment_: Moment, lang: str = "nl") -> str:
    """Write an uncertain day out: «1 juni 2018», «mei 2015», «2014», «tussen … en …»."""
    first, last = moment_.earliest, moment_.latest
    if moment_.exact:
        return day(first, lang)
    if (first.day, last + ONE_DAY if last < MAX else last) == (1, _next_month(first)):
        return f"{_MONTHS[lang][first.month - 1]} {first.year}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return str(first.year)
    return _BETWEEN[lang].format(a=_short(first, last, lang), b=day(last, lang))


def began(moment_: Moment, lang: str = "nl") -> str:
    """Write out since when: «vanaf 1 juni 2018», «begin: tussen … en …»."""
    return (_SINCE if moment_.exact else _BEGAN)[lang].format(when=moment(moment_, lang))


def roughly(moment_: Moment, lang: str = "nl") -> str:
    """Write an uncertain day as people say it: «begin 2018» for its first three months."""
    first, last = moment_.earliest, moment_.latest
    if (first.month, first.day, last.month, last.day) == (1, 1, 3, 31) and first.year == last.year:
        return _EARLY[lang].format(year=first.year)
    return moment(moment_, lang)


def bounded(day_: date) -> bool:
    """Tell whether a bound is a real day, not «unknown»."""
    return MIN < day_ < MAX


def _short(first: date, last: date, lang: str) -> str:
    whole = day(first, lang)
    return whole.removesuffix(f" {first.year}") if first.year == last.year else whole


def _next_month(first: date) -> date:
    return date(first.year + first.month // 12, first.month % 12 + 1, 1) if first.year < 9999 else MAX


def period(period_: Period) -> tuple[tuple[str, str], ...]:
    """Write the time of a statement out, per language, the end inclusive («t.e.m.»)."""
    return tuple((lang, _period(period_, lang)) for lang in ("nl", "en"))


def _period(p: Period, lang: str) -> str:
    start = between(p.earliest_start, p.latest_start) if MIN < p.earliest_start < MAX else None
    end = between(_day_before(p.earliest_end), _day_before(p.latest_end)) if p.latest_end < MAX else None
    parts = []
    if start and start.latest == MAX:
        parts.append(_NOT_BEFORE[lang].format(when=day(start.earliest, lang)))
    elif start:
        parts.append(began(start, lang))
    elif p.latest_start < MAX:
        parts.append(_SEEN[lang].format(when=day(p.latest_start, lang)))
    if end and end.earliest == MIN:
        parts.append(_AT_LATEST[lang].format(when=day(end.latest, lang)))
    elif end:
        parts.append((_UNTIL if end.exact else _ENDED)[lang].format(when=moment(end, lang)))
    elif p.earliest_end > MIN and p.earliest_end > p.latest_start:
        parts.append(_STILL[lang].format(when=day(p.earliest_end - ONE_DAY, lang)))
    return ", ".join(parts) or _UNDATED[lang]


def _day_before(bound: date) -> date:
    return bound - ONE_DAY if bound > MIN else MIN
