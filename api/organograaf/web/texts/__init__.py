"""The words of the pages, in Dutch and English: one module per group of pages."""

from collections.abc import Mapping
from typing import Final

from organograaf.web.texts.analysis import ANALYSIS
from organograaf.web.texts.chart import CHART
from organograaf.web.texts.common import COMMON
from organograaf.web.texts.compare import COMPARE
from organograaf.web.texts.guide import GUIDE
from organograaf.web.texts.home import HOME
from organograaf.web.texts.lines import LINES
from organograaf.web.texts.linked import LINKED
from organograaf.web.texts.radar import RADAR
from organograaf.web.texts.shell import SHELL
from organograaf.web.texts.sparql import SPARQL
from organograaf.web.texts.things import THINGS
from organograaf.web.texts.who import WHO

TEXTS: Final[Mapping[str, tuple[str, str]]] = {
    **ANALYSIS,
    **CHART,
    **COMMON,
    **GUIDE,
    **HOME,
    **COMPARE,
    **LINES,
    **LINKED,
    **RADAR,
    **SHELL,
    **SPARQL,
    **THINGS,
    **WHO,
}


def text(key: str, lang: str, **gaps: object) -> str:
    """Return a word or sentence in "nl" or "en", its gaps filled."""
    return TEXTS[key][lang == "en"].format(**gaps)
