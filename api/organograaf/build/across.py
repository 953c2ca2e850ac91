"""What no register can see of itself: rules that hold across the registers of a data set."""

from collections.abc import Iterable, Iterator

from organograaf.build.tree import Tree
from organograaf.register import Listing
from organograaf.validate import Finding, Severity
from organograaf.vocab import BASE, RDF, curie

_FACT = BASE + "shapes/fact-in-one-register"
_SLUG = BASE + "shapes/slug-of-one-register"


def clashes(tree: Tree, listings: Iterable[Listing]) -> Iterator[Finding]:
    """Yield a violation for each fact that stands in two registers, and each slug that two share.

    Cost: one look at every fact's name.
    """
    yield from _facts(tree)
    seen: dict[str, Listing] = {}
    for one in listings:
        other = seen.setdefault(one.slug, one)
        if other is not one:
            yield Finding(
                severity=Severity.VIOLATION,
                shape=_SLUG,
                focus=one.topic,
                value=one.slug,
                nl=f"{curie(one.topic)} en {curie(other.topic)} hebben dezelfde slug. Verander er een.",
                en=f"{curie(one.topic)} and {curie(other.topic)} have the same slug. Change one.",
                graph=one.graphs[0],
            )


def _facts(tree: Tree) -> Iterator[Finding]:
    if len(tree.parts) < 2:
        return
    of = {graph: number for number, part in enumerate(tree.partition.parts) for graph in part.graphs}
    seen: dict[str, str] = {}
    for gist in tree.gists:
        for fact in gist.facts:
            other = seen.setdefault(fact, gist.graph)
            if of.get(other) != of.get(gist.graph):
                yield Finding(
                    severity=Severity.VIOLATION,
                    shape=_FACT,
                    focus=fact,
                    path=RDF.subject,
                    value=curie(other),
                    nl=f"{curie(fact)} staat ook in {curie(other)}, dat van een ander register is. "
                    "Geef een van beide feiten een andere naam.",
                    en=f"{curie(fact)} is also in {curie(other)}, which is of another register. "
                    "Give one of the two facts another name.",
                    graph=gist.graph,
                )
