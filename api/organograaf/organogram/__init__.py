"""The organogram of a day."""

from organograaf.organogram.as_of import as_of
from organograaf.organogram.filter import certain
from organograaf.organogram.legal import legal
from organograaf.organogram.reach import DEFAULT_REACH, years
from organograaf.organogram.source import SourceView, source
from organograaf.organogram.unit import unit

__all__ = ["DEFAULT_REACH", "SourceView", "as_of", "certain", "legal", "source", "unit", "years"]
