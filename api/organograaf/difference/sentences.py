"""One sentence per change in the world, such as a council can read."""

from organograaf import words
from organograaf.changes import Aspect, Change, ChangeKind
from organograaf.difference.phrases import LANGS, inferred, listed, share, since, sources, why
from organograaf.difference.tell import Story
from organograaf.model import Basis
from organograaf.organogram.doubt import doubt
from organograaf.period import Certainty
from organograaf.vocab import GRAAF, ORG, kind

_FOUNDED = {
    "oprichting": ("opgericht", "founded"),
    "fusie": ("ontstaan door een fusie", "formed by a merger"),
    "splitsing": ("ontstaan door een splitsing", "formed by a split"),
}
_TEXTS = {
    "appeared": ("{name} is {when} {verb}{as_}", "{name} was {verb}{as_} {when}"),
    "new": (
        "{name}{type_} is er op {until} wel en op {since} nog niet",
        "{name}{type_} is there on {until} and not yet on {since}",
    ),
    "maybe": ("{name} bestaat op {until} mogelijk ({doubt})", "{name} may exist on {until} ({doubt})"),
    "came": ("; {what} {come}{inferred} van {old}", "; {what} came{inferred} from {old}"),
    "gone": ("{name} bestaat niet meer{since}", "{name} no longer exists{since}"),
    "went": ("; {what} {go}{inferred} naar {new}", "; {what} went{inferred} to {new}"),
    "tasks": ("de taken", "its tasks"),
    "all tasks": ("taken", "tasks"),
    "left": (
        "; wat er met {tasks} gebeurde, zeggen onze bronnen niet",
        "; our sources do not say what became of {tasks}",
    ),
    "renamed": ("{old} heet{since} {new}", "{old} has been called {new}{since}"),
    "renamed undated": ("{old} heet op {until} {new}", "{old} is called {new} on {until}"),
    "named": ("{name} had op {day} nog geen bekende naam en heet nu {new}", "{name} is now called {new}"),
    "unnamed": ("{name} heet niet langer {old}", "{name} is no longer called {old}"),
    "moved": ("{name} staat{since} onder {new}, voordien onder {old}",
              "{name} has been under {new}{since}, before that under {old}"),
    "placed": ("{name} staat{since} onder {new}; waar het eerder stond, zeggen onze bronnen niet",
               "{name} has been under {new}{since}; our sources do not say where it stood before"),
    "displaced": ("{name} staat{since} niet meer onder {old}; waar het nu staat, zeggen onze bronnen niet",
                  "{name} has not been under {old}{since}; our sources do not say where it stands now"),
    "along": ("; wat eronder staat ging mee: {units}", "; what stands under it moved along: {units}"),
    "left too": (
        "; of dat ook geldt voor {tasks}, zeggen onze bronnen niet",
        "; our sources do not say whether that holds for {tasks}",
    ),
    "so": ("{text}, zo leiden wij af", "{text}, we infer"),
    "carrier": ("{name} wordt{since} gedragen door {new}, voordien door {old}",
                "{name} has been carried by {new}{since}, before that by {old}"),
    "carried": ("{name} wordt{since} gedragen door {new}", "{name} has been carried by {new}{since}"),
    "uncarried": ("{name} wordt{since} niet meer gedragen door {old}",
                  "{name} is no longer carried by {old}{since}"),
    "task": ("De taak «{name}» ligt{since} bij {new}, voordien bij {old}",
             "The task “{name}” has been with {new}{since}, before that with {old}"),
    "task got": ("De taak «{name}» ligt{since} bij {new}", "The task “{name}” has been with {new}{since}"),
    "task lost": ("De taak «{name}» ligt{since} niet meer bij {old}",
                  "The task “{name}” has not been with {old}{since}"),
    "post": ("Het ambt «{name}» staat{since} bij {new}, voordien bij {old}",
             "The post “{name}” stands at {new}{since}, before that at {old}"),
    "post got": ("Het ambt «{name}» bestaat{since} bij {new}", "The post “{name}” exists at {new}{since}"),
    "post alone": ("Het ambt «{name}» bestaat{since}", "The post “{name}” exists{since}"),
    "post lost": ("Het ambt «{name}» bestaat niet meer{since} bij {old}",
                  "The post “{name}” no longer exists at {old}{since}"),
    "post gone": ("Het ambt «{name}» bestaat niet meer{since}", "The post “{name}” no longer exists{since}"),
    "holder": ("{name}{of_unit}: {new}{since}, voordien {old}",
               "{name}{of_unit}: {new}{since}, before {old}"),
    "holder got": ("{name}{of_unit} wordt{since} bekleed door {new}",
                   "{name}{of_unit} is held by {new}{since}"),
    "holder lost": ("{name}{of_unit} wordt{since} niet meer bekleed door {old}{vacant}",
                    "{name}{of_unit} is no longer held by {old}{since}{vacant}"),
    "vacant": ("; het ambt is vacant", "; the post is vacant"),
    "certain": ("{name} werd zeker: onze bronnen bevestigen het op {until}",
                "{name} became certain: our sources confirm it on {until}"),
    "possible": ("{name} werd mogelijk: {doubt}", "{name} became only possible: {doubt}"),
    "surer": ("Zeker werd, van {name}: {what}", "Became certain, of {name}: {what}"),
    "less sure": ("Alleen nog mogelijk werd, van {name}: {what}", "Became only possible, of {name}: {what}"),
}  # fmt: skip
_WHAT = {
    Aspect.PLACE: ("de plaats", "its place"),
    Aspect.NAME: ("de naam", "its name"),
    Aspect.CARRIER: ("de drager", "its carrier"),
    Aspect.TASK: ("de taak «{0}»", "the task “{0}”"),
    Aspect.HOLDER: ("de houder {0}", "its holder {0}"),
    Aspect.EXISTENCE: ("het bestaan", "its existence"),
}
Gaps = dict[str, str]


