"""The facts of one made-up city while its history is told, and their Turtle."""

from collections.abc import Iterator
from dataclasses import dataclass, field

PREFIXES = """PREFIX besluit: <http://data.vlaanderen.be/ns/besluit#>
PREFIX cpsv: <http://purl.org/vocab/cpsv#>
PREFIX dct: <http://purl.org/dc/terms/>
PREFIX edtf: <http://id.loc.gov/datatypes/edtf/>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
PREFIX graaf: <https://w3id.org/organograaf/ns#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
""" + "".join(
    f"PREFIX {kind}: <https://w3id.org/organograaf/id/{kind}/>\n"
    for kind in (
        *("event", "event-kind", "fact", "organisation", "organisation-kind", "passage", "period"),
        *("person", "post", "quote", "source", "task", "unit", "unit-kind"),
    )
)


@dataclass(slots=True)
class Fact:
    """A statement as it will be written; `began` and `ended` are lines of Turtle, or nothing."""

    subject: str
    predicate: str
    object: str
    year: int
    began: str = ""
    ended: str = ""
    more: str = ""
    inferred: str = ""


@dataclass(slots=True)
class Book:
    """All that one source says of one city: facts, events and people, each written once."""

    city: str
    last: int
    facts: list[Fact] = field(default_factory=list)
    open: dict[tuple[str, str, str], Fact] = field(default_factory=dict)
    plain: list[str] = field(default_factory=list)

    def begin(self, subject: str, predicate: str, object_: str, year: int, when: str, **more: str) -> None:
        """Say that something is so from a moment on: a line such as `graaf:startedBy event:x`."""
        fact = Fact(subject, predicate, object_, year, began=when, **more)
        self.facts.append(fact)
        self.open[subject, predicate, object_] = fact

    def end(self, subject: str, predicate: str, object_: str, when: str) -> None:
        """Say that it no longer is: a line such as `graaf:endedBy event:x`."""
        self.open.pop((subject, predicate, object_)).ended = when

    def text(self) -> Iterator[str]:
        """Yield the Turtle of the file, piece by piece."""
        yield PREFIXES
        yield self._head()
        yield from self.plain
        for number, fact in enumerate(self.facts):
            yield self._fact(number, fact)

    def _head(self) -> str:
        city, last = self.city, self.last
        years = "".join(
            f'period:{city}-{year} a dct:PeriodOfTime ; graaf:from "{year}-01-01"^^edtf:EDTF ; '
            f'graaf:until "{last + 1}-01-01"^^edtf:EDTF ; graaf:basis graaf:Stated .\n'
            for year in sorted({fact.year + 1 for fact in self.facts})
            if year <= last
        )
        return f"""
<https://w3id.org/organograaf/graph/region/{city}> a prov:Entity ; dct:source source:{city} ;
    prov:generatedAtTime "2026-01-01T00:00:00Z"^^xsd:dateTime .
source:{city} a foaf:Document ; dct:identifier "{city}" ; dct:title "Verzonnen register van {city}"@nl ;
    dct:publisher "scripts/bench"@nl ; dct:source <https://example.org/{city}> ; dct:temporal period:{city} .
period:{city} a dct:PeriodOfTime ; graaf:from "{last}-01-01"^^edtf:EDTF ;
    graaf:until "{last + 1}-01-01"^^edtf:EDTF ; graaf:basis graaf:Stated .
passage:{city} a oa:SpecificResource ; oa:hasSource source:{city} ; graaf:section "Register"@nl ;
    oa:hasSelector quote:{city} .
quote:{city} a oa:TextQuoteSelector ; oa:exact "register van {city}" .
{years}"""

    def _fact(self, number: int, fact: Fact) -> str:
        times = [line for line in (fact.began, fact.ended) if line]
        if not fact.ended and fact.year < self.last:
            times.append(f"dct:temporal period:{self.city}-{fact.year + 1}")
        times += [fact.more] if fact.more else []
        basis = f'graaf:Inferred ; graaf:reasoning "{fact.inferred}"@nl' if fact.inferred else "graaf:Stated"
        said = " ; ".join(
            (
                f"rdf:subject {fact.subject} ; rdf:predicate {fact.predicate} ; rdf:object {fact.object}",
                *times,
                f"graaf:basis {basis} ; graaf:evidence passage:{self.city}",
            )
        )
        return f"fact:{self.city}-{number} a graaf:Fact ; {said} .\n"
