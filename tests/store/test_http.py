"""A server that is slow, wrong, closed or gone: told in a sentence, asked again where that may help."""

from contextlib import closing

import pytest

from organograaf.errors import Unreachable
from organograaf.store.address import address
from organograaf.store.graph_store import GraphStore
from organograaf.store.http import Http
from tests.store.broken import RESULTS, Broken, broken
from tests.store.conftest import Engine
from tests.store.servers import free

SECRET = "geheim-woord"


def said(how: Broken, *, patience: float = 5, largest: int = 1 << 20, user: str = "") -> list[str]:
    signed = {"ORGANOGRAAF_STORE_USER": user, "ORGANOGRAAF_STORE_PASSWORD": SECRET} if user else {}
    found = address(how.address, signed)
    with closing(GraphStore(found, Http(found, patience=patience, largest=largest))) as server:
        return server.said()


def test_an_error_that_passes_is_asked_again() -> None:
    with broken(Broken(statuses=[500, 503, 200])) as how:
        assert said(how) == []
        assert how.asked == 3


def test_an_error_that_stays_is_told_in_two_languages() -> None:
    with broken(Broken(statuses=[500], body=b"out of memory")) as how:
        with pytest.raises(Unreachable, match=r"antwoordt 500.*out of memory") as raised:
            said(how)
        assert how.asked == 4
    assert "answers 500" in raised.value.text("en")


def test_what_the_server_does_not_understand_is_not_asked_again() -> None:
    with broken(Broken(statuses=[400])) as how:
        with pytest.raises(Unreachable, match="400"):
            said(how)
        assert how.asked == 1


def test_a_server_that_hangs_is_left_after_a_while_and_not_asked_again() -> None:
    with broken(Broken(before=3)) as how:
        with pytest.raises(Unreachable, match="te traag"):
            said(how, patience=0.2)
        assert how.asked == 1


def test_a_trickle_is_left_too() -> None:
    with (
        broken(Broken(body=b" ", between=0.1, times=1000)) as how,
        pytest.raises(Unreachable, match="te traag"),
    ):
        said(how, patience=0.2)


def test_an_answer_that_is_too_large_is_not_read_to_its_end() -> None:
    with (
        broken(Broken(body=b" " * 65536, times=64)) as how,
        pytest.raises(Unreachable, match="meer dan 1 MiB"),
    ):
        said(how)


@pytest.mark.parametrize("body", [b"<html>Welcome</html>", b"", b"{}", RESULTS[:20], b'{"boolean":true}'])
def test_what_is_no_result_is_told(body: bytes) -> None:
    with (
        broken(Broken(body=body, media_type="text/html")) as how,
        pytest.raises(Unreachable, match=r"niet als een SPARQL-server.*ORGANOGRAAF_STORE"),
    ):
        said(how)


def test_another_address_is_not_followed() -> None:
    with broken(Broken()) as other, broken(Broken(statuses=[302], location=other.address)) as how:
        with pytest.raises(Unreachable, match="302"):
            said(how, user="jan")
        assert other.asked == 0


def test_a_password_is_given_only_when_it_is_asked_for_and_never_told() -> None:
    with broken(Broken()) as how:
        said(how, user="jan")
        assert how.signed == [""]
    with broken(Broken(statuses=[401])) as how:
        with pytest.raises(Unreachable, match=r"weigert «jan».*ORGANOGRAAF_STORE_PASSWORD") as raised:
            said(how, user="jan")
        assert how.signed[-1].startswith("Basic ")
    assert SECRET not in raised.value.text("nl") + raised.value.text("en") + repr(raised.value)


def test_where_nobody_listens_it_says_what_to_look_at() -> None:
    with pytest.raises(Unreachable, match=r"antwoordt niet.*ORGANOGRAAF_STORE") as raised:
        said(Broken(address=f"http://jan:{SECRET}@127.0.0.1:{free()}"))
    assert SECRET not in raised.value.text("nl") + raised.value.text("en")


def test_a_wrong_password_is_told_by_a_server_that_wants_one(remote: Engine) -> None:
    assert remote.served is not None
    if not remote.served.signed:
        pytest.skip("the Oxigraph server takes no password")
    found = address(remote.served.address, {**remote.served.signed, "ORGANOGRAAF_STORE_PASSWORD": SECRET})
    with (
        closing(GraphStore(found)) as server,
        pytest.raises(Unreachable, match="weigert «dba»"),
    ):
        server.say("x")
