"""An export of the Flemish register becomes facts; each oddity of it stays visible or is told."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from organograaf.build import build, check_all, read_tree
from organograaf.cli.app import main
from organograaf.errors import BadData, BadQuestion, NotSupported, OrganograafError
from organograaf.graphs import canonical, files_in, read
from organograaf.imports import Imported, lblod
from organograaf.lineage import find, lineage
from organograaf.model import Basis, Literal, Modality, Rank, Spell
from organograaf.organogram import as_of
from organograaf.period import Certainty
from organograaf.register import Register
from organograaf.register.listing import listing
from organograaf.vocab import GRAAF, ORG, RDF, SKOS, iri
from tests.conftest import quiet

STREEK = Path(__file__).parent / "streek.ttl"
ON, RECORDED = date(2026, 7, 24), date(2026, 11, 26)
BEFORE, AFTER = date(2024, 12, 31), date(2025, 1, 1)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("streek")


@pytest.fixture(scope="module")
def done(folder: Path) -> Imported:
    return lblod(STREEK, folder, on=ON, recorded=RECORDED)


@pytest.fixture(scope="module")
def register(folder: Path, done: Imported) -> Register:
    """All of it in one register: what of the parts each sees is tested with the parts."""
    assert done.files
    return Register.of(row for file in read_tree(folder).facts for row in file.rows())


def organisation(slug: str) -> str:
    return iri("organisation", slug)


def life(register: Register, slug: str, day: date) -> Certainty | None:
    found = register.on(day, organisation(slug), RDF.type)
    return found[0][1] if found else None


def texts(register: Register, slug: str, property_: str, day: date) -> set[str]:
    found = (spell.object for spell, _ in register.on(day, organisation(slug), property_))
    return {value.value for value in found if isinstance(value, Literal)}


def only(register: Register, slug: str, property_: str) -> Spell:
    (spell,) = register.about(organisation(slug), property_)
    return spell


def left(done: Imported, words: str) -> int:
    return sum(one.count for one in done.left if words in one.text("en"))


def test_what_is_written_is_canonical_and_breaks_no_rule(
    folder: Path, done: Imported, tmp_path: Path
) -> None:
    files = files_in(folder)
    assert len(files) == done.files
    assert [f for f in files if canonical(read(f).graph) != f.read_text(encoding="utf-8")] == []
    report = check_all(read_tree(folder), tmp_path, quiet, lambda _: None)
    assert [(f.shape, f.focus) for f in report.findings if f.severity.name != "INFO"] == []


def test_what_it_writes_can_be_built(folder: Path, done: Imported, tmp_path: Path) -> None:
    assert build(folder, tmp_path, quiet).files == done.files


def test_the_same_register_gives_the_same_files(folder: Path, done: Imported, tmp_path: Path) -> None:
    assert lblod(STREEK, tmp_path, on=ON, recorded=RECORDED) == done
    assert [f.read_bytes() for f in files_in(tmp_path)] == [f.read_bytes() for f in files_in(folder)]


def test_a_municipality_shares_a_file_with_its_ocmw_districts_agencies_and_those_it_took_up(
    folder: Path, done: Imported
) -> None:
    text = (folder / "lblod" / "gemeente-streek.ttl").read_text(encoding="utf-8")
    for slug in ("ocmw-streek", "gemeente-dorp", "district-dorp", "haven"):
        assert f"passage:lblod-{slug}\n" in text
    assert done.files == len({"streek", "provincie", "alm-bek", "oord", "plan", "raad", "zorg", "kabinet"})


def test_who_goes_up_in_another_ends_on_the_day_and_who_comes_out_begins_on_it(register: Register) -> None:
    assert [life(register, "gemeente-dorp", day) for day in (BEFORE, AFTER)] == [Certainty.CERTAIN, None]
    assert [life(register, "district-dorp", day) for day in (BEFORE, AFTER)] == [None, Certainty.CERTAIN]
    assert only(register, "gemeente-dorp", RDF.type).basis is Basis.STATED
    starts = [f for f in only(register, "district-dorp", RDF.type).facts if f.started_by]
    assert [(fact.basis, bool(fact.reasoning)) for fact in starts] == [(Basis.INFERRED, True)]


def test_who_goes_on_keeps_its_address_and_was_there_on_both_days(register: Register) -> None:
    assert [life(register, "gemeente-streek", day) for day in (BEFORE, AFTER, ON)] == [Certainty.CERTAIN] * 3


def test_a_start_that_nobody_tells_is_not_made_up(register: Register) -> None:
    assert life(register, "district-stad", BEFORE) is Certainty.POSSIBLE
    assert life(register, "district-stad", ON) is Certainty.CERTAIN
    assert only(register, "district-stad", RDF.type).start is None


def test_a_name_that_was_overwritten_begins_with_the_merger_and_the_old_one_is_inferred(
    register: Register,
) -> None:
    assert texts(register, "gemeente-alm-bek", SKOS.prefLabel, BEFORE) == {"Alm"}
    assert texts(register, "gemeente-alm-bek", SKOS.prefLabel, AFTER) == {"Alm-Bek"}
    old = register.on(BEFORE, organisation("gemeente-alm-bek"), SKOS.prefLabel)[0][0]
    assert old.basis is Basis.INFERRED
    asked = register.plainly_to(organisation("gemeente-alm-bek"), GRAAF.concerns)
    assert asked == (iri("question", "lblod-gemeente-alm-bek-name"),)


def test_a_merger_into_one_goes_over_whole_and_into_two_in_unknown_shares(register: Register) -> None:
    (whole,) = register.about(organisation("gemeente-bek"), GRAAF.transferredTo)
    assert [f.qualifier(GRAAF.share) for f in whole.facts] == [GRAAF.Whole]
    parts = register.about(organisation("gemeente-dorp"), GRAAF.transferredTo)
    assert {s.object for s in parts} == {organisation("gemeente-streek"), organisation("district-dorp")}
    assert {f.qualifier(GRAAF.share) for s in parts for f in s.facts} == {GRAAF.Unknown}
    found = lineage(register, find(register, "gemeente-oord"))
    assert {one.transfer.old.slug for one in found.steps} == {"gemeente-oord-voor-fusie", "gemeente-laar"}


def test_a_day_of_the_wrong_type_is_read_as_it_is_written(register: Register) -> None:
    moment = register.events[iri("event", "2025-fusie-gemeente-alm-bek")].moment
    assert moment is not None
    assert (moment.exact, moment.earliest) == (True, AFTER)


def test_an_event_without_a_day_stays_without_one_and_is_asked_about(
    register: Register, done: Imported
) -> None:
    undated = {iri("event", f"stadstitel-gemeente-{slug}") for slug in ("streek", "oord")}
    assert {register.events[event].moment for event in undated} == {None}
    assert all(register.plainly_to(event, GRAAF.concerns) for event in undated)
    assert left(done, "date that is no day") == 1


def test_namesakes_are_told_apart_by_their_kind(register: Register) -> None:
    assert texts(register, "gemeente-streek", SKOS.prefLabel, ON) == {"Streek"}
    assert texts(register, "ocmw-streek", SKOS.prefLabel, ON) == {"OCMW Streek"}
    assert texts(register, "provincie-streek", SKOS.prefLabel, ON) == {"Provincie Streek"}
    assert only(register, "ocmw-streek", SKOS.altLabel).basis is Basis.STATED


def test_a_mark_of_the_register_is_no_part_of_the_name(register: Register) -> None:
    day = date(2018, 12, 31)
    assert texts(register, "gemeente-oord-voor-fusie", SKOS.prefLabel, day) == {"Oord (voor fusie)"}
    assert texts(register, "gemeente-oord-voor-fusie", SKOS.altLabel, day) == {"Oord"}


def test_two_of_one_name_and_kind_get_addresses_of_their_own_and_a_discrepancy(register: Register) -> None:
    same = [one for one in register.of_kind("organisation") if one.startswith(organisation("agb-bad"))]
    assert len(same) == 2
    assert set(register.plainly_to(same[0], GRAAF.between)) & set(register.plainly_to(same[1], GRAAF.between))


def test_a_number_of_two_is_told(register: Register) -> None:
    of_city = register.plainly_to(organisation("gemeente-streek"), GRAAF.between)
    assert set(of_city) & set(register.plainly_to(organisation("ocmw-streek"), GRAAF.between))


def test_what_is_not_active_without_an_event_ended_some_day_before(register: Register) -> None:
    (gone,) = (
        one for one in register.of_kind("organisation")
        if one.startswith(organisation("agb-bad")) and not register.on(ON, one, RDF.type)
    )  # fmt: skip
    ((spell, certainty),) = register.on(date(2010, 1, 1), gone, RDF.type)
    assert (certainty, spell.basis) == (Certainty.POSSIBLE, Basis.INFERRED)


def test_what_is_being_founded_is_only_planned(register: Register) -> None:
    planned = [fact for fact in register.facts if fact.subject == organisation("agb-plan")]
    assert {fact.modality for fact in planned} == {Modality.PLANNED}
    assert life(register, "agb-plan", ON) is None


def test_what_has_no_state_is_possible_and_asked_about(register: Register) -> None:
    assert life(register, "raad", ON) is Certainty.POSSIBLE
    assert register.plainly_to(organisation("raad"), GRAAF.concerns)


def test_who_ended_by_an_event_and_is_active_is_a_contradiction(register: Register) -> None:
    assert life(register, "gemeente-laar", ON) is Certainty.CERTAIN
    (ended,) = (f for f in register.facts if f.iri == iri("fact", "lblod-gemeente-laar-exists-end"))
    assert ended.rank is Rank.DISPUTED
    assert register.plainly_to(ended.iri, GRAAF.between)


def test_what_stands_under_two_stands_under_the_municipality_and_the_other_is_disputed(
    register: Register,
) -> None:
    assert only(register, "haven", ORG.subOrganizationOf).object == organisation("gemeente-streek")
    disputed = [f for f in register.facts if f.subject == organisation("haven") and f.rank is Rank.DISPUTED]
    assert [fact.object for fact in disputed] == [organisation("ocmw-streek")]


def test_what_is_of_two_kinds_has_one_disputed(register: Register) -> None:
    said = [
        f for f in register.facts if (f.subject, f.predicate) == (organisation("zorg"), ORG.classification)
    ]
    assert sorted(fact.rank.value for fact in said) == ["disputed", "preferred"]


def test_a_kind_that_we_do_not_know_keeps_its_code_and_name(register: Register) -> None:
    code = str(only(register, "kabinet", ORG.classification).object)
    assert register.label(code) == "Kabinetssoort"


def test_an_agency_in_the_area_of_one_municipality_is_inferred_to_be_its_own(register: Register) -> None:
    under = [
        s
        for s in register.to(organisation("gemeente-streek"), ORG.subOrganizationOf)
        if "agb-bad" in s.subject
    ]
    assert {spell.basis for spell in under} == {Basis.INFERRED}


def test_a_membership_keeps_the_word_of_the_register(register: Register) -> None:
    (spell,) = (
        s for s in register.about(organisation("ocmw-streek"), ORG.memberOf) if "zorg" in str(s.object)
    )
    assert [fact.qualifier(GRAAF.wording) for fact in spell.facts] == [Literal("participant", "nl")]


def test_a_register_is_called_after_what_stands_at_its_top_now(folder: Path, done: Imported) -> None:
    parts = [one for one in read_tree(folder).parts if one.part]
    named = {listing(one.part, one.register).slug for one in parts if one.part}
    assert len(named) == len(parts) == done.files
    assert {"gemeente-streek", "gemeente-alm-bek", "provincie-streek"} <= named


def test_only_the_top_of_a_tree_shows_its_members(register: Register) -> None:
    whole = replace(register, name=organisation("provincie-streek"))
    province = as_of(whole, AFTER, root=organisation("provincie-streek")).root
    assert "gemeente-streek" in {town.slug for town in province.units}
    assert "ocmw-streek" not in {below.slug for town in province.units for below in town.units}
    city = as_of(register, AFTER, root=organisation("gemeente-streek")).root
    assert "ocmw-streek" in {below.slug for below in city.units}


def test_what_ended_on_an_unknown_day_says_so_and_is_as_remote_as_who_tells_it(register: Register) -> None:
    tree = as_of(register, date(2010, 1, 1), root=organisation("gemeente-streek"))
    gone = [dict(box.doubt)["nl"] for box in tree.root.units if "ended" in dict(box.doubt).get("en", "")]
    assert gone == ["eindigde ten laatste op 23 juli 2026"]
    assert as_of(register, date(2010, 1, 1), root=organisation("gemeente-streek"), reach=3).root.units == ()


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("unit without a name", 1),
        ("unit without a kind", 1),
        ("unit without an address", 1),
        ("empty other name", 1),
        ("internal application", 1),
        ("without a value", 1),
        ("cannot be of KBO or OVO", 1),
        ("no web address", 1),
        ("not in this file", 2),
        ("with itself", 1),
        ("OCMW with the province", 1),
        ("without known parts", 1),
        ("kind that is not in ontology", 1),
        ("besluit#Bestuursorgaan", 1),
    ],
)
def test_what_is_not_taken_over_is_told_with_its_number(done: Imported, words: str, count: int) -> None:
    assert left(done, words) == count


@pytest.mark.parametrize(
    ("name", "text", "error", "told"),
    [
        ("x.ttl", "<a:b> <a:c> .\n", BadData, "line 1"),
        ("x.ttl", "<http://example.org/a b> a <http://example.org/c> .\n", BadData, "line 1"),
        (
            "x.ttl",
            "<http://example.org/a> a <http://example.org/c> .\n",
            BadData,
            "no besluit:Bestuurseenheid",
        ),
        ("x.rdf", "<rdf:RDF/>", NotSupported, "Turtle"),
    ],
)
def test_a_file_that_is_no_register_writes_nothing_and_says_why(
    tmp_path: Path, name: str, text: str, error: type[OrganograafError], told: str
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(error) as caught:
        lblod(tmp_path / name, tmp_path / "uit", on=ON, recorded=RECORDED)
    assert told in caught.value.text("en")
    assert not (tmp_path / "uit").exists()


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(BadData):
        lblod(tmp_path / "weg.ttl", tmp_path, on=ON, recorded=RECORDED)


def test_what_is_there_already_is_not_overwritten(folder: Path, done: Imported) -> None:
    before = {file: file.stat().st_mtime_ns for file in files_in(folder)}
    with pytest.raises(BadQuestion):
        lblod(STREEK, folder, on=ON, recorded=RECORDED)
    assert before == {file: file.stat().st_mtime_ns for file in files_in(folder)}


def test_the_command_tells_what_it_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["import", "lblod", str(STREEK), "-o", str(tmp_path), "--on", "2026-07-24", "--lang", "en"])
    told = capsys.readouterr()
    assert ended.value.code == 0
    assert "unit without a name\t1\thttp://example.org/bestuurseenheden/naamloos" in told.out
    assert "organograaf build" in told.err.replace("\n", " ")
