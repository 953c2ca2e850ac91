import time
from collections.abc import Callable
from threading import Thread

import pytest
from starlette.testclient import TestClient

from organograaf.web.answers import Answer, Answers

CONDITIONAL = (
    "/",
    "/organogram?on=2018-06-01",
    "/organogram.csv",
    "/api/v1/units",
    "/units/buurtwerk",
    "/api/docs",
)
OTHERS = ("/static/style.css", "/niets", "/api/v1/niets", "/healthz")
QUESTIONS = ("", "?on=2018", "?on=2018&depth=1", "?on=2018&certainty=certain", "?known=2022", "?lang=en")


@pytest.mark.parametrize("address", CONDITIONAL)
def test_who_has_the_answer_is_not_sent_it_again(client: TestClient, address: str) -> None:
    first = client.get(address)
    assert first.headers["cache-control"] == "no-cache"
    for tag in (first.headers["etag"], f'"other", W/{first.headers["etag"]}', "*"):
        again = client.get(address, headers={"If-None-Match": tag})
        assert again.status_code == 304
        assert again.content == b""
        assert again.headers["etag"] == first.headers["etag"]
    assert client.get(address, headers={"If-None-Match": '"other"'}).status_code == 200


def test_every_question_has_a_tag_of_its_own(client: TestClient) -> None:
    addresses = [f"/api/v1/organogram{query}" for query in QUESTIONS]
    tags = {client.get(address).headers["etag"] for address in [*addresses, "/organogram.json"]}
    assert len(tags) == len(addresses) + 1


def test_the_same_question_in_other_words_has_the_same_tag(client: TestClient) -> None:
    written = ("?on=01/06/2018&lang=nl", "?lang=nl&on=2018-06-01", "?on=2018-06")
    assert len({client.get(f"/api/v1/organogram{query}").headers["etag"] for query in written}) == 1


@pytest.mark.parametrize("address", [*CONDITIONAL, *OTHERS])
def test_head_is_get_without_the_body(client: TestClient, address: str) -> None:
    head, get = client.head(address), client.get(address)
    assert head.status_code == get.status_code
    assert head.content == b""
    for name in ("content-type", "content-length", "etag"):
        assert head.headers.get(name) == get.headers.get(name)


@pytest.mark.parametrize("address", [*CONDITIONAL, *OTHERS])
def test_every_answer_has_safe_headers(client: TestClient, address: str) -> None:
    headers = client.get(address).headers
    assert "default-src 'self'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


def test_a_picture_on_its_own_may_only_use_what_it_carries(client: TestClient) -> None:
    policy = client.get("/organogram.svg").headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert "script" not in policy


def test_a_warm_organogram_comes_in_milliseconds(client: TestClient) -> None:
    client.get("/api/v1/organogram")
    spent = []
    for _ in range(20):
        start = time.perf_counter()
        client.get("/api/v1/organogram")
        spent.append(time.perf_counter() - start)
    assert min(spent) < 0.01


def test_a_new_build_is_served_without_a_restart(changing: tuple[TestClient, Callable[[str], None]]) -> None:
    client, rebuild = changing
    assert client.get("/units/buurtwerk").status_code == 503
    versions, tags = [], []
    for name in ("Buurtwerk", "Wijkwerking"):
        rebuild(name)
        answer = client.get("/api/v1/units/buurtwerk?on=2019")
        assert answer.json()["label"] == name
        versions.append(client.get("/version").json()["dataset"])
        tags.append(answer.headers["etag"])
        assert client.get("/api/v1/organogram").json()["dataset"] == versions[-1]
    assert len(set(versions)) == len(set(tags)) == 2


def _of(size: int) -> Callable[[], Answer]:
    return lambda: Answer(body=b"x" * size, media_type="text/plain")


def _refused() -> Answer:
    raise AssertionError("it was kept, so it need not be made")


def test_the_answers_least_lately_asked_for_go_first() -> None:
    answers = Answers(most=2, largest=1000)
    for key in ("a", "b", "a", "c"):
        answers.get(key, _of(1))
    assert answers.get("a", _refused).body == b"x"
    assert answers.get("c", _refused).body == b"x"
    with pytest.raises(AssertionError):
        answers.get("b", _refused)


def test_the_answers_kept_are_bounded_in_bytes() -> None:
    answers = Answers(most=100, largest=10)
    for key in ("a", "b", "c"):
        answers.get(key, _of(4))
    with pytest.raises(AssertionError):
        answers.get("a", _refused)
    assert answers.get("c", _refused).body == b"xxxx"


def test_two_who_ask_the_same_at_once_have_it_made_once() -> None:
    answers, made = Answers(), []

    def slowly() -> Answer:
        made.append(1)
        time.sleep(0.05)
        return Answer(body=b"x", media_type="text/plain")

    threads = [Thread(target=answers.get, args=("key", slowly)) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made == [1]
