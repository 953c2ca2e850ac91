"""All facts of one organisation, indexed by time."""

from organograaf.register.changed import changed_on
from organograaf.register.gist import OWN, Gist, gist
from organograaf.register.neighbours import told_elsewhere
from organograaf.register.partition import Part, Partition, partition
from organograaf.register.records import Row, label
from organograaf.register.register import Register, current, recorded_on
from organograaf.register.spells import claim

__all__ = [
    "OWN", "Gist", "Part", "Partition", "Register", "Row", "changed_on", "claim", "current", "gist", "label",
    "partition", "recorded_on", "told_elsewhere",
]  # fmt: skip
