"""Foreign registers turned into files of facts, one module or package for each form."""

from organograaf.imports.lblod import lblod
from organograaf.imports.report import Imported, Left

__all__ = ["Imported", "Left", "lblod"]
