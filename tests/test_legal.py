from datetime import date

from organograaf.organogram import as_of, legal
from organograaf.register import Register
from organograaf.view import Node


def _boxes(town: Register, on: date) -> dict[str, Node]:
    assert town.top
    view = legal(as_of(town, on, root=town.top), town)
    return {node.slug: node for _, node in view.root.walk()}


def _told(node: Node, lang: str = "nl") -> list[str]:
    return [dict(line)[lang] for line in node.notes]


def test_a_unit_tells_its_carrier_where_it_is_not_that_of_the_unit_above(town: Register) -> None:
    boxes = _boxes(town, date(2018, 6, 1))
    assert "drager: Stad Voorbeeldstad" in _told(boxes["thuiszorg"])
    assert not any(line.startswith("drager") for line in _told(boxes["warme-maaltijden"]))


def test_a_shared_service_tells_whom_it_works_for(town: Register) -> None:
    boxes = _boxes(town, date(2010, 6, 1))
    assert any(line.startswith("werkt voor: ") and "OCMW" in line for line in _told(boxes["drukkerij"]))
    assert any(line.startswith("works for: ") for line in _told(boxes["drukkerij"], "en"))


def test_nothing_else_of_the_organogram_changes(town: Register) -> None:
    assert town.top
    plain = as_of(town, date(2018, 6, 1), root=town.top)
    told = legal(plain, town)
    assert [node.slug for _, node in told.root.walk()] == [node.slug for _, node in plain.root.walk()]
    assert (told.unplaced, told.sources) == (plain.unplaced, plain.sources)
