"""What is otherwise on one day than on another: changes, corrections, and a crosswalk."""

from organograaf.difference.compare import checked, difference
from organograaf.difference.crosswalk import crosswalk
from organograaf.difference.events import events
from organograaf.difference.snapshot import apply, compose, delta, reverse, snapshot
from organograaf.difference.steps import around, steps
from organograaf.difference.transition import transition

__all__ = [
    "apply",
    "around",
    "checked",
    "compose",
    "crosswalk",
    "delta",
    "difference",
    "events",
    "reverse",
    "snapshot",
    "steps",
    "transition",
]
