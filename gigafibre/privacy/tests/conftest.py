"""What the tests of privacy share: the system acts, on a Saturday morning."""

from collections.abc import Iterator
from typing import Any

import pytest

from gigafibre.kernel.actor import SYSTEM, acting_as


@pytest.fixture
def acting(db: None, clock: Any) -> Iterator[None]:
    """The system acts, the clock stands at 21 November 2026, 9:00."""
    with acting_as(SYSTEM):
        yield
