"""What is read off a query before an engine sees it, and what can hide from that."""

import pytest

from organograaf.errors import Refused, TooLarge
from organograaf.queries.outline import LONGEST, check, outline
from organograaf.store import Oxigraph

WHERE = "http://127.0.0.1:1/"
PROLOGUE = f"PREFIX e: <{WHERE}> PREFIX : <{WHERE}> PREFIX servicee: <urn:x> "


@pytest.mark.parametrize(
    "body",
    [
        "SERVICE <http://x/> { ?s ?p ?o }",
        "sErViCe SILENT e:s{ ?s ?p ?o }",
        "SERVICEe:s{ ?s ?p ?o }",
        "SERVICE:s { ?s ?p ?o }",
        "SERVICESILENT:s # a comment\n { ?s ?p ?o }",
        "servicee:s{ ?s ?p ?o }",
        "?a ?b trueSERVICE<http://x/>{ ?s ?p ?o }",
        "FILTER(1<2)SERVICE#x>\n<http://x/>{ ?s ?p ?o }",
        'FILTER(1<2)#>"""\nSERVICE <http://x/>{ ?s ?p ?o }\n#"""\n',
        """FILTER(1<'>\"\"\"')SERVICE <http://x/>{ ?s ?p ?o } #\"\"\"""",
        "FILTER(1<e:a#>'''\n)SERVICE <http://x/>{ ?s ?p ?o }\n#'''\n",
        "OPTIONAL { SELECT * { FILTER EXISTS { SERVICE ?g { ?s ?p ?o } } } }",
    ],
)
def test_every_way_to_write_service_is_refused(body: str) -> None:
    with pytest.raises(Refused, match="SERVICE"):
        check(f"{PROLOGUE}SELECT * {{ {body} }}")


@pytest.mark.parametrize(
    "query",
    [
        'PREFIX service: <urn:> SELECT ?service { ?service service:SERVICE "SERVICE <x> {}" # SERVICE\n}',
        "PREFIX service: <urn:> SELECT * { GRAPH service:a { ?s <http://x/service#a> 'service' } }",
        "SELECT * FROM <http://x/service#a> { ?s ?p '''SERVICE <http://x/> {}''' }",
        'SELECT * { VALUES (?a ?b) { (<http://x/service#a> <http://x/service#b>) ("SERVICE" <urn:x#y>) } }',
        "SELECT (1 AS ?insert) { ?s <urn:delete> 'LOAD <http://x>' }",
    ],
)
def test_the_words_alone_are_not_refused(query: str) -> None:
    check(query)
    assert list(Oxigraph.create().query(query).rows()) is not None


@pytest.mark.parametrize(
    "verb", ["LOAD <urn:x>", "insert data {}", "DELETE WHERE {}", "WITH <urn:x> DELETE {}"]
)
def test_updates_are_refused_after_any_prologue(verb: str) -> None:
    with pytest.raises(Refused, match="LOAD"):
        check(f"BASE <urn:select> PREFIX select: <urn:x> # SELECT\n{verb}")


def test_what_is_too_long_is_not_read() -> None:
    with pytest.raises(TooLarge):
        check("é" * (LONGEST // 2 + 1))


@pytest.mark.parametrize(
    "text", ["'''\\'", '"\\', "a.", "<", "<#", "service <#>", "service'<#>", "(", "_:a."]
)
def test_what_repeats_is_read_once(text: str) -> None:
    repeated = text * (LONGEST // len(text))
    try:
        check(repeated)
    except Refused:
        return
    assert outline(repeated, prefixes={}, base="urn:x") is not None


def test_graphs_are_found_whichever_way_they_are_written() -> None:
    found = outline(
        "BASE <http://b/> PREFIX op: <op/> PREFIX ns: <ns#> # FROM <no>\n"
        "SELECT ('FROM <no>' AS ?x) FROM op:2018-01-01 FROM NAMED <x> FROM named ns:a "
        "WHERE { GRAPH <\\u0061> { ?s op:2018\\/certain ?from } }",
        prefixes={"op": "http://elsewhere/"},
        base="http://z/",
    )
    assert found.default == ("http://b/op/2018-01-01",)
    assert found.named == ("http://b/x", "http://b/ns#a")
    assert {"http://b/a", "http://b/op/2018/certain"} <= found.iris
    assert dict(found.prefixes) == {"op": "http://b/op/", "ns": "http://b/ns#"}
