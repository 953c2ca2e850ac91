"""Queries that attack, and real queries damaged at random."""

import random
import re
from collections.abc import Iterator
from pathlib import Path

from organograaf.queries.outline import LONGEST

TOKEN = re.compile(r'<[^<>\s]*>|"[^"\n]*"|[?$]\w+|[\w:.-]+|\s+|.', re.DOTALL)
_SOME = "?s ?p ?o"


def nested(length: int = LONGEST) -> Iterator[tuple[str, str]]:
    """Yield what nests or chains as deep as a query may be long, with a name."""

    def filled(head: str, open_: str, middle: str, close: str, tail: str) -> str:
        times = (length - len(head) - len(middle) - len(tail)) // len((open_ + close).encode())
        return head + open_ * times + middle + close * times + tail

    yield "groups", filled("SELECT * ", "{", "", "}", "")
    yield "brackets", filled("SELECT * { FILTER(", "(", "1", ")", ") }")
    yield "not", filled("SELECT * { FILTER(", "!", "true", "", ") }")
    yield "minus", filled("SELECT * { FILTER(1 = ", "-", "1", "", ") }")
    yield "or", filled("SELECT * { FILTER(1", "||1", "", "", ") }")
    yield "plus", filled("SELECT * { FILTER(1", "+1", "", "", " = 2) }")
    yield "union", filled("SELECT * { {}", "UNION{}", "", "", " }")
    yield "optional", filled("SELECT * { ", "OPTIONAL{?a ?b ?c}", "", "", " }")
    yield "minus groups", filled("SELECT * { ?a ?b ?c ", "MINUS{?a ?b ?c}", "", "", " }")
    yield "exists", filled("SELECT * { ", "FILTER EXISTS{", "?a ?b ?c", "}", " }")
    yield "bind", filled("SELECT * { BIND(1 AS ?x)", "BIND(?x AS ?y)", "", "", " }")
    yield "blank nodes", filled("SELECT * { ?s ?p ", "[?p ", "1", "]", " }")
    yield "lists", filled("SELECT * { ?s ?p ", "(", "1", ")", " }")
    yield "path sequence", filled("SELECT * { ?s <a:a>", "/<a:a>", "", "", " ?o }")
    yield "path choice", filled("SELECT * { ?s <a:a>", "|<a:a>", "", "", " ?o }")
    yield "path stars", filled("SELECT * { ?s ", "(", "<a:a>", ")*", " ?o }")
    yield "path inverse", filled("SELECT * { ?s ", "^", "<a:a>", "", " ?o }")
    yield "subqueries", filled("", "SELECT * {{", "?s ?p ?o", "}}", "")
    yield "triple terms", filled("SELECT * { BIND(", "<<(<a:a> <a:b> ", "1", ")>>", " AS ?x) }")
    yield "triples", filled("SELECT * { ", "?s ?p ?o.", "", "", " }")
    yield "values", filled("SELECT * { VALUES ?x { ", "1 ", "", "", "} }")
    yield "in", filled("SELECT * { FILTER(1 IN (1", ",1", "", "", ")) }")
    yield "graphs", filled("SELECT * { ", "GRAPH ?g {", _SOME, "}", " }")
    yield "prefixes", filled("", "PREFIX a:<a:a>", "", "", "SELECT * { }")
    yield "from", filled("SELECT * ", "FROM<a:a>", "", "", "{ ?s ?p ?o }")
    yield "days", filled("SELECT * ", "FROM<op/2018>", "", "", "{ ?s ?p ?o }")
    yield "columns", filled("SELECT ", "(1 AS ?x)", "", "", "{ }")
    yield "order", filled("SELECT * { ?s ?p ?o } ORDER BY ", "?s ", "", "", "")
    yield "calls", filled("SELECT * { FILTER(", "ABS(", "1", ")", ") }")
    yield "comment", filled("SELECT * { } #", "x", "", "", "")
    yield "text", filled('SELECT * { ?s ?p """', "x", "", "", '""" }')
    yield "construct", filled("CONSTRUCT { ", "?s ?p ?o.", "", "", " } WHERE { ?s ?p ?o }")


