"""The laws of differences, over many made-up histories."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from organograaf.changes import Aspect, ChangeKind, Difference
from organograaf.difference import apply, compose, delta, difference, reverse, snapshot
from organograaf.difference.snapshot import Delta, Snapshot
from organograaf.organogram import as_of
from organograaf.period import Certainty
from organograaf.register import Register

from .histories import POSTS, ROOT, UNITS, days, histories

THINGS = frozenset((ROOT, *UNITS, *POSTS))
QUIET = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much)
often = settings(max_examples=340, deadline=None, suppress_health_check=QUIET)
very_often = settings(max_examples=3400, deadline=None, suppress_health_check=QUIET)


def state(register: Register, day: date) -> Snapshot:
    return snapshot(register, day, THINGS)


def told(found: Difference) -> list[Delta]:
    return [one.shifts for one in found.changes]


def scope(register: Register, *on: date) -> frozenset[str]:
    """All units of which the difference speaks: the trees, and what has no place."""
    views = [as_of(register, day, root=ROOT) for day in on]
    units = {node.iri for view in views for _, node in view.root.walk()}
    return frozenset(units | {one.iri for view in views for one in view.unplaced})


def what_is_told_leads_from_one_day_to_the_other(register: Register, a: date, b: date) -> None:
    found = difference(register, register, a, b, ROOT)
    posts = frozenset(shift.held.thing for shifts in told(found) for shift in shifts)
    things = scope(register, a, b) | posts
    all_told = frozenset[object]().union(*told(found))
    assert apply(frozenset().union(*told(found)), snapshot(register, a, things)) == snapshot(
        register, b, things
    )
    assert len(all_told) == sum(len(shifts) for shifts in told(found))


def differences_add_up(register: Register, a: date, b: date, c: date) -> None:
    whole = delta(state(register, a), state(register, c))
    assert (
        compose(delta(state(register, a), state(register, b)), delta(state(register, b), state(register, c)))
        == whole
    )


def the_reverse_undoes(register: Register, a: date, b: date) -> None:
    there = delta(state(register, a), state(register, b))
    assert reverse(there) == delta(state(register, b), state(register, a))
    assert apply(reverse(there), apply(there, state(register, a))) == state(register, a)
    assert compose(there, reverse(there)) == frozenset()


def a_day_does_not_differ_from_itself(register: Register, a: date) -> None:
    found = difference(register, register, a, a, ROOT)
    assert found.changes == found.corrections == ()


def what_is_still_possible_never_disappeared(register: Register, a: date, b: date) -> None:
    for one in difference(register, register, a, b, ROOT).of(ChangeKind.DISAPPEARED):
        assert one.certainty[1] is Certainty.NO
        assert all(s.after is Certainty.NO for s in one.shifts if s.held.aspect is Aspect.EXISTENCE)


def corrections_and_changes_add_up(early: Register, late: Register, a: date, b: date) -> None:
    found = difference(early, late, a, b, ROOT)
    mended = frozenset().union(*(one.shifts for one in found.corrections))
    changed = frozenset().union(*told(found))
    things = frozenset(shift.held.thing for shift in mended | changed)
    total = compose(mended, changed)
    assert apply(total, snapshot(early, a, things)) == snapshot(late, b, things)


LAWS = (
    (what_is_told_leads_from_one_day_to_the_other, (histories, days, days)),
    (differences_add_up, (histories, days, days, days)),
    (the_reverse_undoes, (histories, days, days)),
    (a_day_does_not_differ_from_itself, (histories, days)),
    (what_is_still_possible_never_disappeared, (histories, days, days)),
    (corrections_and_changes_add_up, (histories, histories, days, days)),
)


@pytest.mark.parametrize(("law", "drawn"), LAWS, ids=lambda x: getattr(x, "__name__", ""))
def test_a_law_of_differences_holds(
    law: Callable[..., None], drawn: tuple[st.SearchStrategy[Any], ...]
) -> None:
    often(given(*drawn)(law))()


@pytest.mark.long
@pytest.mark.parametrize(("law", "drawn"), LAWS, ids=lambda x: getattr(x, "__name__", ""))
def test_a_law_of_differences_holds_very_often(
    law: Callable[..., None], drawn: tuple[st.SearchStrategy[Any], ...]
) -> None:
    very_often(given(*drawn)(law))()
