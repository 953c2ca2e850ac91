"""The SPARQL endpoint over HTTP."""

from organograaf.web.sparql.service import Published, Sparql, sparql

__all__ = ["Published", "Sparql", "sparql"]
