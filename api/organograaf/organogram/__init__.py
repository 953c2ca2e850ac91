"""The organogram of a day."""

from organograaf.organogram.as_of import as_of
from organograaf.organogram.unit import unit

__all__ = ["as_of", "unit"]
