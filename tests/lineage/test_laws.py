"""The laws of lineage, over many made-up histories."""

from collections.abc import Callable

import pytest
from hypothesis import given

from organograaf.difference.events import transfers
from organograaf.lineage import lineage
from organograaf.register import Register
from tests.difference.histories import UNITS, histories
from tests.difference.test_laws import often, very_often


def every_transfer_is_in_the_lineage_of_both_its_ends(register: Register) -> None:
    for unit in UNITS:
        for one in transfers(register, unit, into=False):
            for end in (one.old.iri, one.new.iri):
                steps = [step.transfer for step in lineage(register, end).steps]
                assert (one.old.iri, one.new.iri, one.moment, one.basis) in [
                    (step.old.iri, step.new.iri, step.moment, step.basis) for step in steps
                ]


def what_comes_before_a_thing_has_it_after_itself(register: Register) -> None:
    views = {unit: lineage(register, unit) for unit in UNITS}
    before = {(one.iri, unit) for unit, view in views.items() for one in view.predecessors}
    after = {(unit, one.iri) for unit, view in views.items() for one in view.successors}
    assert before == after


def every_step_joins_two_things_that_are_told(register: Register) -> None:
    for unit in UNITS:
        view = lineage(register, unit)
        told = [one.thing.iri for one in view.kin]
        assert len(told) == len(set(told))
        for step in view.steps:
            assert {step.transfer.old.iri, step.transfer.new.iri} <= set(told)


LAWS = (
    every_transfer_is_in_the_lineage_of_both_its_ends,
    what_comes_before_a_thing_has_it_after_itself,
    every_step_joins_two_things_that_are_told,
)


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_a_law_of_lineage_holds(law: Callable[[Register], None]) -> None:
    often(given(histories)(law))()


@pytest.mark.long
@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_a_law_of_lineage_holds_very_often(law: Callable[[Register], None]) -> None:
    very_often(given(histories)(law))()
