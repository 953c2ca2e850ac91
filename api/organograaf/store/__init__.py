"""Triple stores, and the registers read from them."""

from organograaf.store.oxigraph import Answer, Oxigraph, Store, n_triples
from organograaf.store.registers import Registers

__all__ = ["Answer", "Oxigraph", "Registers", "Store", "n_triples"]
