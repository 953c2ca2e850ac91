"""What a node is called when people read it, also where it has no name of its own."""

from organograaf.model import Fact, Literal, Value
from organograaf.register import Register
from organograaf.vocab import BASE, GRAAF, NS, OA, SKOS, curie, kind

_NAMED_BY = (OA.exact, GRAAF.indicator, SKOS.notation)


def name_of(register: Register, value: Value, lang: str = "nl") -> str:
    """Return a name for any value: its text, its label, or what it stands for."""
    if isinstance(value, Literal):
        return value.value
    if kind(value) is None:
        own = value.startswith(NS) and value in register.nodes
        return register.label(value, lang=lang) if own else curie(value).removeprefix(BASE)
    if value in register.passages:
        passage = register.passages[value]
        source = register.sources.get(passage.source)
        return f"{source.number}, {passage.section}" if source else passage.section
    label = register.label(value, lang=lang)
    if value.endswith(label):
        for predicate in _NAMED_BY:
            for one in register.nodes.get(value, {}).get(predicate, ()):
                return name_of(register, one, lang)
    return label


def sentence_of(register: Register, fact: Fact, lang: str = "nl") -> str:
    """Return a fact as subject, property and value: «Buurtwerk · org:unitOf · Stad»."""
    subject, value = name_of(register, fact.subject, lang), name_of(register, fact.object, lang)
    return f"{subject} · {curie(fact.predicate)} · {value}"
