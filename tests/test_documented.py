"""What is public is documented: commands, routes, queries, shapes, terms and errors."""

import inspect
import re
from pathlib import Path

import pytest
from rdflib import RDF, SH, Graph
from typer.models import CommandInfo

from organograaf import errors, queries, share
from organograaf.cli.app import app
from organograaf.register import Register
from organograaf.render import FORMATS
from organograaf.vocab import GRAAF, NS
from organograaf.web import create_app

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
AUTHORING = (ROOT / "docs" / "authoring.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", app.registered_commands, ids=lambda c: str(c.name))
def test_every_command_is_in_the_readme_and_says_what_it_does(command: CommandInfo) -> None:
    assert f"organograaf {command.name}" in README
    assert " / " in (inspect.getdoc(command.callback) or "")


@pytest.mark.parametrize("format_", FORMATS)
def test_every_format_is_in_the_readme(format_: str) -> None:
    assert re.search(rf"\b{format_}\b", README)


def test_every_route_of_the_api_says_what_it_gives(town_state: Path) -> None:
    described = create_app(town_state).openapi()["paths"]
    assert described
    silent = [path for path, verbs in described.items() for verb in verbs.values() if not verb.get("summary")]
    assert silent == []


@pytest.mark.parametrize("name", queries.names())
def test_every_query_has_a_question_and_says_what_it_returns(name: str) -> None:
    assert {"question", "returns", "source"} <= set(queries.load(name).header)


@pytest.mark.parametrize("path", sorted(share.folder("shacl").rglob("*.ttl")), ids=lambda p: p.stem)
def test_every_shape_that_can_speak_does_so_in_two_languages(path: Path) -> None:
    graph = Graph().parse(path)
    for shape in {*graph.subjects(RDF.type, SH.NodeShape), *graph.subjects(RDF.type, SH.PropertyShape)}:
        languages = {getattr(text, "language", None) for text in graph.objects(shape, SH.message)}
        assert languages in (set(), {"nl", "en"}), shape


@pytest.mark.parametrize("error", [c for _, c in inspect.getmembers(errors, inspect.isclass)])
def test_every_error_says_what_it_means(error: type) -> None:
    assert inspect.getdoc(error)


def test_every_term_of_ours_that_the_data_uses_is_defined_and_in_the_guide(antwerp: Register) -> None:
    used = {p for properties in antwerp.plain.values() for p in properties if p.startswith(NS)}
    used |= {fact.predicate for fact in antwerp.facts if fact.predicate.startswith(NS)}
    assert GRAAF.evidence in used
    assert sorted(term for term in used if term not in antwerp.plain) == []
    names = {term.removeprefix(NS) for term in used}
    assert sorted(name for name in names if f"graaf:{name}" not in AUTHORING) == []
