"""All facts of one organisation, indexed by time."""

from organograaf.register.changed import changed_on
from organograaf.register.records import Row, label
from organograaf.register.register import Register, current, recorded_on
from organograaf.register.spells import claim

__all__ = ["Register", "Row", "changed_on", "claim", "current", "label", "recorded_on"]
