"""Where a unit, task or office came from and went to."""

from organograaf.lineage.lineage import find, lineage

__all__ = ["find", "lineage"]
