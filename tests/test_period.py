"""Time that admits what it does not know: dates, bounds, claims and spells."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import combinations, pairwise, permutations

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from organograaf.errors import BadDate
from organograaf.period import (
    ALWAYS,
    MAX,
    MIN,
    UNKNOWN,
    Certainty,
    Claim,
    Moment,
    Period,
    interval_text,
    join,
    moment,
    overlapping,
    question_day,
)

CERTAIN, POSSIBLE, NO = Certainty.CERTAIN, Certainty.POSSIBLE, Certainty.NO
ORIGIN = date(2018, 1, 1)
WINDOW = 12


def day(number: int) -> date:
    return ORIGIN + timedelta(days=number)


def between(earliest: int, latest: int) -> Moment:
    return Moment(day(earliest), day(latest), interval_text(day(earliest), day(latest)))


def attested(first: int, until: int) -> Claim:
    return Claim(attested=(between(first, first), between(until, until)))


def dated(start: int, end: int) -> Claim:
    return Claim(start=between(start, start), end=between(end, end))


DAYS = [day(number) for number in range(-2, WINDOW + 3)]

moments = st.tuples(st.integers(0, WINDOW), st.integers(0, WINDOW)).map(lambda pair: between(*sorted(pair)))
whole_periods = st.lists(st.integers(0, WINDOW), min_size=2, max_size=2, unique=True).map(sorted)
attestations = whole_periods.map(lambda ends: attested(*ends))
bounded_claims = st.builds(
    Claim, start=moments, end=moments, attested=st.none() | attestations.map(lambda claim: claim.attested)
).filter(lambda claim: claim.period().consistent)
claims = st.builds(
    Claim,
    start=st.none() | moments,
    end=st.none() | moments,
    attested=st.none() | attestations.map(lambda claim: claim.attested),
).filter(lambda claim: claim.period().consistent)
periods = claims.map(Claim.period)
bounded_periods = bounded_claims.map(Claim.period)


def answers(period: Period, days: Iterable[date] = DAYS) -> list[Certainty]:
    return [period.on(one) for one in days]


# --- one uncertain day -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2018-01-01", date(2018, 1, 1), date(2018, 1, 1)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2018", date(2018, 1, 1), date(2018, 12, 31)),
        ("201X", date(2010, 1, 1), date(2019, 12, 31)),
        ("[2018-01-01..2018-03-31]", date(2018, 1, 1), date(2018, 3, 31)),
        ("[2018-03-31,2016-05-01,2017-01-01]", date(2016, 5, 1), date(2018, 3, 31)),
        ("[2012..2014]", date(2012, 1, 1), date(2014, 12, 31)),
        ("[2015-02, 2015-05-07, 2016]", date(2015, 2, 1), date(2016, 12, 31)),
        ("2014~", date(2013, 1, 1), date(2015, 12, 31)),
        ("2015-21", date(2015, 3, 1), date(2015, 5, 31)),
        ("2015-33", date(2015, 1, 1), date(2015, 3, 31)),
        ("2015-36", date(2015, 10, 1), date(2015, 12, 31)),
    ],
)
def test_each_kind_of_edtf_date_gives_its_first_and_last_day(edtf: str, earliest: date, latest: date) -> None:
    assert moment(edtf) == Moment(earliest, latest, edtf)


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2014-05~", date(2014, 4, 1), date(2014, 6, 30)),
        ("2014-05-04~", date(2014, 5, 3), date(2014, 5, 5)),
    ],
)
def test_a_circa_date_is_widened_by_one_of_its_own_units(edtf: str, earliest: date, latest: date) -> None:
    assert (moment(edtf).earliest, moment(edtf).latest) == (earliest, latest)


NO_EDTF_DATES = (
    "[2018-03-31..2018-01-01]", "2018-02-30", "2018-13", "31/02/2018", "2015/2017", "2018-01-01/2018-02-01",
    "2018-01-01T10:00:00", "[..2018]", "2018..", "", "begin 2018", "2018-6", "-0044", "Y20000", "9999~",
    "2004-02-3X", "\x00", "[" * 5000, "2" * 10_000, "2018-" * 3000,
)  # fmt: skip


@pytest.mark.parametrize("text", NO_EDTF_DATES)
def test_what_is_no_single_edtf_date_is_refused(text: str) -> None:
    with pytest.raises(BadDate):
        moment(text)


def test_a_text_longer_than_any_real_date_is_refused_before_it_costs_anything() -> None:
    with pytest.raises(BadDate):
        moment("[" + ",".join(["2018"] * 60) + "]")


def test_a_refusal_names_the_text_in_both_languages_and_cuts_a_long_one() -> None:
    with pytest.raises(BadDate, match="2018-02-30") as refused:
        moment("2018-02-30")
    assert "that day does not exist" in refused.value.text("en")
    with pytest.raises(BadDate) as long:
        moment("2018-" * 3000)
    assert len(str(long.value)) < 250


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("2018-06-01", date(2018, 6, 1)),
        ("2018-06", date(2018, 6, 1)),
        ("2018", date(2018, 1, 1)),
        ("01/06/2018", date(2018, 6, 1)),
        ("1/6/2018", date(2018, 6, 1)),
        ("29/02/2016", date(2016, 2, 29)),
        ("  2018-06-01 ", date(2018, 6, 1)),
    ],
)
def test_a_user_may_ask_in_belgian_or_iso_notation(text: str, asked: date) -> None:
    assert question_day(text) == asked


NO_DAYS = (
    "31/02/2018", "2018-02-30", "29/02/2015", "2018-13", "0000", "1/6/18", "2018/06/01", "2018~", "", "x",
)  # fmt: skip


@pytest.mark.parametrize("text", NO_DAYS)
def test_a_day_that_no_calendar_knows_is_not_answered(text: str) -> None:
    with pytest.raises(BadDate):
        question_day(text)


@given(st.dates())
def test_every_day_is_read_back_from_its_own_text(one: date) -> None:
    assert question_day(f"{one:%d/%m}/{one.year:04}") == question_day(f"{one}") == one
    assert moment(interval_text(one, one)) == Moment(one, one, f"{one}")


def test_a_moment_whose_start_lies_after_its_end_cannot_be_built() -> None:
    with pytest.raises(BadDate):
        Moment(day(2), day(1), "2018")


@given(moments, moments)
def test_moments_meet_in_exactly_the_days_both_allow(a: Moment, b: Moment) -> None:
    met = a.meet(b)
    both = [one for one in DAYS if a.earliest <= one <= a.latest and b.earliest <= one <= b.latest]
    assert [one for one in DAYS if met and met.earliest <= one <= met.latest] == both
    assert met is None or moment(met.edtf) == met


@given(moments, moments, moments)
def test_the_meeting_of_moments_knows_no_order(a: Moment, b: Moment, c: Moment) -> None:
    assert a.meet(b) == b.meet(a)
    assert a.meet(a) == a == a.meet(UNKNOWN)
    left, right = a.meet(b), b.meet(c)
    assert (left.meet(c) if left else None) == (a.meet(right) if right else None)


# --- four bounds, three answers ----------------------------------------------------------


def test_each_of_the_four_bounds_is_half_open() -> None:
    period = Claim(start=between(10, 20), end=between(30, 40)).period()
    assert (period.earliest_start, period.latest_start) == (day(10), day(20))
    assert (period.earliest_end, period.latest_end) == (day(30), day(40))
    edges = map(day, (9, 10, 19, 20, 29, 30, 39, 40))
    assert answers(period, edges) == [NO, POSSIBLE, POSSIBLE, CERTAIN, CERTAIN, POSSIBLE, POSSIBLE, NO]


def test_a_fact_with_exact_days_is_certain_on_its_first_and_not_on_its_end_day() -> None:
    period = dated(3, 5).period()
    assert answers(period, map(day, range(2, 7))) == [NO, CERTAIN, CERTAIN, NO, NO]


def test_what_always_holds_is_certain_on_the_first_and_last_day_that_counts() -> None:
    assert ALWAYS.on(MIN) is ALWAYS.on(MAX - timedelta(days=1)) is CERTAIN
    assert ALWAYS.change_days() == ()


@given(bounded_periods)
def test_before_on_and_after_every_bound_the_answer_changes_at_the_bound_only(period: Period) -> None:
    for bound in (period.earliest_start, period.latest_start, period.earliest_end, period.latest_end):
        for one in (bound - timedelta(days=1), bound, bound + timedelta(days=1)):
            expected = POSSIBLE if period.earliest_start <= one < period.latest_end else NO
            if period.latest_start <= one < period.earliest_end:
                expected = CERTAIN
            assert period.on(one) is expected


@given(bounded_periods)
def test_a_day_is_certain_when_every_real_start_and_end_agree(period: Period) -> None:
    starts = [one for one in DAYS if period.earliest_start <= one <= period.latest_start]
    ends = [one for one in DAYS if period.earliest_end <= one <= period.latest_end]
    real = [(start, end) for start in starts for end in ends if start < end]
    for one in DAYS:
        held = [start <= one < end for start, end in real]
        assert period.on(one) is (CERTAIN if all(held) else POSSIBLE if any(held) else NO)


@given(periods)
def test_what_is_certain_lies_within_what_is_possible(period: Period) -> None:
    certain = [one for one in DAYS if period.on(one) is CERTAIN]
    assert all(period.earliest_start <= one < period.latest_end for one in certain)


@given(periods, periods, periods)
def test_the_meeting_of_periods_knows_no_order(a: Period, b: Period, c: Period) -> None:
    assert a.meet(b) == b.meet(a)
    assert a.meet(a) == a
    assert a.meet(b).meet(c) == a.meet(b.meet(c))


@given(periods, periods)
def test_within_answers_no_outside_the_other_and_changes_nothing_inside(a: Period, other: Period) -> None:
    cut = a.within(other)
    assert answers(cut) == [a.on(one) if other.on(one) is not NO else NO for one in DAYS]


@given(periods, periods)
def test_every_change_of_answer_falls_on_a_change_day_also_after_a_cut(a: Period, other: Period) -> None:
    for period in (a, a.within(other)):
        changed = {after for before, after in pairwise(DAYS) if period.on(before) is not period.on(after)}
        assert changed <= set(period.change_days())


@given(periods)
def test_change_days_are_exactly_the_days_on_which_the_answer_changes(period: Period) -> None:
    changed = tuple(after for before, after in pairwise(DAYS) if period.on(before) is not period.on(after))
    assert tuple(one for one in period.change_days() if DAYS[0] < one <= DAYS[-1]) == changed


# --- claims ------------------------------------------------------------------------------


def test_a_claim_without_any_date_is_possible_always_and_certain_never() -> None:
    assert set(answers(Claim().period())) == {POSSIBLE}


def test_what_starts_holds_on_its_first_day_and_what_ends_held_on_the_day_before() -> None:
    start, end = Claim(start=between(3, 3)).period(), Claim(end=between(3, 3)).period()
    assert answers(start, map(day, (2, 3, 4))) == [NO, CERTAIN, POSSIBLE]
    assert answers(end, map(day, (1, 2, 3))) == [POSSIBLE, CERTAIN, NO]
    assert (start.latest_end, end.earliest_start) == (MAX, MIN)


def test_an_attestation_is_certain_inside_its_period_and_possible_outside() -> None:
    assert answers(attested(3, 5).period(), map(day, (2, 3, 4, 5))) == [POSSIBLE, CERTAIN, CERTAIN, POSSIBLE]


def test_an_attestation_on_uncertain_days_is_certain_only_where_they_leave_no_doubt() -> None:
    claim = Claim(attested=(between(2, 4), between(6, 8)))
    assert answers(claim.period(), map(day, (3, 4, 5, 6))) == [POSSIBLE, CERTAIN, CERTAIN, POSSIBLE]
    blurred = Claim(attested=(between(2, 6), between(4, 8)))
    assert set(answers(blurred.period())) == {POSSIBLE}


@pytest.mark.parametrize(("first", "until"), [(5, 5), (5, 3)], ids=["empty", "reversed"])
def test_an_attestation_over_no_days_makes_no_day_certain(first: int, until: int) -> None:
    period = attested(first, until).period()
    assert CERTAIN not in answers(period) or not period.consistent


@pytest.mark.parametrize("claim", [dated(5, 5), dated(5, 3)], ids=["empty", "reversed"])
def test_a_claim_that_ends_before_it_starts_is_not_consistent(claim: Claim) -> None:
    assert not claim.period().consistent


def test_a_claim_at_the_edge_of_the_calendar_stays_on_the_calendar() -> None:
    assert Claim(start=moment("9999-12-31")).period().latest_end == MAX
    assert Claim(end=moment("0001-01-01")).period().earliest_start == MIN


# --- spells ------------------------------------------------------------------------------


def spells(given_claims: Iterable[Claim]) -> Counter[tuple[Period, frozenset[tuple[Claim, int]]]]:
    listed = list(given_claims)
    return Counter(
        (period, frozenset(Counter(listed[position] for position in members).items()))
        for period, members in join(listed)
    )


def certain_days(given_claims: Iterable[Claim]) -> set[date]:
    return {one for period, _ in join(given_claims) for one in DAYS if period.on(one) is CERTAIN}


def test_two_attestations_years_apart_join_and_the_years_between_are_certain() -> None:
    (spell,) = join([attested(8, 10), attested(0, 2)])
    period, members = spell
    assert members == (1, 0)
    assert answers(period, map(day, range(-1, 11))) == [POSSIBLE, *[CERTAIN] * 10, POSSIBLE]


def test_a_later_attestation_narrows_an_uncertain_start() -> None:
    ((period, _),) = join([Claim(start=between(2, 8)), attested(5, 6)])
    assert (period.earliest_start, period.latest_start) == (day(2), day(5))


def test_an_end_stated_elsewhere_joins_the_claim_that_it_ends() -> None:
    ((period, _),) = join([Claim(end=between(7, 9)), attested(0, 2)])
    assert answers(period, map(day, (2, 6, 7, 8, 9))) == [CERTAIN, CERTAIN, POSSIBLE, POSSIBLE, NO]


def test_what_ended_and_came_back_is_two_spells_with_a_gap() -> None:
    came_back = [attested(0, 1), Claim(end=between(3, 3)), Claim(start=between(6, 6)), attested(8, 9)]
    first, second = join(came_back)
    assert (first[1], second[1]) == ((0, 1), (2, 3))
    assert not overlapping([first[0], second[0]])
    for gap in (3, 4, 5):
        assert {first[0].on(day(gap)), second[0].on(day(gap))} == {NO}


def test_what_is_attested_again_after_its_end_opens_a_new_spell() -> None:
    ended, again = join([dated(0, 3), attested(6, 8)])
    assert (ended[1], again[1]) == ((0,), (1,))
    assert ended[0].on(day(3)) is NO
    assert again[0].on(day(6)) is CERTAIN


@given(st.lists(st.integers(0, WINDOW), min_size=4, max_size=4, unique=True).map(sorted))
def test_claims_with_exact_days_that_share_none_stay_apart(ends: list[int]) -> None:
    early, late = dated(ends[0], ends[1]), dated(ends[2], ends[3])
    assert join([late, early]) == [(early.period(), (1,)), (late.period(), (0,))]


@given(st.lists(claims, max_size=5))
def test_every_claim_ends_up_in_one_spell(given_claims: list[Claim]) -> None:
    members = [position for _, positions in join(given_claims) for position in positions]
    assert sorted(members) == list(range(len(given_claims)))


@given(st.lists(claims, max_size=4))
def test_a_spell_is_what_its_claims_say_together(given_claims: list[Claim]) -> None:
    for period, positions in join(given_claims):
        together = Claim().period()
        for position in positions:
            together = together.meet(given_claims[position].period())
        assert period == together
        assert period.consistent


@given(st.lists(claims, max_size=4))
@example([Claim(start=between(3, 3)), dated(3, 5), dated(3, 8)])
def test_joining_does_not_depend_on_the_order_of_the_claims(given_claims: list[Claim]) -> None:
    expected = spells(given_claims)
    for order in permutations(given_claims):
        assert spells(order) == expected


@given(st.lists(claims, min_size=1, max_size=4), attestations)
def test_an_attestation_that_contradicts_nothing_never_makes_a_certain_day_doubtful(
    more: list[Claim], extra: Claim
) -> None:
    assume(len(join([*more, extra])) == 1)
    assert certain_days(more) <= certain_days([*more, extra])


@given(st.lists(periods, max_size=4))
def test_overlapping_is_true_when_two_may_hold_on_one_day(several: list[Period]) -> None:
    days = [MIN, *DAYS, MAX - timedelta(days=1)]
    shared = any(
        a.on(one) is not NO and b.on(one) is not NO for a, b in combinations(several, 2) for one in days
    )
    assert overlapping(several) is shared


def test_a_period_that_was_cut_to_nothing_overlaps_with_none() -> None:
    cut = dated(5, 8).period().within(dated(0, 5).period())
    assert set(answers(cut)) == {NO}
    assert not overlapping([dated(0, 10).period(), cut])
