"""Lifelines as text and as JSON."""

from collections.abc import Iterator

from organograaf import words as days
from organograaf.changes import Transfer
from organograaf.render.comparison.json import event_json, text_of, transfer_json
from organograaf.render.jsontree import named_json
from organograaf.render.lifelines import words
from organograaf.render.table import plain
from organograaf.spans import Bar, Lifelines


def lifelines_text(view: Lifelines, lang: str = "nl") -> bytes:
    """Write lifelines as text in UTF-8: each thing under its heading, with its time in words."""
    lines = [words.title(view, lang), *_lines(view, lang), ""]
    if view.transfers or view.undated:
        moved = (*view.transfers, *view.undated)
        lines += [_moved(one, lang) for one in moved]
        lines.append("")
    if view.events:
        lines += [words.word("events", lang), *(f"  {words.event(one, lang)}" for one in view.events), ""]
    lines += words.notes(view, lang)
    clean = (plain(line.replace("\t", " ").replace("\r", " ")).rstrip() for line in lines)
    return ("\n".join(clean) + "\n").encode("utf-8", "replace")


def _lines(view: Lifelines, lang: str) -> Iterator[str]:
    if not view.lines:
        yield words.word("nothing", lang)
    heading = None
    for line in view.lines:
        if line.group != heading:
            heading = line.group
            yield ""
            yield dict(heading)[lang]
        told = "; ".join(dict(days.period(bar.period))[lang] for bar in line.bars)
        yield f"  {dict(line.label)[lang]} — {told}"


def _moved(one: Transfer, lang: str) -> str:
    arrow = "─▶" if one.basis.value == "stated" else "╌▶"
    when = f" ({days.roughly(one.moment, lang)})" if one.moment else ""
    return f"{one.old.label} {arrow} {one.new.label}{when}"


def lifelines_json(view: Lifelines, lang: str = "nl") -> bytes:
    """Write lifelines as JSON in UTF-8; every bar has its four bounds."""
    return text_of(
        {
            "title": dict(view.title),
            "from": view.since.isoformat(),
            "until": view.until.isoformat(),
            "known": view.known.isoformat() if view.known else None,
            "dataset": view.dataset,
            "lines": [
                {
                    "label": dict(line.label),
                    "thing": named_json(line.thing) if line.thing else None,
                    "group": dict(line.group),
                    "behind": [named_json(one) for one in line.behind],
                    "bars": [_bar(bar) for bar in line.bars],
                    "sources": list(line.sources),
                }
                for line in view.lines
            ],
            "transfers": [transfer_json(one) for one in (*view.transfers, *view.undated)],
            "events": [event_json(one) for one in view.events],
            "sources": list(view.sources),
        }
    )


def _bar(bar: Bar) -> dict[str, str | None]:
    p = bar.period
    bounds = ("earliestStart", "latestStart", "earliestEnd", "latestEnd")
    days_ = (p.earliest_start, p.latest_start, p.earliest_end, p.latest_end)
    told = {
        name: day.isoformat() if days.bounded(day) else None for name, day in zip(bounds, days_, strict=True)
    }
    return {**told, "basis": bar.basis.value}
