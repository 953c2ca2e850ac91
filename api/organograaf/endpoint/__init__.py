"""Queries of strangers: answered in processes of their own, within limits."""

from organograaf.endpoint.content import FACTS, Content, known_by, published
from organograaf.endpoint.endpoint import Endpoint
from organograaf.endpoint.limits import Limits
from organograaf.store.memory import SOLUTIONS, TRIPLES
from organograaf.store.wire import Answered, Ask

__all__ = [
    "FACTS", "SOLUTIONS", "TRIPLES", "Answered", "Ask", "Content", "Endpoint", "Limits",
    "known_by", "published",
]  # fmt: skip
