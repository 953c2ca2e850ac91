"""Pages made from templates; everything that is put in is escaped."""

from datetime import date
from functools import partial
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup, escape

from organograaf import __version__, share, words
from organograaf.period import Moment
from organograaf.register import Register
from organograaf.vocab import kind
from organograaf.web import menu
from organograaf.web.places import href
from organograaf.web.spoken import spoken
from organograaf.web.texts import TEXTS

_ENVIRONMENT: Final = Environment(
    loader=PackageLoader("organograaf.web"),
    autoescape=select_autoescape(default=True),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


# What says, in a tag on an English page, that its text is Dutch.
_DUTCH: Final = Markup(' lang="nl"')


def page(template: str, lang: str, register: Register | None = None, **values: Any) -> bytes:
    """Return the page of a template in "nl" or "en", as UTF-8.

    Templates have `t(key, **gaps)` for words, in which a gap that is markup stays so, `day(date)`,
    `moment(moment)`, `began(moment)` for days in words, `belgian(date)` for dd/mm/yyyy and `said(pairs)`
    for what is worded per language. `dutch` stands in a tag around a name, which is Dutch on every page;
    `spoken(text)` marks the names of `register` in a sentence.
    """
    html = _ENVIRONMENT.get_template(f"{template}.html").render(
        lang=lang,
        t=partial(_text, lang),
        has_text=TEXTS.__contains__,
        day=partial(_day, lang),
        moment=partial(_moment, lang),
        began=partial(_began, lang),
        belgian=belgian,
        said=partial(_said, lang),
        spoken=spoken(register, lang),
        program=__version__,
        menu=menu,
        href=href,
        kind=kind,
        dutch=_DUTCH if lang == "en" else "",
        themed=share.theme() is not None,
        **values,
    )
    return html.encode("utf-8", "replace")


def belgian(day: date) -> str:
    """Return a day as 01/06/2018."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def _said(lang: str, pairs: tuple[tuple[str, str], ...]) -> str:
    return dict(pairs)[lang]


def _text(lang: str, key: str, **gaps: object) -> Markup:
    # Markup.format escapes each gap that is not markup itself, such as a name that says its language.
    return escape(TEXTS[key][lang == "en"]).format(**gaps)


def _moment(lang: str, moment: Moment) -> str:
    return words.moment(moment, lang)


def _began(lang: str, moment: Moment) -> str:
    return words.began(moment, lang)


def _day(lang: str, day: date) -> str:
    return words.day(day, lang)
