"""From what people type to what is known of it on a day: the text index and the views together."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from organograaf.doing import Answered, Doing, Finding, Match
from organograaf.errors import BadQuestion
from organograaf.period import Certainty
from organograaf.register import Register
from organograaf.responsibility import finding
from organograaf.search.index import Hit, Index
from organograaf.search.names import KINDS
from organograaf.search.words import words
from organograaf.view import Named

LONGEST: Final = 200
MOST: Final = 20
_MOST_MAIN: Final = 5
_MAIN: Final = 0.45  # of the best score, to be told in full
_WORTH: Final = 0.15  # of the best score, to be shown at all
_NOW, _MAYBE, _HELPS, _AROUND, _OTHER_TIME, _NEVER = 1.0, 0.9, 0.8, 0.6, 0.5, 0.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What an answer is kept to: a kind of thing, a legal person (slug), what is certain."""

    kind: str | None = None
    carrier: str | None = None
    only_certain: bool = False

    def keeps(self, one: Finding) -> bool:
        """Tell whether a finding passes, once its doings have been kept to the filter."""
        if self.kind and one.kind != self.kind:
            return False
        return not (self.carrier or self.only_certain) or bool(one.now or one.remote)

    def of(self, one: Finding) -> Finding:
        """Return a finding with only the doings that pass."""
        if not (self.carrier or self.only_certain):
            return one
        now, remote = (tuple(filter(self._passes, some)) for some in (one.now, one.remote))
        return replace(one, now=now, remote=remote)

    def _passes(self, doing: Doing) -> bool:
        if self.only_certain and doing.certainty is not Certainty.CERTAIN:
            return False
        persons = {one.slug for one in (*doing.carriers, *doing.serves, doing.unit)}
        return self.carrier is None or self.carrier in persons


def ask(register: Register, index: Index, q: str, on: date, kept_to: Filter | None = None) -> Answered:
    """Return what a text asks on a day, best first.

    What somebody did on the day goes before what was only done at another time; of two that fit
    equally well, what is mentioned nearest to the day goes first. At most `MOST` things; the rest
    is counted. Raises BadQuestion for a text without words, or too long.
    """
    text = checked(q)
    only = kept_to or Filter()
    hits = index.find(text)
    worth = [hit for hit in hits if hit.score >= _WORTH * hits[0].score]
    matched = [_match(register, hit, on) for hit in worth]
    matched.sort(key=lambda one: (-one[2], _remote(one[1]), KINDS.index(one[1].kind), one[1].thing.slug))
    narrowed = [(hit, only.of(found), score) for hit, found, score in matched]
    kept = [one for one in narrowed if only.keeps(one[1])]
    best = kept[0][2] if kept else 0.0
    return Answered(
        q=text,
        on=on,
        known=register.known,
        dataset=register.dataset,
        matches=tuple(
            Match(
                finding=found,
                text=hit.text,
                why=hit.why.word,
                score=score,
                main=at < _MOST_MAIN and score >= _MAIN * best,
            )
            for at, (hit, found, score) in enumerate(kept[:MOST])
        ),
        left_out=len(worth) - len(kept[:MOST]),
        read_as=index.read_as(text),
        kinds=tuple(one for one in KINDS if any(found.kind == one for _, found, _ in matched)),
        persons=_persons(found for _, found, _ in matched),
    )


def _persons(findings: Iterable[Finding]) -> tuple[Named, ...]:
    """Return the legal persons for which things are done, by name."""
    doings = (doing for one in findings for doing in one.possible)
    found = {person.slug: person for doing in doings for person in (*doing.carriers, *doing.serves)}
    return tuple(sorted(found.values(), key=lambda one: one.label.casefold()))


def checked(q: str) -> str:
    """Return a question stripped. Raises BadQuestion when it says nothing, or too much."""
    text = " ".join(q.split())
    if len(text) > LONGEST:
        raise BadQuestion(
            f"Dat is te lang om te zoeken: {len(text)} tekens. Geef er hoogstens {LONGEST}.",
            f"That is too long to search for: {len(text)} characters. Give at most {LONGEST}.",
        )
    if not words(text):
        raise BadQuestion(
            "Geef in q een woord om te zoeken, zoals schulden, leefloon of dakloos.",
            "Give in q a word to search for, such as schulden, leefloon or homeless.",
        )
    return text


def _match(register: Register, hit: Hit, on: date) -> tuple[Hit, Finding, float]:
    found = finding(register, hit.iri, on)
    return hit, found, round(hit.score * _weight(found), 6)


def _remote(found: Finding) -> int:
    """Return the days from the day to the nearest on which a source mentions somebody who does it."""
    return min((one.remote for one in found.possible), default=0)


def _weight(found: Finding) -> float:
    """Return how much a finding says of the day itself, from 0 to 1."""
    if found.kind != "task":
        return _NOW if found.known_on is None else _AROUND
    same = [one for one in found.now if one.way == "same" and one.relation != "decidedBy"]
    if same and all(one.relation == "contributesTo" for one in same):
        return _HELPS
    if same:
        return _NOW if any(one.certainty is Certainty.CERTAIN for one in same) else _MAYBE
    if any(one.certainty is Certainty.CERTAIN for one in found.now):
        return _AROUND
    return _OTHER_TIME if found.known_on else _NEVER
