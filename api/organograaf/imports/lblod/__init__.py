"""The register of Flemish local governments (LBLOD), as facts in our own model.

Source: the OSLO application profiles Organisatie and Besluit; the Organisatieportaal of the Agentschap
Binnenlands Bestuur.
"""

from organograaf.imports.lblod.run import lblod

__all__ = ["lblod"]
