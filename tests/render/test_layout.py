"""Every mistake once seen in an organogram, and the laws that rule them out."""

import os
import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from organograaf.period import Certainty
from organograaf.render.fit import SMALLEST_POINTS, SPINE, _rails, _Top
from organograaf.render.fonts import Face, width
from organograaf.render.frame import NOTES, wrap_notes
from organograaf.render.layout import PAPERS, pages
from organograaf.render.shapes import Kind, Page, Stroke
from organograaf.view import Named, Node, Organogram, StatedCount

from .laws import check, check_connectors, edges
from .trees import after, before, organogram, possible, post, task, unit

# Without shrinking: a layout of a large tree is too slow for hundreds of tries.
QUICK = settings(
    max_examples=int(os.environ.get("ORGANOGRAAF_EXAMPLES", "15")),
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow],
)


def large(tops: int = 10, services: int = 6) -> Organogram:
    """A town of `tops` units with `services` each."""
    return organogram(
        unit(
            "stad en OCMW Voorbeeldstad",
            *(
                unit(f"Bedrijfseenheid {i}", *(f"Dienst nummer {i}.{j}" for j in range(services)))
                for i in range(tops)
            ),
        )
    )


def slugs(sheets: tuple[Page, ...]) -> set[str]:
    """Return the units that are drawn somewhere."""
    return {box.slug for page in sheets for box in page.boxes if box.slug}


def words_of(sheets: tuple[Page, ...]) -> str:
    """Return all that is written, on one line."""
    return " ".join(text.text for page in sheets for text in page.every_text()).replace("\u00a0", " ")


@pytest.mark.parametrize("view", [before(), after(), large()], ids=["before", "after", "large"])
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_nothing_overlaps_and_nothing_leaves_the_page(view: Organogram, paper: str, lang: str) -> None:
    for page in pages(view, paper, lang):
        check(page)


@pytest.mark.parametrize("view", [before(), after(), large()], ids=["before", "after", "large"])
@pytest.mark.parametrize("paper", PAPERS)
def test_an_organogram_of_this_size_fits_one_page(view: Organogram, paper: str) -> None:
    assert len(pages(view, paper)) == 1


@pytest.mark.parametrize(
    ("view", "paper"), [(large(10, 6), "A4"), (large(40, 30), "A4"), (large(200, 2), "A3"), (before(), "A4")]
)
def test_no_text_is_smaller_than_seven_points(view: Organogram, paper: str) -> None:
    smallest = min(text.size for page in pages(view, paper) for text in page.every_text())
    assert smallest >= SMALLEST_POINTS - 0.001


def test_seventy_units_stand_on_a3_in_comfortable_letters() -> None:
    (page,) = pages(large(10, 6), "A3")
    assert min(box.scale for box in page.boxes if box.slug) >= 1.1


def test_too_large_an_organogram_becomes_an_overview_and_a_page_for_each_top_unit() -> None:
    view = large(20, 40)
    sheets = pages(view, "A4")
    assert sheets[0].title == "Overzicht"
    assert [page.title for page in sheets[1:]] == [node.label for node in view.root.units]
    for box in sheets[0].boxes:
        if box.target:
            assert sheets[box.target - 1].title == box.name
            assert f"blz. {box.target}" in [text.text for text in box.texts]


def test_a_unit_with_two_hundred_children_and_monstrous_names_is_complete_and_legible() -> None:
    deep = unit("het diepste")
    for level in range(12):
        deep = unit(f"niveau {12 - level}", deep)
    crowd = unit("Menigte", *(unit("Zeer lange naam " * 20, slug=f"kind-{i}") for i in range(200)))
    view = organogram(unit("wortel", crowd, deep))
    sheets = pages(view, "A4")
    assert slugs(sheets) == {node.slug for _, node in view.root.walk()}
    for page in sheets:
        check(page)
    assert min(text.size for page in sheets for text in page.every_text()) >= SMALLEST_POINTS


def test_every_unit_task_post_and_count_is_on_the_picture() -> None:
    written = words_of(pages(before(), "A3"))
    assert slugs(pages(before(), "A3")) >= {node.slug for _, node in before().root.walk()} | {"loket-zuid"}
    for told in ("leefloon", "uitbetaling", "Directeur: vacant", "An Peeters (wnd.)", "Loket Zuid"):
        assert told in written
    assert "4 afdelingen, niet bij naam genoemd" in written
    assert "Secretaris: niet genoemd in onze bronnen" in written


