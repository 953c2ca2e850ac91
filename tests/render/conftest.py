"""What the tests of pictures share: golden files and hostile labels."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent.parent / "organograms"


@pytest.fixture
def golden() -> Callable[[str, bytes], None]:
    """Compare bytes with a file; `ORGANOGRAAF_GOLDEN=write` writes it instead."""

    def compare(name: str, made: bytes) -> None:
        file = GOLDEN / name
        if os.environ.get("ORGANOGRAAF_GOLDEN") == "write":
            file.write_bytes(made)
        assert file.read_bytes() == made, f"{name} changed: look at it, then ORGANOGRAAF_GOLDEN=write"

    return compare


@pytest.fixture(scope="session")
def hostile() -> tuple[str, ...]:
    """Labels that break programs, from the shared suite."""
    shared = os.environ.get("ORGANOGRAAF_SHARED")
    if not shared:
        pytest.skip("ORGANOGRAAF_SHARED does not say where the hostile labels are")
    return tuple(json.loads((Path(shared) / "suites" / "hostile" / "labels.json").read_text("utf-8")))
