"""The organogram of a day."""

from organograaf.organogram.as_of import as_of
from organograaf.organogram.filter import certain
from organograaf.organogram.source import SourceView, source
from organograaf.organogram.unit import unit

__all__ = ["SourceView", "as_of", "certain", "source", "unit"]