def test_a_band_is_never_split_over_two_shelves() -> None:
    services = [unit(f"Eenheid {i}", *(f"dienst {i}.{j}" for j in range(4))) for i in range(12)]
    city = unit("Stad", *services, slug="voorbeeldstad", legal_person=True)
    ocmw = unit("OCMW", *services[:5], slug="ocmw-voorbeeldstad", legal_person=True)
    (page,) = pages(organogram(unit("stad en OCMW", city, ocmw)), "A3")
    grounds = [box for box in page.boxes if box.kind is Kind.PANEL]
    assert len(grounds) == 2
    for head in (box for box in page.boxes if box.kind is Kind.HEAD):
        assert any(ground.y < head.y < ground.y + ground.height for ground in grounds)


def test_a_connector_through_a_box_is_noticed() -> None:
    (page,) = pages(after(), "A4")
    box = next(box for box in page.boxes if box.kind is Kind.HEAD)
    x1, y1, x2, y2 = edges(box)
    strike = Stroke(((x1 - 5, (y1 + y2) / 2), (x2 + 5, (y1 + y2) / 2)))
    with pytest.raises(AssertionError):
        check_connectors(replace(page, strokes=(*page.strokes, strike)))


def test_the_line_from_the_root_goes_around_a_shelf_on_which_nothing_hangs() -> None:
    top = _Top(boxes=(), start=10.0, height=20.0, middle=300.0)
    strokes = _rails(top, [(30.0, []), (200.0, [100.0, 400.0])])
    assert Stroke(((300.0, 10.0), (300.0, 30.0))) in strokes
    assert Stroke(((-SPINE, 30.0), (300.0, 30.0))) in strokes
    assert Stroke(((-SPINE, 30.0), (-SPINE, 200.0))) in strokes
    assert not _rails(top, [(30.0, [])])


def test_every_top_unit_hangs_from_a_connector() -> None:
    (page,) = pages(after(), "A4")
    ends = {point for stroke in page.strokes for point in stroke.points}
    for box in page.boxes:
        if box.kind is Kind.HEAD:
            assert any(abs(x - (box.x + box.width / 2)) < 0.1 and abs(y - box.y) < 0.1 for x, y in ends)


def test_the_leadership_row_stays_inside_a4() -> None:
    persons = [
        unit(f"Rechtspersoon met een lange naam {i}", slug=f"vzw-{i}", legal_person=True) for i in range(9)
    ]
    (page,) = pages(organogram(unit("groep", *persons, unit("Dienst"))), "A4")
    check(page)
    assert sum(box.kind is Kind.PERSON for box in page.boxes) == 9


def test_a_task_has_no_border_and_no_link_so_that_it_never_looks_like_a_unit() -> None:
    (page,) = pages(before(), "A3")
    tasks = [box for box in page.boxes if box.kind is Kind.TASK]
    assert tasks
    assert all(not box.slug and not box.bar for box in tasks)


def test_tasks_of_the_whole_and_of_legal_persons_are_left_to_tables_and_pages() -> None:
    root = replace(before().root, tasks=(task("zorgen voor het geheel"),))
    assert "zorgen voor het geheel" not in words_of(pages(organogram(root), "A3"))


def test_tasks_that_are_all_only_possible_say_so_once() -> None:
    node = before().root.units[0].units[0]
    loose = replace(node, tasks=tuple(replace(t, certainty=Certainty.POSSIBLE, tasks=()) for t in node.tasks))
    told = words_of(pages(organogram(replace(before().root, units=(loose,))), "A3"))
    assert told.count("mogelijk") == 1


def test_narrower_tasks_are_set_in_under_their_broader_one() -> None:
    (page,) = pages(before(), "A3")
    at = {box.texts[0].text: box.texts[0].x for box in page.boxes if box.kind is Kind.TASK and box.texts}
    assert at["uitbetaling"] > at["leefloon"]


def test_what_is_possible_is_dashed_and_says_why() -> None:
    (page,) = pages(after(), "A3")
    box = next(box for box in page.boxes if box.slug == "activering")
    assert box.dashed
    assert "begon tussen" in " ".join(text.text for text in box.texts)


def test_a_doubt_already_told_by_the_unit_above_is_not_repeated() -> None:
    whole = possible(unit("Geheel", possible(unit("Deel"))))
    (page,) = pages(organogram(unit("wortel", whole)), "A4")
    assert words_of((page,)).count("begon tussen") == 1
    assert all(box.dashed for box in page.boxes if box.slug in ("geheel", "deel"))


