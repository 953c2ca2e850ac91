"""The page of downloads, and the files of a version that never change."""

import hashlib
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from organograaf.build import published, release


@pytest.fixture(scope="module")
def version(client: TestClient) -> str:
    return str(client.get("/version").json()["dataset"])


def test_the_page_lists_every_file_with_its_size_and_sum(client: TestClient, version: str) -> None:
    page = client.get("/downloads").text
    files = re.findall(rf'href="(/dataset/{version}/[^"]+)"', page)
    assert len(files) == len(set(files)) == 18
    for address in files:
        answer = client.get(address)
        assert answer.status_code == 200
        assert hashlib.sha256(answer.content).hexdigest() in page
    assert "Downloads" in page
    assert "To check" in client.get("/downloads?lang=en").text


def test_the_files_are_those_of_a_release(
    client: TestClient, version: str, state: Path, tmp_path: Path
) -> None:
    for path in release(published(state), tmp_path / "release"):
        assert client.get(f"/dataset/{version}/{path.name}").content == path.read_bytes()


def test_a_file_of_a_version_may_be_kept_forever(client: TestClient, version: str) -> None:
    answer = client.get(f"/dataset/{version}/units.csv")
    assert "immutable" in answer.headers["cache-control"]
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert 'filename="units.csv"' in answer.headers["content-disposition"]
    again = client.get(f"/dataset/{version}/units.csv", headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    head = client.head(f"/dataset/{version}/units.csv")
    assert (head.content, head.headers["content-length"]) == (b"", str(len(answer.content)))
    part = client.get(f"/dataset/{version}/units.csv", headers={"Range": "bytes=0-4"})
    assert (part.status_code, part.content) == (206, b"thing")


@pytest.mark.parametrize(
    "bad",
    [
        "{v}/niets.csv",
        "{v}/..%2f..%2fcurrent",
        "000000000000/units.csv",
        "..%2fstores/x",
        "%00/x",
        "x",
    ],
)
def test_what_is_not_there_is_told(client: TestClient, version: str, bad: str) -> None:
    answer = client.get(f"/dataset/{bad.format(v=version)}")
    assert answer.status_code == 404


def test_a_version_leads_to_the_page(client: TestClient, version: str) -> None:
    answer = client.get(f"/dataset/{version}", follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/downloads#v-{version}"


def test_an_earlier_version_stays_as_it_was(changing: tuple[TestClient, Callable[[str], None]]) -> None:
    client, rebuild = changing
    rebuild("Eerste naam")
    old = client.get("/version").json()["dataset"]
    assert client.get("/downloads").status_code == 200
    before = client.get(f"/dataset/{old}/units.csv").content
    rebuild("Tweede naam")
    page = client.get("/downloads").text
    assert f"/dataset/{old}/organograaf-{old}.zip" in page
    assert client.get(f"/dataset/{old}/units.csv").content == before
    new = client.get("/version").json()["dataset"]
    packed = zipfile.ZipFile(io.BytesIO(client.get(f"/dataset/{new}/organograaf-{new}.zip").content))
    assert "Tweede naam" in packed.read(f"organograaf-{new}/units.csv").decode()
