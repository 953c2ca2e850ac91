"""The lifelines of a chosen set, of what stands under a root, or of what took part in events."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from organograaf import words
from organograaf.changes import EventLine, Transfer
from organograaf.difference import checked
from organograaf.difference.events import event_line, transfers
from organograaf.difference.phrases import listed
from organograaf.errors import BadQuestion
from organograaf.lifelines.line import of_thing, same
from organograaf.period import MAX, MIN, ONE_DAY, UNKNOWN, Moment
from organograaf.register import Register
from organograaf.spans import Lifeline, Lifelines, Worded
from organograaf.vocab import ORG, RDF, kind

_YEARS = 23
_UNDER = (ORG.unitOf, ORG.subOrganizationOf, ORG.memberOf)
_TAKING_PART: Worded = (
    ("nl", "De eenheden die aan veranderingen deelnamen, door de tijd"),
    ("en", "The units that took part in changes, over time"),
)
_TOWARDS = (("nl", "Naar {0}"), ("en", "To {0}"))
_RING: Worded = (("nl", "Over en weer"), ("en", "Back and forth"))
_CHOSEN: Worded = (("nl", "Levenslijnen"), ("en", "Lifelines"))


def window(register: Register, since: date | None, until: date | None) -> tuple[date, date]:
    """Return the days to draw, the second not included: those asked for, else the last years.

    `until` is the last day itself, as people give it. Raises BadQuestion when the days are in
    the wrong order, and NotFound when no source speaks of them.
    """
    if since and until:
        checked(register, since, until)
    year = min(register.latest_day.year + 1, MAX.year)
    last = until + ONE_DAY if until and until < MAX else date(year, 1, 1)
    first = since or date(max(last.year - _YEARS, 1), 1, 1)
    if first >= last:
        raise BadQuestion(
            f"Onze bronnen spreken tot {words.day(register.latest_day)}. Vraag een tijdlijn van eerder.",
            f"Our sources speak until {words.day(register.latest_day, 'en')}. Ask for an earlier timeline.",
        )
    return first, last


def lifelines(
    register: Register,
    since: date,
    until: date,
    *,
    root: str | None = None,
    chosen: Sequence[str] = (),
) -> Lifelines:
    """Return the lines of `chosen` things, else of all that ever stood under `root`.

    With neither, of the units that took part in an event in these days. What may not have
    existed in them is left out.
    """
    events = [line for iri in register.events if (line := event_line(register, iri))]
    within = [one for one in events if not one.planned and one.moment and _meets(one.moment, since, until)]
    things = list(chosen)
    if not things:
        things = _under(register, root) if root else _taking_part(register, within, since, until)
    made = [of_thing(register, iri) for iri in dict.fromkeys(things)]
    lines = [line for line in made if _lives(line, since, until)]
    drawn = {line.thing.iri for line in lines if line.thing}
    out = [one for iri in sorted(drawn) for one in transfers(register, iri, into=False)]
    moved = [one for one in out if one.new.iri in drawn and one.new.iri != one.old.iri]
    dated = [one for one in moved if one.moment and _meets(one.moment, since, until)]
    return Lifelines(
        title=same(register.label(root)) if root else _CHOSEN if chosen else _TAKING_PART,
        since=since,
        until=until,
        known=register.known,
        dataset=register.dataset,
        lines=tuple(_ordered(lines, moved)),
        transfers=tuple(dated),
        undated=tuple(one for one in moved if one.moment is None),
        events=tuple(sorted((one for one in within if _concerns(one, lines)), key=_by_day)),
    )


def _meets(moment: Moment, since: date, until: date) -> bool:
    return moment.latest >= since and moment.earliest < until


def _lives(line: Lifeline, since: date, until: date) -> bool:
    return any(bar.period.earliest_start < until and bar.period.latest_end > since for bar in line.bars)


def _taking_part(register: Register, within: Iterable[EventLine], since: date, until: date) -> list[str]:
    """Return the units that an event in these days names, starts or ends, or that handed over in it."""
    events = {one.iri for one in within}
    found = {party.iri for one in within for party in (*one.original, *one.resulting)}
    for iri in register.of_kind("unit"):
        facts = [fact for spell in register.about(iri, RDF.type) for fact in spell.facts]
        if {e for fact in facts for e in (fact.started_by, fact.ended_by)} & events:
            found.add(iri)
        for one in transfers(register, iri, since, until, into=False):
            found |= {one.old.iri, one.new.iri} if one.moment else set()
    return sorted(iri for iri in found if kind(iri) == "unit")


def _under(register: Register, root: str) -> list[str]:
    """Return a root and all units that ever stood under it, at any level."""
    found, level = [root], [root]
    while level:
        below = {s.subject for iri in level for p in _UNDER for s in register.to(iri, p)} - set(found)
        level = sorted(below)
        found += level
    return [iri for iri in found if kind(iri) == "unit" or iri == root]


def _concerns(event: EventLine, lines: Iterable[Lifeline]) -> bool:
    parties = {one.iri for one in (*event.original, *event.resulting)}
    named = {line.thing.iri for line in lines if line.thing}
    return bool(parties & (named | {one.iri for line in lines for one in line.behind}))


def _by_day(event: EventLine) -> tuple[date, date, str]:
    moment = event.moment or UNKNOWN
    return moment.earliest, moment.latest, event.label


def _ordered(lines: list[Lifeline], moved: Sequence[Transfer]) -> list[Lifeline]:
    """Put what flows together under a heading of its own, then the rest by its parent."""
    headings = _headings(moved)
    told = [replace(one, group=headings.get(one.thing.iri, one.group)) if one.thing else one for one in lines]
    given = {one.old.iri for one in moved}
    by_group: dict[Worded, list[Lifeline]] = {}
    for line in sorted(told, key=lambda one: (bool(one.thing and one.thing.iri not in given), _start(one))):
        by_group.setdefault(line.group, []).append(line)
    tied = set(headings.values())
    groups = sorted(by_group.items(), key=lambda pair: (pair[0] not in tied, _start(pair[1][0])))
    return [line for _, some in groups for line in some]


def _headings(moved: Sequence[Transfer]) -> dict[str, Worded]:
    """Return for each thing joined to others by transfers a heading: what they all came to."""
    joined: dict[str, set[str]] = {}
    for one in moved:
        both = joined.get(one.old.iri, {one.old.iri}) | joined.get(one.new.iri, {one.new.iri})
        joined.update(dict.fromkeys(both, both))
    given = {one.old.iri for one in moved}
    ends = {one.new.iri: one.new.label for one in moved if one.new.iri not in given}
    named: dict[str, Worded] = {}
    for iri, together in joined.items():
        names = sorted(ends[end] for end in together if end in ends)
        towards = tuple((lang, text.format(listed(names, lang))) for lang, text in _TOWARDS)
        named[iri] = towards if names else _RING
    return named


def _start(line: Lifeline) -> tuple[date, str]:
    first = min(
        (_first(bar.period.earliest_start, bar.period.latest_start) for bar in line.bars), default=MIN
    )
    return first, dict(line.label)["nl"].casefold()


def _first(earliest: date, latest: date) -> date:
    return earliest if earliest > MIN else latest - ONE_DAY if latest > MIN else MIN
