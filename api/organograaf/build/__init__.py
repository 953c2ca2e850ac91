"""From the tree of files to a store that answers."""

from organograaf.build.check import Step, check_all, check_facts
from organograaf.build.publish import (
    Built,
    Published,
    build,
    opened,
    published,
    read_tree_telling,
    version_of,
)
from organograaf.build.release import description, dump, release
from organograaf.build.tree import Tree, read_tree

__all__ = [
    "Built", "Published", "Step", "Tree", "build", "check_all", "check_facts", "description", "dump",
    "opened", "published", "read_tree", "read_tree_telling", "release", "version_of",
]  # fmt: skip
