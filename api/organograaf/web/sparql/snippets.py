"""The query at hand as a few lines for a terminal, for Python and for R."""

import json
import shlex
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

Fields = Sequence[tuple[str, str]]
_ADDED = {"default-graph-uri": "addDefaultGraph", "named-graph-uri": "addNamedGraph"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """A few lines that ask the query: in what, and the lines."""

    name: str
    title: str
    code: str


def snippets(address: str, query: str, more: Fields) -> tuple[Snippet, ...]:
    """Return the ways to ask a query of the endpoint at `address`, with `more` fields of the protocol."""
    return (
        Snippet(name="curl", title="curl", code=_curl(address, query, more)),
        Snippet(name="pandas", title="Python (pandas)", code=_pandas(address, query, more)),
        Snippet(name="wrapper", title="Python (SPARQLWrapper)", code=_wrapper(address, query, more)),
        Snippet(name="r", title="R", code=_r(address, query, more)),
    )


def _curl(address: str, query: str, more: Fields) -> str:
    fields = [("query", query), *more]
    asked = [f"--data-urlencode {shlex.quote(f'{name}={value}')}" for name, value in fields]
    return " \\\n  ".join([f"curl {shlex.quote(address)} -H 'Accept: text/csv, text/turtle'", *asked])


def _pandas(address: str, query: str, more: Fields) -> str:
    fields = [f"    ({_python(name)}, {_python(value)}),\n" for name, value in more]
    return (
        "from urllib.parse import urlencode\n\nimport pandas\n\n"
        f"query = {_python(query)}\n"
        f'fields = [\n    ("query", query),\n{"".join(fields)}    ("format", "csv"),\n]\n'
        f'table = pandas.read_csv({_python(address)} + "?" + urlencode(fields))\nprint(table)'
    )


def _wrapper(address: str, query: str, more: Fields) -> str:
    calls = (
        f"client.{_ADDED[name]}({_python(value)})\n"
        if name in _ADDED
        else f"client.addParameter({_python(name)}, {_python(value)})\n"
        for name, value in more
    )
    return (
        "from SPARQLWrapper import JSON, SPARQLWrapper\n\n"
        f"client = SPARQLWrapper({_python(address)})\n"
        f"client.setReturnFormat(JSON)\n{''.join(calls)}"
        f"client.setQuery({_python(query)})\n"
        'for row in client.queryAndConvert()["results"]["bindings"]:\n'
        '    print({name: term["value"] for name, term in row.items()})'
    )


def _r(address: str, query: str, more: Fields) -> str:
    rest = urlencode([*more, ("format", "csv")])
    return (
        f"query <- {_r_text(query)}\n"
        f"address <- paste0({_r_text(address + '?' + rest + '&query=')}, URLencode(query, reserved = TRUE))\n"
        'table <- read.csv(address, encoding = "UTF-8")\nprint(table)'
    )


def _python(text: str) -> str:
    """Return a text as a Python literal, over several lines when it has them and that is safe."""
    plain = text.replace("\n", "").isprintable() and "\\" not in text and '"""' not in text
    if "\n" in text and plain and not text.endswith('"'):
        return f'"""{text}"""'
    return json.dumps(text, ensure_ascii=not plain) if _whole(text) else ascii(text)


def _whole(text: str) -> bool:
    """Whether JSON writes a text as Python does: all of it is in the first plane."""
    return all(ord(letter) < 0xD800 or 0xE000 <= ord(letter) < 0x10000 for letter in text)


def _r_text(text: str) -> str:
    """Return a text as a raw string of R, closed by more dashes than it has itself."""
    dashes = "-"
    while f'){dashes}"' in text:
        dashes += "-"
    return f'r"{dashes}({text}){dashes}"'
