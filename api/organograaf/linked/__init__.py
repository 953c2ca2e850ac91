"""Things as documents of triples: pure functions of a register and a day."""

from organograaf.linked.document import Document, document
from organograaf.linked.names import name_of, sentence_of
from organograaf.linked.near import find
from organograaf.linked.terms import ONTOLOGY, Group, Term, terms

__all__ = ["ONTOLOGY", "Document", "Group", "Term", "document", "find", "name_of", "sentence_of", "terms"]
