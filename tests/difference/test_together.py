"""What happened to several units at once is one sentence; nothing is lost by it."""

from collections import Counter
from datetime import date

from organograaf.changes import ChangeKind
from organograaf.difference import difference
from organograaf.register import Register

from .histories import history


def test_units_that_lost_one_parent_at_once_share_a_sentence(antwerp: Register) -> None:
    assert antwerp.top
    found = difference(antwerp, antwerp, date(2017, 12, 31), date(2018, 7, 1), antwerp.top)
    shared = next(one for one in found.told if {t.slug for t in one.things} > {"klachtendienst"})
    assert {"Communicatiedienst", "Klachtendienst"} <= {one.label for one in shared.things}
    assert "Klachtendienst staan sinds januari 2018 niet meer onder Bestuurszaken OCMW" in shared.told("nl")
    assert "Klachtendienst have not been under Bestuurszaken OCMW since January 2018" in shared.told("en")
    assert shared.sources == ("000", "005")


def test_every_change_is_told_once_and_what_only_grew_uncertain_is_told_apart() -> None:
    together = 0
    for seed in range(40):
        register = history(seed, 30)
        if not register.top:
            continue
        first, last = register.change_days[0], register.change_days[-1]
        found = difference(register, register, first, last, register.top)
        told = [change for one in found.told for change in one.changes]
        assert Counter(told) == Counter(c for c in found.changes if c.kind is not ChangeKind.CERTAINTY)
        assert all(one.told(lang) for one in found.told for lang in ("nl", "en"))
        together += len(told)
    assert together > 0
