"""Where the units, offices and tasks of Voorbeeldstad and Antwerp came from and went to."""

from datetime import date

import pytest

from organograaf.descent import Lineage, Side
from organograaf.errors import NotFound
from organograaf.lineage import find, lineage
from organograaf.model import Basis, Fact
from organograaf.period import between
from organograaf.register import Register
from organograaf.vocab import GRAAF, ORG, RDF, iri
from tests.difference.histories import register_of


def of(register: Register, slug: str) -> Lineage:
    return lineage(register, find(register, slug))


def slugs(view: Lineage, *sides: Side) -> set[str]:
    return {one.thing.slug for one in view.on(*sides)}


def test_a_merger_shows_both_units_it_came_from(town: Register) -> None:
    view = of(town, "geldzaken")
    assert slugs(view, Side.BEFORE) == {"schuldhulp", "budgethulp"}
    assert not view.successors
    assert "geen opvolger" in dict(view.told)["nl"]


def test_a_split_shows_both_units_it_went_to(town: Register) -> None:
    assert slugs(of(town, "groen-en-wegen"), Side.AFTER) == {"groenhoek", "wegenploeg"}


def test_a_thing_that_came_from_nothing_says_so_in_a_sentence(town: Register) -> None:
    view = of(town, "thuiszorg")
    assert not view.steps
    assert dict(view.told)["nl"] == "Onze bronnen noemen geen voorloper en geen opvolger van Thuiszorg."
    assert dict(view.told)["en"] == "Our sources name no predecessor and no successor of Thuiszorg."


def test_a_task_tells_who_had_it_and_how_it_passed_on(town: Register) -> None:
    view = of(town, "rommelmarktvergunning")
    assert [one.thing.slug for one in view.kin] == ["burgerloket", "buurtwerk"]
    (step,) = view.steps
    assert (step.transfer.old.slug, step.transfer.new.slug) == ("burgerloket", "buurtwerk")
    assert step.transfer.basis is Basis.STATED
    assert step.transfer.moment == between(date(2015, 9, 1), date(2015, 9, 1))
    assert "V04" in step.sources


def test_units_that_had_a_task_at_the_same_time_are_in_no_order(antwerp: Register) -> None:
    view = of(antwerp, "schuldbemiddeling")
    assert [one.thing.slug for one in view.kin] == [
        "ocmw-antwerpen",
        "maatschappelijke-integratie-en-ontplooiing",
    ]
    assert view.order == ()


def test_an_office_tells_whose_it_became_and_its_holders_in_order(antwerp: Register) -> None:
    view = of(antwerp, "algemeen-directeur")
    assert slugs(view, Side.BEFORE) == {"secretaris-ocmw", "stadssecretaris"}
    assert all(step.transfer.basis is Basis.INFERRED for step in view.steps)
    (secretary,) = (one for one in view.kin if one.thing.slug == "secretaris-ocmw")
    told = [dict(term.what)["nl"] for term in secretary.terms]
    assert told == ["Marc De Bens", "Anne Baré (wnd.)", "Falke Meyers (wnd.)"]
    assert (
        "ging het ambt secretaris (OCMW Antwerpen), zo leiden wij af, over in"
        in dict(view.steps[0].sentence)["nl"]
    )


def test_social_services_came_from_two_departments_and_a_city_service_as_we_infer(antwerp: Register) -> None:
    view = of(antwerp, "sociale-dienstverlening")
    assert slugs(view, Side.BEFORE) == {
        "maatschappelijke-integratie-en-ontplooiing",
        "activering-en-sociale-innovatie",
        "samen-leven",
    }
    assert {step.transfer.basis for step in view.steps} == {Basis.INFERRED}
    assert all(line.reasoning for step in view.steps for line in step.transfer.evidence)


def test_the_share_is_told_in_the_words_of_the_source(antwerp: Register) -> None:
    steps = of(antwerp, "bestuurszaken-ocmw").steps
    (step,) = (one for one in steps if one.transfer.basis is Basis.STATED)
    assert "gingen «bepaalde vroegere taken» van Bestuurszaken OCMW" in dict(step.sentence)["nl"]


def test_lineage_goes_on_through_what_lies_between(antwerp: Register) -> None:
    view = of(antwerp, "zas")
    assert slugs(view, Side.BEFORE) == {"zna", "gza", "ocmw-antwerpen", "ocmw-ziekenhuizen"}


def test_a_task_that_went_along_with_its_unit_is_inferred_and_says_why(antwerp: Register) -> None:
    (step,) = of(antwerp, "leefloon").steps
    assert step.transfer.basis is Basis.INFERRED
    assert dict(step.because)["nl"].startswith("Beide hadden deze taak")


def history(*transfers: tuple[str, str, date]) -> Register:
    """Units a, b, c that always were, and transfers between them."""
    always = between(date(1990, 1, 1), date(1990, 1, 1))
    lives = [(iri("unit", name), RDF.type, ORG.OrganizationalUnit, always) for name in "abc"]
    moved = [
        (iri("unit", old), GRAAF.transferredTo, iri("unit", new), between(day, day))
        for old, new, day in transfers
    ]
    return register_of(
        tuple(
            Fact(iri=f"f{n}", graph="g", subject=s, predicate=p, object=o, start=start)
            for n, (s, p, o, start) in enumerate((*lives, *moved))
        )
    )


def test_what_went_on_before_it_came_is_not_followed() -> None:
    register = history(("a", "b", date(2010, 1, 1)), ("b", "c", date(2005, 1, 1)))
    assert slugs(of(register, "a"), Side.AFTER) == {"b"}
    assert slugs(of(register, "c"), Side.BEFORE) == {"b"}


def test_a_ring_ends_and_is_told_on_both_sides() -> None:
    register = history(("a", "b", date(2005, 1, 1)), ("b", "a", date(2010, 1, 1)))
    view = of(register, "a")
    assert slugs(view, Side.BOTH) == {"b"}
    assert len(view.steps) == 2


def test_an_unknown_slug_gets_slugs_like_it(town: Register) -> None:
    with pytest.raises(NotFound, match="geldzaken"):
        find(town, "geldzakken")
    with pytest.raises(NotFound, match="rommelmarktvergunning"):
        find(town, "rommelmarktvergunningen")