def speak(story: Story, change: Change) -> tuple[tuple[str, str], ...]:
    """Return the sentence of a change between two days, per language."""
    return tuple((lang, _sentence(story, change, lang)) for lang in LANGS)


def _sentence(story: Story, change: Change, lang: str) -> str:
    if change.kind is ChangeKind.CERTAINTY:
        return _certainty(story, change, lang)
    made = {ChangeKind.APPEARED: _appeared, ChangeKind.DISAPPEARED: _gone}.get(change.kind, _turned)
    text = made(story, change, lang)
    if change.basis is Basis.INFERRED and not change.transfers:
        text = _fill("so", lang, text=text)
    one_sided = change.kind is ChangeKind.MOVED and not (change.before and change.after)
    reason = "" if one_sided else why(change, lang)  # that text already says what sources leave open
    return f"{text[:1].upper()}{text[1:]}{reason}{sources(change, lang)}."


def _fill(key: str, lang: str, **gaps: str) -> str:
    return _TEXTS[key][lang == "en"].format(**gaps)


def _appeared(story: Story, change: Change, lang: str) -> str:
    name, until = change.thing.label, words.day(story.after.day, lang)
    kind_ = _type(story, change, lang)
    possible = change.certainty[1] is Certainty.POSSIBLE
    if possible and not (change.moment and change.moment.latest <= story.after.day):
        text = _fill("maybe", lang, name=name, until=until, doubt=_doubt(story, change, lang))
    elif change.moment:
        verb = _FOUNDED.get(change.event.kind_slug if change.event else "", ("ontstaan", "formed"))
        as_ = _as(kind_, lang) if kind_ else ""
        told = words.roughly(change.moment, lang)
        told = f"op {told}" if lang == "nl" and change.moment.exact else told
        told = f"on {told}" if lang == "en" and change.moment.exact else told
        text = _fill("appeared", lang, name=name, when=told, verb=verb[lang == "en"], as_=as_)
        text += f" ({_doubt(story, change, lang)})" if possible else ""
    else:
        first = words.day(story.before.day, lang)
        shown = f" ({kind_})" if kind_ else ""
        text = _fill("new", lang, name=name, type_=shown, until=until, since=first)
    if change.transfers:
        text += _passed("came", change, lang, listed(change.before, lang))
    return text


def _gone(story: Story, change: Change, lang: str) -> str:
    text = _fill("gone", lang, name=change.thing.label, since=since(change.moment, lang))
    if change.transfers:
        text += _passed("went", change, lang, listed(change.after, lang))
    label = story.before.register.label
    left = sorted(label(s.held.value) for s in change.shifts if s.held.aspect is Aspect.TASK)
    if left:
        key = "left too" if change.transfers else "left"
        text += _fill(key, lang, tasks=listed([f"«{one}»" for one in left], lang))
    return text


