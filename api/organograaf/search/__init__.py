"""A text index over the names of a register: what people type, to the things they mean."""

from organograaf.search.ask import LONGEST, Filter, ask, checked
from organograaf.search.index import Hit, Index
from organograaf.search.indexes import Indexes
from organograaf.search.names import KINDS

__all__ = ["KINDS", "LONGEST", "Filter", "Hit", "Index", "Indexes", "ask", "checked"]
