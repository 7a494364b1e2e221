"""What the tests of payments share: somebody who acts."""

from collections.abc import Iterator

import pytest

from gigafibre.kernel.actor import SYSTEM, acting_as


@pytest.fixture
def acting(db: None) -> Iterator[None]:
    """The system acts."""
    with acting_as(SYSTEM):
        yield
