"""The command line as a person meets it: answers, sentences, exit codes."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from organograaf.cli import main
from tests.conftest import TOWN


@dataclass(frozen=True)
class Said:
    code: int
    out: str
    err: str


@pytest.fixture
def run(in_town: Path, capsys: pytest.CaptureFixture[str]) -> "Run":
    return Run(capsys)


class Run:
    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: str) -> Said:
        with pytest.raises(SystemExit) as stop:
            main(list(arguments))
        read = self._capsys.readouterr()
        code = stop.value.code
        assert isinstance(code, int)
        assert "Traceback" not in read.err + read.out
        return Said(code, read.out, read.err)


def test_the_organogram_of_a_day_is_a_tree_in_words(run: Run) -> None:
    said = run("organogram", "--on", "2016-10-01", "--reach", "all")
    assert said.code == 0
    assert "Huis van de Voorbeeldburger" in said.out
    assert "Burgerloket" not in said.out


def test_belgian_dates_and_english_are_understood(run: Run) -> None:
    dutch, english = (
        run("organogram", "--on", "01/02/2012"),
        run("organogram", "--on", "2012-02", "--lang", "en"),
    )
    assert dutch.code == english.code == 0
    assert dutch.out != english.out


@pytest.mark.parametrize("suffix", ["svg", "png", "pdf", "dot", "json", "csv", "xlsx", "html", "txt"])
def test_the_extension_of_the_file_chooses_the_format(run: Run, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"o.{suffix}"
    assert run("organogram", "--on", "2016-10-01", "-o", str(path)).code == 0
    assert path.stat().st_size > 100


def test_known_shows_what_was_known_then(run: Run) -> None:
    now = run("organogram", "--on", "2010-06-01")
    early = run("organogram", "--on", "2010-06-01", "--known", "2020-03-01")
    assert early.code == 0
    assert now.out != early.out


@pytest.mark.parametrize(
    ("arguments", "code", "word"),
    [
        (("organogram", "--on", "31/02/2018"), 2, "31/02/2018"),
        (("organogram", "--on", "gisteren"), 2, "gisteren"),
        (("organogram", "--root", "groen-en-wege"), 1, "groen-en-wegen"),
        (("organogram", "--root", "geldzaken", "--on", "2010-01-01"), 1, "bestond niet"),
        (("organogram", "--lang", "fr"), 2, "fr"),
        (("organogram", "--depth", "-1"), 2, "--depth"),
        (("organogram", "-o", "x.doc"), 2, "doc"),
        (("organogram", "-o", "nergens/x.svg"), 2, "nergens"),
        (("unit", "bestaat-niet"), 1, "bestaat-niet"),
        (("sparql", "nergens.rq"), 2, "nergens.rq"),
        (("export", "-o", "x.zip"), 2, ".zip"),
        (("validate", "nergens"), 1, "nergens"),
        (("validate", str(TOWN), "--format", "pdf"), 2, "pdf"),
        (("verzin",), 2, "verzin"),
    ],
)
def test_bad_use_gives_one_sentence_and_a_code(
    run: Run, arguments: Sequence[str], code: int, word: str
) -> None:
    said = run(*arguments)
    assert said.code == code
    assert word in said.err
    assert len(said.err.strip().splitlines()) <= 2


def test_a_unit_is_told_with_its_history_and_sources(run: Run) -> None:
    said = run("unit", "thuiszorg", "--on", "2019-01-01")
    assert said.code == 0
    assert "OCMW" in said.out
    assert "bron V05" in said.out
    assert "«" in said.out


def test_a_unit_that_is_gone_is_still_told(run: Run) -> None:
    said = run("unit", "groen-en-wegen", "--on", "2020-01-01")
    assert said.code == 0
    assert "Bestond niet op 1 januari 2020" in said.out


def test_sparql_over_the_facts_and_over_a_day(run: Run, tmp_path: Path) -> None:
    query = tmp_path / "q.rq"
    query.write_text("SELECT ?u WHERE { ?u a org:OrganizationalUnit }", encoding="utf-8")
    day = run("sparql", str(query), "--on", "2010-06-01", "--format", "csv")
    assert day.code == 0
    assert "unit/buurtwerk" in day.out
    assert "unit/geldzaken" not in day.out
    assert run("sparql", str(query)).code == 1  # among the facts themselves nothing is a unit


def test_sparql_json_is_json(run: Run, tmp_path: Path) -> None:
    query = tmp_path / "q.rq"
    query.write_text("ASK { ?s a graaf:Fact }", encoding="utf-8")
    assert json.loads(run("sparql", str(query), "--format", "json").out)["boolean"] is True


@pytest.mark.parametrize(
    "query", ["SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", "LOAD <http://127.0.0.1:1/>"]
)
@pytest.mark.parametrize("day", [(), ("--on", "2016")])
def test_sparql_reaches_out_to_nobody(run: Run, tmp_path: Path, query: str, day: tuple[str, ...]) -> None:
    file = tmp_path / "out.rq"
    file.write_text(query, encoding="utf-8")
    said = run("sparql", str(file), *day)
    assert said.code == 2
    assert "geweigerd" in said.err


def test_bad_sparql_says_where(run: Run, tmp_path: Path) -> None:
    query = tmp_path / "q.rq"
    query.write_text("SELECT ?x WHERE {", encoding="utf-8")
    said = run("sparql", str(query))
    assert said.code == 2
    assert "SPARQL" in said.err


@pytest.mark.parametrize("suffix", ["trig", "nq", "jsonld", "ttl"])
def test_the_whole_graph_can_be_exported(run: Run, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"all.{suffix}"
    assert run("export", "-o", str(path)).code == 0
    assert b"buurtwerk" in path.read_bytes()


def test_validate_says_that_the_town_is_clean(run: Run) -> None:
    said = run("validate", str(TOWN))
    assert said.code == 0
    assert "0 overtredingen" in said.out


def _town_with(tmp_path: Path, name: str, text: str) -> Path:
    folder = tmp_path / "voorbeeldstad"
    folder.mkdir()
    for file in TOWN.glob("*.ttl"):
        (folder / file.name).write_bytes(file.read_bytes())
    first = (TOWN / "01-organisatienota-2010.ttl").read_text(encoding="utf-8")
    prefixes = "".join(line + "\n" for line in first.splitlines() if line.startswith("PREFIX"))
    (folder / name).write_text(prefixes + text, encoding="utf-8")
    return folder


_FACT = """fact:v01-budgethulp-wrong a graaf:Fact ; rdf:subject unit:budgethulp ;
    rdf:predicate {p} ; rdf:object {o} ; {time} graaf:basis graaf:Stated {evidence} ."""
_EVIDENCE = "; graaf:evidence passage:v01-besturen"


@pytest.mark.parametrize(
    ("what", "text", "word"),
    [
        (
            "a file without its head",
            _FACT.format(p="skos:altLabel", o='"x"@nl', time="", evidence=_EVIDENCE),
            "hoofd",
        ),
        ("a syntax error", "fact:a rdf:type", "regel"),
        ("a fact without source", _FACT.format(p="skos:altLabel", o='"x"@nl', time="", evidence=""), "bron"),
        (
            "an end before its start",
            _FACT.format(
                p="skos:altLabel",
                o='"x"@nl',
                time='graaf:from "2012-01-01"^^edtf:EDTF ; graaf:until "2011-01-01"^^edtf:EDTF ;',
                evidence=_EVIDENCE,
            ),
            "einde",
        ),
        (
            "an impossible date",
            _FACT.format(
                p="skos:altLabel",
                o='"x"@nl',
                time='graaf:from "2018-02-30"^^edtf:EDTF ;',
                evidence=_EVIDENCE,
            ),
            "2018-02-30",
        ),
        (
            "an unknown unit",
            _FACT.format(p="org:subOrganizationOf", o="unit:bestaat-niet", time="", evidence=_EVIDENCE),
            "bestaat-niet",
        ),
        (
            "two parents at one time",
            _FACT.format(
                p="org:unitOf",
                o="organisation:ocmw-voorbeeldstad",
                time='graaf:from "2010-03-01"^^edtf:EDTF ; graaf:until "2010-09-01"^^edtf:EDTF ;',
                evidence=_EVIDENCE,
            ),
            "budgethulp",
        ),
    ],
)
def test_bad_data_is_named_and_leaves_the_store_as_it_was(
    run: Run, in_town: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str, text: str, word: str
) -> None:
    folder = _town_with(tmp_path, "09-fout.ttl", text)
    before = (in_town / "current").read_text(encoding="utf-8")
    monkeypatch.setenv("ORGANOGRAAF_DATA", str(folder))
    built = run("build")
    assert built.code == 1, what
    validated = run("validate", str(folder))
    assert validated.code == 1
    assert word in validated.out + validated.err
    assert "09-fout" in validated.out + validated.err
    assert (in_town / "current").read_text(encoding="utf-8") == before
    assert run("organogram", "--on", "2016-10-01").code == 0


def test_fmt_rewrites_what_is_untidy_and_only_reports_with_check(run: Run, tmp_path: Path) -> None:
    untidy = tmp_path / "x.ttl"
    untidy.write_text("@prefix unit: <https://w3id.org/organograaf/id/unit/> . unit:a unit:b unit:c .")
    text = untidy.read_text(encoding="utf-8")
    assert run("fmt", "--check", str(untidy)).code == 1
    assert untidy.read_text(encoding="utf-8") == text
    assert run("fmt", str(untidy)).code == 0
    assert run("fmt", "--check", str(untidy)).code == 0


def test_two_builds_give_the_same_version_and_the_same_answers(tmp_path: Path) -> None:
    outputs = []
    for name in ("a", "b"):
        environment = {**os.environ, "ORGANOGRAAF_DATA": str(TOWN), "ORGANOGRAAF_STATE": str(tmp_path / name)}
        for command in (["build"], ["export"]):
            done = subprocess.run(
                [sys.executable, "-m", "organograaf", *command],
                env=environment,
                capture_output=True,
                check=True,
            )
        outputs.append(sorted(done.stdout.splitlines()))
    assert outputs[0] == outputs[1]


def test_a_build_killed_half_way_leaves_the_previous_store_usable(in_town: Path, run: Run) -> None:
    for delay in (0.3, 0.8, 1.4, 2.0):
        process = subprocess.Popen([sys.executable, "-m", "organograaf", "build"], stderr=subprocess.DEVNULL)
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert run("organogram", "--on", "2016-10-01").code == 0
    assert run("build").code == 0
