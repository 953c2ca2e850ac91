"""A lineage as a picture, as text and as a graph."""

import json
from collections.abc import Callable
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from organograaf.descent import Lineage
from organograaf.errors import NotSupported
from organograaf.lineage import find
from organograaf.lineage import lineage as lineage_of
from organograaf.register import Register
from organograaf.render import lineage as drawn
from organograaf.render.lineage import place
from organograaf.render.lineage.picture import MOST, document, lineage_svg
from organograaf.view import Named

from .laws import check, check_loose_texts

SLUGS = (
    "geldzaken",
    "groen-en-wegen",
    "thuiszorg",
    "rommelmarktvergunning",
    "algemeen-directeur-voorbeeldstad",
)


def of(register: Register, slug: str) -> Lineage:
    return lineage_of(register, find(register, slug))


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("paper", ["A3", "A4"])
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_nothing_in_the_picture_overlaps_or_leaves_its_box(
    town: Register, slug: str, paper: str, lang: str
) -> None:
    (page,) = document(of(town, slug), paper, lang).pages
    check(page)
    check_loose_texts(page)


@pytest.mark.parametrize("slug", ["woonhaven", "sociale-dienstverlening", "leefloon", "voorzitter-ocmw"])
def test_nothing_overlaps_in_the_pictures_of_antwerp_either(antwerp: Register, slug: str) -> None:
    (page,) = document(of(antwerp, slug), "A3", "nl").pages
    check(page)
    check_loose_texts(page)


def test_each_arrow_ends_at_the_box_of_what_it_went_to(antwerp: Register) -> None:
    view = of(antwerp, "woonhaven")
    (page,) = document(view, "A3", "nl").pages
    boxes = {box.slug: box for box in page.boxes if box.slug}
    tips = [mark.points[0] for mark in page.marks if hasattr(mark, "fill") and hasattr(mark, "points")]
    target = boxes["woonhaven"]
    for x, y in tips[: len(view.steps)]:
        assert target.x - 2 <= x <= target.x + target.width + 2
        assert target.y - 2 <= y <= target.y + target.height + 2


def test_hostile_names_are_drawn_and_written(town: Register, hostile: tuple[str, ...]) -> None:
    view = of(town, "geldzaken")
    for name in hostile:
        kin = tuple(replace(one, thing=Named(one.thing.iri, one.thing.slug, name)) for one in view.kin)
        for format_ in drawn.FORMATS:
            if format_ != "png":
                assert drawn.lineage(replace(view, kin=kin), format_)


def test_what_is_too_large_to_draw_is_refused_with_another_way(town: Register) -> None:
    view = of(town, "geldzaken")
    with pytest.raises(NotSupported, match="GraphML"):
        drawn.lineage(replace(view, kin=view.kin * MOST), "svg")


def test_without_graphviz_only_the_picture_fails_and_says_what_it_needs(
    town: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(place, "PROGRAMS", ("no-such-program",))
    with pytest.raises(NotSupported, match="Graphviz"):
        drawn.lineage(of(town, "geldzaken"), "svg")
    for format_ in ("dot", "json", "graphml", "gexf", "txt"):
        assert drawn.lineage(of(town, "geldzaken"), format_)


@pytest.mark.parametrize("format_", drawn.FORMATS)
def test_every_format_of_a_lineage_is_written_the_same_each_time(town: Register, format_: str) -> None:
    first = drawn.lineage(of(town, "geldzaken"), format_)
    assert len(first) > 100
    assert first == drawn.lineage(of(town, "geldzaken"), format_)


def test_gephi_gets_every_thing_and_every_step(antwerp: Register) -> None:
    view = of(antwerp, "woonhaven")
    for format_, node, edge in (("graphml", "node", "edge"), ("gexf", "node", "edge")):
        root = ET.fromstring(drawn.lineage(view, format_))
        names = [element.tag.rsplit("}", 1)[-1] for element in root.iter()]
        assert names.count(node) == len(view.kin)
        assert names.count(edge) == len(view.steps)


def test_the_json_has_things_steps_and_sentences(town: Register) -> None:
    values = json.loads(drawn.lineage(of(town, "geldzaken"), "json"))
    assert values["slug"] == "geldzaken"
    assert {one["slug"] for one in values["predecessors"]} == {"schuldhulp", "budgethulp"}
    assert all(set(step["sentence"]) == {"nl", "en"} for step in values["steps"])
    assert {"from", "to", "share", "basis", "date", "evidence"} <= set(values["steps"][0])


@pytest.mark.parametrize("format_", ["txt", "dot", "graphml", "gexf"])
def test_the_written_forms_of_a_lineage_are_as_we_last_saw_them(
    town: Register, format_: str, golden: Callable[[str, bytes], None]
) -> None:
    made = drawn.lineage(of(town, "geldzaken"), format_).replace(town.dataset.encode() or b"?", b"DATASET")
    golden(f"voorbeeldstad-lijn.{format_}", made)


def test_the_lineage_of_a_task_is_as_we_last_saw_it(
    town: Register, golden: Callable[[str, bytes], None]
) -> None:
    made = drawn.lineage(of(town, "rommelmarktvergunning"), "txt")
    golden("voorbeeldstad-lijn-taak.txt", made.replace(town.dataset.encode() or b"?", b"DATASET"))


def test_the_picture_of_a_lineage_is_as_we_last_saw_it(
    town: Register, golden: Callable[[str, bytes], None]
) -> None:
    made = lineage_svg(of(town, "geldzaken"), "A3", embed_font=False)
    golden("voorbeeldstad-lijn.svg", made.replace(town.dataset.encode() or b"?", b"DATASET"))
