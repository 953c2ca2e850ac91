"""One sentence per correction: what we know otherwise of a day than before."""

from organograaf import words
from organograaf.changes import Change, ChangeKind
from organograaf.difference.phrases import LANGS, listed, sources
from organograaf.difference.tell import Story
from organograaf.period import Certainty

_NOT = {"nl": ", niet {0}", "en": ", not {0}"}
_TEXTS = {
    "is": ("Wij weten nu dat {name} op {day} {sure}bestond",
           "We now know that {name} {sure}existed on {day}"),
    "is not": ("Wij weten nu dat {name} op {day} niet bestond",
               "We now know that {name} did not exist on {day}"),
    "renamed": ("Wij weten nu dat {name} op {day} {new} heette{not_}",
                "We now know that {name} was called {new} on {day}{not_}"),
    "moved": ("Wij weten nu dat {name} op {day} onder {new} stond{not_}",
              "We now know that {name} stood under {new} on {day}{not_}"),
    "carrier": ("Wij weten nu dat {name} op {day} door {new} gedragen werd{not_}",
                "We now know that {name} was carried by {new} on {day}{not_}"),
    "task": ("Wij weten nu dat de taak «{name}» op {day} bij {new} lag{not_}",
             "We now know that the task “{name}” lay with {new} on {day}{not_}"),
    "post": ("Wij weten nu dat het ambt «{name}» op {day} bij {new} stond{not_}",
             "We now know that the post “{name}” stood at {new} on {day}{not_}"),
    "holder": ("Wij weten nu dat {new} op {day} het ambt «{name}» bekleedde{not_}",
               "We now know that {new} held the post “{name}” on {day}{not_}"),
    "withdrawn": ("Dat {name} op {day} iets te maken had met {old}, weten wij niet langer",
                  "That {name} had to do with {old} on {day} is no longer known"),
    "surer": ("Over {name} op {day} zijn wij zekerder", "Of {name} on {day} we are more certain"),
    "less sure": ("Over {name} op {day} zijn wij minder zeker", "Of {name} on {day} we are less certain"),
}  # fmt: skip
_MAYBE = {"nl": "mogelijk ", "en": "may have "}


def correct(story: Story, change: Change) -> tuple[tuple[str, str], ...]:
    """Return the sentence of a correction about the day of the story, per language."""
    return tuple((lang, _sentence(story, change, lang)) for lang in LANGS)


def _sentence(story: Story, change: Change, lang: str) -> str:
    kept = tuple(one for one in change.before if one not in change.after)
    gaps = {
        "name": change.thing.label,
        "day": words.day(story.after.day, lang),
        "new": listed(change.after, lang),
        "old": listed(change.before, lang),
        "not_": _NOT[lang].format(listed(kept, lang)) if kept else "",
        "sure": _MAYBE[lang] if lang == "nl" and change.certainty[1] is Certainty.POSSIBLE else "",
    }
    return _TEXTS[_key(change)][lang == "en"].format(**gaps) + sources(change, lang) + "."


def _key(change: Change) -> str:
    if change.kind is ChangeKind.CERTAINTY:
        surer = any(shift.after is Certainty.CERTAIN for shift in change.shifts)
        return "surer" if surer else "less sure"
    if change.kind is ChangeKind.APPEARED or (change.kind is ChangeKind.POST and not change.before):
        return "is"
    if change.kind is ChangeKind.DISAPPEARED:
        return "is not"
    return change.kind.value if change.after else "withdrawn"
