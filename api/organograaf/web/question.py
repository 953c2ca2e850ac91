"""What is asked: the parameters of an address as one immutable value."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from organograaf.errors import BadQuestion
from organograaf.organogram import DEFAULT_REACH, years
from organograaf.period import question_day
from organograaf.search import KINDS, LONGEST

_SHOWN = 60
_DEEPEST = 99
_MOST_FOLDED = 200
_LONGEST_FIND = 100
LAYOUTS: Final = ("council", "tree", "list", "table")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question about a day; None is what was left open.

    `q` is what somebody typed; `kind` a kind of thing and `carrier` the slug of a legal person to
    keep to. `organisation` is a slug, of which the data set may hold several. `root` is a slug, `depth`
    a number of levels under it, `reach` years or "all", `paper` "a4" or "a3".
    `things` are slugs with commas between, `add` one more.
    `layout` is one of LAYOUTS, `legal` "yes" or "no", `fold` slugs with commas between, `find` a text.
    Addresses call `since` by the name `from`, which Python keeps for itself.
    """

    q: str | None = None
    on: date | None = None
    since: date | None = None
    until: date | None = None
    earlier: date | None = None
    known: date | None = None
    root: str | None = None
    depth: int | None = None
    reach: str = DEFAULT_REACH
    kind: str | None = None
    carrier: str | None = None
    certainty: str = "possible"
    paper: str = "a3"
    units: str = "changed"
    things: str = ""
    add: str = ""
    layout: str = "council"
    legal: str = "no"
    fold: str = ""
    find: str = ""
    organisation: str | None = None
    lang: str = "nl"

    def kept(self, **more: Any) -> "Question":
        """Return what goes along to any other page: what is known, whose organisation, the language."""
        return Question(known=self.known, organisation=self.organisation, lang=self.lang, **more)

    def query(self, **other: object) -> str:
        """Return it as the query of an address, `?` included, some values replaced by `other`."""
        given = {name: getattr(self, _field(name)) for name in PARAMETERS} | other
        said = {name: str(value) for name, value in given.items() if value not in (None, _DEFAULTS[name])}
        return f"?{urlencode(said)}" if said else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A parameter that addresses may take: how it is read, and what it means."""

    read: Callable[[str], object]
    nl: str
    en: str
    schema: Mapping[str, Any]


def _field(name: str) -> str:
    return "since" if name == "from" else name


def shown(text: str) -> str:
    """Return a text from outside cut to what a message can hold."""
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _one_of(name: str, *words: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        if text in words:
            return text
        raise BadQuestion(
            f"«{shown(text)}» kan niet als {name}. Kies {' of '.join(words)}.",
            f"“{shown(text)}” cannot be a {name}. Choose {' or '.join(words)}.",
        )

    return read


def _depth(text: str) -> int:
    if text.isascii() and text.isdigit() and len(text) <= len(str(_DEEPEST)):
        return int(text)
    raise BadQuestion(
        f"«{shown(text)}» is geen aantal niveaus. Geef een getal van 0 tot {_DEEPEST}.",
        f"“{shown(text)}” is not a number of levels. Give a number from 0 to {_DEEPEST}.",
    )


def _reach(text: str) -> str:
    years(text)
    return text


def _fold(text: str) -> str:
    slugs = dict.fromkeys(one for one in text.split(",") if one)
    if len(slugs) > _MOST_FOLDED:
        raise BadQuestion(
            f"Er zijn {len(slugs)} eenheden om te vouwen. Geef er hoogstens {_MOST_FOLDED}.",
            f"There are {len(slugs)} units to fold. Give at most {_MOST_FOLDED}.",
        )
    return ",".join(slugs)


def _find(text: str) -> str:
    return " ".join(text.split())[:_LONGEST_FIND]


_DAY: Final = {"type": "string", "examples": ["2018-06-01", "2018-06", "2018", "01/06/2018"]}
PARAMETERS: Final[Mapping[str, Parameter]] = {
    "q": Parameter(
        read=str,
        nl="wat u zoekt, in uw eigen woorden",
        en="what you look for, in your own words",
        schema={"type": "string", "maxLength": LONGEST, "examples": ["schulden", "homeless"]},
    ),
    "on": Parameter(
        read=question_day,
        nl="de dag waarover het gaat; zonder: de laatste dag waarover de gegevens iets zeggen",
        en="the day asked about; without: the latest day that the data speaks of",
        schema=_DAY,
    ),
    "from": Parameter(
        read=question_day,
        nl="de eerste van twee dagen",
        en="the first of two days",
        schema=_DAY,
    ),
    "until": Parameter(
        read=question_day,
        nl="de tweede van twee dagen, zelf inbegrepen",
        en="the second of two days, itself included",
        schema=_DAY,
    ),
    "earlier": Parameter(
        read=question_day,
        nl="ook wat op deze dag anders was opgetekend: verbeteringen",
        en="also what had been recorded otherwise by this day: corrections",
        schema=_DAY,
    ),
    "known": Parameter(
        read=question_day,
        nl="alleen wat op deze dag al was opgetekend",
        en="only what had been recorded by this day",
        schema=_DAY,
    ),
    "root": Parameter(
        read=str,
        nl="de slug van de bovenste organisatie of eenheid",
        en="the slug of the top organisation or unit",
        schema={"type": "string"},
    ),
    "depth": Parameter(
        read=_depth,
        nl="het aantal niveaus onder de top",
        en="the number of levels under the top",
        schema={"type": "integer", "minimum": 0, "maximum": _DEEPEST},
    ),
    "reach": Parameter(
        read=_reach,
        nl="laat weg wat enkel meer dan zoveel jaar eerder of later bevestigd is; «all» toont alles",
        en="leaves out what is confirmed only more than so many years before or after; “all”: nothing",
        schema={"type": "string", "examples": ["0", "3", "all"], "default": DEFAULT_REACH},
    ),
    "kind": Parameter(
        read=_one_of("kind", *KINDS),
        nl="alleen dit soort dingen",
        en="only this kind of things",
        schema={"type": "string", "enum": list(KINDS)},
    ),
    "carrier": Parameter(
        read=str,
        nl="alleen wat voor deze rechtspersoon gebeurt (een slug)",
        en="only what is done for this legal person (a slug)",
        schema={"type": "string"},
    ),
    "certainty": Parameter(
        read=_one_of("certainty", "possible", "certain"),
        nl="«certain» laat weg wat op die dag alleen mogelijk is",
        en="“certain” leaves out what is only possible on that day",
        schema={"type": "string", "enum": ["possible", "certain"], "default": "possible"},
    ),
    "things": Parameter(
        read=str,
        nl="slugs met komma’s ertussen: alleen deze eenheden, organisaties of ambten",
        en="slugs with commas between: only these units, organisations or offices",
        schema={"type": "string", "default": ""},
    ),
    "add": Parameter(
        read=str,
        nl="nog een eenheid, organisatie of ambt bij «things» (een slug)",
        en="one more unit, organisation or office beside “things” (a slug)",
        schema={"type": "string", "default": ""},
    ),
    "units": Parameter(
        read=_one_of("units", "changed", "all"),
        nl="«all» toont ook de eenheden die bleven zoals ze waren",
        en="“all” also shows the units that stayed as they were",
        schema={"type": "string", "enum": ["changed", "all"], "default": "changed"},
    ),
    "paper": Parameter(
        read=_one_of("paper", "a4", "a3"),
        nl="het papier van de tekening",
        en="the paper of the picture",
        schema={"type": "string", "enum": ["a4", "a3"], "default": "a3"},
    ),
    "layout": Parameter(
        read=_one_of("layout", *LAYOUTS),
        nl="hoe het getoond wordt: voor de raad, als boom om te vouwen, als lijst of als tabel",
        en="how it is shown: for the council, as a tree to fold, as a list or as a table",
        schema={"type": "string", "enum": list(LAYOUTS), "default": "council"},
    ),
    "legal": Parameter(
        read=_one_of("legal", "no", "yes"),
        nl="«yes» zet in de vakjes wie elke eenheid draagt, voor wie ze werkt en wie erover beslist",
        en="“yes” tells in the boxes who carries each unit, for whom it works and who decides on it",
        schema={"type": "string", "enum": ["no", "yes"], "default": "no"},
    ),
    "fold": Parameter(
        read=_fold,
        nl="de slugs van dichtgevouwen eenheden in de boom, met komma’s ertussen",
        en="the slugs of units folded in the tree, with commas between",
        schema={"type": "string"},
    ),
    "find": Parameter(
        read=_find,
        nl="zoekt een eenheid of een ambt in het organogram",
        en="looks for a unit or a post in the chart",
        schema={"type": "string"},
    ),
    "organisation": Parameter(
        read=str,
        nl="waar de gegevens over meer dan één organisatie gaan: de slug van de organisatie",
        en="where the data is about more than one organisation: the slug of the organisation",
        schema={"type": "string"},
    ),
    "lang": Parameter(
        read=_one_of("lang", "nl", "en"),
        nl="de taal van het antwoord",
        en="the language of the answer",
        schema={"type": "string", "enum": ["nl", "en"], "default": "nl"},
    ),
}
_DEFAULTS: Final = {name: getattr(Question(), _field(name)) for name in PARAMETERS}

ORGANOGRAM: Final = (
    "on",
    "known",
    "root",
    "depth",
    "reach",
    "certainty",
    "legal",
    "paper",
    "layout",
    "organisation",
    "lang",
)
CHART: Final = (*ORGANOGRAM, "fold", "find")
DAY: Final = ("on", "known", "organisation", "lang")
KNOWN: Final = ("known", "organisation", "lang")
LANG: Final = ("organisation", "lang")
ANALYSIS: Final = ("from", "until", "root", "known", "reach", "organisation", "lang")
RADAR: Final = ("on", "root", "known", "reach", "organisation", "lang")
DIFFERENCE: Final = ("from", "until", "root", "known", "earlier", "paper", "organisation", "lang")
ORGANISATIONS: Final = ("q", "lang")
WHO: Final = ("q", "on", "known", "kind", "carrier", "certainty", "organisation", "lang")
CROSSWALK: Final = ("from", "until", "known", "organisation", "lang")
LINEAGE: Final = ("known", "paper", "organisation", "lang")
TIMELINE: Final = ("from", "until", "root", "things", "add", "known", "paper", "organisation", "lang")
TRANSITION: Final = ("from", "until", "root", "known", "depth", "units", "paper", "organisation", "lang")


def question(params: QueryParams, allowed: Iterable[str]) -> Question:
    """Read the parameters of an address that takes only those `allowed`.

    An empty value counts as not given: forms send those. Raises BadQuestion on an
    unknown or repeated parameter and on a bad value, BadDate on a bad day.
    """
    names = tuple(allowed)
    values: dict[str, Any] = {}
    for name, text in params.multi_items():
        if name not in names:
            raise BadQuestion(
                f"De parameter «{shown(name)}» bestaat hier niet. Hier {_can(names, 'kan', 'kunnen', 'en')}.",
                f"There is no parameter “{shown(name)}” here. This address takes {_listed(names, 'and')}.",
            )
        if name in values:
            raise BadQuestion(
                f"De parameter «{name}» staat er meer dan eens. Geef hem één keer.",
                f"The parameter “{name}” is given more than once. Give it once.",
            )
        values[name] = PARAMETERS[name].read(text) if text.strip() else None
    return Question(**{_field(name): value for name, value in values.items() if value is not None})


def openapi(allowed: Iterable[str]) -> dict[str, Any]:
    """Describe the parameters of an address for its OpenAPI document."""
    return {
        "parameters": [
            {
                "name": name,
                "in": "query",
                "required": False,
                "description": f"{PARAMETERS[name].nl} / {PARAMETERS[name].en}",
                "schema": dict(PARAMETERS[name].schema),
            }
            for name in allowed
        ]
    }


def _listed(names: tuple[str, ...], word: str) -> str:
    return f"{', '.join(names[:-1])} {word} {names[-1]}" if len(names) > 1 else "".join(names)


def _can(names: tuple[str, ...], one: str, more: str, word: str) -> str:
    return f"{one if len(names) == 1 else more} {_listed(names, word)}"
