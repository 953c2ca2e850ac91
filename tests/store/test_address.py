"""The address of a server, and the places that are known behind it."""

import pytest

from organograaf.errors import BadQuestion
from organograaf.store.address import Address, address, is_server

SIGNED = {"ORGANOGRAAF_STORE_USER": "dba", "ORGANOGRAAF_STORE_PASSWORD": "geheim"}


def places(found: Address) -> tuple[str, str, str]:
    return found.query, found.update, found.graphs


def test_virtuoso_has_other_places_for_who_signs_in() -> None:
    root = "http://db.example.org:8890"
    signed = (f"{root}/sparql-auth", f"{root}/sparql-auth", f"{root}/sparql-graph-crud-auth")
    assert places(address(f"{root}/sparql", SIGNED)) == signed
    assert places(address(f"{root}/sparql", {})) == (
        f"{root}/sparql",
        f"{root}/sparql",
        f"{root}/sparql-graph-crud",
    )


def test_the_oxigraph_server_and_fuseki_are_known_by_their_path() -> None:
    oxigraph, fuseki = "http://[::1]:7878", "https://db.example.org/antwerpen"
    assert places(address(oxigraph + "/", {})) == tuple(
        f"{oxigraph}/{n}" for n in ("query", "update", "store")
    )
    assert places(address(fuseki, {})) == tuple(f"{fuseki}/{n}" for n in ("query", "update", "data"))


def test_any_other_server_is_named_place_by_place() -> None:
    root = "https://db.example.org/repositories/graaf"
    given = {
        "ORGANOGRAAF_STORE_QUERY": root,
        "ORGANOGRAAF_STORE_UPDATE": f"{root}/statements",
        "ORGANOGRAAF_STORE_GRAPHS": f"{root}/rdf-graphs/service",
    }
    assert places(address(root, given)) == tuple(given.values())


def test_user_and_password_are_taken_from_the_address_and_never_shown() -> None:
    found = address("https://jan:ge%40heim@db.example.org/x", {})
    assert (found.user, found.password) == ("jan", "ge@heim")
    assert "ge@heim" not in repr(found)
    assert "jan" not in found.query
    assert address("https://jan:x@db.example.org/x", SIGNED).user == "dba"


@pytest.mark.parametrize(
    "bad",
    ["http://", "http:///x", "https://h:99999/x", "http://[x/", "http://h/x?graph=y", "http://u:geheim@h:x/"],
)
def test_what_is_no_address_is_told_without_its_password(bad: str) -> None:
    with pytest.raises(BadQuestion, match="ORGANOGRAAF_STORE") as raised:
        address(bad, {})
    assert "geheim" not in raised.value.text("nl") + raised.value.text("en")


@pytest.mark.parametrize("name", ["A", "a b", "../x", "a>", "x" * 65])
def test_a_name_that_could_break_out_of_a_graph_name_is_refused(name: str) -> None:
    with pytest.raises(BadQuestion, match="ORGANOGRAAF_STORE_NAME"):
        address("http://h/x", {"ORGANOGRAAF_STORE_NAME": name})


def test_only_this_machine_is_reached_without_a_proxy() -> None:
    assert address("http://127.0.0.1:7878", {}).loopback
    assert address("http://localhost:7878", {}).loopback
    assert not address("http://db.example.org", {}).loopback
    assert not address("http://localhost", {"ORGANOGRAAF_STORE_UPDATE": "http://db.example.org/u"}).loopback


def test_a_folder_is_no_server() -> None:
    assert not is_server("/srv/organograaf")
    assert not is_server("httpd")
    assert is_server("HTTPS://db.example.org")
