"""Servers over the made-up town and over the published data."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from organograaf.web import create_app
from tests.endpoint.server import serving


@pytest.fixture(scope="session")
def town_server(town_state: Path) -> Iterator[str]:
    """The address of a server of Voorbeeldstad."""
    with serving(create_app(town_state)) as address:
        yield address


@pytest.fixture(scope="session")
def antwerp_server(antwerp_state: Path) -> Iterator[str]:
    """The address of a server of the published data."""
    with serving(create_app(antwerp_state)) as address:
        yield address
