"""Two web processes over one server: one switch of version, and no answer of two versions."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path

import httpx

from organograaf.build import build
from organograaf.store.server import Server
from tests.conftest import TOWN, quiet
from tests.store.conftest import Engine
from tests.store.servers import PATIENCE, free

ASKED = "/api/v1/organogram?on=2010-06-01"


@contextmanager
def web(engine: Engine, name: str, state: Path) -> Iterator[httpx.Client]:
    """Run `organograaf serve` on the server, without the right to write, while the block runs."""
    assert engine.served is not None
    said = {
        "ORGANOGRAAF_STORE": engine.served.address,
        "ORGANOGRAAF_STORE_NAME": name,
        "ORGANOGRAAF_STATE": str(state),
    }
    port = free()
    running = subprocess.Popen(
        [sys.executable, "-m", "organograaf", "serve", "--port", str(port)], env={**os.environ, **said}
    )
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", trust_env=False, timeout=PATIENCE) as client:
            until = time.monotonic() + PATIENCE
            while not _answers(client):
                assert running.poll() is None
                assert time.monotonic() < until
                time.sleep(0.1)
            yield client
    finally:
        running.terminate()
        running.wait()


def _answers(client: httpx.Client) -> bool:
    try:
        return client.get("/healthz").is_success
    except httpx.TransportError:
        return False


def test_two_processes_go_on_to_the_next_version_and_mix_nothing(remote: Engine, tmp_path: Path) -> None:
    at = remote.place()
    assert isinstance(at, Server)
    data = tmp_path / "data" / "voorbeeldstad"
    shutil.copytree(TOWN, data)
    for file in data.rglob("*.ttl"):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace('"Buurtwerk"@nl', '"Wijkwerk"@nl'), encoding="utf-8")
    with ExitStack() as stack:
        # They start before there is anything to show, and say so.
        both = [stack.enter_context(web(remote, at.address.name, tmp_path / which)) for which in "ab"]
        assert [client.get(ASKED).status_code for client in both] == [503, 503]
        build(TOWN, tmp_path / "state", quiet, at)
        olds = [_until(client, '"Buurtwerk"')[-1] for client in both]
        # Both are asked all the while that the next version is built and sent.
        pool = stack.enter_context(ThreadPoolExecutor())
        asking = [pool.submit(_until, client, '"Wijkwerk"') for client in both]
        build(data.parent, tmp_path / "state", quiet, at)
        seen = [one.result() for one in asking]
    old, new = olds[0], seen[0][-1]
    assert olds == [old, old]
    assert '"Wijkwerk"' not in old
    assert '"Buurtwerk"' not in new
    for answers in seen:
        assert len(answers) > 2
        assert set(answers) == {old, new}
        assert answers.index(new) == len(answers) - 1


def _until(client: httpx.Client, word: str) -> list[str]:
    """Return all answers up to the first with a word."""
    answers = []
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        answer = client.get(ASKED)
        if answer.is_success:
            answers.append(answer.text)
            if word in answer.text:
                return answers
        time.sleep(0.05)
    raise AssertionError(answers)
