"""Small made-up organograms for the tests of pictures."""

import unicodedata
from dataclasses import replace
from datetime import date

from organograaf.model import Basis
from organograaf.period import Certainty, Moment
from organograaf.view import (
    EvidenceLine,
    Holder,
    Named,
    Node,
    Organogram,
    PostLine,
    StatedCount,
    TaskLine,
)

ID = "https://w3id.org/organograaf/id"
CITY = Named(f"{ID}/organisation/voorbeeldstad", "voorbeeldstad", "Voorbeeldstad")
OCMW = Named(f"{ID}/organisation/ocmw-voorbeeldstad", "ocmw-voorbeeldstad", "OCMW Voorbeeldstad")
SPRING = Moment(date(2018, 1, 1), date(2018, 3, 31), "[2018-01-01..2018-03-31]")
DOUBT = (
    ("nl", "begon tussen 1 januari en 31 maart 2018"),
    ("en", "began between 1 January and 31 March 2018"),
)


def slug_of(label: str) -> str:
    """Make a slug of a label."""
    plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode()
    kept = "".join(char if char.isalnum() else " " for char in plain.lower())
    return "-".join(kept.split()) or "naamloos"


def unit(label: str, *units: "Node | str", **more: object) -> Node:
    """Build a certain unit; children may be given by name alone."""
    slug = str(more.pop("slug", slug_of(label)))
    plain = Node(
        iri=f"{ID}/unit/{slug}",
        slug=slug,
        label=label,
        abbreviation=None,
        type=None,
        legal_person=False,
        certainty=Certainty.CERTAIN,
        doubt=(),
        mentioned=(),
        inferred_place=False,
        start=None,
        end=None,
        carriers=(),
        serves=(),
        posts=(),
        tasks=(),
        counts=(),
        evidence=(EvidenceLine("900", "Structuur", "departementen", Basis.STATED),),
        units=tuple(unit(child) if isinstance(child, str) else child for child in units),
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def possible(node: Node) -> Node:
    """Make a unit only possible, with the reason in words."""
    return replace(node, certainty=Certainty.POSSIBLE, doubt=DOUBT, start=SPRING)


def task(label: str, *narrower: "TaskLine | str") -> TaskLine:
    """Build a task with narrower ones."""
    return TaskLine(
        iri=f"{ID}/task/{slug_of(label)}",
        slug=slug_of(label),
        label=label,
        relation="carriesOut",
        certainty=Certainty.CERTAIN,
        tasks=tuple(task(one) if isinstance(one, str) else one for one in narrower),
    )


def post(label: str, *holders: Holder, vacant: bool = False) -> PostLine:
    """Build a leading post."""
    slug = slug_of(label)
    return PostLine(
        iri=f"{ID}/post/{slug}",
        slug=slug,
        label=label,
        certainty=Certainty.CERTAIN,
        leads=True,
        vacant=vacant,
        holders=holders,
    )


def holder(label: str, capacity: str = "effective") -> Holder:
    """Build a certain holder of a post."""
    slug = slug_of(label)
    return Holder(
        iri=f"{ID}/person/{slug}", slug=slug, label=label, capacity=capacity, certainty=Certainty.CERTAIN
    )


def organogram(root: Node, **more: object) -> Organogram:
    """Build the organogram of 1 July 2018."""
    plain = Organogram(
        on=date(2018, 7, 1),
        known=None,
        dataset="voorbeeld-1",
        root=root,
        unplaced=(),
        sources=("900", "901"),
        since=date(2018, 4, 1),
        until=date(2019, 1, 1),
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def before() -> Organogram:
    """A town before the integration: two legal persons and what they share."""
    help_ = unit(
        "Maatschappelijke Dienstverlening",
        unit("Schuldhulpverlening", tasks=(task("schuldbemiddeling"), task("budgetbeheer"))),
        unit("Sociale centra", "Centrum Noord", "Centrum Zuid", possible(unit("Centrum «Oost» & Haven"))),
        unit("Dak- en thuislozenwerking"),
        abbreviation="MD",
        posts=(post("Directeur", holder("An Peeters", "acting")),),
        tasks=(task("dringende medische hulp"), task("leefloon", "sociaal onderzoek", "uitbetaling")),
    )
    work = unit(
        "Activering",
        unit("Werkervaring (art. 60 § 7)"),
        "Ontwikkelingssamenwerking",
        posts=(post("Directeur", vacant=True),),
    )
    ocmw = unit(OCMW.label, help_, work, slug=OCMW.slug, legal_person=True, posts=(post("Secretaris"),))
    city = unit(
        CITY.label,
        unit("Stadsontwikkeling", "Ruimte", "Mobiliteit", "Vergunningen"),
        unit("Cultuur, sport en jeugd", "Musea", "Sport", inferred_place=True),
        slug=CITY.slug,
        legal_person=True,
    )
    both = (CITY, OCMW)
    finance = unit(
        "Financiën", "Debiteurenbeheer", "Thesaurie", carriers=both, counts=(StatedCount(4, "afdeling"),)
    )
    return organogram(
        unit(
            "stad en OCMW Voorbeeldstad",
            ocmw,
            city,
            finance,
            unit("Gemeenschappelijke Aankoopcentrale", abbreviation="GAC", serves=both),
            slug="stad-en-ocmw-voorbeeldstad",
        ),
        unplaced=(Named(f"{ID}/unit/loket-zuid", "loket-zuid", "Loket Zuid"),),
    )


def after() -> Organogram:
    """The town after the integration: one organogram, two legal persons beside it."""
    both = (CITY, OCMW)
    service = unit(
        "Sociale Dienstverlening",
        unit("Stafdienst"),
        unit("Wonen", "Woonkantoren", "Woonzekerheid", carriers=(CITY,)),
        possible(unit("Activering", "Werkervaring (art. 60 § 7)", carriers=(OCMW,))),
        abbreviation="SD",
        carriers=both,
        posts=(post("Bedrijfsdirecteur", holder("Jan Smets")),),
        counts=(StatedCount(4, "afdeling"), StatedCount(16, "dienst")),
    )
    return organogram(
        unit(
            "stad en OCMW Voorbeeldstad",
            unit(CITY.label, slug=CITY.slug, legal_person=True),
            unit(OCMW.label, slug=OCMW.slug, legal_person=True),
            service,
            unit("Financiën", "Debiteurenbeheer", "Boekhouding", carriers=both),
            unit("Personeelsmanagement", "Talent en leren", carriers=both),
            unit("Stadsontwikkeling", "Ruimte", "Mobiliteit", "Klimaat", carriers=(CITY,)),
            slug="stad-en-ocmw-voorbeeldstad",
        )
    )
