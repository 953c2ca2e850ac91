"""What is kept from one day to another is what would have been made anew."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise, permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from organograaf.difference import delta, snapshot
from organograaf.difference.snapshot import shifts
from organograaf.errors import NotFound
from organograaf.model import Fact
from organograaf.organogram import as_of
from organograaf.organogram.lasting import everything
from organograaf.organogram.tree import Tree
from organograaf.register import Register
from organograaf.register.memo import Memo
from organograaf.view import Organogram
from organograaf.vocab import ORG, RDF
from tests.difference.histories import POSTS, ROOT, UNITS, days, histories, register_of

THINGS = (ROOT, *UNITS, *POSTS)
many = settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))


def _drawn(
    register: Register, day: date, root: str, depth: int | None, reach: int | None
) -> Organogram | str:
    try:
        return as_of(register, day, root=root, depth=depth, reach=reach)
    except NotFound as error:
        return str(error)


@given(
    histories,
    st.lists(st.tuples(days, st.sampled_from((ROOT, *UNITS)), st.sampled_from((None, 3, 1, 0))), max_size=12),
    st.sampled_from((None, None, 0, 1)),
)
@many
def test_an_organogram_is_the_same_whatever_was_asked_before(
    register: Register, asked: list[tuple[date, str, int | None]], depth: int | None
) -> None:
    for day, root, reach in asked:
        assert _drawn(register, day, root, depth, reach) == _drawn(replace(register), day, root, depth, reach)


@given(histories, st.lists(days, min_size=2, max_size=6))
@many
def test_a_snapshot_is_the_same_whatever_was_asked_before(register: Register, asked: list[date]) -> None:
    for since, until in pairwise(asked):
        then, now = (snapshot(replace(register), day, THINGS) for day in (since, until))
        assert (snapshot(register, since, THINGS), snapshot(register, until, THINGS)) == (then, now)
        assert shifts(register, since, until, THINGS) == delta(then, now)


@given(histories, days)
@many
def test_what_stands_under_a_root_is_what_is_drawn(register: Register, day: date) -> None:
    drawn = as_of(register, day, root=ROOT)
    assert list(dict.fromkeys(node.iri for _, node in drawn.root.walk())) == list(
        dict.fromkeys(Tree(register, day).under(ROOT))
    )


@pytest.mark.parametrize("reach", [None, 3])
def test_all_days_of_a_stretch_share_their_boxes_and_its_bounds_do_not(
    antwerp: Register, reach: int | None
) -> None:
    assert antwerp.top
    turns = [day for day in everything(antwerp, reach).turns if date(2008, 1, 1) < day < date(2020, 1, 1)]
    for day in turns[::25]:
        first = as_of(antwerp, day, root=antwerp.top, reach=reach)
        for other in (day, day - timedelta(days=1)):
            fresh = as_of(replace(antwerp), other, root=antwerp.top, reach=reach)
            assert as_of(antwerp, other, root=antwerp.top, reach=reach) == fresh
        last = next(one for one in (*turns, date(2020, 1, 1)) if one > day) - timedelta(days=1)
        assert as_of(antwerp, last, root=antwerp.top, reach=reach).root is first.root


def test_a_register_as_known_on_another_day_shares_what_is_kept_and_says_its_own_day(
    antwerp: Register,
) -> None:
    assert antwerp.top
    day = date(2016, 6, 1)
    now = as_of(antwerp, day, root=antwerp.top)
    later = as_of(antwerp.as_known(date(2030, 1, 1)), day, root=antwerp.top)
    assert (now.known, later.known) == (None, date(2030, 1, 1))
    assert later.root is now.root


def test_a_full_memo_is_emptied_and_makes_the_same_again() -> None:
    memo = Memo(3)
    made: list[int] = []

    def value(number: int) -> int:
        made.append(number)
        return number * number

    asked = [1, 2, 1, 3, 3, 4, 1, 4]
    assert [memo.get(n, lambda n=n: value(n)) for n in asked] == [n * n for n in asked]  # type: ignore[misc]
    assert made == [1, 2, 3, 4, 1]


@pytest.mark.parametrize("order", list(permutations(UNITS[:3])))
def test_in_a_ring_what_is_drawn_depends_on_the_root_alone(order: tuple[str, ...]) -> None:
    a, b, c = UNITS[:3]
    said = [
        *((unit, RDF.type, ORG.OrganizationalUnit) for unit in (a, b, c)),
        *((unit, ORG.subOrganizationOf, above) for unit, above in ((b, a), (c, b), (a, c))),
    ]
    ring = register_of(
        tuple(
            Fact(iri=f"f{number}", graph="g", subject=subject, predicate=predicate, object=value)
            for number, (subject, predicate, value) in enumerate(said)
        )
    )
    day = date(2015, 1, 1)
    found = {root: [n.iri for _, n in as_of(ring, day, root=root).root.walk()] for root in order}
    assert found == {a: [a, b, c], b: [b, c, a], c: [c, a, b]}
