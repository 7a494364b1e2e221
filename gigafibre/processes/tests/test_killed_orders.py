"""Orders whose workers are killed, told again, done by two at once: small here; `make proof order_to_payment`."""

import random
import subprocess
import sys

import pytest

pytestmark = pytest.mark.long


@pytest.mark.parametrize(
    "call",
    [
        "killed({seed}, contracts=1, kills=3)",
        "told_again({seed}, contracts=1, times=6)",
        "at_once({seed}, contracts=1)",
    ],
)
def test_a_disturbed_order_comes_to_one_of_each(call: str) -> None:
    seed = random.SystemRandom().randrange(10**6)
    print(f"seed {seed}")
    code = f"from bench.proofs import order_to_payment; print(order_to_payment.{call.format(seed=seed)})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=900, check=False)
    assert done.returncode == 0, f"seed {seed}\n{done.stdout}\n{done.stderr}"