BOMBS = {
    "replace": "SELECT (STRLEN(?c) AS ?n) { "
    'BIND(REPLACE("aaaaaaaaaaaaaaaa", "a", "aaaaaaaaaaaaaaaaaaaa") AS ?a) '
    'BIND(REPLACE(?a, "a", ?a) AS ?b) BIND(REPLACE(?b, "a", ?b) AS ?c) }',
    "group concat": "SELECT (GROUP_CONCAT(?c) AS ?x) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "distinct": "SELECT DISTINCT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "construct": "CONSTRUCT { ?a ?e ?i } WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "describe": "DESCRIBE ?a ?d { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "paths": "SELECT * { ?a (!<a:a>|^!<a:a>)* ?b . ?c (!<a:a>|^!<a:a>)* ?d }",
    "hashes": "SELECT (SHA512(CONCAT(STR(?a), STR(?d), STR(?g))) AS ?x) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "patterns": f'ASK {{ FILTER(REGEX("{"a" * 30}!", "(a+)+$")) }}',
    "pattern size": 'ASK { FILTER(REGEX("a", "(((a{1000}){1000}){1000})")) }',
    "order": "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY RAND()",
    "days": "SELECT * { VALUES ?g { "
    + " ".join(f"<op/{1990 + year}>" for year in range(40))
    + " } GRAPH ?g { ?a ?b ?c } GRAPH ?g { ?d ?e ?f } }",
}


POISON = [
    "SERVICE <HERE> { ?s ?p ?o }", "SERVICE SILENT <HERE> { ?s ?p ?o }", "SERVICE<HERE>{}", "LOAD <HERE>",
    "FROM <HERE>", "FROM NAMED <HERE>", "GRAPH <HERE> { ?s ?p ?o }", "<HERE>", "SERVICE", "INSERT DATA",
    "DELETE", "{", "}", "(", ")", "[", "]", "*", "+", "!", "|", "/", "^", '"', "'", '"""', "'''", "\\",
    "\\u0053", "#", "\n", "\r", "\0", "\u202e", "\U0001f600", "\ufeff", "é", "<", ">", "<<(", ")>>", "@",
    "@en--ltr", "_:", ":", ".", ";", ",", "?", "$", "1e999", "-0", "99999999999999999999999999", "%",
    "DISTINCT", "REDUCED", "UNION", "OPTIONAL {", "MINUS {", "FILTER", "BIND(", "VALUES", "EXISTS {",
    "LATERAL {", "GROUP BY", "HAVING", "ORDER BY", "LIMIT 999999999", "OFFSET 99999999999", "SELECT * {",
    "COUNT(*)", "UNDEF", "CONSTRUCT {", "DESCRIBE *", "ASK {", "BASE <:>", "PREFIX", "<op/2018-06-01>",
    "<op/9999-12-31>", "<op/0000>", "<facts/known/2020>", "REPEAT(", "?a ?b ?c . ?d ?e ?f . ?g ?h ?i .",
    "?a (!<a:a>)* ?b .", "GROUP_CONCAT(?s)",
]  # fmt: skip


def given(folder: Path, port: int) -> dict[str, str]:
    """Return the hostile queries that others wrote, aimed at a listener."""
    files = sorted((folder / "suites" / "hostile" / "sparql").iterdir())
    return {file.name: file.read_text(encoding="utf-8").replace("{PORT}", str(port)) for file in files}


class Mutations:
    """Damages queries: tokens left out, doubled, swapped, taken from others, and what attackers add."""

    def __init__(self, queries: list[str], port: int, seed: int) -> None:
        self._queries = [query for query in queries if len(query) < LONGEST // 4]
        self._random = random.Random(seed)
        here = f"http://127.0.0.1:{port}/x"
        self._poison = [piece.replace("HERE", here) for piece in POISON]

    def __iter__(self) -> Iterator[str]:
        while True:
            tokens = TOKEN.findall(self._random.choice(self._queries))
            for _ in range(self._random.choice((1, 1, 1, 1, 2, 3, 6))):
                self._damage(tokens)
            yield "".join(tokens)

    def _damage(self, tokens: list[str]) -> None:
        pick, at = self._random, self._random.randrange(len(tokens) + 1)
        kind = pick.randrange(8)
        if kind == 0:
            del tokens[at : at + pick.randint(1, 4)]
        elif kind == 1:
            tokens[at:at] = tokens[at : at + pick.randint(1, 30)] * pick.randint(1, 20)
        elif kind == 2 and tokens:
            other = pick.randrange(len(tokens))
            at = min(at, len(tokens) - 1)
            tokens[at], tokens[other] = tokens[other], tokens[at]
        elif kind == 3:
            taken = TOKEN.findall(pick.choice(self._queries))
            start = pick.randrange(len(taken))
            tokens[at:at] = taken[start : start + pick.randint(1, 12)]
        elif kind == 4:
            tokens.insert(at, chr(pick.choice((pick.randrange(32, 127), pick.randrange(0x2FFF)))))
        elif kind == 5:
            tokens[at:at] = [pick.choice(("{", "(", "[", "!", "<<(", "OPTIONAL {"))] * pick.randint(50, 3000)
        else:
            tokens.insert(at, f" {pick.choice(self._poison)} ")
