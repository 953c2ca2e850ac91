"""The names of things: namespaces, our terms, and how an IRI is made and read."""

from dataclasses import dataclass
from typing import Final

BASE: Final = "https://w3id.org/organograaf/"
ID: Final = BASE + "id/"
GRAPH: Final = BASE + "graph/"
SNAPSHOT: Final = BASE + "op/"
NS: Final = BASE + "ns#"
DATASET: Final = BASE + "dataset"

KINDS: Final = (
    "organisation", "unit", "organ", "post", "person", "task", "event", "goal", "law", "fact", "source",
    "passage", "quote", "period", "site", "address", "contact", "identifier", "dataset", "structure",
    "component", "observation", "indicator", "discrepancy", "question", "expectation", "silence",
    "unit-kind", "event-kind", "organisation-kind", "signal-kind", "unit-of-measure", "word",
)  # fmt: skip

PREFIXES: Final[dict[str, str]] = {
    "graaf": NS,
    "graph": GRAPH,
    "shape": BASE + "shapes/",
    **{kind: f"{ID}{kind}/" for kind in KINDS},
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "schema": "http://schema.org/",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "cv": "http://data.europa.eu/m8g/",
    "cpsv": "http://purl.org/vocab/cpsv#",
    "eli": "http://data.europa.eu/eli/ontology#",
    "besluit": "http://data.vlaanderen.be/ns/besluit#",
    "mandaat": "http://data.vlaanderen.be/ns/mandaat#",
    "generiek": "https://data.vlaanderen.be/ns/generiek#",
    "adms": "http://www.w3.org/ns/adms#",
    "locn": "http://www.w3.org/ns/locn#",
    "oa": "http://www.w3.org/ns/oa#",
    "pav": "http://purl.org/pav/",
    "qb": "http://purl.org/linked-data/cube#",
    "sdmx-dimension": "http://purl.org/linked-data/sdmx/2009/dimension#",
    "sdmx-attribute": "http://purl.org/linked-data/sdmx/2009/attribute#",
    "sdmx-code": "http://purl.org/linked-data/sdmx/2009/code#",
    "sh": "http://www.w3.org/ns/shacl#",
    "void": "http://rdfs.org/ns/void#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "codelist": "http://data.vlaanderen.be/id/concept/",
}


@dataclass(frozen=True)
class Namespace:
    """A namespace whose terms read as attributes: `ORG.Post`."""

    base: str

    def __getitem__(self, name: str) -> str:
        return self.base + name

    def __getattr__(self, name: str) -> str:
        if name.startswith("__"):
            raise AttributeError(name)
        term = self.base + name
        self.__dict__[name] = term  # the next time it is found there
        return term


GRAAF: Final = Namespace(NS)
RDF: Final = Namespace(PREFIXES["rdf"])
RDFS: Final = Namespace(PREFIXES["rdfs"])
XSD: Final = Namespace(PREFIXES["xsd"])
SKOS: Final = Namespace(PREFIXES["skos"])
ORG: Final = Namespace(PREFIXES["org"])
PROV: Final = Namespace(PREFIXES["prov"])
DCT: Final = Namespace(PREFIXES["dct"])
FOAF: Final = Namespace(PREFIXES["foaf"])
OA: Final = Namespace(PREFIXES["oa"])
CV: Final = Namespace(PREFIXES["cv"])
BESLUIT: Final = Namespace(PREFIXES["besluit"])
ELI: Final = Namespace(PREFIXES["eli"])
MANDAAT: Final = Namespace(PREFIXES["mandaat"])
SH: Final = Namespace(PREFIXES["sh"])
EDTF: Final = PREFIXES["edtf"] + "EDTF"


def iri(kind: str, slug: str) -> str:
    """Return the IRI of a thing.

    >>> iri("unit", "sociale-dienstverlening")
    'https://w3id.org/organograaf/id/unit/sociale-dienstverlening'
    """
    return f"{ID}{kind}/{slug}"


def slug(iri_: str) -> str:
    """Return the last part of an IRI, by which pages and commands name a thing."""
    return iri_.rsplit("/", 1)[-1].rsplit("#", 1)[-1]


def kind(iri_: str) -> str | None:
    """Return the kind of one of our things («unit», «post» …), or None for any other IRI."""
    return iri_[len(ID) :].split("/", 1)[0] if iri_.startswith(ID) else None


def curie(iri_: str) -> str:
    """Shorten an IRI for people: `org:Post`; unknown namespaces stay whole."""
    for prefix, base in PREFIXES.items():
        local = iri_[len(base) :]
        if iri_.startswith(base) and local and "/" not in local and "#" not in local:
            return f"{prefix}:{local}"
    return iri_
