"""The editor that is fetched at set-up: the pinned one or none."""

import shutil
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from organograaf.errors import NotFetched
from organograaf.web import create_app, editor


def test_a_package_with_another_sum_is_refused_and_nothing_is_kept(tmp_path: Path) -> None:
    with pytest.raises(NotFetched, match="controlesom"):
        editor.unpack(tmp_path, b"another package")
    assert list(tmp_path.iterdir()) == []


def test_the_registry_is_the_one_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ORGANOGRAAF_NPM_REGISTRY", "http://127.0.0.1:9/npm")
    assert editor.registry() == "http://127.0.0.1:9/npm/"


def test_without_npm_and_without_an_address_there_is_no_editor(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("ORGANOGRAAF_NPM_REGISTRY", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NotFetched, match="ORGANOGRAAF_NPM_REGISTRY"):
        editor.registry()


def test_a_registry_that_cannot_be_reached_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotFetched, match="werkt zonder"):
        editor.fetch(tmp_path, "http://127.0.0.1:9/")


def test_the_page_names_the_editor_only_where_it_stands(state: Path, tmp_path: Path) -> None:
    site = tmp_path / "state"
    shutil.copytree(state, site, ignore=shutil.ignore_patterns("editor"))
    client = TestClient(create_app(site))
    html = {"Accept": "text/html"}
    assert "yasqe" not in client.get("/sparql", headers=html).text
    assert client.get("/static/editor/yasqe.min.js").status_code == 404
    editor.folder(site).mkdir(parents=True)
    for name in editor.FILES:
        (editor.folder(site) / name).write_text("/* here */", encoding="utf-8")
    assert "/static/editor/yasqe.min.js" in client.get("/sparql", headers=html).text
    assert client.get("/static/editor/yasqe.min.js").text == "/* here */"
    assert client.get("/static/editor/..%2F..%2Fcurrent").status_code == 404
