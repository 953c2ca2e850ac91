"""Commands on a data set of several organisations: a thing finds its register, the rest asks which."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from organograaf.build import published
from organograaf.vocab import slug


def _run(state: Path, *arguments: str) -> tuple[int, str, str]:
    run = subprocess.run(
        [sys.executable, "-m", "organograaf", *arguments],
        capture_output=True, text=True, check=False,
        env={**os.environ, "ORGANOGRAAF_STORE": str(state), "ORGANOGRAAF_STATE": str(state)},
    )  # fmt: skip
    return run.returncode, run.stdout, run.stderr


@pytest.mark.parametrize(
    "command", [("organogram",), ("radar",), ("coverage",), ("events",), ("who", "zorg")]
)
def test_a_command_about_no_thing_asks_which_organisation(
    region_state: Path, command: tuple[str, ...]
) -> None:
    code, _, err = _run(region_state, *command)
    assert code == 2
    assert "--organisation" in err
    assert "Traceback" not in err


def test_an_organisation_is_named_by_slug_or_by_its_name(region_state: Path) -> None:
    one = published_names(region_state)[0]
    for name in one:
        code, out, err = _run(region_state, "organogram", "--on", "2006", "--organisation", name)
        assert (code, err) == (0, "")
        assert one[1] in out


def test_a_unit_finds_its_own_organisation(region_state: Path) -> None:
    registers = published(region_state).registers
    register = registers.get(of=registers.listings[2])
    unit = register.of_kind("unit")[0]
    code, out, _ = _run(region_state, "unit", slug(unit))
    assert code == 0
    assert register.label(unit) in out


def test_a_release_of_a_region_has_the_facts_of_every_city_once(region_state: Path, tmp_path: Path) -> None:
    shutil.rmtree(tmp_path / "release", ignore_errors=True)
    code, _, err = _run(region_state, "release", str(tmp_path / "release"))
    assert code == 0, err
    lines = (tmp_path / "release" / "facts.csv").read_text("utf-8").splitlines()[1:]
    registers = published(region_state).registers
    assert sorted(line.split(",", 1)[0] for line in lines) == sorted(
        fact.iri for one in registers.listings for fact in registers.get(of=one).facts
    )


def published_names(state: Path) -> list[tuple[str, str]]:
    """Return the slug and name of each organisation."""
    return [(one.slug, one.label()) for one in published(state).registers.listings]
