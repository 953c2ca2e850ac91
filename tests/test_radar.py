"""What the radar finds in Voorbeeldstad, and what it leaves alone."""

from datetime import date

import pytest

from organograaf.errors import NotFound
from organograaf.model import Literal
from organograaf.organogram import years
from organograaf.period import Certainty
from organograaf.radar import radar
from organograaf.radar.radar import kind_iri
from organograaf.register import Register, Row
from organograaf.signals import Radar, Signal, SignalKind
from organograaf.vocab import GRAAF, ORG, RDF, SH, SKOS, iri

DIRECTOR = iri("post", "algemeen-directeur-voorbeeldstad")
SECRETARY = iri("post", "secretaris-ocmw-voorbeeldstad")
ALWAYS = years("all")


def found(view: Radar, kind: SignalKind) -> dict[str, Signal]:
    return {one.thing.slug: one for one in view.signals if one.kind is kind}


def knowing(*facts: tuple[str, str, str, str | None, str | None]) -> Register:
    """Return a register of only these facts: subject, predicate, object, from, until."""
    edtf = "http://id.loc.gov/datatypes/edtf/EDTF"
    rows: list[Row] = []
    for number, (subject, predicate, value, since, until) in enumerate(facts):
        fact = iri("fact", f"f{number}")
        rows += [
            ("g", fact, RDF.type, GRAAF.Fact),
            ("g", fact, RDF.subject, subject),
            ("g", fact, RDF.predicate, predicate),
            ("g", fact, RDF.object, value),
        ]
        rows += [("g", fact, GRAAF["from"], Literal(since, datatype=edtf))] if since else []
        rows += [("g", fact, GRAAF.until, Literal(until, datatype=edtf))] if until else []
    return Register.of(rows)


def test_a_post_is_vacant_only_when_a_source_says_so(town: Register) -> None:
    view = radar(town, date(2019, 10, 1))
    vacant = found(view, SignalKind.POST_VACANT)
    assert list(vacant) == ["algemeen-directeur-voorbeeldstad"]
    assert vacant["algemeen-directeur-voorbeeldstad"].certainty is Certainty.CERTAIN
    assert vacant["algemeen-directeur-voorbeeldstad"].sources == ("V07",)
    assert SignalKind.POST_VACANT.said


def test_a_post_whose_holder_no_source_names_is_not_vacant(town: Register) -> None:
    view = radar(town, date(2016, 6, 1))
    assert "secretaris-ocmw-voorbeeldstad" in found(view, SignalKind.POST_UNNAMED)
    assert found(view, SignalKind.POST_VACANT) == {}
    assert not SignalKind.POST_UNNAMED.said


def test_an_acting_holder_beside_another_is_no_double_holder(town: Register) -> None:
    assert found(radar(town, date(2019, 3, 15)), SignalKind.POST_TWICE_HELD) == {}


def test_a_unit_has_no_place_on_a_day_on_which_no_source_gives_one(town: Register) -> None:
    on = found(radar(town, date(2012, 6, 1)), SignalKind.UNIT_UNPLACED)
    assert "Thuiszorg" in dict(on["overlegsecretariaat"].known)["nl"]
    assert "overlegsecretariaat" not in found(radar(town, date(2013, 7, 1)), SignalKind.UNIT_UNPLACED)


def test_what_was_so_before_and_after_but_not_between_is_interrupted(town: Register) -> None:
    on = found(radar(town, date(2014, 6, 1)), SignalKind.INTERRUPTED)
    assert list(on) == ["warme-maaltijden"]
    assert on["warme-maaltijden"].since is not None
    assert on["warme-maaltijden"].since.earliest == date(2013, 1, 1)
    assert found(radar(town, date(2016, 6, 1)), SignalKind.INTERRUPTED) == {}


