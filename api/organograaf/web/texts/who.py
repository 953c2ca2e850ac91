"""The words of «who does what», in Dutch and English."""

from collections.abc import Mapping
from typing import Final

WHO: Final[Mapping[str, tuple[str, str]]] = {
    "who.menu": ("Wie doet wat", "Who does what"),
    "who.title": ("Wie doet wat?", "Who does what?"),
    "who.titled": ("«{q}» op {day}", "“{q}” on {day}"),
    "who.what": (
        "Typ een woord zoals u het zelf zegt. U ziet wie verantwoordelijk is, wie het uitvoert en wie "
        "beslist, voor welke rechtspersoon en op welke grond, en wie het ervoor en erna deed.",
        "Type a word the way you say it. You see who is responsible, who carries it out and who decides, for "
        "which legal person and on what ground, and who did it before and after.",
    ),
    "who.q": ("Wat zoekt u?", "What are you looking for?"),
    "who.q.hint": (
        "Een taak, dienst, ambt, persoon, wet of gebeurtenis; ook een afkorting, een oude naam of Engels.",
        "A task, service, post, person, law or event; also an abbreviation, an old name or English.",
    ),
    "who.search": ("Zoek", "Search"),
    "who.examples": ("Bijvoorbeeld", "For example"),
    "who.refine": ("Verfijn", "Refine"),
    "who.carrier": ("Voor welke rechtspersoon", "For which legal person"),
    "who.carrier.all": ("alle", "all"),
    "who.kind": ("Wat voor ding", "What kind of thing"),
    "who.kind.all": ("alles", "everything"),
    "who.found": ("gevonden op «{name}»", "found by “{name}”"),
    "who.none": ("Niets gevonden voor «{q}».", "Nothing found for “{q}”."),
    "who.none.filtered": (
        "Niets gevonden voor «{q}» met deze verfijning. Zonder verfijning zijn er wel {n} resultaten.",
        "Nothing found for “{q}” with these choices. Without them there are {n} results.",
    ),
    "who.none.hint": (
        "Probeer een ander of korter woord, zoals leefloon, schulden of opvang. Wat geen van onze bronnen "
        "noemt, kunnen we niet vinden.",
        "Try another or a shorter word, such as leefloon, debt or shelter. What none of our sources names, "
        "we cannot find.",
    ),
    "who.read": (
        "«{typed}» komt in onze bronnen niet voor; gezocht is op «{read}».",
        "“{typed}” does not occur in our sources; this is for “{read}”.",
    ),
    "who.clear": ("Zonder verfijning", "Without these choices"),
    "who.table": ("Wie, voor wie en waar het staat", "Who, for whom and where it is said"),
    "who.role": ("Wat", "What"),
    "who.unit": ("Wie", "Who"),
    "who.for": ("Voor", "For"),
    "who.time": ("Wanneer", "When"),
    "who.before": ("ervoor", "before"),
    "who.after": ("daarna", "after"),
    "who.ground": ("rechtsgrond", "legal ground"),
    "who.handed": ("ging over", "went over"),
    "who.rest": ("en nog {n}", "and {n} more"),
    "who.sources": ("Bronnen", "Sources"),
    "who.on": ("Vraag het voor {day}", "Ask for {day}"),
    "who.on.before": ("Ervoor: {day}", "Before: {day}"),
    "who.on.after": ("Daarna: {day}", "After: {day}"),
    "who.latest": (
        "Hetzelfde op de laatste dag waarover de bronnen iets zeggen: {day}",
        "The same on the latest day that the sources speak of: {day}",
    ),
    "who.also": ("Ook gevonden", "Also found"),
    "who.left": (
        "Nog {n} die minder passen, staan er niet bij.",
        "{n} more, which fit less well, are not shown.",
    ),
    "who.json": ("Als JSON", "As JSON"),
    "who.way.broader": ("ruimere taak: {task}", "broader task: {task}"),
    "who.way.narrower": ("deel ervan: {task}", "part of it: {task}"),
    "who.by": ("zoals over {thing}", "as on {thing}"),
    "who.responsibleFor": ("verantwoordelijk", "responsible"),
    "who.carriesOut": ("voert uit", "carries out"),
    "who.contributesTo": ("werkt mee", "contributes"),
    "who.decidedBy": ("beslist", "decides"),
    "who.remote": ("lang ervoor of erna bevestigd", "confirmed long before or after"),
    "who.kind.task": ("taak", "task"),
    "who.kind.unit": ("dienst", "unit"),
    "who.kind.post": ("ambt", "post"),
    "who.kind.person": ("persoon", "person"),
    "who.kind.organ": ("bestuursorgaan", "governing body"),
    "who.kind.organisation": ("organisatie", "organisation"),
    "who.kind.event": ("gebeurtenis", "event"),
    "who.kind.law": ("rechtsgrond", "legal ground"),
    "who.kind.source": ("bron", "source"),
}
