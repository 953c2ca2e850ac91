"""Who does a task, told as to a colleague: one paragraph per language."""

from collections.abc import Sequence
from datetime import date

from organograaf import words
from organograaf.changes import Transfer
from organograaf.difference.phrases import share
from organograaf.doing import Doing, Ground, Piece, Told
from organograaf.model import Basis
from organograaf.responsibility.doings import DOES, Doings
from organograaf.responsibility.phrases import LANGS, say, word
from organograaf.responsibility.pieces import Pieces, listed, marked, sentences, shortly
from organograaf.responsibility.time import handed
from organograaf.view import Named

_MOST_TOLD = 3


def told(task: Named, doings: Doings, transfers: Sequence[Transfer], on: date, *, present: bool) -> Told:
    """Return who does a task on a day, who decides, on what ground, who was before and came after."""
    return tuple((lang, _Teller(task, on, lang, present).paragraph(doings, transfers)) for lang in LANGS)


class _Teller:
    def __init__(self, task: Named, on: date, lang: str, present: bool) -> None:
        self._task = task
        self._on = on
        self._lang = lang
        self._words = {key: word(key, lang, present=present) for key in ("lies", "comes", "is_", "does")}

    def paragraph(self, doings: Doings, transfers: Sequence[Transfer]) -> Pieces:
        same = [one for one in doings.now if one.way == "same" and one.relation in DOES]
        decides = [one for one in doings.now if one.relation == "decidedBy"]
        if same:
            told = [*self._same(same), self._decides(decides), self._ground(same)]
            told += [*self._around(doings.now), *self._broader(doings.remote, self._last(doings.before))]
            told += self._remote([d for d in doings.remote if d.way == "same"], same, "{} too")
            told += [*self._other("before", doings.before), *self._other("after", doings.after)]
            return sentences([*told, *self._handed(transfers, doings)])
        told = [*self._nobody(doings, transfers), self._decides(decides)]
        return sentences([*told, *self._other("after", doings.after)])

    def _same(self, same: Sequence[Doing]) -> list[Pieces]:
        found: list[Pieces] = []
        carriers: Pieces = ()
        for relation in DOES:
            doing = [one for one in same if one.relation == relation]
            if doing:
                already, carriers = carriers, self._carriers(doing)
                found.append(
                    self._sentence(relation, doing, carriers if carriers != already else (), not found)
                )
        return found

    def _sentence(self, relation: str, doing: Sequence[Doing], carriers: Pieces, first: bool) -> Pieces:
        return say(
            f"{relation} first" if first else relation,
            self._lang,
            day=words.day(self._on, self._lang),
            task=self._task,
            who=self._who(doing, carried=len({_carriers(one) for one in doing}) > 1),
            carriers=carriers,
            **self._words,
        )

    def _who(self, doings: Sequence[Doing], *, carried: bool = False) -> Pieces:
        """Return those who do it, each once, with what is not sure and, when `carried`, for whom."""
        units = {one.unit.iri: one for one in reversed(doings)}
        ordered = [one for one in doings if units[one.unit.iri] is one]
        return listed([self._doer(one, carried) for one in ordered], self._lang)

    def _doer(self, one: Doing, carried: bool) -> Pieces:
        doer = marked(one.unit, one.certainty, shortly(one.doubt, self._lang), one.basis, self._lang)
        persons = _carriers(one) if carried else ()
        return (*doer, *say("for", self._lang, carriers=listed(persons, self._lang))) if persons else doer

    def _carriers(self, doings: Sequence[Doing]) -> Pieces:
        """Return for whom it is done, when that is the same for all who do it."""
        carriers = _carriers(doings[0])
        same = all(_carriers(one) == carriers for one in doings)
        return say("carriers", self._lang, carriers=listed(carriers, self._lang)) if same and carriers else ()

    def _decides(self, decides: Sequence[Doing]) -> Pieces:
        if not decides:
            return ()
        ways = tuple(dict.fromkeys(one.by_way_of for one in decides if one.by_way_of))
        way = say("by way of", self._lang, things=listed(ways, self._lang)) if ways else ()
        return say("decidedBy", self._lang, who=self._who(decides), way=way, lies=self._words["lies"])

    def _ground(self, same: Sequence[Doing]) -> Pieces:
        grounds = {ground.law.iri: ground for one in same for ground in one.grounds}
        if not grounds:
            return ()
        broader = next((ground.by_way_of for ground in grounds.values() if ground.by_way_of), None)
        way = say("ground of broader", self._lang, task=broader) if broader else ()
        laws = listed([self._law(ground) for ground in grounds.values()], self._lang)
        return say("ground", self._lang, laws=laws, way=way)

    def _law(self, ground: Ground) -> Pieces:
        law = marked(ground.law, ground.certainty, "", ground.basis, self._lang)
        return say("part of", self._lang, law=law, whole=ground.of) if ground.of else law

    def _nobody(self, doings: Doings, transfers: Sequence[Transfer]) -> list[Pieces]:
        """Return that no source confirms anybody, and who is known instead: what is nearest first."""
        day = words.day(self._on, self._lang)
        nobody = say("nobody", self._lang, day=day, task=self._task, does=self._words["does"])
        own = [one for one in doings.remote if one.way == "same"]
        ended, confirmed = self._last(doings.before), self._last(own)
        before = [*self._other("before", doings.before), *self._handed(transfers, doings)]
        remote = self._remote(own, (), "{} too" if confirmed < ended else "{}")
        ordered = [*before, *remote] if confirmed < ended else [*remote, *before]
        above = self._broader(doings.remote, max(ended, confirmed))
        return [nobody, *ordered, *self._around(doings.now), *above]

    def _last(self, doings: Sequence[Doing]) -> date:
        """Return the last day before the one asked about on which one of these is known."""
        days = (one.known_on for one in doings if one.way == "same" and one.relation in DOES)
        return max((day for day in days if day and day < self._on), default=date.min)

    def _broader(self, remote: Sequence[Doing], since: date) -> list[Pieces]:
        """Return who is confirmed for broader tasks, later than anybody for the task itself."""
        later = [one for one in remote if one.way == "broader" and one.known_on and one.known_on > since]
        found = []
        for task in dict.fromkeys(one.task for one in later):
            found += self._remote([one for one in later if one.task == task], (), "broader {}", task)
        return found

    def _around(self, now: Sequence[Doing]) -> list[Pieces]:
        found = []
        for way in ("broader", "narrower"):
            tasks = tuple(dict.fromkeys(one.task for one in now if one.way == way))
            for task in tasks[:_MOST_TOLD]:
                who = self._who([one for one in now if one.way == way and one.task == task])
                found.append(say(way, self._lang, task=task, who=who))
            if way == "narrower" and len(tasks) > _MOST_TOLD:
                found.append(say("narrower more", self._lang, n=str(len(tasks) - _MOST_TOLD)))
        return found

    def _remote(
        self, remote: Sequence[Doing], same: Sequence[Doing], key: str, task: Piece = ""
    ) -> list[Pieces]:
        """Return who is confirmed only long before the day, and who only long after it."""
        named = {one.unit.iri for one in same}
        dated = [one for one in remote if one.known_on and one.unit.iri not in named and one.relation in DOES]
        dated.sort(key=lambda one: one.remote)
        earlier = [one for one in dated if one.known_on and one.known_on < self._on]
        later = [one for one in dated if one.known_on and one.known_on > self._on]
        return [
            say(key.format(side), self._lang, who=listed(self._dated(doings), self._lang), task=task)
            for side, doings in (("earlier", earlier), ("later", later))
            if doings
        ]

    def _dated(self, doings: Sequence[Doing]) -> list[Pieces]:
        once = {one.unit.iri: one for one in reversed(doings)}
        return [
            say("then", self._lang, who=one.unit, when=words.day(one.known_on, self._lang))
            for one in doings
            if once[one.unit.iri] is one and one.known_on
        ]

    def _other(self, key: str, doings: Sequence[Doing]) -> list[Pieces]:
        """Return who was before or came after, of the task and of each broader one."""
        found = []
        for task in dict.fromkeys(one.task for one in doings):
            some = {one.unit.iri: one for one in reversed(doings) if one.task == task}
            who = [
                say("then", self._lang, who=one.unit, when=dict(one.bound)[self._lang])
                for one in doings
                if some.get(one.unit.iri) is one
            ]
            way = key if task == self._task else f"{key} broader"
            found.append(say(way, self._lang, task=task, who=listed(who, self._lang, _MOST_TOLD)))
        return found

    def _handed(self, transfers: Sequence[Transfer], doings: Doings) -> list[Pieces]:
        """Return what went over; of a whole unit, whether a source says that the task was among it."""
        doers = {d.unit.iri for d in (*doings.now, *doings.after, *doings.remote) if d.way == "same"}
        said = [one for one in transfers if one.new.iri in doers or one.share == "whole"]
        unsaid = [one for one in transfers if one not in said]
        return [*went_over(said, self._lang), *went_over(unsaid, self._lang, self._task)][:_MOST_TOLD]


def _carriers(one: Doing) -> tuple[Named, ...]:
    return tuple(person for person in one.carriers if person.iri != one.unit.iri)


def went_over(transfers: Sequence[Transfer], lang: str, unsaid: Named | None = None) -> list[Pieces]:
    """Return what went over, a sentence for what went the same way at the same time.

    `unsaid` is a task of which no source says that it went along.
    """
    alike: dict[tuple[Named, str, str, Basis], list[Transfer]] = {}
    for one in transfers:
        alike.setdefault((one.new, handed(one, lang), share(one, lang), one.basis), []).append(one)
    return [
        say(
            "went over",
            lang,
            when=when,
            verb="gingen" if some[0].share == "unknown" and not some[0].wording else "ging",
            what=what,
            old=listed(tuple(dict.fromkeys(one.old for one in some)), lang),
            new=new,
            inferred=say("inferred", lang) if basis is Basis.INFERRED else "",
            task=say("task too", lang, task=unsaid) if unsaid else "",
        )
        for (new, when, what, basis), some in alike.items()
    ]