def test_a_root_narrows_what_is_looked_at_and_must_exist_on_the_day(town: Register) -> None:
    everywhere = radar(town, date(2012, 6, 1))
    under = radar(town, date(2012, 6, 1), iri("organisation", "ocmw-voorbeeldstad"))
    told = {(one.kind, one.thing) for one in under.signals}
    assert 0 < len(told) < len(everywhere.signals)
    assert told <= {(one.kind, one.thing) for one in everywhere.signals}
    with pytest.raises(NotFound, match="bestond niet"):
        radar(town, date(2012, 6, 1), iri("unit", "geldzaken"))


UNIT, OTHER, POST, TASK = (iri("unit", "a"), iri("unit", "b"), iri("post", "p"), iri("task", "t"))
JAN, AN = iri("person", "jan"), iri("person", "an")
LIVES = (
    (UNIT, RDF.type, ORG.OrganizationalUnit, "2010-01-01", "2015-01-01"),
    (OTHER, RDF.type, ORG.OrganizationalUnit, "2010-01-01", "2020-01-01"),
    (POST, RDF.type, ORG.Post, "2010-01-01", "2020-01-01"),
)


def test_a_task_is_dropped_when_its_doer_ends_and_nobody_follows() -> None:
    mine = knowing(*LIVES, (UNIT, GRAAF.responsibleFor, TASK, "2010-01-01", "2015-01-01"))
    assert list(found(radar(mine, date(2014, 12, 31), reach=ALWAYS), SignalKind.TASK_DROPPED)) == []
    on = found(radar(mine, date(2015, 1, 1), reach=ALWAYS), SignalKind.TASK_DROPPED)
    assert on["t"].since is not None
    assert on["t"].since.earliest == date(2015, 1, 1)


def test_a_task_that_another_takes_up_is_not_dropped() -> None:
    both = (
        (UNIT, GRAAF.responsibleFor, TASK, "2010-01-01", None),
        (
            OTHER,
            GRAAF.responsibleFor,
            TASK,
            "2015-01-01",
            None,
        ),
    )
    assert found(radar(knowing(*LIVES, *both), date(2015, 1, 1), reach=ALWAYS), SignalKind.TASK_DROPPED) == {}


def test_a_task_of_two_is_double_unless_one_stands_under_the_other() -> None:
    both = tuple((unit, GRAAF.responsibleFor, TASK, "2011-01-01", "2014-01-01") for unit in (UNIT, OTHER))
    apart = radar(knowing(*LIVES, *both), date(2012, 1, 1), reach=ALWAYS)
    assert found(apart, SignalKind.TASK_TWICE_ANSWERED)["t"].certainty is Certainty.CERTAIN
    under = (UNIT, ORG.subOrganizationOf, OTHER, "2010-01-01", None)
    nested = radar(knowing(*LIVES, *both, under), date(2012, 1, 1), reach=ALWAYS)
    assert found(nested, SignalKind.TASK_TWICE_ANSWERED) == {}


def test_a_task_that_is_only_carried_out_has_nobody_who_answers_for_it() -> None:
    mine = knowing(*LIVES, (UNIT, GRAAF.carriesOut, TASK, "2010-01-01", None))
    assert list(found(radar(mine, date(2012, 1, 1)), SignalKind.TASK_UNANSWERED)) == ["t"]


@pytest.mark.parametrize(
    ("until", "since", "kind"),
    [
        ("2012-04-01", "2012-09-01", SignalKind.POST_BETWEEN),
        ("2012-08-01", "2012-05-01", SignalKind.POST_TWICE_HELD),
    ],
)
def test_two_holders_leave_a_gap_or_overlap(until: str, since: str, kind: SignalKind) -> None:
    mine = knowing(
        *LIVES,
        (POST, ORG.heldBy, JAN, "2010-01-01", until),
        (POST, ORG.heldBy, AN, since, "2014-01-01"),
    )
    signals = [one for one in radar(mine, date(2012, 6, 1)).signals if one.thing.iri == POST]
    assert [(one.kind, one.certainty) for one in signals] == [(kind, Certainty.CERTAIN)]
    assert radar(mine, date(2012, 12, 1)).signals == tuple(
        one for one in radar(mine, date(2012, 12, 1)).signals if one.thing.iri != POST
    )


