"""What can be read off a SPARQL query without an engine: its graphs, and what it may not do.

The engine reaches out on SERVICE, and cannot be told not to. Its grammar has no tokens:
«SERVICEx:y» is SERVICE for it, and «<» opens an IRI or compares, as fits best. So what is
refused here is every text that *can* be read as reaching out. Source: SPARQL 1.1, 19.8.
"""

import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urljoin

from organograaf.errors import Refused, TooLarge

LONGEST: Final = 64 * 1024

_TOKEN: Final = re.compile(
    r"""
    (?P<space>(?:[ \t\r\n]+|\#[^\r\n]*)+)
  | (?P<iri><[^<>"{}|^`\x00-\x20]*>)
  | (?P<text>'''(?:[^'\\]|\\.|'(?!''))*+''' | \"""(?:[^"\\]|\\.|"(?!""))*+\"""
      | '(?!'')(?:[^'\\\r\n]|\\.)*+' | "(?!"")(?:[^"\\\r\n]|\\.)*+")
  | (?P<variable>[?$][\w·]+)
  | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*+)
  | (?P<blank>_:[\w.·-]+)
  | (?P<name>(?:[^\W\d_][\w.·-]{0,200}+)?:(?:[\w:·-]|%[0-9A-Fa-f]{2}|\\.|\.(?=[\w:·%\\.-]))*+)
  | (?P<number>[0-9]*\.?[0-9]+(?:[eE][+-]?[0-9]+)?)
  | (?P<word>[^\W\d]\w*+)
  | (?P<mark>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE: Final = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})|\\(.)")
_WHOLE: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_PROLOGUE: Final = ("PREFIX", "BASE", "VERSION")
_UPDATES: Final = ("INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH")
_MOST_READ: Final = 64 * LONGEST
_MAY_HIDE: Final = ("#", "'", "\\")
_BEFORE_A_GRAPH: Final = ("GRAPH", "FROM", "NAMED")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """The graphs of the FROM and FROM NAMED clauses of a query, every IRI in it, its prefixes."""

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    iris: frozenset[str] = frozenset()
    prefixes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    end: int

    @property
    def word(self) -> str:
        """The token in capitals when it is a word, else nothing."""
        return self.text.upper() if self.kind == "word" else ""


def check(text: str) -> None:
    """Refuse a query that is too long, updates, or reaches out. Raises TooLarge, Refused."""
    if len(text.encode("utf-8", "surrogatepass")) > LONGEST:
        raise TooLarge(
            f"De vraag is te lang: hoogstens {LONGEST // 1024} KiB. Maak ze korter.",
            f"The query is too long: at most {LONGEST // 1024} KiB. Make it shorter.",
        )
    if _verb(text) in _UPDATES:
        raise Refused(
            "Hier kan alleen gevraagd worden, niet gewijzigd: LOAD, INSERT, DELETE en de andere updates zijn "
            "geweigerd. Gebruik SELECT, ASK, CONSTRUCT of DESCRIBE.",
            "This only answers questions and changes nothing: LOAD, INSERT, DELETE and other updates are "
            "refused. Use SELECT, ASK, CONSTRUCT or DESCRIBE.",
        )
    if "service" in text.casefold() and _reaches_out(text):
        raise Refused(
            "SERVICE is geweigerd: deze server haalt niets op bij andere. Vraag de andere server zelf, en "
            "voeg de antwoorden samen.",
            "SERVICE is refused: this server fetches nothing from others. Ask the other server yourself, and "
            "join the answers.",
        )


def outline(text: str, *, prefixes: Mapping[str, str], base: str) -> Outline:
    """Return the outline of a query; `prefixes` are those it need not declare."""
    known, iris, used = dict(prefixes), set[str](), dict[str, str]()
    default, named = list[str](), list[str]()
    earlier, previous = _START, _START
    for token in _tokens(text):
        iri = _iri(token, known, base)
        if iri is not None and previous.word == "BASE":
            base = iri
        elif iri is not None and earlier.word == "PREFIX":
            known[previous.text[:-1]] = iri
        elif iri is not None:
            iris.add(iri)
            if token.kind == "name":
                prefix = token.text.partition(":")[0]
                used[prefix] = known[prefix]
            if previous.word == "FROM":
                default.append(iri)
            elif (earlier.word, previous.word) == ("FROM", "NAMED"):
                named.append(iri)
        earlier, previous = previous, token
    return Outline(default=tuple(default), named=tuple(named), iris=frozenset(iris), prefixes=used)


_START: Final = _Token("mark", "", 0)


def _tokens(text: str, at: int = 0) -> Iterator[_Token]:
    """Yield the tokens as the standard reads them; a string that is never closed ends it."""
    while token := _token(text, at):
        if token.kind != "space":
            yield token
        at = token.end


def _token(text: str, at: int) -> _Token | None:
    found = _TOKEN.match(text, at)
    if found is None or found[0] in ("'", '"'):
        return None
    return _Token(found.lastgroup or "mark", found[0], found.end())


def _iri(token: _Token, known: Mapping[str, str], base: str) -> str | None:
    if token.kind == "iri":
        return _resolved(_unescaped(token.text[1:-1]), base)
    if token.kind == "name":
        prefix, _, local = token.text.partition(":")
        return known[prefix] + _unescaped(local) if prefix in known else None
    return None


def _resolved(iri: str, base: str) -> str | None:
    # An IRI that is whole stays as it is: urljoin drops a last «#».
    if _WHOLE.match(iri):
        return iri
    try:
        return urljoin(base, iri) + ("#" if iri.endswith("#") else "")
    except ValueError:
        return None


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(_character, text) if "\\" in text else text


def _character(found: re.Match[str]) -> str:
    code = int(found[1] or found[2] or "0", 16)
    return found[3] or (chr(code) if code <= sys.maxunicode else "\ufffd")


def _verb(text: str) -> str:
    """Return the first word after the prologue, in capitals."""
    return next((t.word for t in _tokens(text) if t.word and t.word not in _PROLOGUE), "")


def _reaches_out(text: str) -> bool:
    """Whether any way to read the text has a SERVICE in it; so does one with too many ways."""
    seen: set[tuple[int, str]] = set()
    todo, read = [(0, "")], 0
    while todo and read < _MOST_READ:
        at, before = todo.pop()
        while (at, before) not in seen and (token := _token(text, at)):
            seen.add((at, before))
            read += len(token.text)
            if _asks_elsewhere(token, before, text):
                return True
            if token.kind == "iri" and any(mark in token.text for mark in _MAY_HIDE):
                todo.append((at + 1, ""))
            if token.kind != "space":
                before = token.word if token.word in _BEFORE_A_GRAPH else ""
            at = token.end
    return bool(todo)


def _asks_elsewhere(token: _Token, before: str, text: str) -> bool:
    """Whether «SERVICE x {» or «SERVICEx:y {» starts at a token."""
    following = _tokens(text, token.end)
    if token.kind == "name":
        prefix = token.text.partition(":")[0].upper()
        return "SERVICE" in prefix and not before and _opens(next(following, _START))
    if "SERVICE" not in token.word:
        return False
    place = next(following, _START)
    if place.word == "SILENT":
        place = next(following, _START)
    return place.kind in ("variable", "iri", "name") and _opens(next(following, _START))


def _opens(token: _Token) -> bool:
    return token.text == "{"
