"""Triple stores, and the registers read from them."""

from organograaf.store.address import is_server
from organograaf.store.answer import Answer
from organograaf.store.oxigraph import Oxigraph
from organograaf.store.place import Place, place
from organograaf.store.registers import RECORDED, Registers
from organograaf.store.store import Store
from organograaf.store.terms import n_triples

__all__ = ["RECORDED", "Answer", "Oxigraph", "Place", "Registers", "Store", "is_server", "n_triples", "place"]
