"""The sentences of a lineage, in Dutch and English."""

from collections.abc import Sequence

from organograaf import words
from organograaf.changes import Transfer
from organograaf.descent import Worded
from organograaf.difference.phrases import LANGS, inferred, listed, share
from organograaf.period import Moment
from organograaf.view import Named
from organograaf.vocab import kind

_STEP = ("{when} {go} {what}{inferred} van {old} naar {new}{sources}.",
         "{when}, {what}{inferred} went from {old} to {new}{sources}.")  # fmt: skip
_OFFICE = ("{when} ging het ambt {old}{inferred} {partly}over in {new}{sources}.",
           "{when}, the office {old}{inferred} {partly}passed into {new}{sources}.")  # fmt: skip
_PARTLY = ("deels ", "partly ")
_UNDATED = ("Op een dag die onze bronnen niet noemen", "On a day that our sources do not name")
_ON = ("Op ", "On ")
_ON_SOME = ("Op een dag ", "On a day ")
_IN = ("In ", "In ")
_OF = {"nl": (" (taak: {0})", " (taken: {0})"), "en": (" (task: {0})", " (tasks: {0})")}
_TASKS = {"nl": ("de taak {0}", "de taken {0}"), "en": ("the task {0}", "the tasks {0}")}
_SOURCES = {"nl": (" (bron {0})", " (bronnen {0})"), "en": (" (source {0})", " (sources {0})")}
_WHOLE = {
    "nothing": (
        "Onze bronnen noemen geen voorloper en geen opvolger van {name}.",
        "Our sources name no predecessor and no successor of {name}.",
    ),
    "from": ("{name} nam{inferred} over van {things}", "{name}{inferred} took over from {things}"),
    "to": ("{name} droeg{inferred} over aan {things}", "{name}{inferred} handed over to {things}"),
    "office from": (
        "{name} kwam{inferred} in de plaats van {things}",
        "{name}{inferred} came in the place of {things}",
    ),
    "office to": ("{name} maakte{inferred} plaats voor {things}", "{name}{inferred} gave way to {things}"),
    "no from": ("; onze bronnen noemen geen voorloper", "; our sources name no predecessor"),
    "no to": ("; onze bronnen noemen geen opvolger", "; our sources name no successor"),
    "task": (
        "De taak «{name}» lag, in volgorde van eerste vermelding, bij {things}.",
        "The task “{name}” lay, in order of first mention, with {things}.",
    ),
    "no task": (
        "Onze bronnen noemen geen eenheid die de taak «{name}» had.",
        "Our sources name no unit that had the task “{name}”.",
    ),
}


def step_sentence(one: Transfer) -> Worded:
    """Return in a sentence what went from one thing to another, when and by which source."""
    return tuple((lang, _step(one, lang)) for lang in LANGS)


def _step(one: Transfer, lang: str) -> str:
    english = lang == "en"
    office = kind(one.old.iri) == "post"
    numbers = sorted({line.source for line in one.evidence})
    several = bool(one.wording) or (one.share == "unknown" and len(one.tasks) != 1)
    return (_OFFICE if office else _STEP)[english].format(
        when=dated(one.moment, lang),
        go="gingen" if several else "ging",
        what=_what(one, lang),
        inferred=inferred([one.basis], lang),
        partly="" if one.share == "whole" else _PARTLY[english],
        old=one.old.label,
        new=one.new.label,
        sources=_SOURCES[lang][len(numbers) > 1].format(listed(numbers, lang, 99)) if numbers else "",
    )


def _what(one: Transfer, lang: str) -> str:
    """Return what went: the tasks alone when no source says how much."""
    if not one.tasks:
        return share(one, lang)
    if one.share == "unknown" and not one.wording:
        return _TASKS[lang][len(one.tasks) > 1].format(
            listed([f"«{task.label}»" for task in one.tasks], lang)
        )
    return share(one, lang) + _OF[lang][len(one.tasks) > 1].format(listed(one.tasks, lang))


def dated(moment: Moment | None, lang: str) -> str:
    """Return a moment at the head of a sentence: «Op 1 juni 2018», «Begin 2018», «In 2004»."""
    english = lang == "en"
    if moment is None:
        return _UNDATED[english]
    told = words.roughly(moment, lang)
    if told.startswith(("tussen", "between")):
        return _ON_SOME[english] + told
    if moment.exact:
        return _ON[english] + told
    return told.capitalize() if told.startswith("begin") else _IN[english] + told


def whole(thing: Named, before: Sequence[Transfer], after: Sequence[Transfer]) -> Worded:
    """Return in a sentence what a thing came from and went to, one step away."""
    return tuple((lang, _whole(thing, before, after, lang)) for lang in LANGS)


def _whole(thing: Named, before: Sequence[Transfer], after: Sequence[Transfer], lang: str) -> str:
    if not before and not after:
        return _fill("nothing", lang, name=thing.label)
    office = "office " if kind(thing.iri) == "post" else ""
    parts = []
    for key, steps in (("from", before), ("to", after)):
        things = tuple(dict.fromkeys(one.old if key == "from" else one.new for one in steps))
        if steps:
            how = inferred([*dict.fromkeys(one.basis for one in steps)], lang)
            parts.append(
                _fill(office + key, lang, name=thing.label, inferred=how, things=listed(things, lang))
            )
    text = "; ".join(parts)
    left = "" if before and after else _fill("no to" if before else "no from", lang)
    return f"{text[:1].upper()}{text[1:]}{left}."


def of_task(task: Named, had: Sequence[Named]) -> Worded:
    """Return in a sentence which units had a task, one after the other."""
    key = "task" if had else "no task"
    return tuple((lang, _fill(key, lang, name=task.label, things=listed(had, lang, 9))) for lang in LANGS)


def _fill(key: str, lang: str, **gaps: str) -> str:
    return _WHOLE[key][lang == "en"].format(**gaps)