def test_holders_whose_change_has_no_known_day_are_only_possibly_double() -> None:
    mine = knowing(
        *LIVES,
        (POST, ORG.heldBy, JAN, "2010-01-01", "2012"),
        (POST, ORG.heldBy, AN, "2012", "2014-01-01"),
    )
    on = found(radar(mine, date(2012, 6, 1)), SignalKind.POST_TWICE_HELD)
    assert on["p"].certainty is Certainty.POSSIBLE


def test_a_unit_under_a_legal_person_is_carried_by_it() -> None:
    city = iri("organisation", "stad")
    mine = knowing(
        *LIVES,
        (city, RDF.type, ORG.FormalOrganization, "2000-01-01", "2030-01-01"),
        (UNIT, ORG.unitOf, city, "2010-01-01", None),
    )
    assert list(found(radar(mine, date(2012, 1, 1)), SignalKind.UNIT_UNCARRIED)) == ["b"]


def test_two_certain_parents_are_double() -> None:
    third = iri("unit", "c")
    mine = knowing(
        *LIVES,
        (third, RDF.type, ORG.OrganizationalUnit, "2010-01-01", "2020-01-01"),
        *((third, ORG.subOrganizationOf, unit, "2010-01-01", None) for unit in (UNIT, OTHER)),
    )
    on = found(radar(mine, date(2012, 1, 1)), SignalKind.UNIT_TWICE_PLACED)
    assert [one.slug for one in on["c"].others] == ["a", "b"]


def test_a_silence_puts_one_kind_about_one_thing_aside_with_its_reason(antwerp: Register) -> None:
    view = radar(antwerp, date(2017, 6, 1))
    aside = {(one.kind, one.thing.slug): one.reason for one in view.silenced}
    assert "twee" in (aside[SignalKind.POST_TWICE_HELD, "ondervoorzitter-ocmw"] or "")
    assert all(one.reason is None for one in view.signals)
    assert not any(one.thing.slug == "ondervoorzitter-ocmw" for one in view.signals)


def test_every_silence_of_the_radar_names_a_kind_that_exists(antwerp: Register) -> None:
    kinds = {kind_iri(kind) for kind in SignalKind}
    named = {
        str(shape)
        for properties in antwerp.plain.values()
        for shape in properties.get(SH.sourceShape, ())
        if "/signal-kind/" in str(shape)
    }
    assert named
    assert named <= kinds


def test_every_kind_is_in_the_code_list_with_words_in_two_languages(antwerp: Register) -> None:
    listed = {iri_ for iri_, p in antwerp.plain.items() if GRAAF.SignalKindScheme in p.get(SKOS.inScheme, ())}
    assert listed == {kind_iri(kind) for kind in SignalKind}
    for one in radar(antwerp, date(2018, 7, 1)).signals:
        assert len({text for _, text in one.label}) == 2
        assert all(text for _, text in one.meaning)


def test_what_is_confirmed_far_from_the_day_is_counted_not_told(antwerp: Register) -> None:
    near, all_ = radar(antwerp, date(2018, 7, 1)), radar(antwerp, date(2018, 7, 1), reach=ALWAYS)
    assert near.beyond > 0
    assert all_.beyond == 0
    assert len(all_.signals) > len(near.signals)


def test_the_tasks_of_a_department_that_ended_are_dropped(antwerp: Register) -> None:
    """Source 000 gives these tasks to MI; no source says who has them after early 2018."""
    on = found(radar(antwerp, date(2018, 7, 1)), SignalKind.TASK_DROPPED)
    assert {"woonzekerheid", "arbeidsbegeleiding-in-de-wijk"} <= set(on)
    assert "Sociale Dienstverlening" in dict(on["woonzekerheid"].known)["nl"]
    assert on["woonzekerheid"].sources == ("000",)


def test_the_financial_director_of_2018_is_not_named_and_an_open_question(antwerp: Register) -> None:
    on = found(radar(antwerp, date(2018, 7, 1)), SignalKind.POST_UNNAMED)
    assert any("financieel directeur" in question for question in on["financieel-directeur"].questions)
