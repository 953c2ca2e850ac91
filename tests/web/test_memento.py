"""Datetime negotiation, by the patterns of RFC 7089."""

import re
from datetime import date
from email.utils import format_datetime, parsedate_to_datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from organograaf.build import read_tree
from organograaf.register import Recorded, Register
from organograaf.vocab import iri
from organograaf.web.memento import RECORDED, VALID
from tests.conftest import TOWN
from tests.web.test_linked import BROWSER

JUNE = {"Accept-Datetime": "Fri, 01 Jun 2018 12:00:00 GMT"}
LINK = re.compile(r'<([^>]*)>((?:; \w+="[^"]*")*)')


def links(header: str) -> dict[str, str]:
    """Return the addresses of a Link header or of link-format by each of their relations."""
    found: dict[str, str] = {}
    for address, attributes in LINK.findall(header):
        for relation in dict(re.findall(r'(\w+)="([^"]*)"', attributes))["rel"].split():
            found.setdefault(relation, address)
    return found


def test_the_original_says_that_it_is_its_own_timegate(client: TestClient) -> None:
    answer = client.head("/organogram")
    assert answer.status_code == 200
    assert "accept-datetime" in answer.headers["vary"].lower()
    assert "memento-datetime" not in answer.headers
    found = links(answer.headers["link"])
    assert found["original"] == found["timegate"] == "http://testserver/organogram"
    assert found["timemap"] == "http://testserver/timemap/link/organogram"


def test_the_timegate_leads_to_the_state_of_that_day(client: TestClient) -> None:
    answer = client.get("/organogram?root=voorbeeldstad", headers=JUNE, follow_redirects=False)
    assert answer.status_code == 302
    assert answer.headers["location"] == "/organogram?on=2018-06-01&root=voorbeeldstad"
    assert "accept-datetime" in answer.headers["vary"].lower()
    assert "memento-datetime" not in answer.headers
    assert links(answer.headers["link"])["original"] == "http://testserver/organogram?root=voorbeeldstad"


def test_a_memento_says_of_when_it_is_and_of_what(client: TestClient) -> None:
    answer = client.get("/organogram", headers=JUNE)
    assert answer.status_code == 200
    assert answer.headers["memento-datetime"] == "Fri, 01 Jun 2018 00:00:00 GMT"
    found = links(answer.headers["link"])
    assert found["original"] == found["timegate"] == "http://testserver/organogram"
    assert "1 juni 2018" in answer.text


def test_a_memento_does_not_negotiate_again(client: TestClient) -> None:
    answer = client.get("/organogram?on=2014", headers=JUNE, follow_redirects=False)
    assert answer.status_code == 200
    assert answer.headers["memento-datetime"] == "Wed, 01 Jan 2014 00:00:00 GMT"


def test_a_file_negotiates_too(client: TestClient) -> None:
    answer = client.get("/organogram.json", headers=JUNE)
    assert answer.json()["on"] == "2018-06-01"
    assert answer.headers["memento-datetime"] == "Fri, 01 Jun 2018 00:00:00 GMT"


@pytest.mark.parametrize(
    ("asked", "end"), [("Mon, 01 Jan 1900 00:00:00 GMT", 0), ("Sat, 01 Jan 2900 00:00:00 GMT", -1)]
)
def test_before_the_first_state_is_the_first_and_after_the_last_the_last(
    client: TestClient, town: Register, asked: str, end: int
) -> None:
    days = [day for day in town.change_days if day <= town.latest_day]
    expected = (days[0], town.latest_day)[end]
    answer = client.get("/organogram", headers={"Accept-Datetime": asked}, follow_redirects=False)
    assert answer.headers["location"] == f"/organogram?on={expected}"


@pytest.mark.parametrize(
    "bad",
    [
        "2018-06-01", "yesterday", "Fri, 01 Jun 2018", "Fri, 31 Feb 2018 00:00:00 GMT",
        "Fri, 01 Jun 2018 25:00:00 GMT", "Fri, 01 Jun 0000 00:00:00 GMT", "Fri, 01 Jun 2018 00:00:00 +0200",
        "", "Vri, 01 Jun 2018 00:00:00 GMT", "x" * 5000,
    ],
)  # fmt: skip
@pytest.mark.parametrize("address", ["/organogram", "/organogram.svg", "/doc/unit/buurtwerk"])
def test_a_date_that_is_none_is_refused(client: TestClient, address: str, bad: str) -> None:
    answer = client.get(address, headers={"Accept-Datetime": bad}, follow_redirects=False)
    assert answer.status_code == 400


