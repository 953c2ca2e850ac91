"""The sentences in which an answer is told, in Dutch and English.

No verb depends on the number of those who do something: a name such as «sociale centra» does
not tell it.
"""

from typing import Final

from organograaf.doing import Piece
from organograaf.responsibility.pieces import Pieces, filled

LANGS: Final = ("nl", "en")
_TEXTS: Final = {
    "responsibleFor first": (
        "Op {day} {lies} de verantwoordelijkheid voor «{task}» bij {who}{carriers}.",
        "On {day} responsibility for “{task}” {lies} with {who}{carriers}.",
    ),
    "carriesOut first": (
        "Op {day} {lies} de uitvoering van «{task}» bij {who}{carriers}.",
        "On {day} “{task}” {is_} carried out by {who}{carriers}.",
    ),
    "contributesTo first": (
        "Op {day} {comes} voor «{task}» medewerking van {who}{carriers}; wie het uitvoerde, zeggen onze "
        "bronnen niet.",
        "On {day} help with “{task}” {comes} from {who}{carriers}; our sources do not say who carried it "
        "out.",
    ),
    "carriesOut": ("De uitvoering {lies} bij {who}{carriers}.", "It {is_} carried out by {who}{carriers}."),
    "contributesTo": ("Medewerking {comes} van {who}.", "Help {comes} from {who}."),
    "decidedBy": ("De beslissing {lies} bij {who}{way}.", "The decision {lies} with {who}{way}."),
    "lies": ("lag", "lay"), "lies now": ("ligt", "lies"),
    "comes": ("kwam", "came"), "comes now": ("komt", "comes"),
    "is_": ("was", "was"), "is_ now": ("is", "is"),
    "by way of": (", zoals over {things}", ", as on {things}"),
    "ground": ("Rechtsgrond: {laws}{way}.", "Legal ground: {laws}{way}."),
    "ground of broader": (", van het ruimere «{task}»", ", of the broader “{task}”"),
    "part of": ("{law} van de {whole}", "{law} of {whole}"),
    "for": (" (voor {carriers})", " (for {carriers})"),
    "carriers": (", voor {carriers}", ", for {carriers}"),
    "nobody": (
        "Geen bron bevestigt wie «{task}» op {day} {does}.",
        "No source confirms who {does} “{task}” on {day}.",
    ),
    "does": ("deed", "did"), "does now": ("doet", "does"),
    "broader": ("Voor het ruimere «{task}»: {who}.", "For the broader “{task}”: {who}."),
    "broader earlier": (
        "Voor het ruimere «{task}» laatst bevestigd: {who}.",
        "Last confirmed for the broader “{task}”: {who}.",
    ),
    "broader later": (
        "Voor het ruimere «{task}» later bevestigd: {who}.",
        "Confirmed later for the broader “{task}”: {who}.",
    ),
    "narrower": ("Voor een deel ervan, «{task}»: {who}.", "For a part of it, “{task}”: {who}."),
    "narrower more": (
        "Van nog {n} andere delen is iemand bekend.",
        "Somebody is known of {n} other parts.",
    ),
    "earlier": ("Laatst bevestigd: {who}.", "Last confirmed: {who}."),
    "later": ("Later bevestigd: {who}.", "Confirmed later: {who}."),
    "earlier too": (
        "Eerder ook genoemd, zonder bekend einde: {who}.",
        "Also named earlier, with no known end: {who}.",
    ),
    "later too": (
        "Later ook genoemd, zonder bekend begin: {who}.",
        "Also named later, with no known start: {who}.",
    ),
    "before": ("Ervoor: {who}.", "Before: {who}."),
    "after": ("Daarna: {who}.", "After that: {who}."),
    "before broader": (
        "Ervoor, voor het ruimere «{task}»: {who}.",
        "Before, for the broader “{task}”: {who}.",
    ),
    "after broader": (
        "Daarna, voor het ruimere «{task}»: {who}.",
        "After that, for the broader “{task}”: {who}.",
    ),
    "then": ("{who} ({when})", "{who} ({when})"),
    "from": ("vanaf {when}", "from {when}"),
    "from at latest": ("uiterlijk vanaf {when}", "from {when} at the latest"),
    "until": ("t.e.m. {when}", "up to and including {when}"),
    "until early": ("tot {when}", "until {when}"),
    "until at least": ("zeker t.e.m. {when}", "certainly up to and including {when}"),
    "on": ("op {when}", "on {when}"), "in": ("in {when}", "in {when}"),
    "somewhere": ("ergens {when}", "somewhere {when}"),
    "undated": ("op een dag die niet bekend is", "on a day that is not known"),
    "went over": (
        "Van {old} {verb} {when} {what} over naar {new}{inferred}{task}.",
        "From {old}, {what} went over to {new} {when}{inferred}{task}.",
    ),
    "inferred": (" (door ons afgeleid)", " (inferred by us)"),
    "task too": (
        "; of «{task}» daarbij was, zegt geen bron",
        "; no source says whether “{task}” was among it",
    ),
    "maybe": ("mogelijk: {why}", "possibly: {why}"),
    "unit": (
        "Op {day} {is_} {thing} {type}{under}{carriers}.",
        "On {day} {thing} {is_} {type}{under}{carriers}.",
    ),
    "a": ("een {kind}", "a {kind}"), "part": ("een onderdeel", "a part"),
    "existed": ("{thing} bestond op {day}{carriers}.", "{thing} existed on {day}{carriers}."),
    "may exist": (
        "Of {thing} op {day} bestond, is niet zeker: {why}.",
        "Whether {thing} existed on {day} is not sure: {why}.",
    ),
    "absent": ("{thing} bestond niet op {day} ({lives}).", "{thing} did not exist on {day} ({lives})."),
    "under": (" onder {above}", " under {above}"),
    "led": ("Aan het hoofd: {who}.", "At its head: {who}."),
    "held": ("{who} als {post}", "{who} as {post}"),
    "tasks": ("Taken: {tasks}.", "Tasks: {tasks}."),
    "decides on": ("Beslist over: {tasks}.", "Decides on: {tasks}."),
    "holder": ("Op {day} {be} {who} {post}{at}.", "On {day} {who} {be} {post}{at}."),
    "one": ("was", "was"), "one now": ("is", "is"),
    "more": ("waren", "were"), "more now": ("zijn", "are"),
    "portfolio": ("Bevoegd voor: {things}.", "Portfolio: {things}."),
    "at": (" bij {where}", " at {where}"),
    "vacant": ("Op {day} {is_} het ambt {post}{at} vacant.", "On {day} the post {post}{at} {is_} vacant."),
    "no holder": (
        "Geen bron bevestigt wie op {day} {post}{at} {is_}.",
        "No source confirms who {is_} {post}{at} on {day}.",
    ),
    "acting": ("waarnemend", "acting"), "honorary": ("ere", "honorary"),
    "no post": (
        "Geen bron bevestigt voor {day} een ambt van {who}.",
        "No source confirms a post of {who} for {day}.",
    ),
    "event": ("{what}: {when}{act}.", "{what}: {when}{act}."),
    "act": (", besluit {act}", ", act {act}"),
    "parties": ("Betrokken: {things}.", "Concerns: {things}."),
    "law": ("Op {day} {rests} hierop, op {law}: {things}.", "On {day}, resting on {law}: {things}."),
    "rests": ("rustte", "rested"), "rests now": ("rust", "rests"),
    "law alone": (
        "Wat op {day} op {law} rustte, zeggen onze bronnen niet.",
        "Our sources do not say what rested on {law} on {day}.",
    ),
    "source": ("Bron {number}: {title}{publisher}.", "Source {number}: {title}{publisher}."),
}  # fmt: skip


def say(key: str, lang: str, **gaps: Piece | Pieces) -> Pieces:
    """Return a sentence in `lang` ("nl" or "en") as pieces, its gaps filled."""
    return filled(_TEXTS[key][lang == "en"], **gaps)


def word(key: str, lang: str, *, present: bool = False, **gaps: str) -> str:
    """Return a word or phrase without things in it; of now when `present` and it has such a form."""
    now = f"{key} now"
    text = _TEXTS[now if present and now in _TEXTS else key][lang == "en"]
    return text.format(**gaps)