def test_an_inferred_place_has_a_dashed_connector_or_bar() -> None:
    view = organogram(unit("wortel", unit("Afgeleid", unit("Ook", inferred_place=True), inferred_place=True)))
    (page,) = pages(view, "A4")
    assert any(stroke.dashed for stroke in page.strokes)
    assert next(box for box in page.boxes if box.slug == "ook").bar == "dashed"
    assert "plaats door ons afgeleid" in words_of((page,))


def test_the_legend_explains_only_what_occurs() -> None:
    written = words_of(pages(organogram(unit("wortel", unit("Dienst"))), "A4"))
    assert "rechtspersoon niet genoemd" in written
    for absent in ("van of voor", "niet zeker", "afgeleid", "taak"):
        assert absent not in written


def test_a_legal_person_without_units_stands_in_a_line_of_its_own() -> None:
    (page,) = pages(after(), "A4")
    persons = [box for box in page.boxes if box.kind is Kind.PERSON]
    assert {box.slug for box in persons} == {"voorbeeldstad", "ocmw-voorbeeldstad"}
    assert len({box.y for box in persons}) == 1
    assert "Rechtspersonen" in words_of((page,))


def test_shared_services_have_a_band_only_beside_bands_of_legal_persons() -> None:
    assert "Gemeenschappelijk: rechtstreeks onder" in words_of(pages(before(), "A3"))
    assert "Gemeenschappelijk: rechtstreeks onder" not in words_of(pages(after(), "A3"))


def test_title_subtitle_and_footer_say_day_stretch_knowledge_and_sources() -> None:
    view = replace(after(), known=after().on)
    assert "toestand op 1 juli 2018" in words_of(pages(view, "A4"))
    assert "vanaf 1 april 2018 t.e.m. 31 december 2018 · zoals bekend op 1 juli 2018" in words_of(pages(view))
    assert "Bronnen: 900, 901" in words_of(pages(view))
    assert "situation on 1 July 2018" in words_of(pages(view, "A4", "en"))


def test_many_sources_make_the_footer_higher_and_keep_it_on_the_page() -> None:
    view = replace(after(), sources=tuple(f"{i:03}" for i in range(200)))
    for page in pages(view, "A4"):
        check(page)
    assert "199" in words_of(pages(view, "A4"))


def trees(labels: st.SearchStrategy[str]) -> st.SearchStrategy[Node]:
    """Trees of units with nasty names, tasks, posts and counts."""

    def grown(children: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
        return st.builds(
            lambda label, units, tasks, posts, legal, unsure, inferred: (possible if unsure else _same)(
                unit(
                    label,
                    *units,
                    tasks=tuple(task(one, one) for one in tasks),
                    posts=tuple(post(one) for one in posts),
                    counts=tuple(StatedCount(len(one), one) for one in posts[:1]),
                    legal_person=legal,
                    inferred_place=inferred,
                )
            ),
            labels,
            st.lists(children, max_size=7),
            st.lists(labels, max_size=3),
            st.lists(labels, max_size=9),
            st.booleans(),
            st.booleans(),
            st.booleans(),
        )

    return st.recursive(st.builds(unit, labels), grown, max_leaves=40)


def _same(node: Node) -> Node:
    return node


@QUICK
@given(
    trees(st.text(max_size=40) | st.sampled_from(["Ontwikkelingssamenwerking", "x" * 300, "a b " * 60])),
    st.sampled_from(sorted(PAPERS)),
    st.integers(0, 30),
)
def test_any_tree_is_drawn_whole_without_overlap(root: Node, paper: str, loose: int) -> None:
    unplaced = tuple(Named(f"i{n}", f"los-{n}", f"Los {n}") for n in range(loose))
    view = organogram(root, unplaced=unplaced)
    sheets = pages(view, paper)
    for page in sheets:
        check(page)
    assert slugs(sheets) == {node.slug for _, node in root.walk()} | {one.slug for one in unplaced}


def test_hostile_labels_are_drawn_without_overlap(hostile: tuple[str, ...]) -> None:
    root = unit("wortel", *(unit(label, *hostile[:3], posts=(post(label),)) for label in hostile))
    for page in pages(organogram(root), "A4"):
        check(page)
        assert not re.search(r"[\x00-\x1f\u202a-\u202e]", words_of((page,)))


def test_every_source_stands_in_the_footer_however_many() -> None:
    text = " · ".join(["Gegevens: 0123456789ab", "Bronnen: " + ", ".join(f"{n:03}" for n in range(200))])
    lines = wrap_notes(text, 1000)
    assert " ".join(lines) == text
    assert all(width(line, Face.REGULAR, NOTES) <= 1000 for line in lines)
    assert min(width(line, Face.REGULAR, NOTES) for line in lines[:-1]) > 900
