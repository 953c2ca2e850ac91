"""The code that the query page gives, run as it stands against a running server."""

import shutil
import subprocess
import sys

import pytest

from organograaf.web.sparql.snippets import snippets

QUERY = """# it's "thuis"
SELECT ?name
FROM <https://w3id.org/organograaf/op/2016-06-01>
WHERE { unit:thuiszorg skos:prefLabel ?name }"""
KNOWN = [("known", "2026-11-01")]


def code(server: str, name: str) -> str:
    return next(one.code for one in snippets(f"{server}/sparql", QUERY, KNOWN) if one.name == name)


@pytest.mark.parametrize("name", ["pandas", "wrapper"])
def test_the_python_prints_the_answer(town_server: str, name: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", code(town_server, name)], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    assert "Thuiszorg" in ran.stdout


@pytest.mark.skipif(not shutil.which("curl"), reason="no curl on this machine")
def test_the_line_of_curl_gives_the_answer(town_server: str) -> None:
    ran = subprocess.run(["sh", "-c", code(town_server, "curl")], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["name", "Thuiszorg"]


@pytest.mark.skipif(not shutil.which("Rscript"), reason="no R on this machine")
def test_the_r_prints_the_answer(town_server: str) -> None:
    ran = subprocess.run(
        ["Rscript", "-e", code(town_server, "r")], capture_output=True, text=True, check=True
    )
    assert "Thuiszorg" in ran.stdout