def test_a_document_goes_by_what_was_known(client: TestClient) -> None:
    asked = {"Accept-Datetime": "Thu, 01 Apr 2021 00:00:00 GMT", "Accept": "text/turtle"}
    first = client.get("/doc/unit/warm-nest?on=2016", headers=asked, follow_redirects=False)
    assert first.status_code == 302
    assert first.headers["location"] == "/doc/unit/warm-nest?on=2016-01-01&known=2020-06-15"
    answer = client.get("/doc/unit/warm-nest?on=2016", headers=asked)
    assert answer.headers["memento-datetime"] == "Mon, 15 Jun 2020 23:59:59 GMT"
    assert links(answer.headers["link"])["original"] == "http://testserver/doc/unit/warm-nest?on=2016-01-01"
    assert answer.content == client.get("/doc/unit/warm-nest.ttl?on=2016&known=2020-06-15").content


def test_what_was_recorded_later_that_day_is_not_yet_known_in_the_morning(client: TestClient) -> None:
    for at, day in (("12:00:00", "2020-06-15"), ("23:59:59", "2021-09-10")):
        asked = {"Accept-Datetime": f"Fri, 10 Sep 2021 {at} GMT"}
        answer = client.get("/doc/unit/warm-nest.ttl", headers=asked, follow_redirects=False)
        assert answer.headers["location"].endswith(f"known={day}")


def test_a_browser_is_led_to_the_page_as_it_was_known(client: TestClient) -> None:
    asked = {**BROWSER, "Accept-Datetime": "Thu, 01 Apr 2021 00:00:00 GMT"}
    assert str(client.get("/id/unit/warm-nest", headers=asked).url).endswith(
        "/units/warm-nest?known=2020-06-15"
    )


def test_the_timemap_of_the_organogram_has_every_day_of_change(client: TestClient, town: Register) -> None:
    answer = client.get("/timemap/link/organogram?root=voorbeeldstad")
    assert answer.headers["content-type"] == "application/link-format"
    found = links(answer.text)
    assert found["original"] == "http://testserver/organogram?root=voorbeeldstad"
    assert found["self"] == "http://testserver/timemap/link/organogram?root=voorbeeldstad"
    days = [day for day in town.change_days if day <= town.latest_day]
    said = [date.fromisoformat(day) for day in re.findall(r"on=(\d{4}-\d\d-\d\d)", answer.text)]
    assert said == days
    assert answer.text.count('rel="first memento"') == answer.text.count('rel="last memento"') == 1


@pytest.mark.parametrize("path", ["organogram", "doc/unit/warm-nest", "doc/unit/warm-nest.ttl"])
def test_every_state_of_a_timemap_is_there_and_is_of_its_datetime(client: TestClient, path: str) -> None:
    found = client.get(f"/timemap/json/{path}").json()
    assert found["mementos"]["first"] in found["mementos"]["list"]
    for one in (found["mementos"]["list"])[:6]:
        answer = client.get(one["uri"].removeprefix("http://testserver"), follow_redirects=False)
        assert answer.status_code in (200, 303)
        assert answer.headers["memento-datetime"] == one["datetime"]
        assert links(answer.headers["link"])["original"] == found["original_uri"]


def test_the_states_of_a_document_are_the_days_on_which_its_graphs_were_recorded() -> None:
    rows = list(read_tree(TOWN).rows())
    recorded = Recorded.of(rows)
    unit = iri("unit", "wegenploeg")
    wegenploeg = recorded.changed_on({row[0] for row in rows if unit in (row[1], row[3])})
    assert date(2022, 5, 1) in wegenploeg
    assert date(2024, 2, 1) in wegenploeg
    assert recorded.changed_on(()) == ()


@pytest.mark.parametrize(
    "path", ["link/niets", "csv/organogram", "link/doc/unit/niets", "link/", "link/doc/x"]
)
def test_what_has_no_states_has_no_timemap(client: TestClient, path: str) -> None:
    assert client.get(f"/timemap/{path}").status_code == 404


def test_a_host_that_is_none_does_not_get_into_the_links(client: TestClient) -> None:
    answer = client.get("/organogram", headers={"Host": 'evil">; rel="original'})
    assert "evil" not in answer.headers["link"]
    assert "evil" not in client.get("/timemap/link/organogram", headers={"Host": "a<b>"}).text


@settings(deadline=None)
@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_day_is_stamped_as_the_standard_library_would(day: date) -> None:
    for clock in (VALID, RECORDED):
        moment = parsedate_to_datetime(clock.stamp(day))
        assert (moment.date(), moment.time()) == (day, clock.at)
        assert format_datetime(moment, usegmt=True) == clock.stamp(day)
