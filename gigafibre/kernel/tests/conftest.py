"""What the kernel's tests share: somebody who acts, and the sandbox with its handler subscribed."""

from collections.abc import Iterator

import pytest

from gigafibre.kernel import numbers
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.tests import sandbox as the_sandbox


@pytest.fixture
def sandbox(db: None) -> Iterator[object]:
    """The sandbox, its handler listening, its series made, the system acting."""
    the_sandbox.register()
    numbers.define("SANDBOX", prefix="BX-", digits=3, gapless=True)
    the_sandbox.sent.clear()
    with acting_as(SYSTEM):
        yield the_sandbox
    the_sandbox.forget_all()
