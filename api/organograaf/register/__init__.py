"""All facts of one organisation, indexed by time."""

from organograaf.register.gist import OWN, Gist, gist
from organograaf.register.listing import Listing, listing
from organograaf.register.neighbours import told_elsewhere
from organograaf.register.partition import Part, Partition, partition
from organograaf.register.recorded import Recorded
from organograaf.register.records import Row, label
from organograaf.register.register import Register
from organograaf.register.spells import claim
from organograaf.register.turns import turns

__all__ = [
    "OWN", "Gist", "Listing", "Part", "Partition", "Recorded", "Register", "Row", "claim", "gist",
    "label", "listing", "partition", "told_elsewhere", "turns",
]  # fmt: skip