def _passed(key: str, change: Change, lang: str, where: str) -> str:
    """Tell what went over, in the words of the source or as its share."""
    known = [one for one in change.transfers if one.share != "unknown"]
    told = dict.fromkeys(share(one, lang) for one in known)
    plain = "all tasks" if key == "came" else "tasks"
    several = len(told) != 1 or bool(known[0].wording)
    return _fill(
        key,
        lang,
        what=listed(list(told), lang) or _fill(plain, lang),
        come="kwamen" if several else "kwam",
        go="gingen" if several else "ging",
        inferred=inferred([one.basis for one in change.transfers], lang),
        old=where,
        new=where,
    )


_KEYS = {
    ChangeKind.RENAMED: ("renamed", "named", "unnamed"),
    ChangeKind.MOVED: ("moved", "placed", "displaced"),
    ChangeKind.CARRIER: ("carrier", "carried", "uncarried"),
    ChangeKind.TASK: ("task", "task got", "task lost"),
    ChangeKind.HOLDER: ("holder", "holder got", "holder lost"),
}


def _turned(story: Story, change: Change, lang: str) -> str:
    """Tell a change of something that goes on: both sides known, or only one."""
    key = _post(change) if change.kind is ChangeKind.POST else _key(change)
    gaps = {
        "name": change.thing.label,
        "old": listed(change.before, lang),
        "new": listed(change.after, lang),
        "since": since(change.moment, lang),
        "until": words.day(story.after.day, lang),
        "day": words.day(story.before.day, lang),
        "of_unit": _of_unit(story, change),
        "vacant": _vacant(story, change, lang),
    }
    text = _fill("renamed undated" if key == "renamed" and not change.moment else key, lang, **gaps)
    if change.along:
        text += _fill("along", lang, units=listed(change.along, lang))
    return text


def _key(change: Change) -> str:
    both, got, lost = _KEYS[change.kind]
    return both if change.before and change.after else got if change.after else lost


def _post(change: Change) -> str:
    gone = change.certainty[1] is Certainty.NO
    if gone:
        return "post lost" if change.before else "post gone"
    if change.before and change.after:
        return "post"
    return "post got" if change.after else "post lost" if change.before else "post alone"


def _of_unit(story: Story, change: Change) -> str:
    then, now = story.values(change.thing.iri, Aspect.PLACE)
    units = now or then
    return f" ({units[0].label})" if units and kind(change.thing.iri) == "post" else ""


def _vacant(story: Story, change: Change, lang: str) -> str:
    found = story.after.register.on(story.after.day, change.thing.iri, GRAAF.vacant)
    return _fill("vacant", lang) if found and change.kind is ChangeKind.HOLDER else ""


def _type(story: Story, change: Change, lang: str) -> str:
    register = story.after.register
    found = register.on(story.after.day, change.thing.iri, ORG.classification)
    return next((register.label(s.object, lang=lang) for s, _ in found if isinstance(s.object, str)), "")


def _as(kind_: str, lang: str) -> str:
    return f" als {kind_}" if lang == "nl" else f" as {'an' if kind_[0] in 'aeiou' else 'a'} {kind_}"


def _doubt(story: Story, change: Change, lang: str) -> str:
    lives = story.after.lives(change.thing.iri)
    return dict(doubt(lives[0].period, story.after.day))[lang] if lives else ""


def _certainty(story: Story, change: Change, lang: str) -> str:
    life = next((s for s in change.shifts if s.held.aspect is Aspect.EXISTENCE), None)
    name = change.thing.label + _of_unit(story, change)
    if life:
        sure = life.after is Certainty.CERTAIN
        gaps = {"until": words.day(story.after.day, lang), "doubt": _doubt(story, change, lang)}
        text = _fill("certain" if sure else "possible", lang, name=name, **gaps)
        return f"{text[:1].upper()}{text[1:]}{sources(change, lang)}."
    parts = []
    for grade, key in ((Certainty.CERTAIN, "surer"), (Certainty.POSSIBLE, "less sure")):
        helds = [shift.held for shift in change.shifts if shift.after is grade]
        told = sorted({_what(story, held.aspect, held.value, lang) for held in helds})
        if told:
            parts.append(_fill(key, lang, name=name, what=listed(told, lang)))
    return "; ".join(parts) + sources(change, lang) + "."


def _what(story: Story, aspect: Aspect, value: str, lang: str) -> str:
    label = story.after.register.label(value) if aspect in (Aspect.TASK, Aspect.HOLDER) else ""
    return _WHAT[aspect][lang == "en"].format(label)
