"""What is installed is what git tracks: program, ontology and shapes."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def _tracked() -> set[str]:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("this is not a git checkout")
    return set(listed.stdout.splitlines())


def test_the_wheel_holds_just_the_program_the_ontology_and_the_shapes(tmp_path: Path) -> None:
    built = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert built.returncode == 0, built.stderr
    (wheel,) = tmp_path.glob("*.whl")
    inside = {n for n in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in n}
    expected = set()
    for path in _tracked():
        for folder, place in (("api/organograaf/", ""), ("ontology/", "share/"), ("shacl/", "share/")):
            if path.startswith(folder):
                short = path.removeprefix("api/organograaf/") if not place else place + path
                expected.add("organograaf/" + short)
    assert inside == expected
