"""The figures as an RDF Data Cube: the W3C's integrity constraints IC-1 to IC-19.

A constraint is an ASK that is true when something is wrong. IC-20 and IC-21 are
templates for hierarchical code lists, which we do not have.
"""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest

from organograaf import share
from organograaf.build import Tree, read_tree
from organograaf.vocab import PREFIXES
from tests.conftest import TOWN
from tests.outside.cube import BREAKS, SOUND

_PREFIXES = PREFIXES | {"eg": "http://example.org/"}
_NORMALISE = (Path(__file__).parent / "normalise.ru").read_text(encoding="utf-8")


def _cube(texts: Iterable[str]) -> ox.Store:
    """Load Turtle and complete it as the specification says, in section 10."""
    store = ox.Store()
    for text in texts:
        store.bulk_load(text.encode(), ox.RdfFormat.TURTLE, base_iri="http://example.org/")
    store.update(_NORMALISE, prefixes=_PREFIXES)
    return store


@cache
def _published(data: Path) -> tuple[Tree, ox.Store]:
    tree = read_tree(data)
    files = (*tree.current, *tree.ontology)
    return tree, _cube(file.path.read_text(encoding="utf-8") for file in files)


def _broken(store: ox.Store, shared: Path, constraint: str) -> bool:
    path = shared / "vocab" / "qb" / "integrity" / f"integrity-{constraint}.sparql"
    # IC-17 tests the alias of a count in HAVING, which SPARQL 1.1 does not let it see.
    text = path.read_text(encoding="utf-8").replace("HAVING (?count !=", "HAVING (COUNT(?obs2) !=")
    return bool(store.query(text, prefixes=_PREFIXES))


def _little(*more: str) -> ox.Store:
    head = "".join(f"@prefix {prefix}: <{base}> .\n" for prefix, base in _PREFIXES.items())
    return _cube([head + "\n".join((SOUND, *more))])


@pytest.mark.parametrize("constraint", BREAKS)
@pytest.mark.parametrize("data", [TOWN, share.data()], ids=["voorbeeldstad", "published"])
def test_the_figures_keep_to_the_constraint(shared: Path, data: Path, constraint: str) -> None:
    assert not _broken(_published(data)[1], shared, constraint)


@pytest.mark.parametrize("constraint", BREAKS)
def test_a_cube_that_breaks_the_constraint_is_found_and_a_sound_one_is_not(
    shared: Path, constraint: str
) -> None:
    assert not _broken(_little(), shared, constraint)
    assert _broken(_little(BREAKS[constraint]), shared, constraint)


def test_the_published_figures_are_really_there(shared: Path) -> None:
    assert shared.is_dir()
    assert _published(share.data())[1].query("ASK { ?o a qb:Observation }", prefixes=_PREFIXES)
