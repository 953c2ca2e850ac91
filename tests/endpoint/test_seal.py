"""A sealed process thinks and answers, and reaches nothing else."""

import subprocess
import sys

import pytest

from tests.endpoint.server import Listener

linux = pytest.mark.skipif(sys.platform != "linux", reason="there is no seccomp here: only Linux has it")


def run(program: str, *arguments: str) -> list[str]:
    """Run a program that seals itself, and return the lines it prints."""
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=True
    )
    return done.stdout.splitlines()


@linux
def test_files_network_and_programs_are_closed_and_thinking_is_not() -> None:
    program = """
import os, socket, subprocess, threading
from organograaf.store.seal import seal
def tell(name, attempt):
    try:
        attempt()
        print(name, "done")
    except OSError as error:
        print(name, type(error).__name__)
waiting = threading.Event()
other = threading.Thread(target=lambda: (waiting.wait(), tell("other thread", lambda: open("/etc/hostname"))))
other.start()
print(seal())
tell("read", lambda: open("/etc/hostname"))
tell("write", lambda: open("/tmp/x", "w"))
tell("socket", socket.socket)
tell("fork", os.fork)
tell("program", lambda: os.execv("/bin/true", ["true"]))
tell("kill", lambda: os.kill(os.getppid(), 0))
waiting.set()
other.join()
print(len(bytearray(64 << 20)), sum(range(1000)))
"""
    assert run(program) == [
        "True",
        *(f"{name} PermissionError" for name in ("read", "write", "socket", "fork", "program", "kill")),
        "other thread PermissionError",
        f"{64 << 20} 499500",
    ]


@linux
@pytest.mark.parametrize("silent", ["", "SILENT "])
def test_a_service_that_got_past_the_refusal_reaches_nobody(silent: str) -> None:
    program = """
import sys
import pyoxigraph
from organograaf.store.seal import seal
store = pyoxigraph.Store()
assert seal() == (sys.argv[3] == "sealed")
try:
    where = "SERVICE %s<http://127.0.0.1:%s/> {?s ?p ?o}" % tuple(sys.argv[1:3])
    print(len(list(store.query("SELECT * { %s }" % where))))
except OSError as error:
    print("refused")
"""
    with Listener() as listener:
        assert run(program, silent, str(listener.port), "sealed") == (["1"] if silent else ["refused"])
        assert listener.hits == 0
        run(program.replace("seal() ==", "False =="), silent, str(listener.port), "open")
        assert listener.hits == 1
