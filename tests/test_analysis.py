"""The figures of Voorbeeldstad per year, as its README tells them, and their plot."""

import csv
import io
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from organograaf.analysis import analysis, checked_years
from organograaf.errors import BadQuestion, NotFound
from organograaf.figures import Analysis, Extent, Year
from organograaf.period import Certainty
from organograaf.register import Register
from organograaf.render.analysis import ANALYSIS_FORMATS
from organograaf.render.analysis import analysis as written
from organograaf.vocab import RDF, iri


@pytest.fixture(scope="module")
def figures(town: Register) -> Analysis:
    assert town.top
    return analysis(town, town.top, 2010, 2019)


def year(view: Analysis, wanted: int) -> Year:
    return next(one for one in view.years if one.year == wanted)


@pytest.mark.parametrize(
    ("in_", "kind", "number"),
    [
        (2012, "appeared", 2),  # Groen en Wegen is split, somewhere in the first quarter
        (2012, "disappeared", 1),
        (2013, "disappeared", 1),  # the Drukkerij ends in May
        (2013, "moved", 1),  # Warme Maaltijden goes under Buurtwerk
        (2015, "renamed", 1),  # the Burgerloket
        (2018, "disappeared", 2),  # Schuldhulp and Budgethulp merge
    ],
)
def test_what_changed_in_a_year_is_counted_when_it_certainly_lies_in_it(
    figures: Analysis, in_: int, kind: str, number: int
) -> None:
    assert getattr(year(figures, in_).churn, kind).certain == number


def test_units_are_counted_by_their_existence_on_the_first_of_july(town: Register, figures: Analysis) -> None:
    for one in figures.years:
        assert one.on == date(one.year, 7, 1)
        lives = [town.on(one.on, unit, RDF.type) for unit in town.of_kind("unit")]
        certain = sum(any(c is Certainty.CERTAIN for _, c in life) for life in lives)
        assert one.units.certain == certain
        assert sum(extent.certain for _, extent in one.kinds) == certain
        assert sum(extent.possible for _, extent in one.kinds) == one.units.possible


def test_what_is_possible_adds_to_the_form_and_never_takes_away(figures: Analysis) -> None:
    for one in figures.years:
        assert one.certain.depth <= one.drawn.depth
        assert one.certain.most <= one.drawn.most


def test_a_service_for_two_organisations_is_shared(town: Register, figures: Analysis) -> None:
    """Source V01: the Drukkerij works for city and OCMW in 2010."""
    assert year(figures, 2010).shared.certain == 1
    alone = analysis(town, iri("unit", "thuiszorg"), 2010, 2010)
    assert year(alone, 2010).shared == Extent()


def test_the_sources_of_a_year_are_those_that_speak_of_it(figures: Analysis) -> None:
    """V01 describes 2010, and nothing speaks of 2011 or of the units in it."""
    assert year(figures, 2010).sources == 1
    assert year(figures, 2011).sources == 0


def test_years_in_the_wrong_order_or_too_many_are_refused(town: Register) -> None:
    with pytest.raises(BadQuestion, match=r"van 2010 t\.e\.m\. 2015"):
        checked_years(town, 2015, 2010)
    with pytest.raises(BadQuestion, match="hoogstens 200"):
        checked_years(town, 1500, 2010)


def test_years_in_which_the_root_did_not_exist_are_refused(town: Register) -> None:
    with pytest.raises(NotFound, match="bestond niet van 2011"):
        analysis(town, iri("unit", "geldzaken"), 2011, 2013)


def test_years_in_which_the_root_did_not_exist_are_left_out(town: Register) -> None:
    assert [one.year for one in analysis(town, iri("unit", "geldzaken"), 2016, 2019).years] == [2018, 2019]


@pytest.mark.parametrize("format_", ANALYSIS_FORMATS)
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_format_is_written_in_both_languages_the_same_each_time(
    figures: Analysis, format_: str, lang: str
) -> None:
    assert written(figures, format_, lang=lang) == written(figures, format_, lang=lang)


def test_the_table_has_numbers_that_belgian_excel_reads(figures: Analysis) -> None:
    text = written(figures, "csv").decode("utf-8-sig")
    rows = {row["jaar"]: row for row in csv.DictReader(io.StringIO(text), delimiter=";")}
    assert rows["2015"]["hernoemd, zeker"] == "1"
    assert "," in rows["2015"]["gemiddeld eronder, met mogelijke"]


def test_the_plot_shows_what_is_only_possible_as_hollow_and_every_source_count(figures: Analysis) -> None:
    root = ET.fromstring(written(figures, "svg"))
    dashed = [one for one in root.iter() if one.get("stroke-dasharray") and one.get("fill") == "#ffffff"]
    assert dashed
    told = [one.text for one in root.iter() if one.tag.endswith("}text")]
    assert [str(one.year) for one in figures.years] == [t for t in told if t and t.isdigit() and len(t) == 4]
    assert any("Weinig eenheden" in (text or "") for text in told)


def test_few_certain_units_in_a_year_with_few_sources_show_as_such(antwerp: Register) -> None:
    assert antwerp.top
    view = analysis(antwerp, antwerp.top, 2001, 2016)
    assert year(view, 2016).units.certain > 3 * year(view, 2012).units.certain
    assert all(one.sources > 0 for one in view.years)
