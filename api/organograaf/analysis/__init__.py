"""The figures of an organisation, year by year."""

from organograaf.analysis.analysis import analysis, checked_years

__all__ = ["analysis", "checked_years"]
