"""Why something is only possible on a day, in one phrase per language."""

from datetime import date

from organograaf import words
from organograaf.period import MAX, MIN, ONE_DAY, Moment, Period, between

_PHRASES = {
    "starts": {"nl": "begon {when}", "en": "began {when}"},
    "first": {
        "nl": "oudste vermelding {when}; begin niet bekend",
        "en": "first mentioned {when}; start not known",
    },
    "ends": {"nl": "eindigde {when}", "en": "ended {when}"},
    "over": {"nl": "eindigde ten laatste op {when}", "en": "ended at the latest on {when}"},
    "last": {
        "nl": "laatst bevestigd op {when}; daarna niet bekend",
        "en": "last confirmed on {when}; not known after that",
    },
    "somewhere": {
        "nl": "vermeld {when}; begin en einde niet bekend",
        "en": "mentioned {when}; start and end not known",
    },
    "unknown": {"nl": "begin en einde niet bekend", "en": "start and end not known"},
}


def doubt(period: Period, on: date) -> tuple[tuple[str, str], ...]:
    """Return the reason as pairs (language, phrase), for a period possible on a day."""
    key, when = _reason(period, on)
    return tuple(
        (lang, phrase.format(when=words.moment(when, lang) if when else ""))
        for lang, phrase in _PHRASES[key].items()
    )


def _reason(period: Period, on: date) -> tuple[str, Moment | None]:
    before, after = on < period.latest_start, on >= period.earliest_end
    if before and period.earliest_start > MIN:
        return "starts", between(period.earliest_start, period.latest_start)
    if after and period.earliest_end == MIN and period.latest_end < MAX:
        return "over", between(period.latest_end - ONE_DAY, period.latest_end - ONE_DAY)
    if after and period.latest_end < MAX:
        return "ends", between(period.earliest_end, period.latest_end)
    if period.latest_start == MAX or period.earliest_end == MIN:
        return "unknown", None
    last = period.earliest_end - ONE_DAY
    if before and after:
        return "somewhere", between(last, period.latest_start)
    first = period.latest_start if before else last
    return ("first" if before else "last"), between(first, first)
