"""The commands publish to a server and ask it, as they do with a folder."""

import os
import subprocess
import sys
from pathlib import Path

from tests.conftest import TOWN
from tests.store.conftest import Engine
from tests.store.servers import free


def run(where: str, more: dict[str, str], state: Path, *command: str) -> "subprocess.CompletedProcess[str]":
    here = {"ORGANOGRAAF_DATA": str(TOWN), "ORGANOGRAAF_STATE": str(state)}
    return subprocess.run(
        [sys.executable, "-m", "organograaf", *command],
        env={**os.environ, **here, "ORGANOGRAAF_STORE": where, **more},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_data_set_is_built_on_a_server_and_asked_from_elsewhere(remote: Engine, tmp_path: Path) -> None:
    address = remote.address()
    assert remote.served is not None
    more = {**remote.served.signed, "ORGANOGRAAF_STORE_NAME": address.name}
    built = run(remote.served.address, more, tmp_path / "one", "build")
    assert built.returncode == 0, built.stderr
    # To read takes no name and no password.
    reading = {"ORGANOGRAAF_STORE_NAME": address.name}
    shown = run(remote.served.address, reading, tmp_path / "two", "organogram", "--on", "2016-10-01")
    local = run(str(tmp_path / "here"), {}, tmp_path / "three", "build")
    assert local.returncode == 0, local.stderr
    here = run(str(tmp_path / "here"), {}, tmp_path / "three", "organogram", "--on", "2016-10-01")
    assert (shown.returncode, shown.stdout) == (0, here.stdout)
    assert "Voorbeeldstad" in shown.stdout


def test_a_server_that_is_not_there_is_told_in_a_sentence(tmp_path: Path) -> None:
    done = run(f"http://jan:geheim@127.0.0.1:{free()}", {}, tmp_path, "organogram", "--lang", "en")
    assert done.returncode != 0
    assert "does not answer" in done.stderr
    assert "Traceback" not in done.stderr
    assert "geheim" not in done.stderr + done.stdout
