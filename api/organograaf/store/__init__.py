"""Triple stores, and the registers read from them."""

from organograaf.store.oxigraph import Answer, Oxigraph, Store
from organograaf.store.registers import Registers

__all__ = ["Answer", "Oxigraph", "Registers", "Store"]
